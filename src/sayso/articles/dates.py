"""Dates as files write them, to ISO prefixes of the precision that stands there: "Feb 2019" is "2019-02"."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:(?:[T\s,|·•@-]|\bat\b)*[0-2]?\d[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?"
    r"(?:\s*[ap]\.?m\.?)?(?:\s*(?:Z|\(?[A-Z]{2,4}\)?|(?:GMT|UTC)?\s*[+-]\d\d?:?(?:\d\d)?))?)?"
)

_FORMS = tuple(
    re.compile(_WEEKDAY + form + _CLOCK + r"\s*\.?", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d))?",
        rf"{_YEAR}(?P<sep>[/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_DAY}-{_MONTH}-{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        r"(?P<day>\d\d?)\.(?P<month>\d\d?)\." + _YEAR,
    )
)
_SLASHES = re.compile(r"(?P<one>\d\d?)/(?P<two>\d\d?)/" + _YEAR + _CLOCK, re.IGNORECASE)
_BARE_YEAR = re.compile(_YEAR)
_YEAR_INSIDE = re.compile(r"(?:19|20)\d\d")


def parse(text: str) -> str | None:
    """The ISO prefix of a text that is one date and nothing else (weekday and clock aside), `None` if it is none.

    A numeric date whose day and month could change places ("02/03/2019") gives the year: more isn't known.
    """
    text = text.strip()
    if len(text) > 60 or not _YEAR_INSIDE.search(text):
        return None
    for form in _FORMS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            return _prefix(parts["year"], parts["month"], parts.get("day"))
    if match := _SLASHES.fullmatch(text):
        return _slashes(match["one"], match["two"], match["year"])
    return text if _BARE_YEAR.fullmatch(text) else None


def _prefix(year: str, month: str, day: str | None) -> str | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        whole = date(int(year), number, int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7]


def _slashes(one: str, two: str, year: str) -> str | None:
    if int(one) > 12:
        return _prefix(year, two, one)
    if int(two) > 12 or one == two:
        return _prefix(year, one, two)
    return year
