"""How finely a value says when, as the vocabulary `moment_precisions` names it, and the days that it can mean."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from sayso.world.moments import calendar

_FORMS: tuple[tuple[str, str], ...] = (
    ("set", r"set:.*"),
    ("range", r"[^/]+/[^/]+"),
    ("vague", r"(PRESENT|PAST|FUTURE)_REF"),
    ("length", r"P.*"),
    ("time", r".*T\d\d(:\d\d)*"),
    ("part", r".*T[A-Z]{2}"),
    ("yearless", r"XXXX.*"),
    ("day", r".*-\d\d-\d\d"),
    ("weekend", r".*-WE"),
    ("week", r".*-W\d\d"),
    ("season", r".*-(SP|SU|FA|WI)"),
    ("quarter", r".*-Q[1-4X]"),
    ("half", r".*-H[12]"),
    ("month", r".*-\d\d"),
    ("year", r"(BC)?\d{4}"),
    ("decade", r"(BC)?\d{3}"),
    ("century", r"(BC)?\d\d"),
)
_COMPILED = tuple((name, re.compile(form)) for name, form in _FORMS)


@cache
def of(value: str, kind: str) -> str | None:
    """The precision of a value; `kind` is the moment's type."""
    marked = f"set:{value}" if kind == "set" else value
    return next((name for name, form in _COMPILED if form.fullmatch(marked)), None)


def days(value: str, mod: str | None) -> calendar.Days | None:
    """The first and the last day of a value: of an early March its first half, of a late one its second."""
    first, _, last = value.partition("/")
    span, end = calendar.days(first), calendar.days(last) if last else None
    if span is None or (last and end is None):
        return None
    whole = (span[0], end[1]) if end else span
    return _within(whole, mod)


def _within(span: calendar.Days, mod: str | None) -> calendar.Days:
    first, last = span
    length = (last - first).days + 1
    if length == 1 or mod not in ("START", "MID", "END"):
        return span
    if mod == "START":
        return first, first + timedelta((length + 1) // 2 - 1)
    if mod == "END":
        return last - timedelta((length + 1) // 2 - 1), last
    return first + timedelta(length // 4), last - timedelta(length // 4)


_LENGTH = re.compile(r"P(T)?(\d+(?:\.\d+)?)([YMWDHSQ])")
_DAYS = {"Y": 365.2425, "Q": 91.31, "M": 30.437, "W": 7.0, "D": 1.0}


def reach(day: date, length: str, sign: int) -> date | None:
    """The day that lies a length of time ("P3D", "PT48H") after or before another."""
    match = _LENGTH.fullmatch(length)
    if match is None:
        return None
    number = float(match[2])
    if match[1]:
        number, unit = number / {"H": 24, "M": 1440, "S": 86400}.get(match[3], 24), "D"
    else:
        unit = match[3]
    if unit in "YMQ" and number == int(number):
        return _months(day, sign * int(number) * {"Y": 12, "Q": 3, "M": 1}[unit])
    try:
        return day + timedelta(sign * round(number * _DAYS[unit]))
    except OverflowError:
        return None


def _months(day: date, count: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9998:
        return None
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))
