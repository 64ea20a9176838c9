"""What a running desk holds: its ledger, its settings, and what was loaded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated, Literal, Protocol, cast

from fastapi import Depends, Request

from sayso import linking
from sayso.columns import Columns
from sayso.columns.memo import Recent
from sayso.jobs import Coder, Linker
from sayso.ledger import Ledger
from sayso.ledger.review.records import Decided
from sayso.ledger.review.reviewing import Review
from sayso.ledger.writer import revision
from sayso.web import token
from sayso.web.people import People
from sayso.web.security import LOOPBACK
from sayso.web.uploads import Jobs
from sayso.words.records import Candidate
from sayso.world.actors import Proposal
from sayso.world.linking import World


class Names(Linker, Protocol):
    """What a desk needs to look names up: `sayso.world.linking.World`, or a stand-in."""

    def named(self, kind: Literal["place", "actor"], name: str, limit: int) -> tuple[Candidate, ...]:
        """What a name may mean, the likeliest first."""

    def kind_of(self, meaning: str) -> Literal["place", "actor"]:
        """Whether an id is a place's or an actor's. Raises WorldError where it is neither."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a desk is served. `coder` reads what is added, `world` is what names are looked up in."""

    token: str = field(default_factory=token.make)
    names: frozenset[str] = LOOPBACK
    """Host names by which it may be asked for."""
    any_address: bool = False
    """Whether an address in figures is one of them, as on a network."""
    upload_bytes: int = 200 * 2**20
    upload_files: int = 500
    coder: type[Coder] = Coder
    world: Callable[[], Names] = World.open


class Desk:
    """One ledger, served: its claims in memory, in step with it, whoever writes to it."""

    def __init__(self, ledger: Ledger, settings: Settings) -> None:
        self.ledger = ledger
        self.settings = settings
        self.people = People(ledger)
        self.jobs = Jobs(ledger, settings.coder)
        self.columns = Columns.open(ledger)
        self._merges: Recent[int, tuple[Proposal, ...]] = Recent(1)
        self._naming = Lock()
        self._world: Names | None = None

    @contextmanager
    def world(self) -> Iterator[Names]:
        """What names are looked up in, for one request at a time."""
        with self._naming:
            yield self._opened()

    def decide(self, change: Callable[[Review], Decided]) -> Decided:
        """Change what people decided about a claim, and look up the names that this brings in."""
        with self._naming:
            return linking.decide(self.ledger, self._opened, change)

    def merges(self) -> tuple[Proposal, ...]:
        """Actors that may be one, found once for each revision of the ledger."""
        with self.ledger.transaction() as connection:
            now = revision(connection)
        return self._merges.get(now, lambda: tuple(linking.merges(self.ledger)))

    def _opened(self) -> Names:
        self._world = self._world or self.settings.world()
        return self._world

    @property
    def name(self) -> str:
        """What people call the ledger: its file's or its database's name, without where that is."""
        return self.ledger.where.rpartition("/")[2].partition("?")[0]

    def close(self) -> None:
        """End what runs in the background; the ledger stays open."""
        self.jobs.close()


def _desk(request: Request) -> Desk:
    return cast("Desk", request.app.state.desk)


TheDesk = Annotated[Desk, Depends(_desk)]
"""A route's parameter that takes the desk."""
