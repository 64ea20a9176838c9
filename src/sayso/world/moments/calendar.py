"""Arithmetic on ISO prefixes: "1918-11" three months on, the first and the last day that "2014-SU" can mean.

A value is a year ("1918"), month, day, week ("1918-W45"), quarter ("1918-Q3"), half ("1918-H1"), season ("1918-SU"),
weekend ("1918-W45-WE"), decade ("191") or century ("19"); "BC0264" and its like are kept but not reckoned with.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ANY_DAY = re.compile(r"(?:\d{4}|XXXX|BC\d{4})-\d\d-\d\d")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_BC = re.compile(r"BC\d{4}(?!\d)")
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
}  # fmt: skip
"""First month and number of months; seasons are the northern meteorological ones."""

Days = tuple[date, date]
_FIRST_YEAR, _LAST_YEAR = 10, 9900


def is_day(value: str) -> bool:
    """Whether a value is one day, also of an unknown year or one BC."""
    return _ANY_DAY.fullmatch(value) is not None


@lru_cache(maxsize=4096)
def days(value: str) -> Days | None:
    """The first and the last day of a value; None for what has none ("PRESENT_REF", "XXXX-10-15", years BC).

    Nor have dates so near the ends of the calendar that counting from them could leave it.
    """
    try:
        span = _span(value.partition("T")[0])
    except (ValueError, OverflowError):
        return None
    return span if span and span[0].year >= _FIRST_YEAR and span[1].year <= _LAST_YEAR else None


def _span(value: str) -> Days | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(5 if match[3] else 0), monday + timedelta(6)
    if match := _PART.fullmatch(value):
        return _months(int(match[1]), *_PARTS[match[2]])
    if value.isdigit() and 1 < len(value) <= 4:
        return date(int(value.ljust(4, "0")), 1, 1), date(int(value.ljust(4, "9")), 12, 31)
    return None


def _months(year: int, month: int, count: int) -> Days:
    end = month - 1 + count
    return date(year, month, 1), date(year + end // 12, end % 12 + 1, 1) - timedelta(1)


def shift(value: str, count: int, unit: str) -> str | None:
    """What lies `count` units (D, W, M, Q, Y, E, C, L) from a value, to the unit's precision; None if unknown.

    From a value coarser than the unit (days from a month) nothing certain follows.
    """
    if unit in "YECL" and _BC.match(value):
        year = int(value[2:6]) - count * _YEARS[unit]
        return f"BC{year:04}" if year > 0 else None
    span = days(value)
    if span is None:
        return None
    first, last = span
    if (last - first).days > _LONGEST[unit]:
        return None
    try:
        return _shifted(first, count, unit)
    except (ValueError, OverflowError):
        return None


_YEARS = {"Y": 1, "E": 10, "C": 100, "L": 1000}
_DIGITS = {"E": 3, "C": 2}
"""The digits that the years of a decade and of a century share."""
_LONGEST = {"D": 0, "W": 6, "M": 30, "Q": 91, "Y": 365, "E": 3652, "C": 36524, "L": 365242, "N": 6}
"""The longest stretch in days, less one, from which a unit can be counted."""


def _shifted(first: date, count: int, unit: str) -> str:
    if unit == "D":
        return (first + timedelta(count)).isoformat()
    if unit in "WN":
        return week(first + timedelta(7 * count * (2 if unit == "N" else 1)))
    if unit in "MQ":
        months = first.year * 12 + first.month - 1 + count * (3 if unit == "Q" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, 1).isoformat()[:7] if unit == "M" else f"{year:04}-Q{month // 3 + 1}"
    year = date(first.year + count * _YEARS[unit], 1, 1).year
    return f"{year:04}"


def at(value: str, unit: str) -> str | None:
    """The value to a unit's precision: "1918-11-05" as a week is "1918-W45", as a decade "191"."""
    if unit in _DIGITS and value[:4].isdigit():
        return value[: _DIGITS[unit]]
    if unit in _DIGITS and _BC.match(value):
        return value[: len("BC") + _DIGITS[unit]]
    return shift(value, 0, unit)


def week(day: date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def easter(year: int) -> date:
    """Western Easter Sunday, after the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta((3 - first.weekday()) % 7 + 21)
