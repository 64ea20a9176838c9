"""The actors, recipients and sources, with counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.columns.counting import Pairs, largest, named, pairs, people
from sayso.columns.masks import mask
from sayso.columns.snapshot import Numbers, Snapshot
from sayso.columns.texts import Mask
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.search import fold


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


def actors(now: Snapshot, which: Filter = EVERYTHING, limit: int | None = None, q: str = "") -> tuple[ActorCount, ...]:
    """The actors, recipients and sources of the claims that pass, the most frequent first; with `q` in their name."""
    passing, size = mask(now, which), len(now.tables["actor"])
    roles = [role.of(passing) for role in _roles(now)]
    counts = [role.counts(size) for role in roles]
    total = sum(counts[1:], start=counts[0])
    found = largest(np.where(_called(now, q), total, 0) if q else total, limit, now.tables["actor"].__getitem__)
    rank = np.zeros(size, np.int32)
    rank[found] = np.arange(1, len(found) + 1)
    articles = _together(roles, rank).articles(now, len(found) + 1)
    return tuple(
        _count(now, code, [int(count[code]) for count in counts] + [int(articles[number])])
        for number, code in enumerate(found, 1)
    )


def _count(now: Snapshot, code: int, counts: list[int]) -> ActorCount:
    known = named(now, code)
    return ActorCount(now.tables["actor"][code], known.name, known.type, known.country, *counts)


def _roles(now: Snapshot) -> tuple[Pairs, Pairs, Pairs]:
    claims = now.claims
    return (
        now.memo(pairs, now.claim(claims.actors), now.acting.actor),
        now.memo(pairs, now.claim(claims.recipients), now.receiving.actor),
        now.memo(pairs, now.claim(claims.voices), now.voices.actor),
    )


def _together(roles: list[Pairs], rank: Numbers) -> Pairs:
    """The roles' pairs of ranked codes as one, in the order of the claims."""
    claim, code = (np.concatenate([getattr(role, name) for role in roles]) for name in ("claim", "code"))
    ranked = rank[code]
    claim, ranked = claim[ranked > 0], ranked[ranked > 0]
    order = np.argsort(claim, kind="stable")
    return Pairs(claim[order], ranked[order])


def _called(now: Snapshot, q: str) -> Mask:
    known = people(now)
    called = np.zeros(len(known.labels), np.bool_)
    called[known.labels.folded.holding(fold(q))] = True
    return called[: known.ids]
