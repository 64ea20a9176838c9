"""Holidays whose day is sure."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.world.moments import calendar, years
from sayso.world.moments.context import Context
from sayso.world.moments.meaning import Meaning
from sayso.world.moments.phrases import Phrase


def holiday(phrase: Phrase, context: Context) -> Meaning:
    """A holiday whose day is sure; its eve is the day before."""
    name = phrase.value("holiday") if phrase.has("holiday") else "01-01"
    if not name:
        return Meaning(None, "date", why="its day isn't certain")
    anchor = context.now()
    year = int(phrase.value("year") or (anchor or "")[:4]) if phrase.has("year") or _dated(anchor) else None
    if year is None:
        return Meaning(f"XXXX-{name}" if name[0].isdigit() else None, "date", why="no year is known")
    days = [_feast(name, year + step) - timedelta(phrase.has("eve")) for step in (-1, 0, 1)]
    if phrase.has("year") or anchor is None or context.narrative:
        return Meaning(days[1].isoformat(), "date")
    span = calendar.days(anchor)
    assert span is not None
    past, coming = max(day for day in days if day <= span[1]), min(day for day in days if day >= span[0])
    return years.choose(past.isoformat(), coming.isoformat(), anchor, phrase, context)


def _dated(anchor: str | None) -> bool:
    return anchor is not None and calendar.days(anchor) is not None


def _feast(name: str, year: int) -> date:
    computed = {"easter": calendar.easter, "thanksgiving": calendar.thanksgiving}.get(name)
    return computed(year) if computed else date.fromisoformat(f"{year:04}-{name}")
