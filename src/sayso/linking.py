"""What the names in a ledger mean, looked up again; and who may be the same across articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from sayso.ledger import Ledger

if TYPE_CHECKING:
    from sayso.jobs import Linker
    from sayso.world.actors import Proposal

T = TypeVar("T")
_BATCH = 50
"""Articles in one transaction."""


def relink(ledger: Ledger, world: Linker) -> int:
    """Look up the names of all articles that were looked up in something older, or not at all; returns how many."""
    corrections = [decision.correction for decision in ledger.corrections()]
    done = 0
    for batch in _batches(ledger.stale(world.version)):
        ledger.relink([world.link(reading, corrections) for reading in batch])
        done += len(batch)
    return done


def merges(ledger: Ledger) -> list[Proposal]:
    """Pairs of actors of different articles that may be one and the same: for a person to decide."""
    from sayso.world.actors import proposals  # here: no other question to a ledger needs the list of actors

    return proposals(ledger.actor_resolutions())


def _batches(items: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(items, _BATCH)):
        yield batch
