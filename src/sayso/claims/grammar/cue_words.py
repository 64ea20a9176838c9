"""Which word of a cue decides it: "said" in "has said repeatedly", "according" in "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis, Range

CONTENT_TAGS = {"VERB": 0, "NOUN": 1, "ADJ": 2, "ADV": 3, "ADP": 4}
"""Parts of speech that can decide a cue, best first."""


def head_word(analysis: Analysis, ranges: tuple[Range, ...]) -> int:
    """The word that decides a cue, given as ranges."""
    return deciding(analysis, [word for first, end in ranges for word in range(first, end)])


def deciding(analysis: Analysis, words: list[int]) -> int:
    """The word of a cue that decides it: the verb, noun or adjective that its others depend on."""
    if len(words) == 1:
        return words[0]
    inside = set(words)
    tops = [word for word in words if analysis.heads[word] not in inside] or words

    def rank(word: int) -> tuple[int, int]:
        return CONTENT_TAGS.get(analysis.upos[word], len(CONTENT_TAGS)), word

    best = min(tops, key=rank)
    return best if rank(best)[0] < len(CONTENT_TAGS) else min(words, key=rank)
