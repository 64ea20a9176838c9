"""What the model's head of arguments says of one event: which words are its actor, recipient, place, time, quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sayso.claims import phrases
from sayso.claims.classes import is_inert, kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Range
    from sayso.language.meaning import Meaning

BACKED = 0.03
"""Probability of its part from which a party that the arcs propose is one."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
"""Parts of speech of the heads of phrases that stand for somebody."""


class Participants:
    """The parts that the words around a word that evokes an event have in it."""

    def __init__(self, syntax: Syntax, meaning: Meaning, word: int) -> None:
        self._syntax = syntax
        self._classes = meaning.classes["argument"]
        known = meaning.arguments.get(word)
        self._first = 0 if known is None else known.first
        self._shares = np.zeros((len(self._classes), 0)) if known is None else np.exp(known.logs)
        self._sentence = syntax.analysis.sentences[syntax.sentence[word]]
        self._best = self._shares.argmax(0).tolist()

    def share(self, part: str, word: int) -> float:
        """The probability that a word has this part, 0 … 1; 0 outside the window that the event stands in."""
        number = word - self._first
        if not 0 <= number < self._shares.shape[1]:
            return 0.0
        return float(self._shares[self._classes.index(part), number])

    def ranges(self, part: str) -> Iterator[Range]:
        """The runs of words in the event's sentence whose best part is this one."""
        wanted, begun = self._classes.index(part), -1
        first, end = self._sentence
        for word in range(first, end + 1):
            here = 0 <= word - self._first < len(self._best) and word < end and self._best[word - self._first] == wanted
            if here and begun < 0:
                begun = word
            elif not here and begun >= 0:
                yield begun, word
                begun = -1

    def parties(self, part: str, proposed: Iterable[int]) -> list[int]:
        """The heads of the phrases with this part: those proposed that the model backs, or else its own, or else all
        that are proposed.
        """
        known = list(proposed)
        return [word for word in known if self.share(part, word) >= BACKED] or list(self.heads(part)) or known

    def heads(self, part: str) -> Iterator[int]:
        """The heads of the phrases in the event's sentence that have this part, each of a coordination by itself."""
        analysis, taken = self._syntax.analysis, 0
        for first, end in self.ranges(part):
            for word in range(first, end):
                inside = first <= analysis.heads[word] < end
                top = analysis.upos[word] in NOMINAL and (not inside or analysis.relations[word] == "conj")
                if top and word >= taken and self._may_act(word):
                    taken = phrases.bounds(self._syntax, word)[1]
                    yield word

    def _may_act(self, word: int) -> bool:
        """Whether it may stand for somebody: no time, no number before a noun, no goods or plans."""
        counts = self._syntax.analysis.relations[word] == "nummod"
        return self._syntax.labels[word] != "time" and not counts and not is_inert(kinds(self._syntax, word))
