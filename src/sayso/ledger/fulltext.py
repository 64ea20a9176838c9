"""The full-text index and the functions on text that the queries use: SQLite's, behind four functions.

Another database gives its own: PostgreSQL a tsvector column with a GIN index, `unaccent(lower(…))` and `@@`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, ColumnElement, Connection, Select, String, column, func, literal_column, select, table

from sayso.ledger.schema import articles
from sayso.ledger.search import Term, fold

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

# The index keeps no second copy of the texts; triggers keep it in step with `articles`, whoever writes there.
_INDEX = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS article_index USING fts5(
        title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER IF NOT EXISTS article_index_insert AFTER INSERT ON articles BEGIN
        INSERT INTO article_index(rowid, title, text) VALUES (new.number, new.title, new.text);
    END""",
    """CREATE TRIGGER IF NOT EXISTS article_index_delete AFTER DELETE ON articles BEGIN
        INSERT INTO article_index(article_index, rowid, title, text)
            VALUES ('delete', old.number, old.title, old.text);
    END""",
    """CREATE TRIGGER IF NOT EXISTS article_index_update AFTER UPDATE OF title, text ON articles BEGIN
        INSERT INTO article_index(article_index, rowid, title, text)
            VALUES ('delete', old.number, old.title, old.text);
        INSERT INTO article_index(rowid, title, text) VALUES (new.number, new.title, new.text);
    END""",
)
_index = table("article_index", column("rowid"), column("rank"))


def install(connection: DBAPIConnection) -> None:
    """Give a new connection the functions `fold` and `holds`."""
    connection.create_function("fold", 1, _fold, deterministic=True)
    connection.create_function("holds", 3, _holds, deterministic=True)


def create(connection: Connection) -> None:
    """Make the index in a new ledger."""
    for statement in _INDEX:
        connection.exec_driver_sql(statement)


def folded(text: ColumnElement[str | None]) -> ColumnElement[str]:
    """The text in lower case and without accents, null as null."""
    return func.fold(text, type_=String)


def holds(text: ColumnElement[str], term: Term) -> ColumnElement[bool]:
    """Whether the text meets the term."""
    return func.holds(text, " ".join(term.words), term.prefix, type_=Boolean)


def found(terms: Sequence[Term]) -> Select[str]:
    """Ids of the articles whose title and text together meet every term, best first."""
    query = " AND ".join(map(_phrase, terms))
    return (
        select(articles.c.article_id)
        .join_from(_index, articles, articles.c.number == _index.c.rowid)
        .where(literal_column("article_index").op("MATCH", is_comparison=True)(query))
        .order_by(_index.c.rank, articles.c.article_id)
    )


def _phrase(term: Term) -> str:
    # Words hold letters and digits only (search.py), so no sign in them ends the quotation.
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _holds(text: str, words: str, prefix: int) -> bool:
    return Term(tuple(words.split(" ")), prefix=bool(prefix)).is_in(text)
