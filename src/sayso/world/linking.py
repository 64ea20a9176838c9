"""What the names of one reading mean: places first, since they tell whose an army is; then moments; then actors.

Nothing here asks the model: the claims, the entities and the text are enough, so a ledger can be looked up again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import blake2b
from operator import is_
from typing import Literal, TypeVar

from sayso.words.records import (
    UNLISTED_ID,
    Article,
    Bound,
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
from sayso.world.gazetteer import Gazetteer, lists
from sayso.world.gazetteer.folding import fold

RULES = 5
"""Of the code in this room: a ledger whose names older rules looked up is looked up again."""

Offsets = tuple[int, int]
Telling = TypeVar("Telling", Voice, Mention)
_KNOWN = re.compile(r"\d{4}|XXXX-\d|P\d|PT\d")
"""Values that say when or how long: not "now", a weekday of no known week, or "for years"."""
_DOUBTFUL = 0.5
"""Score of a place below which its name may be a person's."""
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
        parts = f"{RULES} {places.fingerprint()} {self._gazetteer.fingerprint} {self._actors.fingerprint}"
        return blake2b(parts.encode(), digest_size=8).hexdigest()

    def kind_of(self, meaning: str) -> Literal["place", "actor"]:
        """Whether an id is a place's or an actor's: "place" or "actor". Raises WorldError where it is neither."""
        if meaning.startswith(_SOURCES):
            if self._gazetteer.get(meaning) is not None:
                return "place"
        elif self._actors.get(meaning) is not None or meaning.startswith(UNLISTED_ID):
            return "actor"
        raise WorldError(f"there is no place or actor {meaning!r}; `sayso names ARTICLE` shows ids to choose from")

    def named(self, kind: Literal["place", "actor"], name: str, limit: int = 20) -> tuple[Candidate, ...]:
        """What a name may mean, whatever article it stands in, the likeliest first: for a person to choose from."""
        if kind == "place":
            return tuple(places.candidate(found.entry, found.likeness) for found in self._gazetteer.find(name, limit))
        return tuple(actors.candidate(found.actor, 0.5 if found.doubtful else 1.0) for found in self._actors.find(name))

    def link(self, reading: Reading, corrections: Sequence[Correction] = ()) -> Reading:
        """The reading with what its names, sources, numbers and time expressions mean."""
        article = reading.article
        decided = {fold(correction.text) for correction in corrections if correction.kind == "place"}
        marked = [one for one in _places(reading) if self._may_be_place(one.text) or fold(one.text) in decided]
        marked += self._sites(reading, {(one.start, one.end) for one in marked})
        people = {one.text.rpartition(" ")[2] for one in reading.entities if one.label == "person" and " " in one.text}
        linked = places.link(article, marked, self._gazetteer, corrections)
        named = [one for one in linked if not (one.text in people and _is_doubtful(one))]
        timed = _moments(reading, corrections)
        asked = actors.mentions(reading.claims)
        acting = actors.link(article, asked, reading.entities, self._actors, named, corrections)
        times = tuple(moment for moment, _ in timed)
        happened = {
            claim.predicate.start: claim.event.time
            for claim in reading.claims
            if claim.event is not None and claim.event.time is not None
        }
        names = frozenset(one.text for one in acting if one.chosen and self._actors.get(one.chosen.id))
        found = _Found(article, self._actors, _by_offsets(named), _by_offsets(acting), times, names, happened)
        literal = (one for one in named if _is_literal(one, acting))
        resolutions = (*literal, *acting, *(resolution for _, resolution in timed))
        return replace(
            reading,
            claims=tuple(map(found.claim, reading.claims)),
            resolutions=tuple(sorted(resolutions, key=lambda one: (one.start, one.end, one.kind))),
            world=self.version,
        )

    def _sites(self, reading: Reading, marked: Collection[Offsets]) -> list[_Named]:
        """What force is used on that is a base, camp or crossing by its own name, whatever the model took it for."""
        text = reading.article.text
        hit = (one for claim in reading.claims if claim.event for one in claim.event.recipients)
        spans = {_named_in(one) for one in hit} - set(marked)
        return [_Named(*span, text[slice(*span)]) for span in sorted(spans) if _is_site(text[slice(*span)])]

    def _may_be_place(self, name: str) -> bool:
        """Not where the list of actors holds the name, for certain, as that of no state: "the White House"."""
        return all(held.doubtful or held.actor.kind in _LANDS for held in self._actors.find(name))


_LANDS = frozenset({"state", "government", "people", "person"})
"""Kinds of actor whose names places share: Damascus is a name of Syria, and towns are named after persons."""


_UNSAID = (None, "person", "organisation")
"""Kinds of source of whom the text may say no more."""
_OF_A_STATE = ("military", "official")
"""Kinds that a listed armed group is not, whatever its name looks like."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the mentions of one article mean, by their offsets."""

    article: Article
    listed: ActorList
    places: dict[Offsets, Resolution]
    actors: dict[Offsets, Resolution]
    moments: tuple[Moment, ...]
    acting: frozenset[str]
    """The names that the article has of listed actors."""
    times: Mapping[int, Moment]
    """The times of events as the text has them, by where their predicates stand."""

    def claim(self, claim: Claim) -> Claim:
        """The claim with what its names mean."""
        voices = tuple(map(self._voice, claim.voices))
        if claim.event is None and all(map(is_, voices, claim.voices)):
            return claim
        event = None if claim.event is None else self._event(claim, claim.event)
        return replace(claim, voices=voices, event=event)

    def _voice(self, voice: Voice) -> Voice:
        """The voice with its actor, and as what that one speaks where the text doesn't say."""
        if voice.start is None or voice.end is None:
            return voice
        named = self._named(voice, (voice.start, voice.end))
        known = None if named.actor_id is None else self.listed.get(named.actor_id)
        if known is None:
            return named
        rebels = known.kind == "armed_group" and named.source_kind in _OF_A_STATE  # "the National Liberation Army"
        if not rebels and named.source_kind not in _UNSAID:
            return named
        if known.kind == "person" and named.source_kind == "organisation":
            return named  # somebody of whom the text says for whom he speaks
        kind = actors.speaks_as(self.listed, known.id, self.article.published)
        return named if kind is None else replace(named, source_kind=kind)

    def _event(self, claim: Claim, event: Event) -> Event:
        time = None if event.time is None else self._moment(event.time)
        return replace(
            event,
            actors=tuple(self._named(one, (one.start, one.end)) for one in event.actors),
            recipients=tuple(self._named(one, (one.start, one.end)) for one in event.recipients),
            places=self._places(event),
            time=time,
            quantities=quantities.resolve(claim, self.article),
            bound=self._bound(claim) if time is None or time.earliest is None else None,
        )

    def _bound(self, claim: Claim) -> Bound | None:
        """What the article's date says, or when what is to be done was planned or demanded."""
        return moments.bound(self.article, claim.factuality, claim.predicate.start, self._dated)

    def _dated(self, start: int) -> Moment | None:
        """When what the predicate there tells took place."""
        time = self.times.get(start)
        return None if time is None else self._moment(time)

    def _named(self, one: Telling, offsets: Offsets) -> Telling:
        """Who speaks or acts with the actor whom the words mean; the same record where nothing changes."""
        chosen = self._actor(offsets)
        actor_id, country = (None, None) if chosen is None else (chosen.id, chosen.country)
        if (one.actor_id, one.country) == (actor_id, country):
            return one
        return replace(one, actor_id=actor_id, country=country)

    def _places(self, event: Event) -> tuple[Place, ...]:
        """The event's places but for the dateline's, and those that it was done to: "they shelled Saraqib"."""
        marked = (place for place in event.places if self._is_place(place))
        told = {(place.start, place.end): place.text for place in marked}
        for mention in event.recipients:
            offsets = _named_in(mention)
            if offsets in self.places and self._actor((mention.start, mention.end)) is None:
                told.setdefault(offsets, self.article.text[slice(*offsets)])
        return tuple(self._place(*offsets, told[offsets]) for offsets in sorted(told))

    def _is_place(self, place: Place) -> bool:
        """Whether it is one: no dateline's, nor the name of whom the article has as an actor elsewhere, "IS"."""
        if places.in_dateline(self.article, place.start):
            return False
        found = self.places.get((place.start, place.end))
        return place.text not in self.acting or (found is not None and found.chosen is not None)

    def _place(self, start: int, end: int, text: str) -> Place:
        found = self.places.get((start, end))
        return places.as_place(found.chosen if found else None, start, end, text)

    def _moment(self, moment: Moment) -> Moment:
        """The moment that shares most with these words: the model may have marked a part of the expression."""
        shared = [one for one in self.moments if one.start < moment.end and moment.start < one.end]
        best = max(shared, key=lambda one: min(one.end, moment.end) - max(one.start, moment.start), default=moment)
        return best if _KNOWN.match(best.value or "") else replace(best, value=None)

    def _actor(self, offsets: Offsets) -> Candidate | None:
        found = self.actors.get(offsets)
        return found.chosen if found else None


def _is_site(name: str) -> bool:
    """Whether a name is that of a site of the gazetteer, as it is written: "T4 base"."""
    return any(map(str.isupper, name)) and fold(name) in _site_names()


@cache
def _site_names() -> frozenset[str]:
    return frozenset(fold(name) for site in lists.sites() for name in site.names)


def _named_in(mention: Mention) -> Offsets:
    """A party's words without their article and what a comma adds: "T4 base" of "the T4 base, west of Palmyra"."""
    text = mention.text.partition(", ")[0]
    return _without_article(mention.start, mention.start + len(text), text)


@dataclass(frozen=True, slots=True)
class _Named:
    """A place that an event has and the model marked as no name."""

    start: int
    end: int
    text: str
    label: str | None = None


def _places(reading: Reading) -> list[Entity | _Named]:
    """The mentions of places: what the model marked, and what events have besides."""
    marked: dict[Offsets, Entity | _Named] = {
        (entity.start, entity.end): entity for entity in reading.entities if entity.label == "place"
    }
    for claim in reading.claims:
        for place in claim.event.places if claim.event else ():
            marked.setdefault((place.start, place.end), _Named(place.start, place.end, place.text))
    return [marked[offsets] for offsets in sorted(marked)]


def _moments(reading: Reading, corrections: Sequence[Correction]) -> list[tuple[Moment, Resolution]]:
    """The time expressions: what the model marked, mended, and what events have besides ("2011–2014" as one)."""
    times = {(c.event.time.start, c.event.time.end) for c in reading.claims if c.event and c.event.time}
    marked = times | {(entity.start, entity.end) for entity in reading.entities if entity.label == "time"}
    mended = moments.mend(reading.article.text, sorted(marked))
    ranges = {(start, end) for start, end in times if sum(start <= a and b <= end for a, b in mended) > 1}
    return moments.link(reading.article, sorted({*mended, *ranges}), corrections)


def _is_doubtful(one: Resolution) -> bool:
    """Whether a place is not so likely that it couldn't be a person's last name: "Bali", after "Mustafa Bali"."""
    if one.chosen is None or one.decided:
        return not one.decided
    return one.score < _DOUBTFUL and one.chosen.precision != "country"


def _by_offsets(found: Iterable[Resolution]) -> dict[Offsets, Resolution]:
    return {(one.start, one.end): one for one in found}


def _is_literal(one: Resolution, acting: Sequence[Resolution]) -> bool:
    """Whether what the model marked as a place is one: no common noun, no adjective of a country, no actor."""
    if places.demonym(one.text) is not None or (one.chosen is None and not any(map(str.isupper, one.text))):
        return False
    around = (actor for actor in acting if actor.start <= one.start and one.end <= actor.end)
    return not any(_is_of(one, actor) for actor in around)


def _is_of(one: Resolution, actor: Resolution) -> bool:
    """Whether a name is the actor's own, or that of the state whose body it is: "Ankara's defence ministry"."""
    if actor.chosen is None:
        return False
    if (one.start, one.end) in ((actor.start, actor.end), _without_article(actor.start, actor.end, actor.text)):
        return True
    return actor.chosen.type in _OF_STATES and one.chosen is not None and one.chosen.country == actor.chosen.country


_OF_STATES = frozenset(
    "state government ministry military police intelligence legislature court office".split(),
)
"""Kinds of actor whose names hold the country or capital that they belong to."""


def _without_article(start: int, end: int, text: str) -> Offsets:
    """The offsets of a phrase without "the" before it."""
    return (start + len("the "), end) if text[:4].lower() == "the " else (start, end)
