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
    if _is_length(phrase, context):
        return Meaning(amounts.length("1", unit), "duration", mod)
    anchor = (context.last(unit) if tells_back(phrase, context) else None) or context.now()
    if relation == "-" and unit == "Q":
        return named(phrase, context)
    bygone = mod == "END" and not phrase.has("relation") and context.opens_past(phrase.start, phrase.end)
    value = calendar.shift(anchor, -1 if bygone else STEPS[relation], unit) if anchor else None
    if value and phrase.has("weekend"):
        return _weekend(value, phrase, context)
    if value and unit in "EC":
        value = calendar.at(value, unit)
    return Meaning(value, "date", mod, anchor)


def _is_length(phrase: Phrase, context: Context) -> bool:
    """Whether a period is one of many and not the one beside this: the last week of August, a year ended in May."""
    if phrase.has("fiscal") and not phrase.has("relation"):
        return context.precedes(phrase.end, "closing")
    if phrase.value("relation") not in ("-1", "+1") or not phrase.has("the"):
        return False
    return context.precedes(phrase.end, "of") or context.follows(phrase.start, "for")


def _weekend(week: str, phrase: Phrase, context: Context) -> Meaning:
    anchor = context.now()
    span = calendar.days(anchor) if anchor else None
    running = span is not None and span[0].isoweekday() < 6
    if running and not phrase.has("relation") and context.tense(phrase.start, phrase.end) != "ahead":
        week = calendar.shift(week, -1, "W") or week
    return Meaning(f"{week}-WE", "date", edge(phrase), anchor)


def named(phrase: Phrase, context: Context) -> Meaning:
    """What points back to a period that was named: the quarter, the year-earlier period, that time."""
    quarter, unit = context.quarter(), phrase.value("unit")
    if phrase.has("direction"):
        return _year_before(quarter, context)
    if phrase.has("quarter"):
        return _quarter(quarter, phrase, context)
    if phrase.has("era_word"):
        return Meaning(quarter, "date", anchor=quarter)
    if unit is None:
        now = phrase.value("relation") == "0" and phrase.has("time") and not context.follows(phrase.start, "through")
        return Meaning("PRESENT_REF" if now else None, "date")
    if unit.startswith("T") or (unit == "Y" and context.precedes(phrase.end, "closing")):
        return Meaning(amounts.length("1", unit), "duration")
    return _running(unit, context) if phrase.has("the") else _bare(unit, phrase, context)


def _year_before(quarter: str | None, context: Context) -> Meaning:
    anchor = quarter or context.now()
    span = calendar.days(anchor) if anchor else None
    if anchor is None or span is None:
        return Meaning(None, "date")
    return Meaning(f"{span[0].year - 1:04}{anchor[4:] if quarter else ''}", "date", anchor=anchor)


def _quarter(quarter: str | None, phrase: Phrase, context: Context) -> Meaning:
    relation = phrase.value("relation")
    step = -1 if relation in ("-", "-1") or quarter is None else 0
    anchor = quarter or context.now()
    if quarter and relation == "-":
        return Meaning(quarter, "date", anchor=anchor)
    return Meaning(calendar.shift(anchor, step, "Q") if anchor else None, "date", anchor=anchor)


def _running(unit: str, context: Context) -> Meaning:
    """The week, the year: the one that the text speaks from."""
    anchor = context.last(unit) if unit == "D" or context.narrative else context.now()
    return Meaning(calendar.at(anchor, unit) if anchor else None, "date", anchor=anchor)


def _bare(unit: str, phrase: Phrase, context: Context) -> Meaning:
    """The day of "on 21 July, the fifth day of the siege"; a length where its sentence names none before."""
    told = context.told_here(phrase.start)
    if told and calendar.at(told, unit) == told and not context.follows(phrase.start, "whole"):
        return Meaning(told, "date", anchor=told, why="it stands in one sentence with that date")
    return Meaning(amounts.length("1", unit), "duration")
