"""The ledger in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from sayso.ledger.schema import articles, claims, entities, failures, runs, voices

_SOURCES = 20
"""How many of the most quoted sources are listed."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims go under one label."""

    label: str
    claims: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a ledger holds. Each tally is sorted by count, the highest first, then by label.

    `words` are separated by white space. `first` and `last` are the earliest and latest publication dates, ISO
    prefixes. `source_kinds` counts a claim once for each kind in its chain, `sources` (the 20 most frequent) once
    for each named source, by the name that a pronoun stands for where that is known. The article's own voice is in
    neither.
    """

    articles: int
    words: int
    outlets: int
    claims: int
    entities: int
    first: str | None
    last: str | None
    kinds: tuple[Tally, ...]
    event_types: tuple[Tally, ...]
    factuality: tuple[Tally, ...]
    source_kinds: tuple[Tally, ...]
    sources: tuple[Tally, ...]
    models: tuple[str, ...]
    runs: int
    failures: int


def summarize(connection: Connection) -> Summary:
    """Count what the ledger holds, in the transaction of the connection."""
    total, words, outlets, first, last = connection.execute(
        select(
            func.count(),
            func.coalesce(func.sum(articles.c.words), 0),
            func.count(distinct(articles.c.outlet)),
            func.min(articles.c.published),
            func.max(articles.c.published),
        )
    ).one()
    return Summary(
        articles=total,
        words=words,
        outlets=outlets,
        claims=_count(connection, claims.c.claim_id),
        entities=_count(connection, entities.c.number),
        first=first,
        last=last,
        kinds=_tally(connection, select(claims.c.kind.label("label"))),
        event_types=_tally(connection, select(claims.c.event_type.label("label"))),
        factuality=_tally(connection, select(claims.c.factuality_label.label("label"))),
        source_kinds=_tally(connection, _in_chain(voices.c.source_kind)),
        sources=_tally(connection, _in_chain(_NAME).where(voices.c.named), limit=_SOURCES),
        models=tuple(connection.execute(select(articles.c.model).distinct().order_by(articles.c.model)).scalars()),
        runs=_count(connection, runs.c.run_id),
        failures=_count(connection, failures.c.number),
    )


_NAME: ColumnElement[str] = func.coalesce(voices.c.same_as_text, voices.c.text)


def _in_chain(label: ColumnElement[str]) -> Select[tuple[str, str, int]]:
    """Each label once for every claim in whose chain it is, but for the article's own voice."""
    which = select(label.label("label"), voices.c.article_id, voices.c.position)
    return which.where(voices.c.text.is_not(None)).distinct()


def _tally(connection: Connection, labels: Select[*tuple[object, ...]], limit: int | None = None) -> tuple[Tally, ...]:
    each = labels.subquery()
    number = func.count()
    query = select(each.c.label, number).where(each.c.label.is_not(None)).group_by(each.c.label)
    return tuple(Tally(*row) for row in connection.execute(query.order_by(number.desc(), each.c.label).limit(limit)))


def _count(connection: Connection, column: ColumnElement[object]) -> int:
    return connection.execute(select(func.count(column))).scalar_one()
