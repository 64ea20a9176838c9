"""The database behind a ledger: opening it, what it must be, and its version.

What is SQLite's own stands in `sqlite.py`, what is PostgreSQL's in `postgres.py`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Connection, Engine, event, insert, inspect, select, update

from sayso.ledger import postgres, schema, sqlite
from sayso.ledger.errors import LedgerError

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import ExceptionContext


class Backend(Protocol):
    """What each kind of database brings beside the tables; both modules do."""

    def prepare(self, engine: Engine, /) -> None:
        """Before the first table is made."""

    def index(self, connection: Connection, /) -> None:
        """Make the full-text index anew."""

    def settle(self, connection: Connection, /) -> None:
        """After rows came with numbers of their own."""


def backend(engine: Engine) -> Backend:
    """What is the database's own."""
    return sqlite if engine.dialect.name == "sqlite" else postgres


def connect(where: str | Path, *, create: bool) -> Engine:
    """The database in a file, in memory (":memory:") or at a server ("postgresql://…"), made a ledger if it's empty.

    LedgerError where it is no ledger, or there is none and it isn't to be made.
    """
    address, name = str(where), shown(where)
    engine = postgres.engine(address) if "://" in address else sqlite.engine(address, create=create)
    event.listen(engine, "handle_error", partial(_explain, name))
    try:
        _open(engine, name, create=create)
    except LedgerError:
        engine.dispose()
        raise
    return engine


def shown(where: str | Path) -> str:
    """The file or the address for people to read, without a password."""
    return postgres.shown(str(where)) if "://" in str(where) else str(where)


def writing(engine: Engine) -> Connection:
    """A connection whose transaction holds the write lock from its start, so that it never fails halfway."""
    return engine.connect().execution_options(writing=True)


def _explain(name: str, context: ExceptionContext) -> None:
    error = context.original_exception
    # A connection that was only tried, and found broken, is made anew.
    if isinstance(error, context.dialect.loaded_dbapi.Error) and not context.is_pre_ping:
        raise LedgerError(f"the ledger {name} can't be used: {' '.join(str(error).split())}") from error


def _open(engine: Engine, name: str, *, create: bool) -> None:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        version = _version(connection) if "meta" in tables else None
    if version is not None:
        _check_version(version, name)
        return None if version == str(schema.VERSION) else _upgrade(engine)
    if tables:
        raise LedgerError(f"{name} is no ledger but another database; give another one")
    if not create:
        raise LedgerError(f"there is no ledger in {name}; `sayso read PATH --ledger {name}` makes one")
    return _make(engine)


def _version(connection: Connection) -> str | None:
    meta = schema.meta
    return connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).scalar()


def _check_version(version: str, name: str) -> None:
    if not (version.isdigit() and 0 < int(version) <= schema.VERSION):
        raise LedgerError(
            f"{name} has schema version {version}, this Sayso reads {schema.VERSION}; "
            "open it with the version of Sayso that wrote it, or a newer one"
        )


def _upgrade(engine: Engine) -> None:
    from sayso.ledger.migrations import migrate  # alembic takes a while to import, and most ledgers are of today

    with writing(engine) as connection, connection.begin():
        version = _version(connection)
        if version is None or version == str(schema.VERSION):  # another process was here first
            return
        migrate(connection, version)
        backend(engine).index(connection)
        meta = schema.meta
        connection.execute(update(meta).where(meta.c.key == "schema_version").values(value=str(schema.VERSION)))


def _make(engine: Engine) -> None:
    backend(engine).prepare(engine)
    with writing(engine) as connection, connection.begin():
        if inspect(connection).has_table("meta"):  # another process was here first
            return
        schema.metadata.create_all(connection)
        backend(engine).index(connection)
        connection.execute(insert(schema.meta).values(key="schema_version", value=str(schema.VERSION)))
