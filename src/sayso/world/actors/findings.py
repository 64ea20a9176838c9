"""What a phrase was found to mean, before it becomes a `Resolution`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b

from sayso.words.records import UNLISTED_ID, Candidate
from sayso.world.actors.tables import Actor

UNLISTED = 0.85
"""Score of an actor that the list doesn't hold, if the phrase names one."""
VAGUE = 0.7
"""Score of what may be no actor at all."""
_MOST_OTHERS = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """The candidate taken (None: nobody), the probability that it is right, the runners-up, and why."""

    chosen: Candidate | None
    score: float
    others: tuple[Candidate, ...] = ()
    why: tuple[str, ...] = ()

    def because(self, reason: str, *, times: float = 1.0) -> Finding:
        """The same with one reason more, and less sure."""
        return replace(self, why=(*self.why, reason), score=round(self.score * times, 3))


def listed(actor: Actor, score: float, why: str, others: Iterable[Actor] = ()) -> Finding:
    """An actor of the list; the runners-up share what is left of the probability."""
    rest = tuple(other for other in others if other.id != actor.id)[:_MOST_OTHERS]
    left = (1 - score) / (len(rest) + 1)
    return Finding(candidate(actor, score), score, tuple(candidate(other, left) for other in rest), (why,))


def unlisted(article_id: str, key: str, name: str, kind: str, country: str | None, score: float, why: str) -> Finding:
    """An actor that the list doesn't hold: its id is a hash over the article and the folded name."""
    digest = blake2b(f"{article_id}\0{key}".encode(), digest_size=8).hexdigest()
    return Finding(Candidate(f"{UNLISTED_ID}{digest}", name, kind, country, score), score, (), (why,))


def nobody(score: float, why: str) -> Finding:
    """Nothing that acts, or nobody can tell who."""
    return Finding(None, score, (), (why,))


def candidate(actor: Actor, score: float) -> Candidate:
    """An actor of the list as a candidate."""
    return Candidate(actor.id, actor.name, actor.kind, actor.country, round(score, 3))
