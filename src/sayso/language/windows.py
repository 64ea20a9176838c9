"""Paragraphs → windows: as many whole paragraphs as the encoder reads at once, so that they see each other.

A paragraph stands in exactly one window, unless it is longer than a window; then it is cut where a sentence seems
to end. One window is one run of the model, never batched with another: int8 activations are scaled over all that is
run together, and what stands beside a text must not change what is read in it.
"""

from __future__ import annotations

from collections.abc import Sequence

Range = tuple[int, int]
Window = list[Range]
"""Ranges of words, one for each paragraph (or part of one), that are read together."""

MOST = 256
"""Word pieces in a window, signs between paragraphs included. 256 is what the base encoder was trained with."""

_CLOSERS = frozenset(".!?…")
_AFTER = frozenset("\"'”’)]")


def pack(paragraphs: Sequence[Range], sizes: Sequence[int], forms: Sequence[str], most: int = MOST) -> list[Window]:
    """Divide paragraphs (ranges of words) into windows. `sizes` and `forms` are each word's pieces and text."""
    windows: list[Window] = []
    room = 0
    for paragraph in paragraphs:
        for part, size in _cut(paragraph, sizes, forms, most - 2):
            if not windows or size + 1 > room:
                windows.append([])
                room = most - 1
            windows[-1].append(part)
            room -= size + 1
    return windows


def _cut(paragraph: Range, sizes: Sequence[int], forms: Sequence[str], most: int) -> list[tuple[Range, int]]:
    """The paragraph as parts of at most `most` pieces, each with its size; a whole one mostly."""
    first, end = paragraph
    parts: list[tuple[Range, int]] = []
    while first < end:
        total, last, closed, closed_total = 0, first, first, 0
        while last < end and total + sizes[last] <= most:
            total += sizes[last]
            last += 1
            if _closes(forms, last - 1):
                closed, closed_total = last, total
        if last == end or closed == first:
            closed, closed_total = last, total
        parts.append(((first, closed), closed_total))
        first = closed
    return parts


def _closes(forms: Sequence[str], word: int) -> bool:
    """Whether a sentence may end after the word."""
    form = forms[word]
    return form in _CLOSERS or (form in _AFTER and word > 0 and forms[word - 1] in _CLOSERS)
