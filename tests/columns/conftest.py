from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.columns import Columns, Snapshot
from sayso.ledger import Ledger
from tests.columns import sample
from tests.databases import Opened


@pytest.fixture(scope="session")
def ledger(opened: Opened) -> Iterator[Ledger]:
    """The sample, on each database; tests only read it."""
    with opened() as ledger:
        yield sample.fill(ledger)


@pytest.fixture(scope="session")
def now(ledger: Ledger) -> Snapshot:
    """Its columns."""
    return Columns.open(ledger).now()
