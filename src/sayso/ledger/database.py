"""The database behind a ledger: opening it, what it must be, and how its transactions begin.

Everything that is SQLite's own stands here and in `fulltext.py`; PostgreSQL will get a second function beside
`_sqlite`, and `_upgrade` the migrations that add more than columns and tables.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from sqlite3 import Error as DriverError
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, insert, inspect, select, update
from sqlalchemy.schema import CreateColumn

from sayso.ledger import fulltext, schema
from sayso.ledger.errors import LedgerError

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
    from sqlalchemy.pool import ConnectionPoolEntry

_BUSY_SECONDS = 30
"""How long one writer waits for another; a batch takes far less."""
_CACHE_KIB = 65_536
"""SQLite's own 2 MB would be read and written over and over while articles come in, at random places."""
_as_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
"""Names stay readable to whoever looks into the file by hand."""


def connect(where: str | Path, *, create: bool) -> Engine:
    """The database in a file or in memory (":memory:"), made if it's new. LedgerError where it is no ledger."""
    engine = _sqlite(where, create=create)
    try:
        _prepare(engine, where, create=create)
    except LedgerError:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Connection:
    """A connection whose transaction holds the write lock from its start, so that it never fails halfway."""
    return engine.connect().execution_options(writing=True)


def _sqlite(where: str | Path, *, create: bool) -> Engine:
    if str(where) == ":memory:":
        engine = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}, json_serializer=_as_json
        )
    else:
        _check_path(where, create=create)
        engine = create_engine(
            URL.create("sqlite", database=str(where)), connect_args={"timeout": _BUSY_SECONDS}, json_serializer=_as_json
        )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", partial(_explain, where))
    return engine


def _check_path(where: str | Path, *, create: bool) -> None:
    if "://" in str(where):
        raise LedgerError(f"{where}: a ledger is a file so far; give a path such as claims.db")
    path = Path(where)
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; give a file in it, such as {path / 'claims.db'}")
    if not path.exists() and not create:
        raise LedgerError(f"there is no ledger {path}; `sayso read PATH --ledger {path}` makes one")
    if path.is_file() and not _may_be_sqlite(path):
        raise LedgerError(f"{path} is no ledger; give another file")
    if not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent} to make the ledger {path.name} in")


def _may_be_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) in {b"", b"SQLite format 3\x00"}


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # SQLAlchemy begins transactions by `_begin`; the driver's own way wouldn't cover reading.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    fulltext.install(connection)


def _explain(where: str | Path, context: ExceptionContext) -> None:
    error = context.original_exception
    if isinstance(error, DriverError):
        raise LedgerError(f"the ledger {where} can't be used: {error}") from error


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _prepare(engine: Engine, where: str | Path, *, create: bool) -> None:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        version = _version(connection) if "meta" in tables else None
    if version is not None:
        _check_version(version, where)
        return None if version == str(schema.VERSION) else _upgrade(engine)
    if tables or not create:
        raise LedgerError(f"{where} is no ledger but another database; give another file")
    return _make(engine)


def _version(connection: Connection) -> str | None:
    meta = schema.meta
    return connection.execute(select(meta.c.value).where(meta.c.key == "schema_version")).scalar()


def _check_version(version: str, where: str | Path) -> None:
    if not (version.isdigit() and 0 < int(version) <= schema.VERSION):
        raise LedgerError(
            f"{where} has schema version {version}, this Sayso reads {schema.VERSION}; "
            "open it with the version of Sayso that wrote it, or a newer one"
        )


def _upgrade(engine: Engine) -> None:
    """Give a ledger of an older version the tables and columns that it lacks; nothing that it holds changes."""
    with writing(engine) as connection, connection.begin():
        if _version(connection) == str(schema.VERSION):  # another process was here first
            return
        held = inspect(connection)
        for table in schema.metadata.sorted_tables:
            if not held.has_table(table.name):
                continue
            there = {column["name"] for column in held.get_columns(table.name)}
            for column in table.columns:
                if column.name not in there:
                    add = f"ALTER TABLE {table.name} ADD COLUMN {CreateColumn(column).compile(dialect=engine.dialect)}"
                    connection.exec_driver_sql(add)
            for index in table.indexes:
                index.create(connection, checkfirst=True)
        schema.metadata.create_all(connection)
        meta = schema.meta
        connection.execute(update(meta).where(meta.c.key == "schema_version").values(value=str(schema.VERSION)))


def _make(engine: Engine) -> None:
    # The journal's mode can't change within a transaction, so the driver does it, outside of any.
    driver = engine.raw_connection()
    driver.cursor().execute("PRAGMA journal_mode = WAL")
    driver.close()
    with writing(engine) as connection, connection.begin():
        schema.metadata.create_all(connection)
        fulltext.create(connection)
        if _version(connection) is None:
            connection.execute(insert(schema.meta).values(key="schema_version", value=str(schema.VERSION)))
