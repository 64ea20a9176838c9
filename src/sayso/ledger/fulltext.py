"""What the queries ask of texts: three functions that SQLite and PostgreSQL each bring under the same names.

`fold(text)` is the text in lower case without accents, `holds(text, words, prefix)` whether it meets a term, and
`article_index(query)` the rows of the full-text index, with their rank, that meet a query. `sqlite.py` and
`postgres.py` give them their meaning, that of `search.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Boolean, ColumnElement, Select, String, column, func, select

from sayso.ledger.schema import articles
from sayso.ledger.search import Term


def folded(text: ColumnElement[str] | ColumnElement[str | None]) -> ColumnElement[str]:
    """The text in lower case and without accents, null as null."""
    return func.fold(text, type_=String)


def holds(text: ColumnElement[str], term: Term) -> ColumnElement[bool]:
    """Whether the text meets the term."""
    return func.holds(text, " ".join(term.words), term.prefix, type_=Boolean)


def found(terms: Sequence[Term]) -> Select[str]:
    """Ids of the articles whose title and text together meet every term, best first."""
    query = " AND ".join(map(_phrase, terms))
    index = func.article_index(query).table_valued(column("rowid"), column("rank"))
    return (
        select(articles.c.article_id)
        .join_from(index, articles, articles.c.number == index.c.rowid)
        .order_by(index.c.rank, articles.c.article_id)
    )


def _phrase(term: Term) -> str:
    # Words hold letters and digits only (search.py), so no sign in them ends the quotation.
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")
