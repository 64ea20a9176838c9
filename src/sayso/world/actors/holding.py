"""Phrases that end in an office: its holder on the article's date, or the body that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.world.actors import findings, nouns
from sayso.world.actors.asked import Asked
from sayso.world.actors.context import Context
from sayso.world.actors.findings import Finding
from sayso.world.actors.folding import singular
from sayso.world.actors.offices import Office
from sayso.world.actors.phrase import Segment
from sayso.world.actors.tables import Actor

_HOLDER, _BODY, _AGAIN, _NAMED = 0.9, 0.85, 0.9, 0.8
_LEAST = 0.4
"""Share of the countries around a bare office, from which on it is taken for that country's."""


class Offices:
    """Reads the offices of one article and remembers whom it gave them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._actors = context.actors
        self._given: dict[str, list[Finding]] = {}

    def find(self, asked: Asked) -> Finding | None:
        """The holder or the body of the office that a phrase names; None if it names none, or not its holder."""
        head = asked.phrase.head
        if head is not None and asked.alone and (given := self._again(asked, head)) is not None:
            return given
        if head is None or head.plural or asked.phrase.former or not (head.offices or head.role):
            return None
        country, body = asked.owner(), asked.body()
        if body is not None:
            return self._of_body(head, body)
        if country is not None:
            return self._of_state(head, country)
        return self._bare(asked, head)

    def held(self, asked: Asked, actor: Actor) -> bool:
        """Whether a person of the list ever held an office that stands beside the name."""
        beside = asked.phrase.before[:-1]
        roles = {segment.role.key for segment in beside if segment.role is not None}
        ids = {office.id for segment in beside for office in segment.offices}
        terms = {term.office for term in self._actors.terms_of(actor.id)}
        return bool(terms & ids) or any(office.partition(".")[2] in roles for office in terms)

    def hold(self, asked: Asked, found: Finding) -> None:
        """Remember the offices that a person was named with: "the minister" is the last one named as one."""
        tail = self._context.phrase(asked.phrase.tail) if asked.phrase.tail else None
        heads = (tail.head,) if tail is not None and tail.head is not None and not tail.former else ()
        for segment in (*asked.phrase.before[:-1], *heads):
            if not segment.plural:
                self._give(_keys(segment), found)
        self._give(map(nouns.spelled_out, asked.phrase.titles), found)

    def hold_as(self, described: Asked, found: Finding) -> None:
        """Remember the office that a phrase names as a person's."""
        self._give(_keys(described.head), found)

    def _give(self, keys: Iterable[str], found: Finding) -> None:
        for key in keys:
            self._given.setdefault(key, []).append(found)

    def _of_body(self, head: Segment, body: Actor) -> Finding | None:
        """An office of a body that is no state: "the NATO secretary general"."""
        office = next((office for office in head.offices if office.body == body.id), None)
        if office is None and head.role is not None:
            office = self._actors.office_of(body.id, head.role.key)
        return None if office is None else self._holding(office)

    def _of_state(self, head: Segment, country: str) -> Finding | None:
        office = next((office for office in head.offices if office.country == country), None)
        if office is None and head.role is not None:
            office = self._actors.office(f"{country}.{head.role.key}")
        if office is not None:
            return self._holding(office)
        part = self._actors.part(country, head.role.body) if head.role is not None else None
        return None if part is None else findings.listed(part, _BODY, f"The {head.key} belongs to it.")

    def _bare(self, asked: Asked, head: Segment) -> Finding | None:
        """An office without a country: the one who was named with it, or that of the country spoken of."""
        if (given := self._again(asked, head)) is not None:
            return given
        if len({office.id for office in head.offices}) == 1:
            return self._holding(head.offices[0])
        if asked.is_foreign:
            return None
        country, share = self._context.countries.at(asked.start)
        found = self._of_state(head, country) if country is not None and share >= _LEAST else None
        return None if found is None else found.because(f"The text around it speaks of {country}.", times=share)

    def _again(self, asked: Asked, head: Segment) -> Finding | None:
        """Whom the article named with that office most often, and last."""
        given = next((self._given[key] for key in _keys(head) if key in self._given), None)
        if given is None:
            return None
        given = [found for found in given if self._may_hold(found, head)]
        counts = Counter(found.chosen.id for found in given if found.chosen is not None)
        most = [found for found in given if found.chosen and counts[found.chosen.id] == max(counts.values())]
        here, _ = self._context.countries.at(asked.start)
        most.sort(key=lambda found: found.chosen is not None and found.chosen.country == here)
        return most[-1].because("The article gave them that office before.", times=_AGAIN) if most else None

    def _may_hold(self, found: Finding, head: Segment) -> bool:
        """Whether somebody may hold the office that a head names: "Iraqi foreign minister" is no Turk."""
        if found.chosen is None or not head.offices:
            return True
        country, held = found.chosen.country, {term.office for term in self._actors.terms_of(found.chosen.id)}
        unknown = country is None and self._actors.get(found.chosen.id) is None
        return unknown or any(o.id in held or (o.country is not None and o.country == country) for o in head.offices)

    def _holding(self, office: Office) -> Finding:
        """The holder of an office on the article's date, or its body."""
        person = self._actors.holder(office.id, self._context.date)
        body = self._actors.get(office.body) if office.body else None
        held = (
            {term.person for term in self._actors.terms_of_office(office.id)} if self._context.date is None else set()
        )
        named = sorted(held & self._context.present)
        if len(named) == 1 and (person := self._actors.get(named[0])) is not None:
            return findings.listed(person, _NAMED, f"{person.name}, whom the article names, was {office.name}.")
        if person is not None:
            why = f"{person.name} was {office.name} on the article's date."
            found = findings.listed(person, _HOLDER, why, [body] if body is not None else [])
            self._give([office.role], found)
            return found
        if body is None:
            return findings.nobody(0.5, f"The list knows the office of {office.name}, but not who held it.")
        return findings.listed(
            body, _BODY, f"The office of {office.name} belongs to it; the list doesn't know who held it."
        )


def _keys(segment: Segment) -> list[str]:
    """Under what an office is remembered: its words, its role, its roles in the list."""
    roles = [segment.role.key] if segment.role is not None else []
    words = segment.key.partition(" of ")[0].split()
    whole = segment.kind in ("noun", "office", "other") and words[0] not in nouns.words("former")
    noun = [singular(words[-1])] if whole else []
    return [*roles, *(office.role for office in segment.offices), *noun]
