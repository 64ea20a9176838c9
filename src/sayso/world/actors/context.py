"""What the whole article says of its actors: its date, its countries, the full names and acronyms that it gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from sayso.words.records import Article, Entity, Resolution
from sayso.world.actors import acronyms, nouns, phrase
from sayso.world.actors.actor_list import ActorList
from sayso.world.actors.bodies import Bodies
from sayso.world.actors.countries import Countries
from sayso.world.actors.folding import fold
from sayso.world.actors.people import People, country_of
from sayso.world.actors.phrase import Phrase

_NAMING = frozenset({"place", "nationality", "organisation", "military_unit", "person", "facility"})
"""Labels of names that tell of which countries and actors an article speaks."""
_BODIES = frozenset({"organisation", "military_unit"})

_ACTING = ("person", "organisation", "military_unit", "nationality")
_JOINED = ("and", "or", "&")
"""What stands between two who are named."""
_SIDES = ("to", "with", "by", "under", "against")
_TITLED = 3
"""Words from which on a person's "name" has an office in it."""
_APPOSED = re.compile(r"[^,\n]{0,80}, (?:the |a |an )?")


class Context:
    """The article as background of its phrases. What nobody asks for is not worked out."""

    def __init__(
        self, article: Article, entities: Sequence[Entity], places: Sequence[Resolution], actors: ActorList
    ) -> None:
        self.article = article
        self.actors = actors
        self.date = article.published
        self._entities = sorted(entities, key=lambda entity: (entity.start, entity.end))
        self._places = places

    def phrase(self, text: str) -> Phrase:
        """A text taken apart."""
        return phrase.read(text[: phrase.LONGEST], self.actors)

    def place_at(self, start: int, end: int) -> str | None:
        """The country of the place that stands in this span, or None."""
        return self._place_countries.get((start, end))

    def is_place(self, start: int, end: int) -> bool:
        """Whether a span is the name of a place, with or without words before it: "the town of Morek", "north Hama".

        A name with a title or with another name before it is none.
        """
        at = bisect_left(self._starts, end)
        for entity in self._entities[max(0, at - 3) : at]:
            if entity.label == "place" and start <= entity.start and entity.end == end:
                return not any(word[:1].isupper() for word in self.article.text[start : entity.start].split()[1:])
        return (start, end) in self._place_countries

    def is_named(self, start: int, end: int) -> bool:
        """Whether the model marked a name of somebody within the span."""
        return any(self.is_labelled(start, end, label) for label in _ACTING)

    def place_named(self, key: str) -> str | None:
        """The country of the place that the article calls by a folded name, or None."""
        return self._countries_by_name.get(key)

    def is_labelled(self, start: int, end: int, label: str) -> bool:
        """Whether the model marked a name of this kind within the span."""
        at, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return any(entity.label == label for entity in self._entities[at : min(last, at + 20)])

    def person_ending(self, start: int, end: int) -> str | None:
        """The name of a person that ends a span, if no preposition stands before it."""
        at = bisect_left(self._starts, end)
        for entity in self._entities[max(0, at - 3) : at]:
            words = entity.text[-phrase.LONGEST :].split()
            if entity.label == "person" and (entity.start, entity.end) == (start, end) and len(words) > _TITLED:
                name = " ".join(words[-2:])
                return name if self.people.called(fold(name)) else None
            if entity.label == "person" and start < entity.start and entity.end == end:
                before = self.article.text[start : entity.start].split()
                return None if not before or _is_linked(before[-1].lower()) or _is_another(before) else entity.text
        return None

    def person_beside(self, start: int, end: int) -> str | None:
        """The name of a person to whom a span is apposed: "the spokesman, Omar Hasan", "Omar Hasan, a spokesman".

        The model may have marked title and name, or name and apposition, as one.
        """
        at = bisect_left(self._starts, end)
        near = (entity for entity in self._entities[max(0, at - 3) : at + 2] if entity.label == "person")
        return next((name for entity in near if (name := self._apposed(entity, start, end)) is not None), None)

    def _apposed(self, entity: Entity, start: int, end: int) -> str | None:
        """The name in a person's entity, if the span is apposed to it."""
        text = self.article.text
        if entity.start <= start < end < entity.end:
            rest = text[end : entity.end].strip(" ,")
            return rest if " " in rest else None
        behind = entity.start > end and text[end : entity.start] in (" ", ", ")
        before = entity.start < start and entity.end <= end and _APPOSED.fullmatch(text[entity.start : start])
        return entity.text if " " in entity.text and (behind or before) else None

    @cached_property
    def people(self) -> People:
        """Those whose full names the article gives."""
        return People(self.article.text, self._entities, self.actors, self.phrase)

    @cached_property
    def bodies(self) -> Bodies:
        """The names of bodies that the article gives."""
        bodies = (entity for entity in self._entities if entity.label in _BODIES or _is_body(entity))
        return Bodies((entity.start, entity.text, self.phrase(entity.text)) for entity in bodies)

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Acronyms that the article defines, folded, with what they stand for."""
        return acronyms.defined(self.article.text)

    @cached_property
    def present(self) -> frozenset[str]:
        """The ids of the actors that the article names by a name that is surely theirs."""
        segments = (segment for _, read in self._naming for segment in (*read.before, *read.after))
        sure = {named.actor.id for segment in segments for named in segment.named if not named.doubtful}
        return frozenset(sure.union(person.actor.id for person in self.people if person.actor is not None))

    @cached_property
    def countries(self) -> Countries:
        """The countries of which the article speaks."""
        mentioned: list[tuple[int, str]] = []
        for entity, read in self._naming:
            countries = {country_of(segment) for segment in (*read.before, *read.after)} - {None}
            found = countries or {self.place_at(entity.start, entity.end)}
            mentioned += [(entity.start, country) for country in found if country is not None]
        return Countries(mentioned)

    @cached_property
    def _countries_by_name(self) -> dict[str, str]:
        chosen = ((fold(place.text[: phrase.LONGEST]), place.chosen) for place in self._places)
        return {name: place.country for name, place in chosen if place is not None and place.country}

    @cached_property
    def _naming(self) -> list[tuple[Entity, Phrase]]:
        return [(entity, self.phrase(entity.text)) for entity in self._entities if entity.label in _NAMING]

    @cached_property
    def _starts(self) -> list[int]:
        return [entity.start for entity in self._entities]

    @cached_property
    def _place_countries(self) -> dict[tuple[int, int], str]:
        chosen = ((place.start, place.end, place.chosen) for place in self._places)
        return {(start, end): place.country for start, end, place in chosen if place is not None and place.country}


def _is_linked(word: str) -> bool:
    """Whether the word before a name makes it another's, or one of several."""
    return word in nouns.words("preposition") or word in _JOINED or word.endswith(")")


def _is_another(before: Sequence[str]) -> bool:
    """Whether the words before a name tell of it only whose side somebody is on: "a consultant linked to"."""
    words, suffixes = nouns.words("clause") | nouns.words("tie"), tuple(nouns.words("clause", "suffix"))
    return any(behind in _SIDES and (word in words or word.endswith(suffixes)) for word, behind in pairwise(before))


def _is_body(entity: Entity) -> bool:
    """Whether the model took a body for a person."""
    return entity.label == "person" and nouns.names_body(fold(entity.text[: phrase.LONGEST]))
