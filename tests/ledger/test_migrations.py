"""Ledgers of older versions, written down in `versions/` as their own Sayso wrote them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from sayso.ledger import Filter, Ledger, LedgerError, schema

VERSIONS = sorted(Path(__file__).with_name("versions").glob("*.sql"))
# SQLite's own, until version 2.
INDEX = """
CREATE VIRTUAL TABLE article_index USING fts5(
    title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER article_index_insert AFTER INSERT ON articles BEGIN
    INSERT INTO article_index(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
"""
# PostgreSQL came with version 3: the older tables as they would have been there.
IN_POSTGRESQL = {
    r"\) WITHOUT ROWID": ")",
    r"\(\s*number INTEGER NOT NULL": "(number SERIAL",
    r"\b(VARCHAR|TEXT)\b": r'\1 COLLATE "C"',
    r"\bDOUBLE\b": "DOUBLE PRECISION",
}


def write(where: str, version: Path) -> None:
    """Make a ledger of an older version."""
    script = version.read_text(encoding="utf-8")
    if "://" not in where:
        with closing(sqlite3.connect(where)) as file:
            file.executescript(script.replace("INSERT INTO meta", f"{INDEX}INSERT INTO meta"))
        return
    for theirs, ours in IN_POSTGRESQL.items():
        script = re.sub(theirs, ours, script)
    with psycopg.connect(where) as server:
        server.execute(script.encode())


def held(where: str, columns: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """Every row of these tables."""
    with closing(psycopg.connect(where) if "://" in where else sqlite3.connect(where)) as database:
        queries = {table: f"SELECT {', '.join(names)} FROM {table}" for table, names in columns.items()}
        return {table: sorted(database.execute(query).fetchall(), key=repr) for table, query in queries.items()}


TABLE = re.compile(r"CREATE TABLE (\w+) \((.*?)\n\)", re.DOTALL)
COLUMN = re.compile(r"\b(\w+)\"? (?:INTEGER|VARCHAR|TEXT|JSON|DOUBLE|BOOLEAN)")


def columns_of(version: Path) -> dict[str, list[str]]:
    return {table: COLUMN.findall(body) for table, body in TABLE.findall(version.read_text(encoding="utf-8"))}


def is_ours(name: str | None, kind: str, _: object) -> bool:
    """Whether it is no table of the full-text index, which is each database's own."""
    return not (kind == "table" and str(name).startswith("article_"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_an_older_ledger_gets_what_it_lacks_and_keeps_what_it_holds(where: str, version: Path) -> None:
    write(where, version)
    columns = {table: names for table, names in columns_of(version).items() if table != "meta"}
    before = held(where, columns)
    with Ledger.open(where) as ledger:
        assert [claim.predicate.text for claim in ledger.claims(Filter(source="ministry"))] == ["shelled"]
        assert [hit.title for hit in ledger.search("erdogan sochi")] == ["Shelling near Idlib"]
        with ledger.transaction() as connection:
            context = MigrationContext.configure(connection, opts={"include_name": is_ours})
            differences = map(repr, compare_metadata(context, schema.metadata))
            assert [one for one in differences if "modify_comment" not in one and "add_table_comment" not in one] == []
    assert held(where, columns) == before
    assert [len(rows) for rows in before.values() if not rows] == []
    Ledger.open(where, create=False).close()


def test_every_version_since_the_first_is_tried() -> None:
    assert [path.stem for path in VERSIONS] == [f"v{number}" for number in range(1, schema.VERSION)]


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(where, VERSIONS[0])
    with monkeypatch.context() as patched:
        patched.setattr("sayso.ledger.sqlite.index", _fail)
        patched.setattr("sayso.ledger.postgres.index", _fail)
        with pytest.raises(LedgerError, match="no room left"):
            Ledger.open(where)
    assert held(where, {"meta": ["key", "value"]})["meta"] == [("schema_version", "1")]
    Ledger.open(where).close()


def _fail(*_: object) -> None:
    raise LedgerError("no room left")


def test_a_newer_ledger_is_refused(where: str) -> None:
    with Ledger.open(where) as ledger, ledger.transaction(writing=True) as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    with pytest.raises(LedgerError, match=f"schema version 99, this Sayso reads {schema.VERSION}"):
        Ledger.open(where)
