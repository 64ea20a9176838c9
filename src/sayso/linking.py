"""What the names in a ledger mean, looked up again; and who may be the same across articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from sayso.ledger import Ledger

if TYPE_CHECKING:
    from sayso.jobs import Linker
    from sayso.ledger.review.records import Decided
    from sayso.ledger.review.reviewing import Review
    from sayso.words.records import Correction, Reading
    from sayso.world.actors import Proposal

T = TypeVar("T")
_BATCH = 50
"""Articles in one transaction."""


def relink(ledger: Ledger, world: Linker) -> int:
    """Look up the names of all articles that were looked up in something older, or not at all; returns how many."""
    corrections = [kept.correction for kept in ledger.corrections()]
    done = 0
    for batch in _batches(ledger.stale(world.version)):
        done += ledger.relink([_link(ledger, world, reading, corrections) for reading in batch])
    return done


def decide(ledger: Ledger, world: Callable[[], Linker], change: Callable[[Review], Decided]) -> Decided:
    """Change what people decided about a claim, and look up at once the names that this brings into the article.

    `change` calls one of `Review.decide`, `Review.add` and `Review.undo`; `world` is asked only where there are names
    to look up. Raises what `change` does::

        decide(ledger, World.open, lambda review: review.decide(claim_id, "accept", reviewer="ada"))
    """
    decided = change(ledger.review)
    if not decided.stale:
        return decided
    article_id, claim_id = decided.decision.article_id, decided.decision.claim_id
    corrections = [kept.correction for kept in ledger.corrections()]
    linker = world()
    # Somebody else may decide about the article meanwhile: then its claims are others by now.
    while not ledger.relink([_link(ledger, linker, ledger.reading(article_id), corrections)]):
        continue
    claims = (claim for claim in ledger.reading(article_id).claims if claim.claim_id == claim_id)
    return replace(decided, claim=next(claims, None), stale=False)


def _link(ledger: Ledger, world: Linker, reading: Reading, corrections: Sequence[Correction]) -> Reading:
    """A reading with what its names mean, and what people said of single mentions in it."""
    return world.link(reading, [*corrections, *ledger.review.meanings(reading.article)])


def merges(ledger: Ledger) -> list[Proposal]:
    """Pairs of actors of different articles that may be one and the same: for a person to decide."""
    from sayso.world.actors import proposals  # here: no other question to a ledger needs the list of actors

    return proposals(ledger.unlisted_actors())


def _batches(items: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(items, _BATCH)):
        yield batch
