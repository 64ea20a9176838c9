"""Ranges of words and sets of words: parts of attributions are the one, parts of trees the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.language.analysis import Range


def members(ranges: Iterable[Range]) -> set[int]:
    """The words in the ranges."""
    found: set[int] = set()
    for first, end in ranges:
        found.update(range(first, end))
    return found


def runs(words: Iterable[int]) -> tuple[Range, ...]:
    """The stretches of neighbouring words, in order."""
    ordered = sorted(words)
    if not ordered:
        return ()
    found: list[Range] = []
    first = end = ordered[0]
    for word in ordered:
        if word > end:
            found.append((first, end))
            first = word
        end = word + 1
    return (*found, (first, end))


def size(ranges: Iterable[Range]) -> int:
    """How many words stand in the ranges."""
    return sum(end - first for first, end in ranges)


def holds(ranges: Iterable[Range], word: int) -> bool:
    """Whether the word stands in one of the ranges."""
    for first, end in ranges:  # noqa: SIM110 (`any` takes three times as long, and this is asked most of all)
        if first <= word < end:
            return True
    return False
