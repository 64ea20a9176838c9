"""A ledger in one SQLite file, or in memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event

from sayso.ledger.errors import LedgerError
from sayso.ledger.schema import as_json
from sayso.ledger.search import Term, fold, spread

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

MEMORY = ":memory:"
_BUSY_SECONDS = 30
"""How long one writer waits for another; a batch takes far less."""
_CACHE_KIB = 65_536
"""SQLite's own 2 MB would be read and written over and over while articles come in, at random places."""

# The index gets the words as `spread` has them, so that its tokenizer has nothing left to decide but to cut at spaces,
# and keeps no copy of the texts. Triggers keep it in step with `articles`, whoever writes there.
_KEEP = "INSERT INTO article_index(rowid, title, text) VALUES (new.number, spread(new.title), spread(new.text));"
_DROP = """INSERT INTO article_index(article_index, rowid, title, text)
    VALUES ('delete', old.number, spread(old.title), spread(old.text));"""
_INDEX = (
    "DROP TRIGGER IF EXISTS article_index_insert",
    "DROP TRIGGER IF EXISTS article_index_delete",
    "DROP TRIGGER IF EXISTS article_index_update",
    "DROP TABLE IF EXISTS article_index",
    "CREATE VIRTUAL TABLE article_index USING fts5(title, text, content='', tokenize='ascii')",
    f"CREATE TRIGGER article_index_insert AFTER INSERT ON articles BEGIN {_KEEP} END",
    f"CREATE TRIGGER article_index_delete AFTER DELETE ON articles BEGIN {_DROP} END",
    f"CREATE TRIGGER article_index_update AFTER UPDATE OF title, text ON articles BEGIN {_DROP} {_KEEP} END",
    "INSERT INTO article_index(rowid, title, text) SELECT number, spread(title), spread(text) FROM articles",
)


def engine(where: str, *, create: bool) -> Engine:
    """The database in a file or in memory (":memory:"). LedgerError where the file can't be a ledger."""
    if where == MEMORY:
        made = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}, json_serializer=as_json
        )
    else:
        _check(Path(where), create=create)
        url = URL.create("sqlite", database=where)
        made = create_engine(url, connect_args={"timeout": _BUSY_SECONDS}, json_serializer=as_json)
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def prepare(engine: Engine) -> None:
    """Let readers and the writer not wait for each other; before the first table is made."""
    # The journal's mode can't change within a transaction, so the driver does it, outside of any.
    driver = engine.raw_connection()
    driver.cursor().execute("PRAGMA journal_mode = WAL")
    driver.close()


def index(connection: Connection) -> None:
    """Make the full-text index anew."""
    for statement in _INDEX:
        connection.exec_driver_sql(statement)


def settle(_: Connection) -> None:
    """Nothing: the next number is always the highest there is and one."""


def _check(path: Path, *, create: bool) -> None:
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
    for name, function in (("fold", _fold), ("spread", _spread)):
        connection.create_function(name, 1, function, deterministic=True)
    connection.create_function("holds", 3, _holds, deterministic=True)


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _spread(text: str | None) -> str | None:
    return None if text is None else spread(text)


def _holds(text: str, words: str, prefix: int) -> bool:
    return Term(tuple(words.split(" ")), prefix=bool(prefix)).is_in(text)
