"""Where a sentence starts for certain, whatever the model says: the layout and the punctuation that leave no doubt.

After a full stop with white space, a word in capitals or an opening mark starts a sentence (abbreviations are one word
with their stop, see `words`). Nothing starts after a comma, nor at a word in small letters right after another word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.language.analysis import Range

START, OPEN, NONE = 1, 0, -1
"""A sentence starts here; the model is to say; none does."""

_STOPS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")


def certain(forms: Sequence[str], starts: Sequence[int], ends: Sequence[int], paragraphs: Sequence[Range]) -> list[int]:
    """START, OPEN or NONE for every word. A paragraph's first word starts a sentence."""
    found = [_at(forms, starts, ends, word) for word in range(len(forms))]
    for first, end in paragraphs:
        if first < end:
            found[first] = START
    return found


def _at(forms: Sequence[str], starts: Sequence[int], ends: Sequence[int], word: int) -> int:
    if word == 0 or forms[word - 1] == ",":
        return NONE if word else START
    form = forms[word]
    if starts[word] == ends[word - 1]:
        return NONE if form in _CLOSERS or form in _STOPS else OPEN
    before = word - 1
    while before > 0 and forms[before] in _CLOSERS and starts[before] == ends[before - 1]:
        before -= 1
    if forms[before] in _STOPS and (form[0].isupper() or form in _OPENERS):
        quoted = before < word - 1 and forms[before] != "."
        return OPEN if quoted else START
    return NONE if form[0].islower() and forms[before].isalnum() else OPEN
