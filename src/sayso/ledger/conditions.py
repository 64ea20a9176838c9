"""A filter as conditions of SQL on the table `claims`. Every value goes in as a parameter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from sqlalchemy import ColumnElement, FromClause, and_, exists, false, func, literal, not_, or_, select, true

from sayso.ledger import fulltext
from sayso.ledger.filter import Alternatives, Filter, alternatives, whole
from sayso.ledger.schema import articles, claims, comments, decisions, spans, voices
from sayso.ledger.search import fold, parse

Condition = ColumnElement[bool]
_Column = ColumnElement[str] | ColumnElement[str | None]


def conditions(which: Filter) -> list[Condition]:
    """What a row of `claims` must meet, all of it. LedgerError where the filter's text holds no word."""
    # A condition on a null is null, and so would be its opposite: that a claim without a type is no assault.
    excluded = [not_(func.coalesce(and_(true(), *_conditions(one)), false())) for one in which.excluded()]
    return [*_conditions(which), *excluded]


def _conditions(which: Filter) -> list[Condition]:
    parts = (_of_claim, _of_review, _of_article, _of_time, _of_voice, _of_event, _of_content)
    return [condition for part in parts for condition in part(which)]


def _of_claim(which: Filter) -> Iterator[Condition]:
    equal: dict[_Column, Alternatives] = {
        claims.c.article_id: which.article,
        claims.c.kind: which.kind,
        claims.c.event_type: which.event_type,
        claims.c.event_mode: which.mode,
        claims.c.factuality_label: which.factuality,
    }
    yield from (_among(column, value) for column, value in equal.items() if value is not None)
    if which.min_confidence is not None:
        yield claims.c.confidence >= which.min_confidence
    if which.max_confidence is not None:
        yield claims.c.confidence < which.max_confidence


def _of_review(which: Filter) -> Iterator[Condition]:
    if (states := which.states) is None:
        yield claims.c.review.is_distinct_from("rejected")
    elif which.review != "any":
        yield or_(*(claims.c.review.is_not_distinct_from(state) for state in states))
    if which.reviewer is not None:
        by = decisions.c.reviewer.in_(alternatives(which.reviewer))
        yield exists().where(decisions.c.claim_id == claims.c.claim_id, decisions.c.undone.is_(None), by)
    if which.commented is not None:
        yield _whether(exists().where(comments.c.claim_id == claims.c.claim_id), wanted=which.commented)


def _of_article(which: Filter) -> Iterator[Condition]:
    own = articles.c.article_id == claims.c.article_id
    if which.outlet is not None:
        yield exists().where(own, _alike([articles.c.outlet], which.outlet))
    if which.language is not None:
        yield exists().where(own, _among(articles.c.language, which.language))
    if which.published is not None:
        begins = partial(_begins, articles.c.published)
        yield exists().where(own, _any(which.published, begins, articles.c.published.is_(None)))


def _of_time(which: Filter) -> Iterator[Condition]:
    published = select(articles.c.published).where(articles.c.article_id == claims.c.article_id).scalar_subquery()
    if which.since is not None:
        latest = func.coalesce(claims.c.time_latest, published)
        yield latest >= func.substr(literal(which.since), 1, func.length(latest))
    if which.until is not None:
        earliest = func.coalesce(claims.c.time_earliest, published)
        yield func.substr(earliest, 1, len(which.until)) <= which.until
    if which.deadline is not None:
        due = exists().where(*_same_claim(spans), spans.c.role == "time", spans.c.deadline.is_(True))
        yield _whether(due, wanted=which.deadline)


def _of_voice(which: Filter) -> Iterator[Condition]:
    """One voice must meet all; where "" is among the alternatives, it need not, if the claim has none of the kind."""
    any_voice = voices.alias()  # not the one that is asked about
    asked: list[tuple[Alternatives, Callable[[str], Condition], _Column]] = [
        (which.source, _source, any_voice.c.text),
        (which.source_id, voices.c.actor_id.__eq__, any_voice.c.actor_id),
        (which.source_kind, voices.c.source_kind.__eq__, any_voice.c.source_kind),
        (which.stance, voices.c.stance.__eq__, any_voice.c.stance),
    ]
    of_voice: list[Condition] = [] if which.named is None else [voices.c.named.is_(which.named)]
    of_claim: list[Condition] = [] if which.named is None else [false()]
    for value, meets, column in asked:
        if value is not None:
            none = not_(_voiced(any_voice, column.is_not(None))) if "" in alternatives(value) else false()
            of_voice.append(or_(*map(meets, filter(None, alternatives(value))), none))
            of_claim.append(none)
    if of_voice:
        yield or_(_voiced(voices, *of_voice), and_(*of_claim))


def _voiced(table: FromClause, *wanted: Condition) -> Condition:
    # The article's own voice, the last, has no text: it is in every chain and would answer for all.
    # Named, since SQLAlchemy finds the claim by itself only one query further out, and one may stand within another.
    return exists().where(*_same_claim(table), table.c.text.is_not(None), *wanted).correlate(claims)


def _source(value: str) -> Condition:
    return or_(_alike([voices.c.text, voices.c.same_as_text], value), voices.c.actor_id == value)


def _of_event(which: Filter) -> Iterator[Condition]:
    for role, value in (("actor", which.actor), ("recipient", which.recipient), ("place", which.place)):
        if value is not None:
            yield _any(value, partial(_mentioned, role), not_(_some(role)))
    exact: list[tuple[str, _Column, Alternatives]] = [
        ("actor", spans.c.actor_id, which.actor_id),
        ("recipient", spans.c.actor_id, which.recipient_id),
        ("place", spans.c.place_id, which.place_id),
        ("place", spans.c.country, which.country and tuple(map(str.upper, alternatives(which.country)))),
    ]
    for role, column, value in exact:
        if value is not None:
            yield _any(value, partial(_exactly, role, column), not_(_some(role, column.is_not(None))))
    if which.bbox is not None:
        west, south, east, north = which.bbox
        across = or_ if west > east else and_
        inside = across(spans.c.lon >= west, spans.c.lon <= east)
        yield _some("place", spans.c.lat.between(south, north), inside)


def _mentioned(role: str, value: str) -> Condition:
    known = or_(_alike([spans.c.text, spans.c.name], value), spans.c.actor_id == value, spans.c.place_id == value)
    return _some(role, known)


def _exactly(role: str, column: _Column, value: str) -> Condition:
    return _some(role, column == value)


def _some(role: str, *wanted: Condition) -> Condition:
    return exists().where(*_same_claim(spans), spans.c.role == role, *wanted)


def _of_content(which: Filter) -> Iterator[Condition]:
    if which.text is not None:
        yield or_(*map(_held, alternatives(which.text)))


def _held(query: str) -> Condition:
    terms = parse(query)
    # The index finds the articles; only their claims are looked at word by word.
    here = claims.c.article_id.in_(fulltext.found(terms).order_by(None))
    return and_(here, *(_some("content", fulltext.holds(spans.c.text, term)) for term in terms))


def contains(column: _Column, fragment: str) -> Condition:
    """Whether the column holds the fragment, in any case, with or without accents."""
    return fulltext.folded(column).contains(fold(fragment), autoescape=True)


def _alike(columns: Sequence[_Column], value: Alternatives) -> Condition:
    """Whether one of the columns holds a fragment, or is one that stands in quotes; "" where the first is null."""
    return _any(value, lambda one: or_(*(_like(column, one) for column in columns)), columns[0].is_(None))


def _like(column: _Column, value: str) -> Condition:
    exact = whole(value)
    return contains(column, value) if exact is None else fulltext.folded(column) == fold(exact)


def _among(column: _Column, value: Alternatives) -> Condition:
    return _any(value, column.__eq__, column.is_(None))


def _begins(column: _Column, prefix: str) -> Condition:
    return column.startswith(prefix, autoescape=True)


def _any(value: Alternatives, meets: Callable[[str], Condition], none: Condition) -> Condition:
    """Whether one of the alternatives is met; the empty text by `none`."""
    return or_(*(meets(one) if one else none for one in alternatives(value)))


def _whether(condition: Condition, *, wanted: bool) -> Condition:
    return condition if wanted else not_(condition)


def _same_claim(table: FromClause) -> tuple[Condition, Condition]:
    return table.c.article_id == claims.c.article_id, table.c.position == claims.c.position
