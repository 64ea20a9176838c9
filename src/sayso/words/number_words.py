"""The words of numbers, as `numbers.toml` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files


@dataclass(frozen=True)
class NumberWords:
    """Each table by its name there, words in lower case; `bounds` and `after` say which side a phrase bounds."""

    values: Mapping[str, float]
    scales: Mapping[str, float]
    letters: Mapping[str, float]
    plurals: Mapping[str, float]
    parts: Mapping[str, float]
    bounds: Mapping[str, str]
    after: Mapping[str, str]
    fillers: frozenset[str]
    hyphenated: frozenset[str]
    some: frozenset[str]
    months: frozenset[str]
    singling: frozenset[str]
    sides: frozenset[str]

    @cached_property
    def first(self) -> frozenset[str]:
        """Whatever word a number with its bounds can begin with; digits and currencies aside."""
        phrases = (*self.bounds, *self.some, "a", "an", "half", "no", "between")
        alone = (*self.values, *self.scales, *self.plurals, *self.parts)
        return frozenset((*alone, *(phrase.split()[0] for phrase in phrases)))


@cache
def load() -> NumberWords:
    """The words, read once."""
    table = tomllib.loads((files("sayso.words") / "numbers.toml").read_text(encoding="utf-8"))
    values, scales, letters, plurals, parts = (
        {str(word): float(value) for word, value in table[name].items()}
        for name in ("values", "scales", "letters", "plurals", "parts")
    )
    bounds, after = (
        {str(phrase): str(side) for side, phrases in table[name].items() for phrase in phrases}
        for name in ("bounds", "after")
    )
    fillers, hyphenated, some, months, singling, sides = (
        frozenset(map(str, table["words"][name]))
        for name in ("fillers", "hyphenated", "some", "months", "singling", "sides")
    )
    return NumberWords(
        values, scales, letters, plurals, parts, bounds, after, fillers, hyphenated, some, months, singling, sides
    )
