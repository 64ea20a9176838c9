"""Finding one article by what a person would type."""

from __future__ import annotations

from sqlalchemy import Connection, func, or_, select

from sayso.ledger.conditions import contains
from sayso.ledger.errors import LedgerError
from sayso.ledger.rows import Stored, article_of
from sayso.ledger.schema import articles
from sayso.words.records import Article

_CANDIDATES = 10
"""How many articles an error lists."""


def find_article(connection: Connection, name: str) -> Article:
    """The one article of that id, prefix of an id, path or title, or else with that fragment in its path or title.

    LedgerError lists the candidates where there are several, and says so where there is none.
    """
    found = _candidates(connection, name)
    if len(found) != 1:
        raise LedgerError(_several(name, found) if found else _none(connection, name))
    return article_of(connection.execute(select(articles).where(articles.c.article_id == found[0].article_id)).one())


def _candidates(connection: Connection, name: str) -> list[Stored]:
    listed = select(articles.c.article_id, articles.c.title, articles.c.path).order_by(articles.c.article_id)
    found: list[Stored] = []
    for condition in (
        articles.c.article_id == name,
        articles.c.article_id.startswith(name, autoescape=True),
        or_(articles.c.path == name, articles.c.title == name),
        or_(contains(articles.c.path, name), contains(articles.c.title, name)),
    ):
        found.extend(connection.execute(listed.where(condition).limit(_CANDIDATES + 1)))
        if found:
            break
    return found


def _several(name: str, found: list[Stored]) -> str:
    lines = [f"  {row.article_id}  {row.title or '(no title)'}  {row.path or ''}".rstrip() for row in found]
    more = ["  and more"] if len(found) > _CANDIDATES else []
    return "\n".join([f"{name!r} fits several articles; name one by its id:", *lines[:_CANDIDATES], *more])


def _none(connection: Connection, name: str) -> str:
    total = connection.execute(select(func.count()).select_from(articles)).scalar_one()
    return f"none of the {total} articles has an id, a title or a path like {name!r}"
