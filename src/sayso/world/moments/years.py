"""The year of a date: the one that stands in the phrase, that it points to, or that the text around it makes likely."""

from __future__ import annotations

from datetime import date

from sayso.world.moments import calendar, periods
from sayso.world.moments.context import Context, Tense
from sayso.world.moments.meaning import Meaning
from sayso.world.moments.phrases import Phrase

CLEARLY = 3.0
"""How many times nearer one year must be than the other to be chosen whatever the tense. Tried on TBAQ's train part."""
SOON = 45
"""Days within which a date goes on from the one named before it."""
TOLD: dict[str, Tense] = {"-1": "behind", "<": "behind", "+1": "ahead", ">": "ahead"}


def year(phrase: Phrase, context: Context) -> str | None:
    """The year that a phrase names or points to ("of that year"); None if it is silent."""
    if phrase.has("era"):
        return era(phrase, context).value
    if stands := phrase.value("year"):
        return stands
    if phrase.has("tens") or phrase.has("big"):
        return spoken(phrase, context).value
    if short := phrase.value("short_year"):
        return _whole_year(short, context)
    if phrase.has("relation") and phrase.has("unit"):
        value = periods.period(phrase, context).value
        return value[:4] if value else None
    return None


def _whole_year(short: str, context: Context) -> str:
    """The century of '98: that of the date last named, or the nearest to the article's."""
    near = context.now()
    if near is None or not near[:4].isdigit():
        return f"19{short}" if int(short) > 40 else f"20{short}"
    year = int(near[:4])
    return f"{min((century * 100 + int(short) for century in range(10, 21)), key=lambda full: abs(full - year)):04}"


def era(phrase: Phrase, _: Context | None = None) -> Meaning:
    """A year with its era: 264 BC."""
    place = next(number for number, word in enumerate(phrase.words) if "era" in word.kinds)
    return Meaning(with_era(phrase.words[place - 1].kinds.get("digits", ""), phrase.value("era")), "date")


def with_era(digits: str, era: str | None) -> str | None:
    """The value of a year and its era; None for what is no year."""
    if not digits.isdigit() or len(digits) > len("2018"):
        return None
    return f"{'BC' if era == 'BC' else ''}{digits:0>4}"


def spoken(phrase: Phrase, _: Context) -> Meaning:
    """A year in words: nineteen ninety-seven, the year two thousand."""
    if phrase.has("big"):
        return Meaning(f"{int(phrase.value('number') or 2) * 1000:04}", "date")
    numbers = [int(word.kinds["number"]) for word in phrase.words if "number" in word.kinds]
    ones = numbers[1] if len(numbers) > 1 else 0
    return Meaning(f"{numbers[0] * 100 + int(phrase.value('tens') or 0) + ones:04}", "date")


def nearest(rest: str, phrase: Phrase, context: Context) -> Meaning:
    """A date without its year: the one that the tense points to from the article's date, or that of the story."""
    if calendar.days(f"2000{rest}") is None:
        rest = rest[:3]
    shared = _year_ahead(phrase, int(rest[1:3]))
    if shared:
        return Meaning(f"{shared}{rest}", "date", why="the year stands after the next date")
    anchor = context.story() if context.narrative else context.now()
    span = calendar.days(anchor) if anchor else None
    if anchor is None or span is None:
        known = anchor[:6] if anchor and anchor[:2] == "BC" else "XXXX"
        return Meaning(known + rest, "date", why="no year is known")
    if context.narrative:
        told = f"{_story_year(anchor, rest):04}{rest}"
        return Meaning(told, "date", anchor=anchor, why="the year is that of the story")
    relation = phrase.value("relation")
    if relation in ("0", "="):
        return Meaning(f"{span[0].year:04}{rest}", "date", anchor=anchor)
    following = None if relation is not None else _following(rest, anchor, phrase, context)
    if following is not None:
        return Meaning(following, "date", anchor=context.day_before(), why="it follows the date named before it")
    past, coming = _around(anchor, rest, strict=relation is not None)
    if phrase.has("weekday"):
        past, coming = _with_weekday(past, coming, rest, int(phrase.value("weekday") or 0))
    return choose(past, coming, anchor, phrase, context)


def _with_weekday(past: str, coming: str, rest: str, weekday: int) -> tuple[str, str]:
    """The one of the nearest years in which the day falls on its weekday, twice; both as they were if none is."""
    for number in (int(past[:4]), int(coming[:4]), int(past[:4]) - 1, int(coming[:4]) + 1):
        span = calendar.days(f"{number:04}{rest}")
        if span and span[0].isoweekday() == weekday:
            return f"{number:04}{rest}", f"{number:04}{rest}"
    return past, coming


def choose(past: str, coming: str, anchor: str, phrase: Phrase, context: Context) -> Meaning:
    """The past or the coming one of two dates: by "last" or "next", else the much nearer, else by the tense."""
    span = calendar.days(anchor)
    assert span is not None
    tense, why = _points(span[0], past, coming, phrase, context)
    chosen, other = (coming, past) if tense == "ahead" else (past, coming)
    return Meaning(chosen, "date", anchor=anchor, other=other, why=why)


def _points(now: date, past: str, coming: str, phrase: Phrase, context: Context) -> tuple[Tense, str]:
    if calendar.days(past) is None or calendar.days(coming) is None:
        return ("behind" if calendar.days(past) else "ahead"), "the other year has no such day"
    if told := TOLD.get(phrase.value("relation") or ""):
        return told, "its words say which one"
    if context.follows(phrase.start, "since"):
        return "behind", "what has lasted since then began in the past"
    if context.opens_past(phrase.start, phrase.end):
        return "behind", "it opens a sentence that tells of the past"
    if near := _nearer(now, past, coming, CLEARLY):
        return near, "it is by far the nearest"
    if verb := context.tense(phrase.start, phrase.end):
        return verb, "the verb beside it points there"
    return _nearer(now, past, coming, 1) or "behind", "it is the nearest"


def _following(rest: str, now: str, phrase: Phrase, context: Context) -> str | None:
    """The date that goes on from the day named last in its paragraph, where the verb beside it is past."""
    last = context.day_before()
    before = None if last is None else calendar.days(last)
    if last is None or before is None or context.tense(phrase.start, phrase.end) != "behind":
        return None
    told = f"{_story_year(last, rest):04}{rest}"
    span = calendar.days(told)
    soon = span is not None and 0 <= (span[0] - before[0]).days <= SOON
    return told if soon and told <= now else None


def ahead(phrase: Phrase) -> str | None:
    """The year of the date after "and": the spring and early summer of 1943."""
    if not (phrase.after and "and" in phrase.after[0].kinds):
        return None
    for word in phrase.after[1:]:
        if "year" in word.kinds:
            return word.kinds["year"]
        if not word.kinds.keys() & {"season", "the", "of", "edge"}:
            break
    return None


def _year_ahead(phrase: Phrase, month: int) -> str | None:
    """The year of the date that this one shares it with: March of "March and April 1918", "26 June - 4 August 1952"."""
    if not (phrase.after and phrase.after[0].kinds.keys() & {"hyphen", "dash", "and", "to", "comma"}):
        return None
    other = month if "hyphen" in phrase.after[0].kinds and phrase.has("daynum") else None
    for word in phrase.after[1:]:
        if "month" in word.kinds:
            other = int(word.kinds["month"])
        elif "year" in word.kinds and other is not None:
            return str(int(word.kinds["year"]) - (month > other))
        elif not word.kinds.keys() & {"daynum", "dayth", "comma", "the", "of", "and", "edge", "hyphen"}:
            break
    return None


def _story_year(anchor: str, rest: str) -> int:
    """The year in which a month lies nearest to the month of the date last named."""
    year, month = int(anchor[:4]), int(rest[1:3])
    if not anchor[5:7].isdigit():
        return year
    ahead = month - int(anchor[5:7])
    return year + (ahead < -6) - (ahead > 6)


def _nearer(now: date, past: str, coming: str, times: float) -> Tense | None:
    """Which of two dates is so much nearer that the tense need not be asked."""
    spans = calendar.days(past), calendar.days(coming)
    if spans[0] is None or spans[1] is None:
        return None
    back, ahead = abs((now - spans[0][1]).days), abs((spans[1][0] - now).days)
    if back > times * ahead:
        return "ahead"
    return "behind" if ahead > times * back else None


def _around(anchor: str, rest: str, *, strict: bool) -> tuple[str, str]:
    """The last date of this month and day up to the anchor, and the first from it."""
    year, here = int(anchor[:4]), anchor[4 : 4 + len(rest)]
    same = rest == here and not strict
    past = year if rest < here or same else year - 1
    coming = year if rest > here or same else year + 1
    return f"{past:04}{rest}", f"{coming:04}{rest}"
