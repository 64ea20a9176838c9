"""What the text around a time expression says about it: the tense, and which dates the text speaks from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from sayso.world.moments import calendar

Tense = Literal["ahead", "behind"]

_WINDOW = 160
"""Characters on each side of an expression in which its verb is looked for."""
_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’]t)?")
_SENTENCE = re.compile(r"[.!?;][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*\n")
_WORDS_BEFORE, _WORDS_AFTER = 14, 10
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HEAD = 300
"""Characters in which the day stands that heads a text."""
_EARLIEST = ("as early as ", "as soon as ", "no later than ")
_NEAR_YEARS = 2
"""How many years ahead of the last month that it named a story may jump. By trial on WikiWars' training part."""
_NEAR = 24
"""Characters in which the word beside an expression stands."""
_APPOSING = (",", "-", "–", "—", "--", "(")
_EVENT, _BESIDE, _STEM, _DATES = 48, 50, 5, 40
"""Characters in which an event's words stand, and those of a date that stands with it; letters by which a word is known
again; dates looked at."""
_TITLES = ("mr.", "gen.", "sen.", "dr.", "rep.", "gov.")


def listed(name: str) -> frozenset[str]:
    """The words of one list of tense.toml."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    tables = tomllib.loads((files(__package__) / "tense.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in tables.items()}


@cache
def _phrases(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_lists()[name]))})\b")


@dataclass(slots=True)
class Context:
    """One article as it is read: its text, its date, and the dates that it has named so far, in order.

    In a `narrative` the dates that stand in the text, not the article's own, are what others are told from.
    """

    text: str
    published: str | None
    narrative: bool
    asides: frozenset[int] = frozenset()
    """Where dates stand that a story only glances at, back or ahead."""
    reached: int = 0
    """How far the text is read."""
    named: list[str] = field(default_factory=list)
    _places: list[tuple[int, int]] = field(default_factory=list)
    previous: str | None = None
    """The value read last, of any type."""

    def now(self) -> str | None:
        """The date that "today" and "last week" are told from."""
        return self.last() or self.published if self.narrative else self.published or self._opening()

    def _opening(self) -> str | None:
        """The day that heads the text of an article without a date, as a dateline does; one in a sentence does not."""
        if not self.named or self._places[0][0] > _HEAD or not _DAY.fullmatch(self.named[0]):
            return None
        line = self.text[: self._places[0][0]].rpartition("\n")[2].split()
        return None if any(word[0].islower() and not word.endswith(":") for word in line) else self.named[0]

    def last(self, unit: str = "L") -> str | None:
        """The date named last that is fine enough to count `unit`s from."""
        return next((date for date in self._told() if calendar.at(date, unit) is not None), None)

    def has_gone_on(self, unit: str) -> bool:
        """Whether the text has come to another time since the date from which `unit`s could be counted: a coarser one,
        in a later paragraph. "Four men fell in February. … A week later, …" is not told from an earlier story's Monday.
        """
        coarser = False
        for value, (start, end) in zip(reversed(self.named[-_DATES:]), reversed(self._places[-_DATES:]), strict=True):
            if calendar.at(value, unit) is not None:
                return coarser and "\n" in self.text[end : self.reached]
            coarser = coarser or not self.follows(start, "since")
        return False

    def day_before(self) -> str | None:
        """The day named last in the same paragraph, but for the article's own date."""
        if not self.named or not _DAY.fullmatch(self.named[-1]) or self.named[-1] == self.now():
            return None
        return self.named[-1] if self.text.find("\n", self._places[-1][1], self.reached) < 0 else None

    def story(self) -> str | None:
        """Where a narrative is: at the date named last, but not at a year that lies back or far ahead of its months."""
        month, last = self.last("M"), self.last()
        if month is None or last is None or not (month[:4] + last[:4]).isdigit():
            return last or month
        return last if 0 <= int(last[:4]) - int(month[:4]) <= _NEAR_YEARS else month

    def _told(self) -> Iterator[str]:
        """The dates named so far, the last one first, without those at which an earlier paragraph only glanced."""
        for value, (start, end) in zip(reversed(self.named[-_DATES:]), reversed(self._places[-_DATES:]), strict=True):
            if start not in self.asides or self.text.find("\n", end, self.reached) < 0:
                yield value

    def quarter(self) -> str | None:
        """The latest quarter named not long before, of those that have ended by the article's date.

        None after "the nine months": figures of a year ago are then the year's.
        """
        if self.previous in ("P9M", "P6M"):
            return None
        now = self.published or "9999"
        spans = [(value, calendar.days(value)) for value in self.named[-6:] if "-Q" in value]
        return max((value for value, span in spans if span and span[1].isoformat() <= now), default=None)

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """What stands in the sentence before and after an expression, within reach."""
        before = self.text[max(0, start - _WINDOW) : start]
        cut = 0
        for stop in _SENTENCE.finditer(before):
            if not before[: stop.start() + 1].lower().endswith(_TITLES):
                cut = stop.end()
        after = self.text[end : end + _WINDOW]
        stops = (stop.start() for stop in _SENTENCE.finditer(after))
        ending = next((stop for stop in stops if not after[: stop + 1].lower().endswith(_TITLES)), len(after))
        return before[cut:].lstrip(), after[:ending]

    def name(self, value: str, start: int, end: int) -> None:
        """Remember a date that the text names, and where."""
        self.named.append(value)
        self._places.append((start, end))

    def apposed(self, start: int, unit: str) -> str | None:
        """The date that an expression at `start` says in other words: "on 27 June, two days after the invasion"."""
        if not self.named or calendar.at(self.named[-1], unit) != self.named[-1]:
            return None
        between = self.text[self._places[-1][1] : start]
        return self.named[-1] if len(between) <= len(" - the ") and between.strip() in _APPOSING else None

    def told_here(self, start: int) -> str | None:
        """The date that the same sentence named last before `start`: "on 21 July, the fifth day of the siege"."""
        if not self.named:
            return None
        before, _ = self.sentence(start, start)
        return self.named[-1] if self._places[-1][0] >= start - len(before) else None

    def event(self, end: int, unit: str) -> str | None:
        """The date that stands with the event told after `end`: of "three days after the ceasefire" the ceasefire's.

        That is the latest date before whose sentence holds one of the event's words; None if there is none. Where no
        event follows ("the day before, …") it is the date named last.
        """
        if not self.text[end : end + 2].strip().isalnum():
            return self.last(unit)
        words = {word[:_STEM] for word in _words(self.text[end : end + _EVENT]) if len(word) >= _STEM}
        for value, (start, _) in zip(reversed(self.named[-_DATES:]), reversed(self._places[-_DATES:]), strict=True):
            if calendar.at(value, unit) is None:
                continue
            before, after = self.sentence(start, start)
            if not words.isdisjoint(word[:_STEM] for word in _words(before[-_BESIDE:]) + _words(after[:_BESIDE])):
                return value
        return None

    def tense(self, start: int, end: int) -> Tense | None:
        """Whether the nearest verb puts the expression ahead or behind; None if nothing says so."""
        before, after = self.sentence(start, end)
        if before.endswith(_EARLIEST):
            return "ahead"
        before = _phrases("to_come").sub("will", _phrases("had_been").sub("had", before))
        left, right = _WORD.findall(before)[-_WORDS_BEFORE:], _WORD.findall(after)[:_WORDS_AFTER]
        if right[:1] and right[0] in ("will", "would"):
            return "ahead"
        return _nearest(reversed(left)) or _nearest(right)

    def opens_past(self, start: int, end: int) -> bool:
        """Whether an expression and a comma open a sentence of the past alone: "In January, three villages fell." """
        before, after = self.sentence(start, end)
        if before.strip().lower() not in ("in", "on", "by") or not after.startswith(","):
            return False
        right = _WORD.findall(after)[:_WORDS_AFTER]
        return _lists()["ahead"].isdisjoint(right) and _nearest(right) == "behind"

    def follows(self, start: int, words: str) -> bool:
        """Whether a word of a list of tense.toml stands right before an expression."""
        left = self.text[max(0, start - _NEAR) : start].split()
        return bool(left) and left[-1].lower() in _lists()[words]

    def precedes(self, end: int, words: str) -> bool:
        """Whether a word of a list of tense.toml stands right after an expression."""
        right = self.text[end : end + _NEAR].split()
        return bool(right) and right[0].lower() in _lists()[words]

    def is_due(self, start: int, end: int) -> bool:
        """Whether the sentence speaks of what is to be done."""
        before, after = self.sentence(start, end)
        return not _lists()["duty"].isdisjoint(_words(before) + _words(after))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _nearest(words: Iterable[str]) -> Tense | None:
    lists = _lists()
    for word in words:
        if word in lists["ahead"]:
            return "ahead"
        if word in lists["behind"] or (len(word) > 4 and word.endswith("ed") and word.islower()):
            return "behind"
    return None
