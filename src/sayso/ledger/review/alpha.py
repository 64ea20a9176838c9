"""Krippendorff's alpha for values without an order: agreement beyond chance.

Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C. Any number of reviewers, any of whom
may have left out any unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import permutations


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """1 for full agreement, 0 for what chance would give, below that for less.

    A unit holds the values that reviewers gave it, one each; units with fewer than two are left out. None where
    nothing is left to compare, or all values are the same: then nothing can be told from chance.
    """
    coincidences: defaultdict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for values in units:
        for pair in permutations(values, 2):
            coincidences[pair] += 1 / (len(values) - 1)
    totals: defaultdict[Hashable, float] = defaultdict(float)
    for (value, _), count in coincidences.items():
        totals[value] += count
    pairable = sum(totals.values())
    observed = sum(count for (one, other), count in coincidences.items() if one != other)
    expected = pairable**2 - sum(total**2 for total in totals.values())
    return None if not expected else 1 - (pairable - 1) * observed / expected
