"""docs/ledger.md says what there is. `python -m tests.ledger.test_docs` writes its tables anew."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import Table, make_url
from sqlalchemy.schema import CreateTable

from sayso.ledger import Ledger
from sayso.ledger.flat import ARTICLE_COLUMNS, CLAIM_COLUMNS
from sayso.ledger.schema import metadata
from tests.ledger.build import MODEL, dossier

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"


def generated() -> Mapping[str, str]:
    """The parts of the page that code knows, by the name of their marks."""
    return {
        "tables": "\n\n".join(map(_table, metadata.sorted_tables)),
        "claim columns": _columns(CLAIM_COLUMNS),
        "article columns": _columns(ARTICLE_COLUMNS),
    }


def _table(table: Table) -> str:
    key = ", ".join(f"`{column.name}`" for column in table.primary_key)
    columns = {column.name: column.comment or "" for column in table.columns}
    return f"### `{table.name}`: {table.comment}\n\nKey: {key}.\n\n{_columns(columns)}"


def _columns(columns: Mapping[str, str]) -> str:
    rows = [f"| `{name}` | {meaning} |" for name, meaning in columns.items()]
    return "\n".join(["| Column | Holds |", "|---|---|", *rows])


def _marked(page: str, name: str, text: str) -> str:
    return re.sub(
        rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m: f"{m[1]}{text}\n{m[2]}", page, flags=re.DOTALL
    )


@pytest.mark.parametrize("name", ["tables", "claim columns", "article columns"])
def test_the_page_lists_every_table_and_column(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"<!-- {name} -->" in page
    assert _marked(page, name, generated()[name]) == page, "run: python -m tests.ledger.test_docs"


def test_the_queries_of_the_page_run(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "claims.db") as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
    queries = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    database = sqlite3.connect(tmp_path / "claims.db")
    answers = [database.execute(query).fetchall() for query in queries]
    database.close()
    assert answers == [
        [("2018-10-16", "A resident", "killed", "anyone was killed")],
        [("a" * 16, "Shelling near Idlib")],
    ]


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_the_schema_is_no_database_s_own(table: Table) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=make_url("postgresql://").get_dialect()()))


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    for name, text in generated().items():
        page = _marked(page, name, text)
    PAGE.write_text(page, encoding="utf-8")
