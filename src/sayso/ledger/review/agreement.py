"""Where several people decided about the same claims: how far they agree, and about what they don't."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, func, select

from sayso.ledger.reader import claims_at
from sayso.ledger.review import held
from sayso.ledger.review.alpha import alpha
from sayso.ledger.review.applying import Settled, counted, outcome
from sayso.ledger.review.edits import whole
from sayso.ledger.review.records import Agreement, Decision, Dispute
from sayso.ledger.rows import article_of
from sayso.ledger.schema import articles, claims, decisions
from sayso.words.records import Article

_FIELDS: dict[str, Callable[[Settled], Hashable]] = {
    "event_type": lambda one: one.claim.event and one.claim.event.type,
    "factuality": lambda one: one.claim.factuality.label,
    "source": lambda one: (one.claim.voices[0].start, one.claim.voices[0].end, len(one.claim.voices) == 1),
}


def agreement(connection: Connection) -> Agreement:
    """Over each reviewer's latest decisions that hold; final ones settle, so they don't count."""
    shared = list(_shared(connection))
    outcomes = [[outcome(article, one) for one in of_claim] for article, of_claim in shared]
    kept = [[one for one in of_claim if one.kept] for of_claim in outcomes]
    return Agreement(
        reviewers=tuple(sorted({one.reviewer for _, of_claim in shared for one in of_claim})),
        alpha=alpha([_verdict(one) for one in of_claim] for of_claim in outcomes),
        units=len(shared),
        by_field={
            name: alpha([field(one) for one in of_claim] for of_claim in kept) for name, field in _FIELDS.items()
        },
    )


def disputes(connection: Connection) -> Iterator[Dispute]:
    """The claims about which reviewers differ and nobody has settled it, by article and position."""
    known = claims.c.claim_id.in_(select(decisions.c.claim_id).where(decisions.c.undone.is_(None)))
    query = select(claims.c.article_id, claims.c.position).where(known, claims.c.review == "disputed")
    for row in connection.execute(query.order_by(claims.c.article_id, claims.c.position)).all():
        key = row.article_id, row.position
        claim = claims_at(connection, [key])[key]
        about = decisions.c.claim_id == claim.claim_id, decisions.c.undone.is_(None)
        yield Dispute(claim, tuple(counted(held.read(connection, *about))))


def _shared(connection: Connection) -> Iterator[tuple[Article, list[Decision]]]:
    """The decisions that count of each claim that several people decided about, with its article."""
    holding = decisions.c.undone.is_(None), decisions.c.final.is_(False)
    several = select(decisions.c.claim_id).where(*holding).group_by(decisions.c.claim_id)
    several = several.having(func.count(decisions.c.reviewer.distinct()) > 1)
    found = held.read(connection, *holding, decisions.c.claim_id.in_(several))
    for article_id, of_article in _grouped(found, attrgetter("article_id")):
        query = select(articles).where(articles.c.article_id == article_id)
        article = article_of(connection.execute(query).one())
        for _, of_claim in _grouped(of_article, attrgetter("claim_id")):
            yield article, counted(of_claim)


def _grouped(found: Iterable[Decision], key: Callable[[Decision], str]) -> Iterator[tuple[str, list[Decision]]]:
    """The decisions by something, each group in the order they were made."""
    return ((value, list(group)) for value, group in groupby(sorted(found, key=key), key))


def _verdict(one: Settled) -> str:
    """What came of a decision: to accept what somebody else edited is to edit it likewise."""
    if not one.kept:
        return "reject"
    return "accept" if whole(one.claim) == whole(one.base) else "edit"
