"""Text → the words that time expressions are made of, each with its kinds (lexicon.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

Kinds = Mapping[str, str]
"""What a word can be, with the value that it then has."""

GAP = "gap"
"""The kind of a break: a word that is none of ours, a sign, the end of a sentence or a paragraph."""

_WORD = re.compile(
    r"""
      o['’]clock\b
    | [^\W\d_]+(?:\.[^\W\d_]+)*                         # words, a.m
    | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?!\d)    # ISO dates
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|hrs|[ap]m|[AP]M)?\b   # figures, ordinals, 10:35, 10/15/2018, 1990s
    | ['’](?:s|\d\ds?)\b                                # year's, '98, '90s
    | [-–—]+ | ,
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri a.m p.m b.c a.d b.c.e".split()
)
_SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_MONTH_BEFORE = frozenset(
    "in since until till by of last next this early mid late to from and through before after during end -".split()
)
_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(r"\d{4}-\d\d-\d\d.*")),
    ("slashed", re.compile(r"\d\d?/\d\d?/(?:\d\d|\d{4})")),
    ("fraction", re.compile(r"\d/\d")),
    ("clock", re.compile(r"([01]?\d|2[0-4]):[0-5]\d(?::\d\d)?(?:hrs|[ap]m)?|(?:[01]\d|2[0-4])[0-5]\dhrs|\d\d?[ap]m")),
    ("decade", re.compile(r"(?:1\d|20|\d)[0-9]0s|['’][0-9]0s")),
    ("short_decade", re.compile(r"[0-9]0s")),
    ("ordinal", re.compile(r"\d{1,3}(?:st|nd|rd|th)")),
    ("short_year", re.compile(r"['’]\d\d")),
    ("digits", re.compile(r"\d+|\d{1,3}(?:,\d{3})+|\d+\.\d+")),
)


class Word(NamedTuple):
    """A word at its offsets; `kinds` is empty for a break."""

    start: int
    end: int
    kinds: Kinds


@cache
def lexicon() -> Mapping[str, Kinds]:
    """What each listed word can be."""
    tables = tomllib.loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))
    words: dict[str, dict[str, str]] = {}
    for kind, listed in tables.pop("plain").items():
        for word in listed:
            words.setdefault(word, {})[kind] = word
    for kind, table in tables.items():
        for word, value in table.items():
            words.setdefault(word, {})[kind] = str(value)
    return words


_FIGURE_KINDS = (
    {"iso"},
    {"slashed"},
    {"fraction"},
    {"clock"},
    {"decade"},
    {"short_decade"},
    {"ordinal"},
    {"ordinal", "dayth"},
    {"short_year"},
    {"digits"},
    {"digits", "daynum"},
    {"digits", "two"},
    {"digits", "daynum", "two"},
    {"digits", "year"},
    {"possessive"},
    {"comma"},
    {"hyphen"},
    {"dash"},
)


def combinations() -> list[frozenset[str]]:
    """The sets of kinds that a word may have."""
    return [frozenset(kinds) for kinds in (*_FIGURE_KINDS, *lexicon().values())]


def read(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of time expressions of a text in order, with breaks between those that don't follow each other."""
    found: list[Word] = []
    last, abbreviated = start, False
    for word in _words(text, start, len(text) if end is None else end):
        between = text[last : word.start]
        if between and not _joins(between, abbreviated=abbreviated):
            found.append(Word(last, word.start, {}))
        found.append(word)
        last = word.end
        abbreviated = text[word.start : last].lower() in _ABBREVIATIONS
    return found


def _joins(between: str, *, abbreviated: bool) -> bool:
    if between.isspace():
        return between.count("\n") < 2
    return abbreviated and between.startswith(".") and not between[1:].strip()


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    listed = lexicon()
    before = ""
    for match in _WORD.finditer(text, start, end):
        form = match[0]
        lower = form.lower()
        kinds = listed.get(lower)
        if kinds is None:
            if lower.isalpha():
                before = lower
                continue
            kinds = _figure(lower) if lower[-1].isdigit() or lower[0].isdigit() or lower[0] in "'’" else _sign(lower)
        elif "month" in kinds and not _is_month(text, match, before):
            kinds = None
        if kinds and "decade" in kinds and _is_type(text, match.start()):
            kinds = None
        if kinds:
            yield Word(match.start(), match.end(), kinds)
        before = lower


def _is_month(text: str, match: re.Match[str], before: str) -> bool:
    """Months have a capital, short ones a full stop or a figure beside them too.

    “May” and “March” begin sentences, and May is a name: after a word that leads to a month or beside a figure they are
    months, else only within a sentence after a word in lower case.
    """
    form = match[0]
    if not form[0].isupper():
        return False
    following = text[match.end() : match.end() + 3].lstrip(" ,")
    if form.lower() in _SHORT_MONTHS:
        return following[:1] == "." or following[:1].isdigit() or before[:1].isdigit()
    if form.lower() not in ("may", "march"):
        return True
    if before in _MONTH_BEFORE or before[:1].isdigit() or following[:1].isdigit() or following[:1] in ("-", "–"):
        return form != form.upper() or following[:1].isdigit()
    left = text[max(0, match.start() - 24) : match.start()].split()
    return bool(left) and match.start() > 0 and text[match.start() - 1] == " " and left[-1].islower()


def _is_type(text: str, start: int) -> bool:
    """Whether a number is that of a weapon: "S-300s"."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isupper()


_SIGNS: Mapping[str, Kinds] = {
    ",": {"comma": ","},
    "-": {"hyphen": "-"},
    "–": {"hyphen": "-"},
    "—": {"dash": "-"},
    "--": {"dash": "-"},
}


def _sign(form: str) -> Kinds | None:
    return _SIGNS.get(form)


@cache
def _figure_kind(form: str) -> str | None:
    return next((kind for kind, pattern in _FIGURES if pattern.fullmatch(form)), None)


def _figure(form: str) -> Kinds | None:
    if form in ("'s", "’s"):
        return {"possessive": form}
    kind = _figure_kind(form)
    if kind is None:
        return None
    if kind == "ordinal":
        number = int(form[:-2])
        return {"ordinal": str(number)} | ({"dayth": str(number)} if 1 <= number <= 31 else {})
    if kind != "digits":
        return {kind: form.lstrip("'’")}
    bare = form.replace(",", "")
    kinds = {"digits": bare}
    if bare.isdigit() and len(bare) <= 2 and 1 <= int(bare) <= 31:
        kinds["daynum"] = bare
    if form.isdigit() and len(form) == 2:
        kinds["two"] = form
    if form.isdigit() and len(form) == 4 and 1000 <= int(form) <= 2100:
        kinds["year"] = form
    return kinds
