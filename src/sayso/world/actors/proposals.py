"""Which actors of different articles may be the same: proposals for a person to decide, never facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from sayso.words.records import UNLISTED_ID, Candidate
from sayso.world.actors.folding import fold
from sayso.world.actors.people import person_key

_MOST_NAMESAKES = 50
"""Actors of one name that are compared; of a name that more have, nobody could decide."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two ids of the ledger that may be one actor, and why."""

    one: Candidate
    other: Candidate
    why: str


def proposals(actors: Iterable[Candidate]) -> list[Proposal]:
    """Pairs of actors whom the list doesn't hold, of many articles, in the order of their names and ids.

    They have the same full name, folded, and no two different countries. A generic group ("residents") has no name.
    """
    named: dict[str, dict[str, Candidate]] = {}
    for actor in actors:
        if actor.id.startswith(UNLISTED_ID) and (key := _name(actor)):
            same = named.setdefault(key, {})
            known = same.get(actor.id)
            if known is None or known.country is None:
                same[actor.id] = actor
    return [
        Proposal(one, other, f"Both articles name {one.name}{_of(one, other)}.")
        for key in sorted(named)
        if len(named[key]) <= _MOST_NAMESAKES
        for one, other in combinations(sorted(named[key].values(), key=lambda candidate: candidate.id), 2)
        if one.type == other.type and _agree(one.country, other.country)
    ]


def _name(candidate: Candidate) -> str:
    """The folded full name of a person or a body; empty for what has none."""
    words = candidate.name.split()
    if len(words) < 2 or not all(word[0].isupper() for word in (words[0], words[-1])):
        return ""
    return person_key(candidate.name) if candidate.type == "person" else fold(candidate.name)


def _agree(one: str | None, other: str | None) -> bool:
    return one == other or one is None or other is None


def _of(one: Candidate, other: Candidate) -> str:
    if one.country == other.country:
        return f", of {one.country}" if one.country else ""
    return f", of {one.country or other.country} in one of them"
