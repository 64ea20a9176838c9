"""docs/ledger.md says what there is. `python -m tests.ledger.test_docs` writes its tables anew."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Table, make_url
from sqlalchemy.schema import CreateTable

from sayso.ledger import Ledger
from sayso.ledger.schema import metadata
from tests.ledger.build import MODEL, dossier

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"


def tables() -> str:
    """The part of the page that code knows."""
    return "\n\n".join(map(_table, metadata.sorted_tables))


def _table(table: Table) -> str:
    key = ", ".join(f"`{column.name}`" for column in table.primary_key)
    columns = {column.name: column.comment or "" for column in table.columns}
    return f"### `{table.name}`: {table.comment}\n\nKey: {key}.\n\n{_columns(columns)}"


def _columns(columns: Mapping[str, str]) -> str:
    rows = [f"| `{name}` | {meaning} |" for name, meaning in columns.items()]
    return "\n".join(["| Column | Holds |", "|---|---|", *rows])


def with_tables(page: str) -> str:
    """The page with its tables as they are now."""
    return re.sub(
        r"(<!-- tables -->\n).*?(<!-- /tables -->)", lambda m: f"{m[1]}{tables()}\n{m[2]}", page, flags=re.DOTALL
    )


def test_the_page_lists_every_table_and_column() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "<!-- tables -->" in page
    assert with_tables(page) == page, "run: python -m tests.ledger.test_docs"


def test_the_queries_of_the_page_run(where: str) -> None:
    with Ledger.open(where) as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
    queries = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    with closing(psycopg.connect(where) if "://" in where else sqlite3.connect(where)) as database:
        answers = [database.execute(query).fetchall() for query in queries]
    assert answers == [
        [("2018-10-16", "A resident", "killed", "anyone was killed")],
        [("a" * 16, "Shelling near Idlib")],
    ]


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_the_schema_is_no_database_s_own(table: Table) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=make_url("postgresql://").get_dialect()()))


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
