"""Words → the phrases that the grammar (grammar.toml) knows as time expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from sayso.world.moments import lexer
from sayso.world.moments.lexer import Word

_STRETCH, _WIDEST = 1 << 16, 1 << 10
"""Characters read at a time, and in how many before its end it may be cut, at a line's end if there is one."""
_AFTER = 6
"""How many words after a phrase are kept with it."""
_SHORT = 16
"""Letters of a run whose phrases are remembered: texts repeat the short ones, such as a month and a year."""
_RUN = re.compile("[^ ]+ ?")
_ITEM = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Form:
    """One pattern over kinds of words, the rule that gives its value, whether it needs the model's word, and how
    often its values are right (0 … 1, measured; see docs/moments.md)."""

    name: str
    rule: str
    sure: bool
    score: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one time expression and the form that it has."""

    form: Form
    words: tuple[Word, ...]
    after: tuple[Word, ...] = ()
    """The words that follow, up to the next break: the year of "March and April 1918" stands there."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.words[-1].end

    def value(self, *kinds: str) -> str | None:
        """The value of the first word that is of one of these kinds."""
        return next((word.kinds[kind] for word in self.words for kind in kinds if kind in word.kinds), None)

    def has(self, *kinds: str) -> bool:
        """Whether a word is of one of these kinds."""
        return self.value(*kinds) is not None


class Grammar:
    """The forms, compiled: each combination of kinds that a word can have is one letter of an alphabet."""

    def __init__(self, source: str) -> None:
        tables = tomllib.loads(source)
        self._macros: dict[str, str] = tables["macros"]
        self._letters: dict[frozenset[str], str] = {frozenset(): " "}
        for kinds in lexer.combinations():
            self._letters.setdefault(kinds, chr(0x4E00 + len(self._letters)))
        silent = frozenset(tables["silent"])
        telling = "".join(letter for kinds, letter in self._letters.items() if kinds - silent)
        self._telling = re.compile(f"[{telling}]")
        self.forms = tuple(
            Form(
                table["name"],
                table["rule"],
                table.get("sure", False),
                table.get("score", 0.9),
                re.compile(self._expand(form)),
            )
            for table in tables["phrase"]
            for form in table["forms"]
        )

    def _expand(self, form: str) -> str:
        """A pattern over letters. No form repeats without end, so that matching is linear in the text."""
        return _ITEM.sub(self._item, form).replace(" ", "")

    def _item(self, match: re.Match[str]) -> str:
        name = match[0]
        if name in self._macros:
            return f"(?:{self._expand(self._macros[name])})"
        letters = "".join(letter for kinds, letter in self._letters.items() if name in kinds)
        if not letters:
            raise ValueError(f"grammar.toml: no word is of the kind {name!r}, and no macro has that name")
        return f"[{letters}]"

    def telling(self, words: Sequence[Word]) -> tuple[list[Word], str]:
        """The words without the runs between breaks that hold no word of time, such as "in the" and "two of"; and
        their letters.
        """
        letters = self.letters(words)
        kept: list[Word] = []
        runs: list[str] = []
        for run in _RUN.finditer(letters):
            if self._telling.search(run[0]):
                kept += words[run.start() : run.end()]
                runs.append(run[0])
        return kept, "".join(runs)

    def letters(self, words: Sequence[Word]) -> str:
        """One letter a word."""
        return "".join([self._letters[frozenset(word.kinds)] for word in words])


@cache
def grammar() -> Grammar:
    """The grammar that ships."""
    return Grammar((files(__package__) / "grammar.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def of(text: str) -> tuple[Phrase, ...]:
    """The phrases of a text, in order."""
    found: list[Phrase] = []
    start = 0
    while start < len(text):
        end = _cut(text, start)
        found += find(lexer.read(text, start, end))
        start = end
    return tuple(found)


def _cut(text: str, start: int) -> int:
    """Where a stretch of text that is read at a time ends: so that a text of any length needs little memory."""
    end = start + _STRETCH
    if end >= len(text):
        return len(text)
    return text.rfind("\n", end - _WIDEST, end) + 1 or text.rfind(" ", end - _WIDEST, end) + 1 or end


def find(words: Sequence[Word]) -> list[Phrase]:
    """The phrases among words, in order: of those that overlap the leftmost, then the longest, then the first form."""
    known = grammar()
    words, letters = known.telling(words)
    found: list[Phrase] = []
    for run in _RUN.finditer(letters):
        matches = _known_matches(run[0]) if len(run[0]) <= _SHORT else _matches(run[0])
        for first, end, number in matches:
            stop = run.start() + end
            inside, after = words[run.start() + first : stop], words[stop : stop + _AFTER]
            found.append(Phrase(known.forms[number], tuple(inside), tuple(after)))
    return found


def _matches(run: str) -> tuple[tuple[int, int, int], ...]:
    """The phrases in the letters of a run between breaks, which no phrase crosses: first word, end, number of form."""
    matches = sorted(
        (match.start(), -match.end(), number)
        for number, form in enumerate(grammar().forms)
        for match in form.pattern.finditer(run)
    )
    found, reached = [], 0
    for first, end, number in matches:
        if first >= reached:
            reached = -end
            found.append((first, reached, number))
    return tuple(found)


_known_matches = lru_cache(maxsize=4096)(_matches)
