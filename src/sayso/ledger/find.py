"""Finding one article, or one claim, by what a person would type."""

from __future__ import annotations

from sqlalchemy import Connection, exists, func, or_, select

from sayso.ledger.conditions import contains
from sayso.ledger.errors import LedgerError
from sayso.ledger.reader import Key, claims_at
from sayso.ledger.rows import Stored, article_of
from sayso.ledger.schema import articles, claims, spans
from sayso.words import lines
from sayso.words.records import Article, Claim

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


def find_claim(connection: Connection, name: str) -> Claim:
    """The one claim of that id, or prefix of an id, or else with those words in its content.

    LedgerError lists the candidates where there are several, and says so where there is none.
    """
    held = exists().where(
        spans.c.article_id == claims.c.article_id,
        spans.c.position == claims.c.position,
        spans.c.role == "content",
        contains(spans.c.text, name),
    )
    keys: list[Key] = []
    for condition in (claims.c.claim_id == name, claims.c.claim_id.startswith(name, autoescape=True), held):
        if not keys and name:
            listed = select(claims.c.article_id, claims.c.position).where(condition).limit(_CANDIDATES + 1)
            keys = [(row.article_id, row.position) for row in connection.execute(listed)]
    found = list(claims_at(connection, keys).values())
    if len(found) != 1:
        ids = "".join(f"\n  {claim.claim_id}  {lines.line(claim)}" for claim in found[:_CANDIDATES])
        several = f"{name!r} fits several claims; name one by its id:{ids}"
        raise LedgerError(several if found else f"no claim has an id or a content like {name!r}")
    return found[0]


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
