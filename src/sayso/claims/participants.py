"""What the model's head of arguments says of one event: which words are its actor, recipient, place, time, quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sayso.claims import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Range
    from sayso.language.meaning import Meaning

BACKED = 0.2
"""Probability of its part from which a party that the arcs propose is one."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"})
"""Parts of speech of the heads of phrases that stand for somebody; "many were killed" has a determiner."""


class Participants:
    """The parts that the words around a word that evokes an event have in it."""

    def __init__(self, syntax: Syntax, meaning: Meaning, word: int) -> None:
        self._syntax = syntax
        self._classes = meaning.classes["argument"]
        known = meaning.arguments.get(word)
        self._first = 0 if known is None else known.first
        self._shares = np.zeros((len(self._classes), 0)) if known is None else np.exp(known.logs)
        self._best = self._shares.argmax(0).tolist()

    def share(self, part: str, word: int) -> float:
        """The probability that a word has this part, 0 … 1; 0 outside the window that the event stands in."""
        number = word - self._first
        if not 0 <= number < self._shares.shape[1]:
            return 0.0
        return float(self._shares[self._classes.index(part), number])

    def ranges(self, part: str) -> Iterator[Range]:
        """The runs of words whose best part is this one."""
        wanted, begun = self._classes.index(part), -1
        for number, best in enumerate([*self._best, 0]):
            if best == wanted and begun < 0:
                begun = number
            elif best != wanted and begun >= 0:
                yield self._first + begun, self._first + number
                begun = -1

    def parties(self, part: str, proposed: Iterable[int]) -> Iterator[int]:
        """The heads of phrases with this part: those proposed that the model backs, and its own outside of these."""
        taken = []
        for word in proposed:
            if self.share(part, word) >= BACKED:
                taken.append(phrases.bounds(self._syntax, word))
                yield word
        for word in self.heads(part):
            if self._syntax.labels[word] != "time" and not any(first <= word < end for first, end in taken):
                yield word

    def heads(self, part: str) -> Iterator[int]:
        """The heads of the phrases that have this part, each of a coordination by itself."""
        analysis = self._syntax.analysis
        for first, end in self.ranges(part):
            for word in range(first, end):
                inside = first <= analysis.heads[word] < end
                if analysis.upos[word] in NOMINAL and (not inside or analysis.relations[word] == "conj"):
                    yield word
