"""A filter as conditions of SQL on the table `claims`. Every value goes in as a parameter."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, FromClause, exists, func, literal, or_, select

from sayso.ledger import fulltext
from sayso.ledger.filter import Filter
from sayso.ledger.schema import articles, claims, spans, voices
from sayso.ledger.search import fold, parse

Condition = ColumnElement[bool]


def conditions(which: Filter) -> list[Condition]:
    """What a row of `claims` must meet, all of it. LedgerError where the filter's text holds no word."""
    return [*_of_claim(which), *_of_article(which), *_of_voice(which), *_of_event(which), *_of_content(which)]


def _of_claim(which: Filter) -> Iterator[Condition]:
    equal = {
        claims.c.article_id: which.article,
        claims.c.kind: which.kind,
        claims.c.event_type: which.event_type,
        claims.c.factuality_label: which.factuality,
    }
    yield from (column == value for column, value in equal.items() if value is not None)
    if which.min_confidence is not None:
        yield claims.c.confidence >= which.min_confidence


def _of_article(which: Filter) -> Iterator[Condition]:
    own = articles.c.article_id == claims.c.article_id
    if which.outlet is not None:
        yield exists().where(own, contains(articles.c.outlet, which.outlet))
    published = select(articles.c.published).where(own).scalar_subquery()
    if which.since is not None:
        latest = func.coalesce(claims.c.time_latest, published)
        yield latest >= func.substr(literal(which.since), 1, func.length(latest))
    if which.until is not None:
        earliest = func.coalesce(claims.c.time_earliest, published)
        yield func.substr(earliest, 1, len(which.until)) <= which.until


def _of_voice(which: Filter) -> Iterator[Condition]:
    wanted: list[Condition] = []
    if which.source is not None:
        wanted.append(
            or_(
                contains(voices.c.text, which.source),
                contains(voices.c.same_as_text, which.source),
                voices.c.actor_id == which.source,
            )
        )
    if which.source_kind is not None:
        wanted.append(voices.c.source_kind == which.source_kind)
    if which.stance is not None:
        wanted.append(voices.c.stance == which.stance)
    if which.named is not None:
        wanted.append(voices.c.named.is_(which.named))
    if wanted:
        # The article's own voice, the last, has no text: it is in every chain and would answer for all.
        yield exists().where(*_same_claim(voices), voices.c.text.is_not(None), *wanted)


def _of_event(which: Filter) -> Iterator[Condition]:
    for role, value in (("actor", which.actor), ("recipient", which.recipient), ("place", which.place)):
        if value is not None:
            named = or_(contains(spans.c.text, value), contains(spans.c.name, value))
            known = or_(named, spans.c.actor_id == value, spans.c.place_id == value)
            yield exists().where(*_same_claim(spans), spans.c.role == role, known)
    if which.country is not None:
        yield exists().where(*_same_claim(spans), spans.c.role == "place", spans.c.country == which.country.upper())


def _of_content(which: Filter) -> Iterator[Condition]:
    if which.text is None:
        return
    terms = parse(which.text)
    # The index finds the articles; only their claims are looked at word by word.
    yield claims.c.article_id.in_(fulltext.found(terms).order_by(None))
    for term in terms:
        yield exists().where(*_same_claim(spans), spans.c.role == "content", fulltext.holds(spans.c.text, term))


def contains(column: ColumnElement[str | None], fragment: str) -> Condition:
    """Whether the column holds the fragment, in any case, with or without accents."""
    return fulltext.folded(column).contains(fold(fragment), autoescape=True)


def _same_claim(table: FromClause) -> tuple[Condition, Condition]:
    return table.c.article_id == claims.c.article_id, table.c.position == claims.c.position
