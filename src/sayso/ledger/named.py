"""The places, actors and dates that a ledger's claims name, with counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Literal, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    distinct,
    func,
    literal,
    select,
    true,
    union_all,
)

from sayso.ledger.conditions import conditions
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import Filter
from sayso.ledger.schema import claims, resolutions, spans, voices

Period = Literal["year", "month", "day"]
_LENGTHS: dict[Period, int] = {"year": 4, "month": 7, "day": 10}


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place of events: how many claims, in how many articles. Coordinates are decimal degrees (WGS 84)."""

    place_id: str
    name: str
    country: str | None
    admin1: str | None
    precision: str | None
    lat: float | None
    lon: float | None
    claims: int
    articles: int


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor: how many claims have it as actor, as recipient and as a source, and in how many articles it is.

    `name` is the list's, or the article's own where the list doesn't hold it.
    """

    actor_id: str
    name: str
    type: str
    country: str | None
    actor: int
    recipient: int
    source: int
    articles: int


@dataclass(frozen=True, slots=True)
class Tick:
    """One stretch of the timeline: an ISO prefix and the claims whose event lies in it, by how they present it.

    `forecasts` are of events that will happen, are planned, demanded or possible.
    """

    period: str
    claims: int
    happened: int
    denied: int
    forecasts: int
    articles: int


def places(connection: Connection, which: Filter) -> tuple[PlaceCount, ...]:
    """The places of events in the claims that pass the filter, the most frequent first."""
    here = spans.alias()  # a filter asks for spans of its own
    counted = func.count(distinct(claims.c.claim_id))
    # Of "exact" and "near", which claims name the same place by, the first; of other columns all are the same.
    known = [func.min(here.c[field.name]).label(field.name) for field in fields(PlaceCount)[1:7]]
    of_articles = func.count(distinct(claims.c.article_id)).label("articles")
    query = (
        select(here.c.place_id, *known, counted.label("claims"), of_articles)
        .join(claims, _of_claim(here))
        .where(here.c.role == "place", here.c.place_id.is_not(None), *conditions(which))
        .group_by(here.c.place_id)
        .order_by(counted.desc(), here.c.place_id)
    )
    return tuple(PlaceCount(**row._mapping) for row in connection.execute(query))


def actors(connection: Connection, which: Filter) -> tuple[ActorCount, ...]:
    """The actors, recipients and sources of the claims that pass the filter, the most frequent first."""
    parts = union_all(*_parts(which)).subquery()
    names = _names(connection)
    roles = [func.count(distinct(case((parts.c.role == role, parts.c.claim_id)))) for role in _ROLES]
    total = func.count(distinct(parts.c.claim_id))
    query = (
        select(parts.c.actor_id, func.max(parts.c.country), *roles, func.count(distinct(parts.c.article_id)))
        .group_by(parts.c.actor_id)
        .order_by(total.desc(), parts.c.actor_id)
    )
    return tuple(
        ActorCount(row.actor_id, *names.get(row.actor_id, (row.actor_id, "unlisted")), *row[1:])
        for row in connection.execute(query)
    )


def timeline(connection: Connection, which: Filter, period: Period) -> tuple[Tick, ...]:
    """The claims that pass the filter and whose event has a date at least as precise as the period, in order."""
    if period not in _LENGTHS:
        raise LedgerError(f"period is {period!r}; it must be one of {', '.join(get_args(Period))}")
    length = _LENGTHS[period]
    start = func.substr(claims.c.time_earliest, 1, length)
    label = claims.c.factuality_label
    query = (
        select(
            start,
            func.count(),
            _sum(label.in_(_REAL)),
            _sum(label == "did_not_happen"),
            _sum(label.in_(_AHEAD)),
            func.count(distinct(claims.c.article_id)),
        )
        .where(func.length(claims.c.time_earliest) >= length)
        .where(start == func.substr(claims.c.time_latest, 1, length), *conditions(which))
        .group_by(start)
        .order_by(start)
    )
    return tuple(Tick(*row) for row in connection.execute(query))


_ROLES = ("actor", "recipient", "source")
_REAL = ("happened",)
_AHEAD = ("will", "planned", "demanded", "possible", "conditional")


def _parts(which: Filter) -> Iterable[Select[*tuple[object, ...]]]:
    """Each actor of each claim with its role."""
    parts, voiced = spans.alias(), voices.alias()  # a filter asks for spans and voices of its own
    parties = parts.c.role.in_(_ROLES)
    for table, role, wanted in ((parts, parts.c.role, parties), (voiced, literal("source"), true())):
        columns = (claims.c.claim_id, claims.c.article_id, table.c.actor_id, table.c.country)
        query = select(*columns, role.label("role")).join(table, _of_claim(table))
        yield query.where(table.c.actor_id.is_not(None), wanted, *conditions(which))


def _names(connection: Connection) -> dict[str, tuple[str, str]]:
    """Name and type of every actor that was chosen for some mention."""
    query = (
        select(resolutions.c.chosen_id, func.min(resolutions.c.name), func.min(resolutions.c.type))
        .where(resolutions.c.kind == "actor", resolutions.c.chosen_id.is_not(None))
        .group_by(resolutions.c.chosen_id)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def _of_claim(table: FromClause) -> ColumnElement[bool]:
    return and_(table.c.article_id == claims.c.article_id, table.c.position == claims.c.position)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
