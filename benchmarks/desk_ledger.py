"""A ledger of as many claims as one likes, made up: the words mean nothing, but how often each occurs is lifelike.

A few outlets, sources, places and words stand in most articles and most of them in few, as in any collection (Zipf).
The same number of claims gives the same ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np

from sayso.ledger import Ledger
from sayso.words import vocabulary
from sayso.words.records import (
    Article,
    Candidate,
    Claim,
    Event,
    Factuality,
    Mention,
    Moment,
    Paragraph,
    Place,
    Reading,
    Resolution,
    Span,
    Voice,
)

T = TypeVar("T")
CLAIMS_AN_ARTICLE = 32
_ARTICLES_A_TIME = 500
_DRAWN = 200_000
_MODEL = "en-made-up"
_OWN = Voice(None, None, None, None, "says", "media", named=True)
_LABELS = ("happened", "happened", "happened", "statement", "will", "possible", "planned", "did_not_happen", "general")
_COUNTRIES = ("SY", "IQ", "TR", "UA", "RU", "YE", "LY", "SD", "ML", "US", "IR", "IL", "LB", "AF", "SO", "ET")
_SYLLABLES = tuple(a + b for a in "b d f g h j k l m n r s t v z sh".split() for b in "a e i o u an er is".split())
_FIRST, _DAYS = date(2011, 1, 1), 3650


def make(where: Path, claims: int) -> Ledger:
    """Write a ledger of that many claims into a new file, and return it open."""
    ledger = Ledger.open(where)
    run_id = ledger.start_run(_MODEL, "made up")
    articles = max(1, claims // CLAIMS_AN_ARTICLE)
    readings = iter(_Maker(np.random.default_rng(claims)).readings(articles))
    while some := list(islice(readings, _ARTICLES_A_TIME)):
        ledger.add_many(run_id, some)
    ledger.finish_run(run_id)
    return ledger


class _Often(Generic[T]):
    """Things drawn again and again, the first ones far more often than the last."""

    def __init__(self, rng: np.random.Generator, things: Sequence[T]) -> None:
        self._rng, self._things = rng, things
        weights = 1 / (np.arange(len(things)) + 3.0)
        self._shares = weights / weights.sum()
        self._drawn: Iterator[int] = iter(())

    def draw(self) -> T:
        """The next one."""
        for number in self._drawn:
            return self._things[number]
        self._drawn = iter(self._rng.choice(len(self._things), _DRAWN, p=self._shares).tolist())
        return self.draw()


@dataclass(slots=True)
class _Sentence:
    """A text that grows, with where its parts stand."""

    start: int
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, after: str = " ") -> tuple[int, int, str]:
        """Put words at the end; returns their span."""
        start = self.start + self.length
        self.parts.append(words + after)
        self.length += len(words) + len(after)
        return start, start + len(words), words


class _Maker:
    def __init__(self, rng: np.random.Generator) -> None:
        names = _names(rng, 60_000)
        actors = [
            Candidate(f"made:{name.lower().replace(' ', '-')}", name, "group", country, 0.9)
            for name, country in zip(names[:6_000], _cycled(_COUNTRIES), strict=False)
        ]
        self._even = rng
        self._chances: Iterator[float] = iter(())
        self.outlet = _Often(rng, [f"The {name} Post" for name in names[6_000:6_150]])
        self.actor = _Often(rng, actors)
        self.person = _Often(rng, [f"a resident of {name}" for name in names[7_000:37_000]])
        self.place = _Often(rng, [_place(rng, number, name) for number, name in enumerate(names[37_000:42_000])])
        self.word = _Often(rng, [name.lower() for name in names[42_000:]])
        self.verb = _Often(rng, "shelled met seized warned crossed promised blocked freed left reached".split())
        self.event_type = _Often(rng, sorted(vocabulary.load("event_types")))
        self.source_kind = _Often(rng, sorted(vocabulary.load("source_kinds")))
        self.stance = _Often(rng, ("says", "denies", "predicts", "accuses", "orders", "doubts", "asks"))
        self.label = _Often(rng, _LABELS)

    def chance(self) -> float:
        """A number from 0 to 1, all as likely."""
        for number in self._chances:
            return number
        self._chances = iter(self._even.random(_DRAWN).tolist())
        return self.chance()

    def readings(self, articles: int) -> Iterator[Reading]:
        """So many articles with their claims."""
        return map(self._reading, range(articles))

    def _reading(self, number: int) -> Reading:
        article_id = f"{number:032x}"  # in order, so that the file grows at its end: that is not what is measured
        published = _FIRST + timedelta(days=int(_DAYS * self.chance() ** 0.5))
        claims: list[Claim] = []
        parts: list[str] = []
        length = 0
        while len(claims) < CLAIMS_AN_ARTICLE:
            sentence = _Sentence(length)
            claims.append(self._claim(article_id, len(claims), sentence, published))
            parts += sentence.parts
            length += sentence.length
        text = "".join(parts)
        title = f"{self.word.draw()} {self.word.draw()} {self.word.draw()}".capitalize()
        outlet = self.outlet.draw() if self.chance() < 0.95 else None
        paragraphs = (Paragraph(0, len(text)),)
        path = f"made-up/{number}.txt"
        article = Article(
            article_id, title, outlet, (), published.isoformat(), "en", None, path, None, text, paragraphs
        )
        return Reading(article, tuple(claims), (), _MODEL, self._resolutions(claims))

    def _resolutions(self, claims: Sequence[Claim]) -> tuple[Resolution, ...]:
        """Who the sources are: what gives actors their names."""
        voices = [claim.voices[0] for claim in claims if claim.voices[0].actor_id is not None]
        return tuple(
            Resolution(v.start, v.end, v.text, "actor", Candidate(v.actor_id, v.text, "group", v.country, 0.9), 0.9)
            for v in voices
            if v.start is not None and v.end is not None and v.text is not None and v.actor_id is not None
        )

    def _claim(self, article_id: str, number: int, sentence: _Sentence, published: date) -> Claim:
        voices = (*(self._voice(sentence) for _ in range((self.chance() < 0.6) + (self.chance() < 0.1))), _OWN)
        start = sentence.start + sentence.length
        event, predicate = self._event(sentence, published) if self.chance() < 0.4 else (None, None)
        predicate = predicate or Span(*sentence.add(self.verb.draw()))
        words = (self.word.draw() for _ in range(3 + int(self.chance() * 6)))
        _, end, _ = sentence.add(" ".join(words), ".\n" if number % 4 == 3 else ". ")
        said = "".join(sentence.parts)[start - sentence.start : end - sentence.start]
        label = self.label.draw() if event else "statement"
        return Claim(
            claim_id=f"{article_id[-24:]}{number:08x}",
            article_id=article_id,
            kind="event" if event else "statement",
            content=(Span(start, end, said),),
            predicate=predicate,
            voices=voices,
            factuality=Factuality(-2.5 if label == "did_not_happen" else 2.0, label),
            event=event,
            confidence=round(1 - self.chance() ** 2 * 0.8, 4),
            model=_MODEL,
        )

    def _voice(self, sentence: _Sentence) -> Voice:
        named = self.chance() < 0.5
        actor = self.actor.draw() if named else None
        where = sentence.add(actor.name if actor else self.person.draw())
        cue = Span(*sentence.add("said"))
        known = (actor.id, actor.country) if actor else (None, None)
        return Voice(*where, cue, self.stance.draw(), self.source_kind.draw(), named, known[0], None, known[1])

    def _event(self, sentence: _Sentence, published: date) -> tuple[Event, Span]:
        actors = (self._mention(sentence),) if self.chance() < 0.8 else ()
        predicate = Span(*sentence.add(self.verb.draw()))
        recipients = (self._mention(sentence),) if self.chance() < 0.6 else ()
        places = (self._place(sentence),) if self.chance() < 0.4 else ()
        time = self._moment(sentence, published) if self.chance() < 0.35 else None
        return Event(self.event_type.draw(), None, actors, recipients, places, time, ()), predicate

    def _mention(self, sentence: _Sentence) -> Mention:
        if self.chance() < 0.25:
            return Mention(*sentence.add(self.person.draw()))
        actor = self.actor.draw()
        return Mention(*sentence.add(actor.name), actor.id, actor.country)

    def _place(self, sentence: _Sentence) -> Place:
        place = self.place.draw()
        start, end, text = sentence.add(place.name)
        return Place(
            *(start, end, text),
            country=place.country,
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            precision=place.precision,
            place_id=place.id,
            extent=place.extent,
        )

    def _moment(self, sentence: _Sentence, published: date) -> Moment:
        day = published + timedelta(days=int(20 * self.chance()) - 15)
        value = day.isoformat() if self.chance() < 0.8 else day.isoformat()[:7]
        start, end, text = sentence.add(f"on {value}")
        first = value if len(value) == 10 else f"{value}-01"
        last = value if len(value) == 10 else f"{value}-28"
        return Moment(start, end, text, value, "day", "date", None, first, last, deadline=day > published)


def _names(rng: np.random.Generator, count: int) -> list[str]:
    """Different words of two to four syllables."""
    names: dict[str, None] = {}
    while len(names) < count:
        chosen = rng.integers(len(_SYLLABLES), size=int(rng.integers(2, 5)))
        names["".join(_SYLLABLES[number] for number in chosen).capitalize()] = None
    return list(names)


def _place(rng: np.random.Generator, number: int, name: str) -> Candidate:
    country = _COUNTRIES[number % len(_COUNTRIES)]
    lat, lon = round(float(rng.uniform(-35, 60)), 4), round(float(rng.uniform(-120, 140)), 4)
    if number % 20 == 7:
        box = (lon, lat, lon + 3, lat + 2)
        return Candidate(f"region:{number}", name, "RGN", country, 0.9, precision="region", extent=box)
    return Candidate(f"geonames:{number}", name, "PPL", country, 0.9, lat, lon, "exact")


def _cycled(things: Sequence[T]) -> Iterator[T]:
    while True:
        yield from things
