"""The databases that a ledger may lie in, as fixtures: a test that asks for one runs on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sayso.ledger import Ledger, schema
from tests import postgres

New = Callable[[], AbstractContextManager[str]]
"""The address of a ledger that isn't there yet, as long as the block lasts."""
Opened = Callable[[], AbstractContextManager[Ledger]]
"""An open ledger, empty, as long as the block lasts."""


@pytest.fixture(scope="session")
def postgresql() -> Iterator[postgres.Server]:
    """PostgreSQL, or a skip where it isn't installed."""
    programs = postgres.programs()
    if programs is None:
        pytest.skip(postgres.MISSING)
    with postgres.serving(programs) as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new(request: pytest.FixtureRequest) -> New:
    """Addresses where nothing is yet."""
    if request.param == "sqlite":
        return _file
    server: postgres.Server = request.getfixturevalue("postgresql")

    @contextmanager
    def database() -> Iterator[str]:
        with server.database() as name:
            yield server.address(name)

    return database


@pytest.fixture(scope="session")
def on_postgresql(postgresql: postgres.Server) -> Iterator[Opened]:
    """Empty ledgers, open. One that is closed is emptied for the next: that takes a tenth of the time."""
    closed: list[str] = []
    with ExitStack() as databases:

        @contextmanager
        def empty() -> Iterator[Ledger]:
            name = closed.pop() if closed else databases.enter_context(postgresql.database())
            with Ledger.open(postgresql.address(name)) as ledger:
                yield ledger
            postgresql.execute(_EMPTY, name)
            closed.append(name)

        yield empty


_TABLES = [table.name for table in reversed(schema.metadata.sorted_tables) if table is not schema.meta]
_NUMBERED = ("runs", "articles", "corrections", "decisions", "comments")
_EMPTY = "; ".join(
    [
        *(f"DELETE FROM {table}" for table in _TABLES),
        "DELETE FROM meta WHERE key <> 'schema_version'",
        *(f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), 1, false)" for table in _NUMBERED),
    ]
)


@pytest.fixture(scope="session")
def opened(new: New, request: pytest.FixtureRequest) -> Opened:
    """Empty ledgers, open, in memory or on the server."""
    if new is _file:
        return lambda: Ledger.open(":memory:")
    on_postgresql: Opened = request.getfixturevalue("on_postgresql")
    return on_postgresql


@pytest.fixture
def where(new: New) -> Iterator[str]:
    """The address of a ledger that isn't there yet."""
    with new() as address:
        yield address


@contextmanager
def _file() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        yield str(Path(folder, "claims.db"))
