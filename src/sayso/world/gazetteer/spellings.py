"""Other spellings of a name that the gazetteer may hold: transliterations, and misspellings by one letter."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from sayso.world.gazetteer import folding

FOLDED = 0.98
_TRANSLITERATED = (0.6, 0.95)
_MISSPELT = (0.4, 0.8)
"""Likeness of a name from nothing in common to the same sounds; an exact or folded match is always above."""
_LEAST = 0.75
"""Sounds less alike than this share nothing but their consonants."""
_SHORTEST = 5
"""What is left of a name without its article has so many letters, at least: "Aleppo" has none."""


def transliterated(sounds: str, candidates: Iterable[tuple[str, str]], limit: int) -> list[tuple[str, float]]:
    """Of (folded name, its sounds) those most like `sounds`, with their likeness, best first."""
    alike = Levenshtein.normalized_similarity
    scored = process.extract(sounds, dict(candidates), scorer=alike, score_cutoff=_LEAST, limit=limit)
    low, high = _TRANSLITERATED
    return [(folded, low + (high - low) * score) for _, score, folded in scored]


def misspelt(folded: str, known: Iterable[str]) -> list[tuple[str, float]]:
    """The known names, each one letter away from `folded`, with their likeness, best first."""
    low, high = _MISSPELT
    scored = ((name, low + (high - low) * Levenshtein.normalized_similarity(folded, name)) for name in known)
    return sorted(scored, key=lambda one: (-one[1], one[0]))


def written(name: str) -> tuple[str, ...]:
    """The sounds of a name, and where it may hold an article written together ("Albukamal"), those without it."""
    sounds = folding.sounds(name)
    joined = sounds.startswith(("al", "il", "ul")) and len(sounds) - 2 >= _SHORTEST
    return (sounds, sounds[2:]) if joined else (sounds,)
