"""The way from each version of the tables to the next, by alembic: `versions/v2_*.py` leads from version 1 to 2.

A new version is a file there and the same change in `schema.py`; a test compares what both give. A ledger notes its
version itself, in `meta`, as it always has.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIRST = "1"


def migrate(connection: Connection, version: str) -> None:
    """Bring the tables from a version to today's, within the caller's transaction; nothing that they hold changes."""
    steps = ScriptDirectory(Path(__file__).parent)
    since = "base" if version == _FIRST else version
    with Operations.context(MigrationContext.configure(connection)):
        for step in reversed(list(steps.iterate_revisions("head", since))):
            step.module.upgrade()
