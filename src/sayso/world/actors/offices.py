"""Offices, the roles that every state has, and who held which when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso.world.actors import tables
from sayso.world.actors.tables import Alias


@dataclass(frozen=True, slots=True)
class Office:
    """An office with a name or known holders: `body` is the id of the actor that it belongs to."""

    id: str
    name: str
    country: str | None
    body: str | None
    aliases: tuple[Alias, ...]

    @property
    def role(self) -> str:
        """What the office is, in any state: "foreign-minister"."""
        return self.id.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in an office; ISO prefixes, `until` None where it lasts."""

    person: str
    office: str
    since: str | None
    until: str | None

    def holds(self, date: str) -> bool:
        """Whether the person may have held the office on a date given to any precision."""
        return within(date, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Role:
    """An office that every state has: `body` is the part of the state that it belongs to."""

    key: str
    body: str
    aliases: tuple[str, ...]


def within(date: str, since: str | None, until: str | None) -> bool:
    """Whether a date may lie between two, all ISO prefixes: compared as far as both are known."""
    starts = since is None or date[: len(since)] >= since[: len(date)]
    return starts and (until is None or date[: len(until)] <= until[: len(date)])


def read_offices(path: Path) -> list[Office]:
    """The offices of one file. Raises ActorListError."""
    lines = (row.values for row in tables.rows(path, tables.OFFICE_COLUMNS))
    return [
        Office(office_id, name, country or None, body or None, tables.aliases(names))
        for office_id, name, country, body, names in lines
    ]


def read_terms(path: Path) -> list[Term]:
    """The terms of one file. Raises ActorListError."""
    lines = (row.values for row in tables.rows(path, tables.TERM_COLUMNS))
    return [Term(person, office, since or None, until or None) for person, office, since, until in lines]


def read_roles(path: Path) -> list[Role]:
    """The roles of one file. Raises ActorListError."""
    lines = (row.values for row in tables.rows(path, tables.ROLE_COLUMNS))
    return [Role(key, body, tables.split(names)) for key, body, names in lines]


def holder(terms: Iterable[Term], date: str | None) -> str | None:
    """The one person who held the office on the date; None where nobody, several, or the date isn't known."""
    people = {term.person for term in terms if date is not None and term.holds(date)}
    return people.pop() if len(people) == 1 else None
