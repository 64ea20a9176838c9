"""Reading articles and claims back from the tables, page by page, each page in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, and_, exists, func, select, tuple_

from sayso.ledger.conditions import conditions
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.rows import Stored, article_of, claim_of
from sayso.ledger.schema import articles, claims, spans, voices
from sayso.words.records import Article, Claim

_CLAIMS_A_PAGE = 500
_ARTICLES_A_PAGE = 50

Key = tuple[str, int]
"""A claim's article and its position in it."""
START: Key = ("", -1)
"""Before every claim."""

K = TypeVar("K")
T = TypeVar("T")


def count_claims(connection: Connection, which: Filter) -> int:
    """How many claims pass the filter."""
    return connection.execute(select(func.count()).select_from(claims).where(*conditions(which))).scalar_one()


def key_of(connection: Connection, claim_id: str) -> Key:
    """Where a claim stands, as paging needs it. LedgerError for an unknown id."""
    row = connection.execute(select(claims).where(claims.c.claim_id == claim_id)).one_or_none()
    if row is None:
        raise LedgerError(f"there is no claim {claim_id!r} to go on after; start again without it")
    return row.article_id, row.position


def read_claims(engine: Engine, which: Filter, limit: int | None, after: Key) -> Iterator[Claim]:
    """The claims after a key that pass the filter, by article and position."""
    query = select(claims).where(*conditions(which)).order_by(claims.c.article_id, claims.c.position)
    place = tuple_(claims.c.article_id, claims.c.position)

    def fetch(after: Key, size: int) -> list[tuple[Key, Claim]]:
        with engine.begin() as connection:
            return _claims(connection, query.where(place > after).limit(size))

    return _pages(fetch, after, limit, _CLAIMS_A_PAGE)


def claims_at(connection: Connection, keys: Sequence[Key]) -> dict[Key, Claim]:
    """The claims of these keys."""
    return dict(_claims(connection, select(claims).where(_among(claims, keys))))


def claims_of(connection: Connection, article_id: str) -> list[Claim]:
    """All claims of one article by position, those that were rejected too."""
    query = select(claims).where(claims.c.article_id == article_id).order_by(claims.c.position)

    def fetch(after: Key, size: int) -> list[tuple[Key, Claim]]:
        return _claims(connection, query.where(claims.c.position > after[1]).limit(size))

    return list(_pages(fetch, (article_id, START[1]), None, _CLAIMS_A_PAGE))


def read_articles(engine: Engine, which: Filter, limit: int | None, after: str) -> Iterator[Article]:
    """The articles after an id with a claim that passes the filter; all articles where there is no condition."""
    query = select(articles).order_by(articles.c.article_id)
    if which != EVERYTHING:
        query = query.where(exists().where(claims.c.article_id == articles.c.article_id, *conditions(which)))

    def fetch(after: str, size: int) -> list[tuple[str, Article]]:
        with engine.begin() as connection:
            rows = connection.execute(query.where(articles.c.article_id > after).limit(size))
            return [(row.article_id, article_of(row)) for row in rows]

    return _pages(fetch, after, limit, _ARTICLES_A_PAGE)


def _pages(fetch: Callable[[K, int], list[tuple[K, T]]], after: K, limit: int | None, size: int) -> Iterator[T]:
    """What `fetch` gives after a key, a page at a time; no transaction is open while the caller works on one."""
    left = limit
    while left is None or left > 0:
        page = fetch(after, size if left is None else min(left, size))
        yield from (item for _, item in page)
        if len(page) < size:
            return
        after = page[-1][0]
        left = None if left is None else left - len(page)


def _claims(connection: Connection, query: Select[tuple[object, ...]]) -> list[tuple[Key, Claim]]:
    rows = connection.execute(query).all()
    keys = [(row.article_id, row.position) for row in rows]
    of_voices, of_spans = _parts(connection, voices, keys), _parts(connection, spans, keys)
    return [(key, claim_of(row, of_voices[key], of_spans[key])) for key, row in zip(keys, rows, strict=True)]


def _parts(connection: Connection, table: Table, keys: list[Key]) -> defaultdict[Key, list[Stored]]:
    parts: defaultdict[Key, list[Stored]] = defaultdict(list)
    query = select(table).where(_among(table, keys)).order_by(*table.primary_key)
    for row in connection.execute(query).all():
        parts[row.article_id, row.position].append(row)
    return parts


def _among(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    """Whether a row is of one of these claims. SQLite seeks no pairs in an index: the articles spare it the table."""
    pairs = tuple_(table.c.article_id, table.c.position).in_(keys)
    return and_(table.c.article_id.in_({article_id for article_id, _ in keys}), pairs)
