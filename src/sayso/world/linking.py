"""What the names of one reading mean: places first, since they tell whose an army is; then moments; then actors.

Nothing here asks the model: the claims, the entities and the text are enough, so a ledger can be looked up again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from typing import Literal

from sayso.words.records import (
    Article,
    Candidate,
    Claim,
    Correction,
    Entity,
    Event,
    Mention,
    Moment,
    Place,
    Reading,
    Resolution,
    Voice,
)
from sayso.world import actors, moments, own, places, quantities
from sayso.world.actors import ActorList
from sayso.world.errors import WorldError
from sayso.world.gazetteer import Gazetteer

RULES = 1
"""Of the code in this room: a ledger whose names older rules looked up is looked up again."""

Offsets = tuple[int, int]
_SOURCES = ("geonames:", "iso:", "region:", "site:", "user:")


class World:
    """All that names are looked up in: the gazetteer and the list of actors, with what the user added to either."""

    def __init__(self, gazetteer: Gazetteer, listed: ActorList) -> None:
        """`World.open` is the way in."""
        self._gazetteer = gazetteer
        self._actors = listed

    @classmethod
    def open(cls, progress: Callable[[str], None] | None = None) -> World:
        """Open it; `progress` is told where the gazetteer has to be built first. Raises WorldError."""
        return cls(Gazetteer.open(progress=progress), ActorList.open(own.actors_folder()))

    @cached_property
    def version(self) -> str:
        """A hash of all that it holds and of the rules: the same version gives the same bytes."""
        parts = f"{RULES} {self._gazetteer.fingerprint} {self._actors.fingerprint}"
        return blake2b(parts.encode(), digest_size=8).hexdigest()

    def kind_of(self, meaning: str) -> Literal["place", "actor"]:
        """Whether an id is a place's or an actor's: "place" or "actor". Raises WorldError where it is neither."""
        if meaning.startswith(_SOURCES):
            if self._gazetteer.get(meaning) is not None:
                return "place"
        elif self._actors.get(meaning) is not None or meaning.startswith("x:"):
            return "actor"
        raise WorldError(f"there is no place or actor {meaning!r}; `sayso names ARTICLE` shows ids to choose from")

    def link(self, reading: Reading, corrections: Sequence[Correction] = ()) -> Reading:
        """The reading with what its names, sources, numbers and time expressions mean."""
        article = reading.article
        named = places.link(article, _places(reading), self._gazetteer, corrections)
        timed = _moments(reading)
        asked = actors.mentions(reading.claims)
        acting = actors.link(article, asked, reading.entities, self._actors, named, corrections)
        found = _Found(article, _by_offsets(named), _by_offsets(acting), tuple(moment for moment, _ in timed))
        people = {(mention.start, mention.end) for mention in asked}
        literal = (one for one in named if _bare(one) not in people and (one.start, one.end) not in people)
        resolutions = (*literal, *acting, *(resolution for _, resolution in timed))
        return replace(
            reading,
            claims=tuple(map(found.claim, reading.claims)),
            resolutions=tuple(sorted(resolutions, key=lambda one: (one.start, one.end, one.kind))),
            world=self.version,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """What the mentions of one article mean, by their offsets."""

    article: Article
    places: dict[Offsets, Resolution]
    actors: dict[Offsets, Resolution]
    moments: tuple[Moment, ...]

    def claim(self, claim: Claim) -> Claim:
        """The claim with what its names mean."""
        filled = replace(claim, voices=tuple(map(self._voice, claim.voices)))
        return filled if claim.event is None else replace(filled, event=self._event(filled, claim.event))

    def _voice(self, voice: Voice) -> Voice:
        chosen = None if voice.start is None or voice.end is None else self._actor((voice.start, voice.end))
        if chosen is None:
            return replace(voice, actor_id=None, country=None)
        return replace(voice, actor_id=chosen.id, country=chosen.country)

    def _event(self, claim: Claim, event: Event) -> Event:
        time = None if event.time is None else self._moment(event.time)
        return replace(
            event,
            actors=tuple(map(self._mention, event.actors)),
            recipients=tuple(map(self._mention, event.recipients)),
            places=tuple(map(self._place, event.places)),
            time=time,
            quantities=quantities.resolve(claim, self.article),
            bound=moments.bound(self.article, claim.factuality) if time is None else None,
        )

    def _mention(self, mention: Mention) -> Mention:
        chosen = self._actor((mention.start, mention.end))
        if chosen is None:
            return replace(mention, actor_id=None, country=None)
        return replace(mention, actor_id=chosen.id, country=chosen.country)

    def _place(self, place: Place) -> Place:
        found = self.places.get((place.start, place.end))
        return places.as_place(found.chosen if found else None, place.start, place.end, place.text)

    def _moment(self, moment: Moment) -> Moment:
        """The moment that these words belong to: the model may have marked a part of the expression."""
        shared = [one for one in self.moments if one.start < moment.end and moment.start < one.end]
        return max(shared, key=lambda one: min(one.end, moment.end) - max(one.start, moment.start), default=moment)

    def _actor(self, offsets: Offsets) -> Candidate | None:
        found = self.actors.get(offsets)
        return found.chosen if found else None


@dataclass(frozen=True, slots=True)
class _Named:
    """A place that an event has and the model marked as no name."""

    start: int
    end: int
    label: str | None = None


def _places(reading: Reading) -> list[Entity | _Named]:
    """The mentions of places: what the model marked, and what events have besides."""
    marked: dict[Offsets, Entity | _Named] = {
        (entity.start, entity.end): entity for entity in reading.entities if entity.label == "place"
    }
    for claim in reading.claims:
        for place in claim.event.places if claim.event else ():
            marked.setdefault((place.start, place.end), _Named(place.start, place.end))
    return [marked[offsets] for offsets in sorted(marked)]


def _moments(reading: Reading) -> list[tuple[Moment, Resolution]]:
    """The time expressions: what the model marked, mended, and what events have besides."""
    marked = {(entity.start, entity.end) for entity in reading.entities if entity.label == "time"}
    for claim in reading.claims:
        if claim.event and claim.event.time:
            marked.add((claim.event.time.start, claim.event.time.end))
    mended = moments.mend(reading.article.text, sorted(marked))
    return moments.link(reading.article, mended)


def _by_offsets(found: Iterable[Resolution]) -> dict[Offsets, Resolution]:
    return {(one.start, one.end): one for one in found}


def _bare(one: Resolution) -> Offsets:
    """The offsets with the article before the name: "the Kremlin" is marked with it or without."""
    return one.start - len("the "), one.end
