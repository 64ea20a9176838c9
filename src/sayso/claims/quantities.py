"""Numbers with what they count: "at least 12 people" → low 12."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.words.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.claims.syntax import Syntax

WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ROUND = {"ten": 10.0, "dozen": 12.0, "score": 20.0, "hundred": 100.0, "thousand": 1_000.0, "million": 1_000_000.0}
"""What "dozens" or "tens of thousands" amount to at the very least: one of them."""
LOW = (
    "at least",
    "more than",
    "over",
    "no fewer than",
    "no less than",
    "not less than",
    "above",
    "upwards of",
    "a minimum of",
)
HIGH = (
    "at most",
    "up to",
    "as many as",
    "fewer than",
    "less than",
    "under",
    "nearly",
    "almost",
    "no more than",
    "close to",
)
ABOUT = ("about", "around", "some", "approximately", "roughly", "an estimated", "estimated")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LOOK_BACK = 3


def find(syntax: Syntax, heads: Iterable[int]) -> tuple[Quantity, ...]:
    """The numbers on these nouns, or that stand for a noun ("12 were killed"), in order of position."""
    found = {}
    for head in heads:
        round_ = _round(syntax, head)
        number = head if syntax.analysis.upos[head] == "NUM" else syntax.child(head, "nummod")
        if round_ is not None:
            found[head] = round_
        elif number is not None and not _is_age(syntax, number):
            found[number] = _quantity(syntax, head, number)
    return tuple(found[number] for number in sorted(found))


def _round(syntax: Syntax, head: int) -> Quantity | None:
    """ "Dozens of fighters", "tens of thousands": a number that is known from below only."""
    analysis = syntax.analysis
    if analysis.lemmas[head] not in ROUND or not analysis.form(head).lower().endswith("s"):
        return None
    low, last, counted = ROUND[analysis.lemmas[head]], head, _counted(syntax, head)
    if counted is not None and analysis.lemmas[counted] in ROUND and analysis.form(counted).lower().endswith("s"):
        low, last = low * ROUND[analysis.lemmas[counted]], counted
        counted = _counted(syntax, counted)
    end = (last if counted is None else counted) + 1
    unit = None if counted is None else analysis.lemmas[counted]
    return Quantity(analysis.starts[head], analysis.ends[end - 1], analysis.slice(head, end), low, None, None, unit)


def _counted(syntax: Syntax, head: int) -> int | None:
    """What "of" introduces after a number word."""
    phrases = (child for child in syntax.children(head, "nmod") if child > head and syntax.marker(child) == "of")
    return next(phrases, None)


def _quantity(syntax: Syntax, head: int, number: int) -> Quantity:
    analysis = syntax.analysis
    group = [number, *syntax.children(number, "compound", "flat", "nummod")]
    first, last = min(group), max(group)
    if first > 1 and analysis.form(first - 1) == "-" and analysis.form(first - 2).lower() in WORDS:
        first -= 2
    while first > 0 and analysis.form(first - 1).lower() in ("a", "an", "half"):
        first -= 1
    first, qualifier = _qualified(syntax, first)
    upper = _upper(syntax, last)
    if upper is not None and first > 0 and analysis.form(first - 1).lower() == "between":
        first -= 1
    end = max(head, last if upper is None else upper) + 1
    values = _value(syntax, number), None if upper is None else _number(analysis.form(upper))
    low, best, high = _range(values[0], qualifier) if upper is None else (values[0], None, values[1])
    unit = None if head == number else analysis.lemmas[head]
    return Quantity(analysis.starts[first], analysis.ends[end - 1], analysis.slice(first, end), low, best, high, unit)


def _is_age(syntax: Syntax, number: int) -> bool:
    """Whether it counts years or is one, and no heads: "40-year-old", "the 1991 war"."""
    lemmas, form = syntax.analysis.lemmas, syntax.analysis.form(number)
    if syntax.labels[number] == "time" or (len(form) == 4 and form.isdigit() and form[:2] in ("19", "20")):
        return True
    return lemmas[number + 1 : number + 3] == ["-", "year"]


def _range(value: float | None, qualifier: str) -> tuple[float | None, float | None, float | None]:
    if value is None:
        return None, None, None
    if qualifier in LOW:
        return value, None, None
    if qualifier in HIGH:
        return None, None, value
    return (None, value, None) if qualifier in ABOUT else (value, value, value)


def _qualified(syntax: Syntax, first: int) -> tuple[int, str]:
    """Where the number begins with the words that bound it ("at least"), and those words."""
    start = syntax.analysis.sentences[syntax.sentence[first]][0]
    for length in range(_LOOK_BACK, 0, -1):
        if first - length >= start:
            words = " ".join(syntax.analysis.form(word).lower() for word in range(first - length, first))
            if words in (*LOW, *HIGH, *ABOUT):
                return first - length, words
    return first, ""


def _upper(syntax: Syntax, last: int) -> int | None:
    """The second number of "80 to 90", "80–90" or "between 80 and 90"."""
    analysis = syntax.analysis
    end = analysis.sentences[syntax.sentence[last]][1]
    if last + 2 >= end or analysis.upos[last + 2] != "NUM":
        return None
    joint = analysis.form(last + 1).lower()
    between = joint == "and" and last > 0 and analysis.form(last - 1).lower() == "between"
    return last + 2 if joint in ("to", "-", "–", "or") or between else None


def _value(syntax: Syntax, number: int) -> float | None:
    """The number with its scale: "2 million", "three hundred"; "twenty-nine" may come as three words."""
    form = syntax.analysis.form
    if number > 1 and form(number - 1) == "-" and form(number - 2).lower() in WORDS:
        return _number(form(number - 2) + "-" + form(number))
    following = [form(word) for word in range(number + 1, min(number + 3, len(syntax.labels)))]
    if len(following) == 2 and following[0] == "-" and _number(form(number) + "-" + following[1]) is not None:
        return _number(form(number) + "-" + following[1])
    value = _number(syntax.analysis.form(number))
    if value in SCALES.values() and number > 1 and form(number - 2).lower() == "half":
        return value / 2 if value is not None else None
    for child in syntax.children(number, "compound", "flat", "nummod"):
        factor = _number(syntax.analysis.form(child))
        if value is None or factor is None or max(value, factor) not in SCALES.values():
            return None
        value *= factor
    return value


def _number(form: str) -> float | None:
    lower = form.lower()
    if _DIGITS.fullmatch(lower):
        return float(lower.replace(",", ""))
    if lower in SCALES:
        return float(SCALES[lower])
    tens, _, ones = lower.partition("-")
    if tens in WORDS and (not ones or (WORDS[tens] >= 20 and WORDS.get(ones, 10) < 10)):
        return float(WORDS[tens] + WORDS.get(ones, 0))
    return None
