"""Full-text search: what a query means, and where in a text it is met.

A query is words, all of which must be there. `"in quotes"` they must stand side by side; `troop*` is met by every word
that begins so. Nothing else has a meaning: other signs only separate words ("anti-tank" is the phrase "anti tank").
Words are compared in lower case and without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.ledger.errors import LedgerError
from sayso.words.records import Claim, Span

_WORD = re.compile(r"[^\W_]+")
"""Letters and digits."""
_MARKED_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
"""The same in a text as it stands, with the accents that follow letters there."""
_CHUNK = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_SNIPPET = 240
"""Characters, about three lines of a terminal."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a query found.

    `matches` are the query's words and phrases as they stand in the text, `snippet` a stretch of the text that holds
    as many of them as fit; they are empty and None where only the title holds them. `claims` are those whose
    content holds the whole query.
    """

    article_id: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: Span | None
    matches: tuple[Span, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Words, folded, that must stand side by side; with `prefix`, the last need only begin so."""

    words: tuple[str, ...]
    prefix: bool

    @property
    def spread(self) -> str:
        """What a text that meets the term holds, as `spread` has both."""
        return f" {' '.join(self.words)}{'' if self.prefix else ' '}"

    def is_in(self, text: str) -> bool:
        """Whether a place in the text meets the term."""
        return self.spread in spread(text)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Offsets of each place in the text that meets the term, in order."""
        places = list(_MARKED_WORD.finditer(text))
        words = [fold(place[0]) for place in places]
        *first, last = self.words
        for i in range(len(words) - len(first)):
            end = i + len(first)
            if words[i:end] == first and (words[end].startswith(last) if self.prefix else words[end] == last):
                yield places[i].start(), places[end].end()


def spread(text: str) -> str:
    """The text's words as they are compared, with a space before, between and after: " the town s mayor "."""
    # Most text is plain ASCII, where words end at whatever is no letter or digit.
    words = text.lower().translate(_SPACES).split() if text.isascii() else _WORD.findall(fold(text))
    return f" {' '.join(words)} "


_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=64)
def parse(query: str) -> tuple[Term, ...]:
    """The terms of a query. LedgerError where it holds no word."""
    terms = tuple(term for match in _CHUNK.finditer(query) if (term := _term(match)).words)
    if not terms:
        raise LedgerError(f"the query {query!r} holds no word to look for")
    return terms


def _term(match: re.Match[str]) -> Term:
    quoted, star, bare = match.groups()
    folded = tuple(spread(bare if quoted is None else quoted).split())
    return Term(folded, prefix=bool(star) if bare is None else bare.endswith("*"))


def fold(text: str) -> str:
    """Lower case, without accents: "Erdoğan" and "ERDOGAN" are both "erdogan".

    Each character by itself, so that a database can do the same: a sigma is a sigma at the end of a word too.
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower().replace("ς", "σ"))
    for accent in filter(unicodedata.combining, set(apart)):  # a text has a thousand letters for each kind of accent
        apart = apart.replace(accent, "")
    return apart


def matches(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Every place in the text that meets one of the terms, in order."""
    places = sorted({place for term in terms for place in term.find(text)})
    return tuple(Span(start, end, text[start:end]) for start, end in places)


def snippet(text: str, found: Sequence[Span]) -> Span | None:
    """The stretch of the text, some lines long, in which most of what was found stands; None for nothing found."""
    if not found:
        return None
    held = [sum(other.end <= first.start + _SNIPPET for other in found[i:]) for i, first in enumerate(found)]
    best = held.index(max(held))
    inside = found[best : best + max(1, held[best])]
    room = max(0, _SNIPPET - (inside[-1].end - inside[0].start))
    start = _word_start(text, inside[0].start - room // 2, inside[0].start)
    end = _word_end(text, inside[-1].end + room - room // 2, inside[-1].end)
    return Span(start, end, text[start:end])


def _word_start(text: str, wish: int, latest: int) -> int:
    """The first start of a word at or after `wish`, `latest` at the latest."""
    if wish <= 0:
        return 0
    gap = re.compile(r"\s+").search(text, wish - 1, latest)
    return gap.end() if gap else latest


def _word_end(text: str, wish: int, earliest: int) -> int:
    """The last end of a word at or before `wish`, `earliest` at the earliest."""
    if wish >= len(text):
        return len(text)
    return next((i for i in range(wish, earliest, -1) if text[i].isspace()), earliest)
