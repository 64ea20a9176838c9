"""Quotation marks: where a quotation opens and closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis, Range

OPENING = frozenset({"“", "``", "«", "„", '"'})
CLOSING = frozenset({"”", "''", "»", '"'})
SIGNS = OPENING | CLOSING
"""Straight marks open where nothing is open and close otherwise. Single marks are mostly apostrophes: not read."""


def quotations(analysis: Analysis, first: int, end: int) -> list[Range]:
    """The quotations between two words of a paragraph, marks included; the last may be open to the end."""
    if first == end or not any(sign in analysis.slice(first, end) for sign in OPENING):
        return []
    found: list[Range] = []
    opened: int | None = None
    for word, (start, stop) in enumerate(zip(analysis.starts[first:end], analysis.ends[first:end], strict=True), first):
        form = analysis.text[start:stop]
        if form == '"' and _doubles(analysis, word):
            continue
        if opened is not None and form in CLOSING:
            found.append((opened, word + 1))
            opened = None
        elif form in OPENING:
            opened = word
    return found if opened is None else [*found, (opened, end)]


def _doubles(analysis: Analysis, word: int) -> bool:
    """Whether a straight mark stands right behind another: tables double them, and no text opens twice at once."""
    return word > 0 and analysis.ends[word - 1] == analysis.starts[word] and analysis.form(word - 1) == '"'


def is_open(analysis: Analysis, quotation: Range) -> bool:
    """Whether a quotation ends without a mark that closes it."""
    first, end = quotation
    return end - first < 2 or analysis.form(end - 1) not in CLOSING
