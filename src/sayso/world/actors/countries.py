"""The countries of which an article speaks, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

_NEAR = 300
"""Characters at which a mention of a country counts half of one right beside."""
_LOOKED_AT = (40, 10)
"""Mentions of countries before and after a position that are weighed."""
_EVERYWHERE = 0.15
"""What a mention anywhere in the article counts beside one right beside the position."""


class Countries:
    """Mentions of countries by position."""

    def __init__(self, mentioned: Iterable[tuple[int, str]]) -> None:
        """`mentioned`: offset and alpha-2 code of each mention."""
        self._mentioned = sorted(mentioned)
        self._positions = [position for position, _ in self._mentioned]
        self._totals: dict[str, int] = {}
        for _, country in self._mentioned:
            self._totals[country] = self._totals.get(country, 0) + 1

    def at(self, position: int) -> tuple[str | None, float]:
        """The country of which the text speaks at a position, and its share of what speaks for any."""
        at = bisect_left(self._positions, position + 1)
        weights = {country: _EVERYWHERE * count for country, count in self._totals.items()}
        first, last = max(0, at - _LOOKED_AT[0]), at + _LOOKED_AT[1]
        for number, (where, country) in enumerate(self._mentioned[first:last], start=first):
            near = _NEAR / (_NEAR + abs(position - where))
            weights[country] += near if number < at else near / 2
        if not weights:
            return None, 0.0
        best = max(weights, key=lambda country: (weights[country], country))
        return best, weights[best] / sum(weights.values())

    def around(self, position: int, least: float) -> str | None:
        """The country of which the text speaks at a position, if it has at least that share."""
        country, share = self.at(position)
        return country if share >= least else None

    def share(self, country: str) -> float:
        """The share of all mentions of countries that are of this one."""
        return self._totals.get(country, 0) / len(self._mentioned) if self._mentioned else 0.0
