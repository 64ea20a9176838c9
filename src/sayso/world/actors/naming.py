"""Phrases that end in a name: a body of the list, a person, or somebody whom the list doesn't hold."""

from __future__ import annotations

from dataclasses import replace

from sayso.world.actors import findings, nouns
from sayso.world.actors.actor_list import Named
from sayso.world.actors.asked import Asked
from sayso.world.actors.context import Context
from sayso.world.actors.findings import Finding
from sayso.world.actors.fitting import fitting
from sayso.world.actors.folding import fold, singular
from sayso.world.actors.holding import Offices
from sayso.world.actors.people import Person, person_key

_MET, _ONE_OF_SEVERAL, _BY_OFFICE, _FAMOUS, _TIME, _PLACE, _THING = 0.93, 0.75, 0.9, 0.75, 0.9, 0.85, 0.75

_AMONG = 0.5
"""Share of the countries around it, from which on a person of whom no more is said is taken for that country's."""


class Names:
    """Reads the names of one article."""

    def __init__(self, context: Context, offices: Offices) -> None:
        self._context = context
        self._offices = offices

    def find(self, asked: Asked) -> Finding:
        """Who a phrase means whose head is a name."""
        head = asked.head
        expansion = self._context.acronyms.get(head.key)
        if expansion is not None:
            return self._expanded(asked, expansion)
        elsewhere = " " in head.key and not asked.phrase.titles and self._context.place_named(head.key)
        place = elsewhere or self._context.is_place(asked.start, asked.end)
        if not place and self._is_person(asked):
            return self._person(asked)
        found = fitting(self._context, head.text, head.named, asked.owner())
        if found is not None:
            return found
        if place:
            return findings.nobody(_PLACE, "A place.")
        if not asked.phrase.after and self._context.place_named(head.key) is not None:
            return findings.nobody(_PLACE, "A place.")
        if self._context.is_labelled(asked.start, asked.end, "time"):
            return findings.nobody(_TIME, "A time.")
        if not self._context.is_named(asked.start, asked.end) and not nouns.may_name(
            head.key, long=" " in head.key or bool(asked.beside)
        ):
            return findings.nobody(_THING, f"“{head.text}” is no actor.")
        key, kind, country = self._context.bodies.longest(asked.phrase.key), kind_of(head.key), asked.country()
        if kind == "group" and " " in key and not self._context.is_labelled(asked.start, asked.end, "organisation"):
            self._context.people.meet(Person(head.text, key, asked.start, None, country))
        return asked.unlisted(key, kind, country, "A name that the list doesn't hold.")

    def fits(self, asked: Asked) -> bool:
        """Whether an actor of the list of that name fits the article."""
        return fitting(self._context, asked.head.text, asked.head.named, asked.owner()) is not None

    def apposed(self, asked: Asked, described: Asked) -> Finding | None:
        """The person of a name that follows a description: "the spokesman, Omar Hasan"."""
        if not self._is_person(asked) and asked.head.named:
            return None
        found = self._person(asked)
        self._offices.hold_as(described, found)
        if found.chosen is None or found.chosen.country is not None:
            return found
        return replace(found, chosen=replace(found.chosen, country=described.country()))

    def _expanded(self, asked: Asked, expansion: str) -> Finding:
        """An acronym that the text defines."""
        named = self._context.actors.find_folded(expansion) or asked.head.named
        found = fitting(self._context, asked.head.text, named, asked.owner())
        if found is not None:
            return found.because("The article spells the acronym out.")
        why = "An acronym that the article defines."
        return asked.unlisted(expansion, kind_of(expansion), asked.country(), why)

    def _is_person(self, asked: Asked) -> bool:
        head, context = asked.head, self._context
        people = [named.actor.kind == "person" for named in head.named]
        sure = any(not named.doubtful for named in head.named)
        if people and (all(people) or sure):
            return all(people)
        key = person_key(head.text)
        if nouns.names_body(key):
            return False
        if context.people.called(key):
            return True
        if people:
            return False
        beside = any(segment.role or segment.offices for segment in asked.phrase.before[:-1])
        return bool(asked.phrase.titles) or beside or context.is_labelled(asked.start, asked.end, "person")

    def _person(self, asked: Asked) -> Finding:
        key = person_key(asked.head.text)
        named = [name for name in asked.head.named if name.actor.kind == "person"]
        met = self._context.people.called(key)
        found = self._known(asked, met, named) if met else self._listed(asked, key, named) or self._stranger(asked, key)
        self._offices.hold(asked, found)
        return found

    def _known(self, asked: Asked, met: list[Person], named: list[Named]) -> Finding:
        person = next((one for one in met if one.actor and self._offices.held(asked, one.actor)), met[0])
        famous = [name.actor for name in named if not name.doubtful]
        before = asked.start < person.start and " " not in person_key(asked.head.text)
        if famous and before and all(one.actor is None for one in met):
            return findings.listed(famous[0], _FAMOUS, f"“{asked.head.text}” alone is mostly {famous[0].name}.")
        score = _MET if len(met) == 1 else _ONE_OF_SEVERAL
        why = f"The article names {person.name}."
        if person.actor is not None:
            return findings.listed(person.actor, score, why, [one.actor for one in met if one.actor is not None])
        country = person.country or asked.country() or self._spoken_of(asked)
        return asked.unlisted(person.key, "person", country, why, person.name)

    def _listed(self, asked: Asked, key: str, named: list[Named]) -> Finding | None:
        """A person of the list, by a name that is surely theirs or by an office that stands with it."""
        alike = self._context.actors.person(key) if " " in key and not named else None
        if alike is not None:
            return findings.listed(alike, _MET, f"“{asked.head.text}” is a spelling of {alike.name}.")
        held = [name.actor for name in named if self._offices.held(asked, name.actor)]
        if len(held) == 1:
            why = f"{held[0].name} held that office."
            return findings.listed(held[0], _BY_OFFICE, why, [name.actor for name in named])
        return fitting(self._context, asked.head.text, named, asked.owner())

    def _stranger(self, asked: Asked, key: str) -> Finding:
        """A person whom neither the list nor the rest of the article names, but perhaps the office tells."""
        if asked.phrase.tail:
            tail = self._context.phrase(asked.phrase.tail)
            held = self._offices.find(Asked(self._context, asked.phrase.tail, asked.start, asked.end, tail))
            last = key.rpartition(" ")[2]
            if held is not None and held.chosen is not None and last in fold(held.chosen.name).split():
                return held
        country = asked.country() or self._spoken_of(asked)
        if " " in key:
            self._context.people.meet(Person(asked.head.text, key, asked.start, None, country))
        return asked.unlisted(key, "person", country, "A person whom the list doesn't hold.")

    def _spoken_of(self, asked: Asked) -> str | None:
        """The country of somebody of whom nothing is said but the name, if the text speaks of hardly another."""
        return None if asked.phrase.abroad else self._context.countries.around(asked.start, _AMONG)


def kind_of(key: str) -> str:
    """The kind of actor that the last word of a body's folded name tells."""
    last = key.rpartition(" ")[2]
    return nouns.endings().get(last) or nouns.endings().get(singular(last)) or "group"
