"""Which claims to look at next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Literal, TypeVar

from sqlalchemy import ColumnElement, Connection, exists, select

from sayso.ledger.conditions import Condition, conditions
from sayso.ledger.filter import Filter
from sayso.ledger.reader import claims_at
from sayso.ledger.rows import Stored
from sayso.ledger.schema import claims, decisions
from sayso.words.records import Claim

T = TypeVar("T")
Order = Literal["uncertainty", "position"]
EVEN = 0.5
"""A confidence that leaves the model's choice open."""
POOL = 8
"""So many times as many claims as wanted are looked at, to choose a mixture from."""


def queue(connection: Connection, which: Filter, by: Order, limit: int, skip: str | None) -> list[Claim]:
    """Claims that pass the filter and that the reviewer `skip` hasn't decided about, the first to look at first.

    By "position" they come as they stand in the articles. By "uncertainty" those come first whose confidence is
    nearest to 0.5, mixed, so that no article and no type of event fills the queue.
    """
    wanted = conditions(which)
    if skip is not None:
        own = decisions.c.claim_id == claims.c.claim_id, decisions.c.reviewer == skip, decisions.c.undone.is_(None)
        wanted.append(~exists().where(*own))
    if by == "position":
        keys = _rows(connection, wanted, limit, claims.c.article_id, claims.c.position)
    else:
        keys = mixed(_uncertain(connection, wanted, limit * POOL), _article_and_type)[:limit]
    found = claims_at(connection, [(row.article_id, row.position) for row in keys])
    return [found[row.article_id, row.position] for row in keys]


def _uncertain(connection: Connection, wanted: list[Condition], limit: int) -> list[Stored]:
    """The claims nearest to an even confidence from either side: two walks along one index."""
    confidence, key = claims.c.confidence, (claims.c.article_id, claims.c.position)
    above = _rows(connection, [*wanted, confidence >= EVEN], limit, confidence, *key)
    below = _rows(connection, [*wanted, confidence < EVEN], limit, confidence.desc(), *key)
    return sorted((*above, *below), key=_distance)[:limit]


def _rows(connection: Connection, wanted: list[Condition], limit: int, *order: ColumnElement[object]) -> list[Stored]:
    columns = claims.c.article_id, claims.c.position, claims.c.confidence, claims.c.event_type
    return list(connection.execute(select(*columns).where(*wanted).order_by(*order).limit(limit)))


def mixed(rows: Sequence[T], kinds: Callable[[T], tuple[Hashable, Hashable]]) -> list[T]:
    """Each row, the most urgent first, waits as many turns as there are more urgent ones of its article, and of its
    type of event; `kinds` gives the two.
    """
    articles: Counter[Hashable] = Counter()
    types: Counter[Hashable] = Counter()
    turns = []
    for article, event_type in map(kinds, rows):
        turns.append(articles[article] + types[event_type])
        articles[article] += 1
        types[event_type] += 1
    return [rows[i] for i in sorted(range(len(rows)), key=turns.__getitem__)]


def _article_and_type(row: Stored) -> tuple[Hashable, Hashable]:
    return row.article_id, row.event_type


def _distance(row: Stored) -> tuple[float, str, int]:
    return abs(row.confidence - EVEN), row.article_id, row.position
