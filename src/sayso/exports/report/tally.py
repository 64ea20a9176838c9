"""What the claims of a report come to: counts, sources, and the labels that occur."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.exports.actors import Actors
from sayso.words import vocabulary
from sayso.words.records import Article, Claim, Voice

Sourced = tuple[Claim, Article]


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, but for the articles themselves: in how many claims and articles, and of which kinds.

    `name` is None for all sources of one kind of which nothing more is known. `named` says that an article names it;
    "a field commander" it doesn't.
    """

    name: str | None
    named: bool
    kinds: tuple[str, ...]
    claims: int
    articles: int


def named(voice: Voice, actors: Actors) -> str | None:
    """The best name of a voice: the list's, or what it stands for, or its own words; None where it has none."""
    actor = actors.get(voice.actor_id or "")
    if actor:
        return actor.name
    return (voice.same_as.text if voice.same_as else voice.text) if voice.named else None


def sources(sourced: Sequence[Sourced], actors: Actors) -> list[Source]:
    """Every source, the most frequent first."""
    claims: Counter[tuple[str, str]] = Counter()
    articles: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    kinds: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    by_name: set[tuple[str, str]] = set()
    for claim, article in sourced:
        for key, voice in {_key(voice, actors): voice for voice in claim.voices[:-1]}.items():
            claims[key] += 1
            articles[key].add(article.article_id)
            kinds[key] |= {voice.source_kind} if voice.source_kind else set()
            by_name |= {key} if voice.named else set()
    found = [
        Source(key[0] or None, key in by_name, tuple(sorted(kinds[key])), claims[key], len(articles[key]))
        for key in sorted(claims)
    ]
    return sorted(found, key=lambda source: (-source.claims, source.name is None))


def _key(voice: Voice, actors: Actors) -> tuple[str, str]:
    name = named(voice, actors)
    return (name, "") if name else ("", voice.source_kind or "")


def labels(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """The keys that occur by vocabulary, both in the vocabulary's order."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for name, key in _labels(claim):
            if key is not None:
                seen[name].add(key)
    return {name: [key for key in vocabulary.load(name) if key in keys] for name, keys in seen.items()}


def _labels(claim: Claim) -> Iterator[tuple[str, str | None]]:
    yield "factuality", claim.factuality.label
    for voice in claim.voices:
        yield "stances", voice.stance
    for voice in claim.voices:
        yield "source_kinds", voice.source_kind
    if claim.event:
        yield "event_types", claim.event.type
        yield "event_modes", claim.event.mode
        for place in claim.event.places:
            yield "place_precisions", place.precision
        for quantity in claim.event.quantities:
            yield "quantity_kinds", quantity.kind
    yield "review_states", claim.review
