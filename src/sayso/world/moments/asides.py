"""Dates at which a story only glances: back, as in "the leader of the uprising of August 1792", or ahead."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.world.moments import calendar, years
from sayso.world.moments.phrases import Phrase

Months = tuple[int, int]
"""The first and the last month of a date, counted from the year 0."""

_GLANCE = 1
"""How many months an aside is away at least. By trial on WikiWars' training part."""


def of(found: Sequence[Phrase]) -> frozenset[int]:
    """Where dates with their years stand whose neighbours lie nearer to each other than to them."""
    stated = [(phrase.start, months) for phrase in found if phrase.form.sure and (months := _months(phrase))]
    return frozenset(
        start
        for (_, before), (start, here), (_, following) in zip(stated, stated[1:], stated[2:], strict=False)
        if min(_apart(here, before), _apart(here, following)) > max(_GLANCE, _apart(before, following))
    )


def _apart(one: Months, other: Months) -> int:
    """The months between two dates; 0 if they overlap."""
    return max(0, other[0] - one[1], one[0] - other[1])


def _months(phrase: Phrase) -> Months | None:
    if phrase.has("era"):
        return _early(years.era(phrase).value or "")
    year, month, season = phrase.value("year"), phrase.value("month"), phrase.value("season")
    if year is None:
        return None
    days = calendar.days(f"{year}-{int(month):02}" if month else f"{year}-{season}" if season else year)
    return (days[0].year * 12 + days[0].month, days[1].year * 12 + days[1].month) if days else None


def _early(year: str) -> Months | None:
    """The months of "BC0264"; None for years of our era, which are rarely written with it."""
    if not year.startswith("BC"):
        return None
    january = 1 - 12 * int(year.removeprefix("BC"))
    return january, january + 11
