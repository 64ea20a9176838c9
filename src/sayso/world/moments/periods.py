"""Periods beside the one that a text speaks from: last week, the next day, that quarter, the year-earlier period."""

from __future__ import annotations

from sayso.world.moments import amounts, calendar
from sayso.world.moments.context import Context
from sayso.world.moments.meaning import STEPS, Meaning, edge, tells_back
from sayso.world.moments.phrases import Phrase


def period(phrase: Phrase, context: Context) -> Meaning:
    """A day, week, month … beside the one that the text speaks from: last week, the next day, that year."""
    unit = phrase.value("unit") or "W"
    relation = phrase.value("relation") or "0"
    mod = edge(phrase)
    if unit.startswith("T"):
        return Meaning(None, "time", mod)
    anchor = (context.last(unit) if tells_back(phrase, context) else None) or context.now()
    if relation == "-" and unit == "Q":
        return named(phrase, context)
    value = calendar.shift(anchor, STEPS[relation], unit) if anchor else None
    if value and phrase.has("weekend"):
        return _weekend(value, phrase, context)
    if value and unit in "EC":
        value = value[: 3 if unit == "E" else 2]
    return Meaning(value, "date", mod, anchor)


def _weekend(week: str, phrase: Phrase, context: Context) -> Meaning:
    anchor = context.now()
    span = calendar.days(anchor) if anchor else None
    running = span is not None and span[0].isoweekday() < 6
    if running and not phrase.has("relation") and context.tense(phrase.start, phrase.end) != "ahead":
        week = calendar.shift(week, -1, "W") or week
    return Meaning(f"{week}-WE", "date", edge(phrase), anchor)


def named(phrase: Phrase, context: Context) -> Meaning:
    """What points back to a period that was named: the quarter, the year-earlier period, that time."""
    quarter = context.quarter()
    if phrase.has("direction"):
        anchor = quarter or context.now()
        span = calendar.days(anchor) if anchor else None
        if anchor is None or span is None:
            return Meaning(None, "date")
        return Meaning(f"{span[0].year - 1:04}{anchor[4:] if quarter else ''}", "date", anchor=anchor)
    if phrase.has("quarter"):
        step = -1 if phrase.value("relation") in ("-", "-1") or quarter is None else 0
        anchor = quarter or context.now()
        if quarter and phrase.value("relation") == "-":
            return Meaning(quarter, "date", anchor=anchor)
        return Meaning(calendar.shift(anchor, step, "Q") if anchor else None, "date", anchor=anchor)
    if phrase.has("era_word"):
        return Meaning(quarter, "date", anchor=quarter)
    unit = phrase.value("unit")
    if unit is None:
        return Meaning(None, "date")
    if phrase.has("the") and not unit.startswith("T"):
        anchor = context.last(unit) if unit == "D" or context.narrative else context.now()
        return Meaning(calendar.at(anchor, unit) if anchor else None, "date", anchor=anchor)
    return Meaning(amounts.length("1", unit), "duration")
