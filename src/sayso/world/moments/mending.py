"""The model's time spans, mended by the grammar: joined, trimmed, and the ones that it missed added."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.world.moments import phrases
from sayso.world.moments.phrases import Phrase

Offsets = tuple[int, int]

_ARTICLE = re.compile(
    r"(?:the|an?)\s+(?=(?:[\w-]+-)?(?:hour|day|week|month|quarter|year|decade|century)s?(?:-(?:old|long|earlier))?\Z)"
    r"(?=\w+-)",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s+[a-z]")


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
    return sorted(_freed(text, start, end) for start, end in mended)


def meeting(found: Sequence[Phrase], ends: Sequence[int], start: int, end: int) -> list[Phrase]:
    """The phrases (in order, with their ends) that share a character with a span; plain figures give way to others."""
    met = []
    for number in range(bisect_left(ends, start + 1), len(found)):
        if found[number].start >= end:
            break
        met.append(found[number])
    better = [phrase for phrase in met if phrase.form.rule != "tail"]
    return better or met


def _freed(text: str, start: int, end: int) -> Offsets:
    """A measure before a noun without the article, which is the noun's: "the [46-day] battle"."""
    article = _ARTICLE.match(text, start, end)
    return (article.end(), end) if article and _NOUN.match(text, end) else (start, end)
