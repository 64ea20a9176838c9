"""The model's time spans, mended by the grammar: joined, trimmed, and the ones that it missed added."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.world.moments import phrases
from sayso.world.moments.phrases import Phrase

Offsets = tuple[int, int]


def mend(text: str, spans: Sequence[Offsets]) -> list[Offsets]:
    """The time expressions of a text, in order, from the spans (start, end) that a model marked.

    A phrase of the grammar that is sure stands by itself; another one only where a span meets it. A span that meets a
    phrase takes its bounds; one that meets none is no time expression.
    """
    found = phrases.of(text)
    ends = [phrase.end for phrase in found]
    mended = {(phrase.start, phrase.end) for phrase in found if phrase.form.sure}
    for start, end in sorted(set(spans)):
        mended.update((phrase.start, phrase.end) for phrase in meeting(found, ends, start, end))
    return sorted(mended)


def meeting(found: Sequence[Phrase], ends: Sequence[int], start: int, end: int) -> list[Phrase]:
    """The phrases (in order, with their ends) that share a character with a span; plain figures give way to others."""
    met = []
    for number in range(bisect_left(ends, start + 1), len(found)):
        if found[number].start >= end:
            break
        met.append(found[number])
    better = [phrase for phrase in met if phrase.form.rule != "tail"]
    return better or met
