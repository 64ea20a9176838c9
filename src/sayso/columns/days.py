"""Dates as days: ISO prefixes as the first and the last day that they can mean, and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

LOWEST, HIGHEST = int(np.iinfo(np.int32).min), int(np.iinfo(np.int32).max)
"""What stands for the last and the first day where there is none: no `since` or `until` lets them pass."""
_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first(prefix: str | None) -> int | None:
    """The first day that an ISO prefix can mean, days since 1970-01-01; None for what is no date."""
    if prefix is None or not (found := _PREFIX.match(prefix)):
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    return _number(year, month, day)


def last(prefix: str | None) -> int | None:
    """The last day that an ISO prefix can mean."""
    found = None if prefix is None or first(prefix) is None else _PREFIX.match(prefix)
    if found is None:
        return None
    year, month, day = found.groups()
    if day is not None:
        return _number(int(year), int(month), int(day))
    return _before(int(year), int(month) + 1) if month is not None else _before(int(year) + 1, 1)


def _before(year: int, month: int) -> int | None:
    """The day before a month begins; the 13th month is the next year's first."""
    if month == 13:
        year, month = year + 1, 1
    if year > date.max.year:
        return _number(date.max.year, 12, 31)
    start = _number(year, month, 1)
    return None if start is None else start - 1


def _number(year: int, month: int, day: int) -> int | None:
    try:
        return (date(year, month, day) - _EPOCH).days
    except ValueError:
        return None


def text(day: int) -> str:
    """The ISO date of a day."""
    return (_EPOCH + timedelta(days=day)).isoformat()


_EPOCH = date(1970, 1, 1)


class Days(dict[str | None, int]):
    """Days by ISO prefix, each looked into once."""

    def __init__(self, of: Callable[[str | None], int | None], none: int) -> None:
        super().__init__()
        self._of, self._none = of, none

    def __missing__(self, prefix: str | None) -> int:
        found = self._of(prefix)
        self[prefix] = day = self._none if found is None else found
        return day


def firsts() -> Days:
    """First days, `HIGHEST` for none."""
    return Days(first, HIGHEST)


def lasts() -> Days:
    """Last days, `LOWEST` for none."""
    return Days(last, LOWEST)
