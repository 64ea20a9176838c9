"""Dates of the calendar: days, months, seasons, quarters, decades, with a part of the day or a clock time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sayso.world.moments import calendar, clock, periods, phrases, years
from sayso.world.moments.context import Context
from sayso.world.moments.meaning import STEPS, Meaning, Rule, edge, tells_back
from sayso.world.moments.phrases import Phrase


def figures(phrase: Phrase, _: Context) -> Meaning:
    """A date in figures: 2018-10-15; 10/15/2018, where only one order of day and month is possible."""
    if stamp := phrase.value("iso"):
        return Meaning(stamp[:16].upper(), "time" if "t" in stamp else "date")
    first, second, year = (phrase.value("slashed") or "").split("/")
    if len(year) == 2:
        year = ("19" if int(year) > 50 else "20") + year
    readings = [
        f"{year}-{month:02}-{day:02}"
        for month, day in ((int(first), int(second)), (int(second), int(first)))
        if calendar.days(f"{year}-{month:02}-{day:02}")
    ]
    if len(set(readings)) == 1:
        return Meaning(readings[0], "date")
    return Meaning(year, "date", why="day and month could change places") if readings else Meaning(None, "date")


def calendar_date(phrase: Phrase, context: Context) -> Meaning:
    """A date of the calendar, whole or in part, with a part of the day or a clock time."""
    day = _day(phrase, context)
    time = clock.part(phrase)
    if time is None:
        return replace(day, mod=edge(phrase))
    mod = edge(phrase) if phrase.has("part") else None
    other = day.other and _timed(day.other, time)
    return replace(day, value=_timed(day.value, time), type="time", mod=mod, other=other)


def _timed(day: str | None, time: str) -> str:
    whole = day is not None and calendar.is_day(day)
    return f"{day if whole else 'XXXX-XX-XX'}T{time}"


def _day(phrase: Phrase, context: Context) -> Meaning:
    for kind, rule in _PARTS:
        if phrase.has(kind):
            return rule(phrase, context)
    if phrase.has("unit", "weekend"):
        return periods.period(phrase, context)
    return _part_alone(phrase, context)


def _part_alone(phrase: Phrase, context: Context) -> Meaning:
    """The day of "that morning", "the next morning", "this evening"; of "at night" none."""
    relation = phrase.value("relation")
    if relation is None and not phrase.has("clock", "meridiem", "oclock", "part_today", "the"):
        return Meaning(None, "date")
    if relation is None and (beside := _day_ahead(phrase, context) or _day_told(phrase, context)):
        return beside
    anchor = (context.last("D") if tells_back(phrase, context) else None) or context.now()
    return Meaning(calendar.shift(anchor, STEPS[relation or "0"], "D") if anchor else None, "date", anchor=anchor)


def _day_ahead(phrase: Phrase, context: Context) -> Meaning | None:
    """The day that stands soon after a time of day in its sentence: 10:35 a.m. (0735 GMT) Friday."""
    _, after = context.sentence(phrase.start, phrase.end)
    for following in phrases.find(phrase.after):
        if following.has("weekday", "day") or (following.has("month") and following.has("daynum", "dayth")):
            return _day(following, context) if following.end - phrase.end <= len(after) else None
    return None


def _day_told(phrase: Phrase, context: Context) -> Meaning | None:
    """The day that a sentence named before a time of day in it: on the same day it was hit again at 2:30 p.m."""
    told = context.told_here(phrase.start) if phrase.has("clock", "meridiem", "oclock") else None
    return Meaning(told, "date", anchor=told) if told and calendar.is_day(told) else None


def _decade(phrase: Phrase, context: Context) -> Meaning:
    """The digits that its years share: 199 of the 1990s and the '90s, BC048 of the 480s BC."""
    spoken = phrase.value("spoken_decade")
    digits = spoken or (phrase.value("decade", "short_decade") or "").rstrip("s")[:-1]
    if len(digits) == 1:
        return Meaning(f"19{digits}", "date")
    if len(digits) == 3:
        return Meaning(digits, "date")
    last = context.last() or ""
    before = phrase.value("era") == "BC" or (not phrase.has("era") and last.startswith("BC"))
    return Meaning(f"{'BC' if before else ''}{digits:0>3}", "date")


def _century(phrase: Phrase, context: Context) -> Meaning:
    number = phrase.value("ordinal")
    if number is None:
        return periods.period(phrase, context)
    before = phrase.value("era") == "BC"
    return Meaning(f"{'BC' if before else ''}{int(number) - 1:02}", "date")


def _month(phrase: Phrase, context: Context) -> Meaning:
    month = int(phrase.value("month") or 0)
    day = _beside_month(phrase)
    rest = f"-{month:02}" + (f"-{int(day):02}" if day else "")
    year = years.year(phrase, context)
    if year:
        value = year + rest
        return Meaning(value if year[:2] == "BC" or calendar.days(value) else year + rest[:3], "date")
    return years.nearest(rest, phrase, context)


def _beside_month(phrase: Phrase) -> str | None:
    """The day of the month: the figure next to the month's name, after it before in front of it."""
    place = next(number for number, word in enumerate(phrase.words) if "month" in word.kinds)
    for number in (place + 1, place + 2, place - 1, place - 2, place - 3):
        if 0 <= number < len(phrase.words):
            kinds = phrase.words[number].kinds
            if "meridiem" in kinds or (number == place + 2 and "the" not in phrase.words[place + 1].kinds):
                continue
            if day := kinds.get("daynum") or kinds.get("dayth"):
                return day
    return None


def _weekday(phrase: Phrase, context: Context) -> Meaning:
    number = int(phrase.value("weekday") or 1)
    relation = phrase.value("relation")
    anchor = context.last("D") if relation in ("<", ">", "=") or context.narrative else context.now()
    span = calendar.days(anchor) if anchor else None
    if span is None or span[0] != span[1]:
        return Meaning(f"XXXX-WXX-{number}", "date", why="no date is known to count from")
    day = span[0]
    told = years.TOLD.get(relation or "")
    strict = 1 if told else 0
    verb = "ahead" if context.narrative else context.tense(phrase.start, phrase.end)
    tense = told or verb or "behind"
    why = "its words say which one" if told else "the verb beside it points there" if verb else "news tells of the past"
    back = (day.isoweekday() - strict - number) % 7 + strict
    ahead = (number - day.isoweekday() - strict) % 7 + strict
    past, coming = day - timedelta(back), day + timedelta(ahead)
    chosen, other = (coming, past) if tense == "ahead" else (past, coming)
    return Meaning(chosen.isoformat(), "date", None, anchor, None if told else other.isoformat(), why)


def _deictic(phrase: Phrase, context: Context) -> Meaning:
    count = int(phrase.value("day") or 0)
    anchor = context.now()
    value = calendar.shift(anchor, count, "D") if anchor else None
    if value is None and count == 0:
        return Meaning("PRESENT_REF", "date")
    return Meaning(value, "date", anchor=anchor)


def _season(phrase: Phrase, context: Context) -> Meaning:
    season = phrase.value("season") or ""
    if year := years.year(phrase, context) or years.ahead(phrase):
        return Meaning(f"{year}-{season}", "date")
    return _period_of_year(season, phrase, context)


def _quarter(phrase: Phrase, context: Context) -> Meaning:
    number = phrase.value("which_half" if phrase.has("half") else "ordinal")
    if number is None:
        last = next((value for value in reversed(context.named) if "-Q" in value), None)
        year = years.year(phrase, context)
        return Meaning(f"{year}{last[4:]}" if year and last else None, "date", anchor=last)
    part = f"Q{number}" if phrase.has("quarter") else f"H{number}"
    if year := years.year(phrase, context):
        return Meaning(f"{year}-{part}", "date")
    return _period_of_year(part, phrase, context)


def _period_of_year(part: str, phrase: Phrase, context: Context) -> Meaning:
    anchor = context.story() if context.narrative and not phrase.has("relation") else context.now()
    span = calendar.days(anchor) if anchor else None
    if anchor is not None and anchor.startswith("BC"):
        later = phrase.value("relation") in ("+1", ">")
        return Meaning(f"{calendar.shift(anchor, 1, 'Y') if later else anchor[:6]}-{part}", "date", anchor=anchor)
    if anchor is None or span is None:
        return Meaning(f"XXXX-{part}", "date", why="no year is known")
    year = span[0].year
    here = calendar.days(f"{year:04}-{part}")
    relation = phrase.value("relation")
    if here is not None and not context.narrative:
        if relation in ("-1", "<") and here[1] >= span[0]:
            year -= 1
        elif relation in ("+1", ">") and here[0] <= span[0]:
            year += 1
        elif relation is None and here[0] > span[0] and context.tense(phrase.start, phrase.end) == "behind":
            year -= 1
    elif relation in ("+1", ">"):
        year += 1
    return Meaning(f"{year:04}-{part}", "date", anchor=anchor)


def _plain_year(phrase: Phrase, context: Context) -> Meaning:
    return Meaning(years.year(phrase, context), "date")


_PARTS: tuple[tuple[str, Rule], ...] = (
    ("decade", _decade),
    ("short_decade", _decade),
    ("spoken_decade", _decade),
    ("century", _century),
    ("month", _month),
    ("quarter", _quarter),
    ("half", _quarter),
    ("season", _season),
    ("era", years.era),
    ("weekday", _weekday),
    ("year", _plain_year),
    ("short_year", _plain_year),
    ("day", _deictic),
)


def containing(phrase: Phrase, context: Context) -> Meaning:
    """The week of a day: the week of March 6."""
    day = _month(phrase, context)
    return replace(day, value=calendar.at(day.value, "W") if day.value else None)


def before(phrase: Phrase, context: Context) -> Meaning:
    """A figure whose month or era stands after the next figure: 22 in "22-25 April 1951", 240 in "240-238 BC"."""
    found = {
        kind: word.kinds[kind]
        for word in reversed(phrase.after[1:])
        for kind in ("month", "year", "era")
        if kind in word.kinds
    }
    day = phrase.value("dayth", "daynum")
    if "era" in found and "month" not in found:
        return Meaning(years.with_era(phrase.value("digits") or "", found["era"]), "date")
    if day is None or "month" not in found:
        return Meaning(None, "date")
    rest = f"-{int(found['month']):02}-{int(day):02}"
    if "year" not in found:
        return years.nearest(rest, phrase, context)
    value = found["year"] + rest
    return Meaning(value if calendar.days(value) else value[:7], "date")


def tail(phrase: Phrase, context: Context) -> Meaning:
    """A figure after a date: the 25 of "April 22 and 25", the 16 of "1914-16"."""
    number = phrase.value("dayth", "daynum")
    month = context.last("M")
    if number and month and (month == context.last() or phrase.has("year")):
        value = f"{month[:7]}-{int(number):02}"
        return Meaning(value if calendar.days(value) else None, "date", anchor=month)
    digits = phrase.value("digits")
    year = context.last()
    if digits and len(digits) == 3 and year and year.startswith("BC"):
        return Meaning(f"BC{digits:0>4}", "date", anchor=year)
    if digits and len(digits) == 2 and year and year[:4].isdigit():
        return Meaning(year[:2] + digits, "date", anchor=year)
    return Meaning(None, "date")
