"""Ranges of words and sets of words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from sayso.claims.grammar.ranges import holds, members, runs, size

WORDS = some.sets(some.integers(0, 60))


@given(WORDS)
def test_runs_and_members_are_inverse(words: set[int]) -> None:
    ranges = runs(words)
    assert members(ranges) == words
    assert size(ranges) == len(words)
    assert all(before[1] < after[0] for before, after in pairwise(ranges)), "neighbours are one run"


@given(WORDS, some.integers(0, 60))
def test_a_range_holds_its_members(words: set[int], word: int) -> None:
    assert holds(runs(words), word) == (word in words)
