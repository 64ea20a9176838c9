"""Lengths of time: how long, how long ago or later, how often."""

from __future__ import annotations

from dataclasses import replace

from sayso.world.moments import amounts, calendar, dates
from sayso.world.moments.context import Context
from sayso.world.moments.meaning import Meaning
from sayso.world.moments.phrases import Phrase


def shift(phrase: Phrase, context: Context) -> Meaning:
    """A distance from a date: four years ago, three days later, a week before 5 May.

    Where nothing says from when, it is a length, as TimeML has it: "three days" after a ceasefire of an unknown day.
    """
    unit = phrase.value("unit", "units") or "D"
    number = amounts.amount(phrase)
    direction = phrase.value("direction") or "after"
    about = amounts.mod(phrase)
    if context.follows(phrase.start, "for"):
        return duration(phrase, context)
    if number == "X" and direction == "ago":
        return Meaning("PAST_REF", "date", about, why="nothing says how far")
    fine = "D" if unit.startswith("T") else unit
    if phrase.words[-1].kinds.get("event_next") and (same := context.apposed(phrase.start, fine)):
        return Meaning(same, "date", about, same, why="it stands beside that date")
    anchor = _anchor(phrase, context, fine)
    if anchor is None or number == "X" or unit.startswith("T") or "." in number:
        return replace(_distance(phrase, context, number), why="nothing says from when")
    sign = 1 if direction == "after" else -1
    quarter = context.quarter()
    if quarter and unit == "Y" and number == "1" and not phrase.has("month", "year"):
        return Meaning(f"{int(quarter[:4]) + sign:04}{quarter[4:]}", "date", about, quarter)
    return Meaning(calendar.shift(anchor, sign * int(number), unit), "date", about, anchor)


def _distance(phrase: Phrase, context: Context, number: str) -> Meaning:
    """The length of a distance from an unknown date; None for "the day after", and for what is told from today."""
    if phrase.value("direction") == "ago" or phrase.has("from") or (phrase.has("the") and number == "1"):
        return Meaning(None, "date", amounts.mod(phrase))
    return duration(phrase, context)


def _anchor(phrase: Phrase, context: Context, unit: str) -> str | None:
    """The date that a distance is counted from."""
    if phrase.has("month", "year", "day"):
        return dates.calendar_date(phrase, context).value
    if phrase.value("direction") == "ago" or phrase.has("from"):
        return context.now()
    if phrase.words[-1].kinds.get("event_next"):
        return context.event(phrase.end, unit)
    if not context.narrative and context.has_gone_on(unit):
        return None
    return context.last(unit) or (None if context.narrative else context.now())


def stretch(phrase: Phrase, context: Context) -> Meaning:
    """A stretch up to this moment or from it: the past two months, recent weeks, the coming days."""
    unit = phrase.value("unit", "units") or "D"
    number = amounts.amount(phrase)
    if phrase.value("relation") == "0" and unit == "D" and number == "X":
        return Meaning("PRESENT_REF", "date")
    return Meaning(amounts.length(number, unit), "duration", amounts.mod(phrase), context.now())


def duration(phrase: Phrase, context: Context) -> Meaning:
    """A length of time: three days, 18 months, for years."""
    unit = phrase.value("unit", "units") or "D"
    if phrase.value("number") == "1" and unit == "D" and context.follows(phrase.start, "some_day"):
        return Meaning("FUTURE_REF", "date")
    return Meaning(amounts.length(amounts.amount(phrase), unit), "duration", amounts.mod(phrase))


def repeated(phrase: Phrase, _: Context) -> Meaning:
    """What comes again: every Friday, each July, daily, every two weeks."""
    for kind, value in (
        ("often", "{}"),
        ("weekday", "XXXX-WXX-{}"),
        ("weekdays", "XXXX-WXX-{}"),
        ("month", "XXXX-{:0>2}"),
        ("season", "XXXX-{}"),
        ("weekend", "XXXX-WXX-{}"),
    ):
        if found := phrase.value(kind):
            part = phrase.value("part")
            return Meaning(value.format(found) + (f"T{part}" if part else ""), "set")
    if part := phrase.value("part"):
        return Meaning(f"XXXX-XX-XXT{part}", "set")
    number = phrase.value("ordinal") or phrase.value("number") or "1"
    return Meaning(amounts.length(number, phrase.value("unit", "units") or "D"), "set")


def vague(phrase: Phrase, _: Context) -> Meaning:
    """Now, recently, soon, the future."""
    return Meaning(phrase.value("vague") or "PRESENT_REF", "date")
