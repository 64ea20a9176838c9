"""The names of bodies that an article gives, by their shorter forms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from sayso.world.actors.folding import fold
from sayso.world.actors.phrase import LONGEST, Phrase

_MOST_WORDS = 12


class Bodies:
    """Names of organisations and units: `named` are offset, text and phrase of each mention, in order."""

    def __init__(self, named: Iterable[tuple[int, str, Phrase]]) -> None:
        self._by_head: dict[str, tuple[list[int], list[str]]] = {}
        names: set[str] = set()
        for start, text, phrase in named:
            names.add(fold(text[:LONGEST]))
            words = phrase.head.key.lower().split() if phrase.head is not None else []
            if len(words) > 1:
                starts, texts = self._by_head.setdefault(words[0] if "of" in words else words[-1], ([], []))
                starts.append(start)
                texts.append(text)
        self._by_end = _by_end(names)

    def before(self, word: str, position: int) -> str | None:
        """The last name before a position that has this word at its head: "department" → "Justice Department"."""
        starts, texts = self._by_head.get(word, ([], []))
        at = bisect_left(starts, position)
        return texts[at - 1] if at else None

    def longest(self, key: str) -> str:
        """The one name of the article that ends in these folded words, or the words themselves."""
        return self._by_end.get(key, key)


def _by_end(names: Iterable[str]) -> dict[str, str]:
    """Last words of names, two or more, where only one name ends so."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        for at in range(max(0, len(words) - _MOST_WORDS), len(words) - 1):
            found.setdefault(" ".join(words[at:]), set()).add(name)
    return {end: min(full - {end}) for end, full in found.items() if len(full - {end}) == 1}
