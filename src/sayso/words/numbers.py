"""Numbers as texts write them, with their bounds: "at least 1,200", "80 to 90 thousand", "up to $1.2 billion".

A text is read once, left to right, from tokens; nothing is looked at twice, so absurd input costs no more than its
length. Words and their values stand in `numbers.toml`; what a number alone amounts to is read in `amounts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.words import number_words
from sayso.words.amounts import DASHES, Amount, Tokens

_NAMED = frozenset("/.:#[&")
"""Before digits: a date, a time, a footnote or a name."""
_ORDINALS = frozenset({"st", "nd", "rd", "th", "s", "'", "’"})
_NO_COUNT = (["young", "as"], ["no", "."])
"""Before an age and before the number of a document."""
_PERCENT = frozenset({"%", "percent"})
_RANGING = frozenset({"ranging", "range", "ranged", "ranges", "anywhere", "anything"})
"""Before "from 5 to 10" as a range; what rises from 5 to 10 is 10."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number with its bounds. `first` is where it begins without the words that bound it.

    `low`, `best` and `high` are what the words say, None for what they leave open. `unit` is what stands right at the
    number: a currency as written ("$", "EUR"), "%" for a part of a whole, or the letters after the digits ("km").
    """

    start: int
    end: int
    first: int
    low: float | None
    best: float | None
    high: float | None
    unit: str | None = None


def may_be(form: str) -> bool:
    """Whether a word can be a number or a part of one: "12", "dozens", "million", "half", "50m"."""
    words, lower = number_words.load(), form.lower()
    spelled = lower.split("-")[0] in words.values or lower in words.scales or lower in words.plurals
    return spelled or lower in words.parts or any(character.isdigit() for character in form)


def find(text: str) -> Iterator[Number]:
    """The numbers of a text in order. Model names ("S-400"), fractions of dates ("9/11") and "40-year-old" are none."""
    tokens, position, beginning = Tokens(text), 0, number_words.load().first
    while position < len(tokens.forms):
        number = None
        if tokens.forms[position] in beginning or tokens.matches[position].lastgroup in ("digits", "money"):
            number, position = _number(tokens, position)
        else:
            position += 1
        if number is not None:
            yield number


def _number(tokens: Tokens, position: int) -> tuple[Number | None, int]:
    """The number that begins here, if one does, and where to go on."""
    side, at = _bound(tokens, position)
    between = tokens.form(at) == "between"
    first = tokens.amount(at + between)
    if first is None or (first.vague and tokens.form(position) == "over"):
        return None, position + 1  # "handed over millions": no bound
    upper = _upper(tokens, first, at, between=between)
    last = upper or first
    after, end = _after(tokens, last.end)
    if not _stands(tokens, at + between, end):
        return None, end
    low, best, high = _range(first, upper, side or after)
    end, unit = _attached(tokens, end, first.unit or last.unit)
    start = position if side or (between and upper) else at + between
    begins, ends = (tokens.matches[token] for token in (start, end - 1))
    return Number(begins.start(), ends.end(), tokens.matches[at + between].start(), low, best, high, unit), end


def _bound(tokens: Tokens, position: int) -> tuple[str, int]:
    """The side on which words bound the number after them, and where that begins: "at least another" 12."""
    words = number_words.load()
    phrase, at = tokens.phrase(position, words.bounds)
    if not phrase:
        return "", position
    for known in (words.bounds, words.fillers):
        _, at = tokens.phrase(at, known)
    return words.bounds[phrase], at


def _after(tokens: Tokens, position: int) -> tuple[str, int]:
    """The side on which words after the number bound it: "12 or more"."""
    phrase, end = tokens.phrase(position, number_words.load().after)
    return number_words.load().after.get(phrase, ""), end


def _upper(tokens: Tokens, first: Amount, position: int, *, between: bool) -> Amount | None:
    """The second number of "80 to 90", "80–90", "between 80 and 90", "one or two", "12 and up to 20"."""
    end = first.end + (tokens.form(first.end) in _PERCENT)
    joint, at = tokens.form(end), end + 1
    joined = joint in ("to", "or") or joint in DASHES or (between and joint == "and")
    side, after = _bound(tokens, at)
    if side == "high" and (joined or joint == "and"):
        joined, at = True, after
    if not joined or first.vague or (tokens.form(position - 1) == "from" and tokens.form(position - 2) not in _RANGING):
        return None
    upper = tokens.amount(at)
    if upper is None or upper.vague or (upper.unit == "%") != (first.unit == "%"):
        return None
    return upper if _lower(first, upper) < upper.value else None


def _lower(first: Amount, upper: Amount) -> float:
    """The first of two numbers, in the scale of the second where it has none: "80 to 90 thousand"."""
    shares = upper.scaled and not first.scaled and first.mantissa < upper.mantissa
    return first.value * upper.value / upper.mantissa if shares else first.value


def _stands(tokens: Tokens, position: int, end: int) -> bool:
    """Whether it is no part of a name, a date or an age: "S-400", "9/11", "3rd", "40-year-old", "15 October"."""
    before, following = tokens.form(position - 1), tokens.form(end)
    if tokens.touches(position) and (before in _NAMED or (before in DASHES and tokens.touches(position - 1))):
        return False
    if tokens.forms[position:end] == ["one"] and before in number_words.load().singling:
        return False
    if before in ("aged", "age", "ages") or tokens.forms[max(0, position - 2) : position] in _NO_COUNT:
        return False
    joined, next_joined = tokens.touches(end), tokens.touches(end + 1)
    if (joined and following in _ORDINALS) or _is_dated(tokens, position, end):
        return False
    if following in DASHES and ((joined and next_joined) or tokens.form(end + 1) == "year"):
        return tokens.form(end + 1) in number_words.load().hyphenated
    return following not in ("/", ":") or not (joined and next_joined)


def _is_dated(tokens: Tokens, position: int, end: int) -> bool:
    """Whether a month stands beside it: "Jan. 20", "15 October"; "12 may have died" is no date."""
    beside = (position - 2 if tokens.form(position - 1) == "." else position - 1, end)
    months = (token for token in beside if tokens.form(token) in number_words.load().months)
    return tokens.is_a(position, "digits") and any(tokens.matches[token][0][0].isupper() for token in months)


def _attached(tokens: Tokens, end: int, unit: str | None) -> tuple[int, str | None]:
    """With the unit that is written together with the digits ("15km"), and with "-strong"."""
    if tokens.form(end) in DASHES and tokens.form(end + 1) in number_words.load().hyphenated and tokens.touches(end):
        return end + 2, unit
    if unit is None and tokens.touches(end) and (tokens.is_a(end, "word") or tokens.form(end) == "%"):
        return end + 1, tokens.matches[end][0]
    return end, unit


def _range(first: Amount, upper: Amount | None, side: str) -> tuple[float | None, float | None, float | None]:
    """Low, best and high."""
    if upper is not None:
        return _lower(first, upper), None, upper.value
    value = first.value
    if side == "high":
        return None, None, value
    if first.vague or side == "low":
        return value, None, None
    if side == "nearly":
        return None, value, value
    return (None, value, None) if side == "about" else (value, value, value)
