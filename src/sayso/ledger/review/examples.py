"""Decided claims as examples to train on: the paragraphs that a claim stands in, and the claim with offsets there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Connection, select

from sayso.ledger.review import held
from sayso.ledger.review.applying import Settled, settle_all
from sayso.ledger.review.editing import PERSON
from sayso.ledger.rows import article_of, roles
from sayso.ledger.schema import articles, decisions
from sayso.words.records import Article, Claim, Event, Mention, Moment, Place, Quantity, Span, Voice

T = TypeVar("T", Span, Mention, Place, Moment, Quantity)


@dataclass(frozen=True, slots=True)
class Example:
    """One decided claim. Every span of `claim` and `before` points into `text`, which is `article.text[start:]` as far
    as it goes.

    `positive` says whether the text makes this claim. `review` is a key of `review_states`, never "disputed".
    `before` is the claim as the model gave it, None for one that a person added. `reviewers` is how many agree.
    """

    article_id: str
    language: str | None
    start: int
    text: str
    positive: bool
    review: str
    reviewers: int
    claim: Claim
    before: Claim | None


def examples(connection: Connection, article_id: str) -> Iterator[Example]:
    """The examples of one article, by the number of the first decision about each claim."""
    article = article_of(connection.execute(select(articles).where(articles.c.article_id == article_id)).one())
    holding = held.holding(connection, article_id)
    for one in settle_all(article, holding):
        if one.claim.review != "disputed":
            who = {decision.reviewer for decision in holding if decision.claim_id == one.claim.claim_id}
            yield _example(article, one, len(who))


def decided_articles(connection: Connection) -> list[str]:
    """The articles with a decision that holds, by id."""
    query = select(decisions.c.article_id).where(decisions.c.undone.is_(None)).distinct()
    return sorted(connection.execute(query).scalars())


def _example(article: Article, one: Settled, reviewers: int) -> Example:
    before = None if one.base.model == PERSON else one.base
    start, end = _around(article, [*_spans(one.claim), *(_spans(before) if before else ())])
    return Example(
        article_id=article.article_id,
        language=article.language,
        start=start,
        text=article.text[start:end],
        positive=one.kept,
        review=one.claim.review or "",
        reviewers=reviewers,
        claim=_moved(one.claim, start, end),
        before=None if before is None else _moved(before, start, end),
    )


def _spans(claim: Claim) -> Iterator[tuple[int, int]]:
    yield claim.predicate.start, claim.predicate.end
    for voice in claim.voices:
        if voice.start is not None and voice.end is not None:
            yield voice.start, voice.end
        if voice.cue is not None:
            yield voice.cue.start, voice.cue.end
    for _, parts in roles(claim):
        yield from ((part.start, part.end) for part in parts)


def _around(article: Article, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """From the beginning of the first paragraph that a span lies in to the end of the last."""
    start, end = min(first for first, _ in spans), max(last for _, last in spans)
    here = [one for one in article.paragraphs if one.start < end and start < one.end]
    return min([start, *(one.start for one in here)]), max([end, *(one.end for one in here)])


def _moved(claim: Claim, start: int, end: int) -> Claim:
    event = claim.event
    return replace(
        claim,
        content=tuple(_back(part, start) for part in claim.content),
        predicate=_back(claim.predicate, start),
        voices=tuple(_voice(voice, start, end) for voice in claim.voices),
        event=None if event is None else _event(event, start),
    )


def _voice(voice: Voice, start: int, end: int) -> Voice:
    same = voice.same_as
    return replace(
        voice,
        start=None if voice.start is None else voice.start - start,
        end=None if voice.end is None else voice.end - start,
        cue=None if voice.cue is None else _back(voice.cue, start),
        same_as=_back(same, start) if same and start <= same.start and same.end <= end else None,
    )


def _event(event: Event, start: int) -> Event:
    return replace(
        event,
        actors=tuple(_back(part, start) for part in event.actors),
        recipients=tuple(_back(part, start) for part in event.recipients),
        places=tuple(_back(part, start) for part in event.places),
        time=None if event.time is None else _back(event.time, start),
        quantities=tuple(_back(part, start) for part in event.quantities),
    )


def _back(part: T, start: int) -> T:
    return replace(part, start=part.start - start, end=part.end - start)
