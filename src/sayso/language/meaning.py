"""What the model says of events, sources and mentions: filled window by window, read by whole articles.

N is the number of words of the article; words are numbered through it from 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.language import dyads
from sayso.language.analysis import Range
from sayso.language.calibration import UNSCALED, Scales, told

if TYPE_CHECKING:
    from sayso.language.tasks import Task

TABLES = ("source_named", "source_kind", "manner", "event_type")


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the words of a window are to one event: `logs` [C, W] are log-probabilities by class of the task `argument`,
    `first` is the number of the window's first word.
    """

    first: int
    logs: NDArray[np.float32]


@dataclass(slots=True)
class Meaning:
    """The heads of meaning over one article. Empty where the weights don't have them."""

    classes: dict[str, tuple[str, ...]]
    """By task, the classes of its table's columns."""
    factuality: NDArray[np.float32]
    """[N] −3 (certainly not) … +3 (certainly), of a word taken as the head of an event."""
    tables: dict[str, NDArray[np.float32]]
    """By name (TABLES), log-probabilities [N, C] of each class for each word."""
    arguments: dict[int, Arguments] = field(default_factory=dict)
    """By the number of each word that may evoke an event."""
    dyads: NDArray[np.float32] | None = None
    """[N, S] what each word says of what an actor does to a recipient; None where the weights don't have it."""
    antecedents: list[int] = field(default_factory=list)
    """For each word that heads a mention the word that it goes back to, itself for a first mention; −1 for others."""
    scales: Scales = field(default_factory=dict)
    """By name of the table, what makes a score the probability of being right."""

    def probability(self, table: str, word: int, label: str) -> float:
        """That a class of a table would be the right answer, 0 … 1. Scaled one by one, classes need not add up to 1."""
        return told(self.scales, table, float(np.exp(self.tables[table][word, self.classes[table].index(label)])))

    def best(self, table: str, word: int) -> tuple[str, float]:
        """The best class of a word and the probability that it is right, 0 … 1."""
        return self._best(table, self.tables[table][word])

    def best_of(self, table: str, first: int, end: int) -> tuple[str, float]:
        """Likewise of a range of words that have one class together, as those of a source have."""
        logs = self.tables[table][first:end].mean(0)
        return self._best(table, logs - np.logaddexp.reduce(logs))

    def answer(self, table: str, first: int, end: int) -> str | None:
        """The best class of a range of words, None where it is less probable than the table's `Scale.least`."""
        label, probability = self.best_of(table, first, end)
        return label if probability >= self.scales.get(table, UNSCALED).least else None

    def between(self, sentence: Range, actor: Range | None, recipient: Range | None) -> NDArray[np.float32] | None:
        """Log-probabilities of the classes of `dyad`: what the sentence says that the actor does to the recipient.

        All are ranges of the article's words, actor and recipient within the sentence; None leaves a side open.
        """
        if self.dyads is None:
            return None
        first, end = sentence
        sides = [None if side is None else (side[0] - first, side[1] - first) for side in (actor, recipient)]
        return dyads.between(self.dyads[first:end], len(self.classes["dyad"]), sides[0], sides[1])

    def _best(self, table: str, logs: NDArray[np.float32]) -> tuple[str, float]:
        top = int(logs.argmax())
        return self.classes[table][top], told(self.scales, table, float(np.exp(logs[top])))


class Gatherer:
    """Puts the windows' outputs together."""

    def __init__(self, tasks: Mapping[str, Task], scales: Scales) -> None:
        self._tasks = tasks
        self._scales = scales
        self._scores: list[NDArray[np.float32]] = []
        self._tables: dict[str, list[NDArray[np.float32]]] = {name: [] for name in TABLES}
        self._arguments: dict[int, Arguments] = {}
        self._dyads: list[NDArray[np.float32]] = []
        self._antecedents: list[int] = []

    def add(self, first: int, scores: Mapping[str, NDArray[np.float32]]) -> None:
        """Take a window whose first word is `first`; weights without these heads give nothing to take."""
        if "factuality" not in scores:
            return
        self._scores.append(scores["factuality"])
        for name, parts in self._tables.items():
            parts.append(scores[name])
        arguments = _logs(scores["argument"])
        for number, word in enumerate(scores["argument_rows"].tolist()):
            self._arguments[first + word] = Arguments(first, arguments[:, number])
        if "dyad" in scores:
            self._dyads.append(scores["dyad"])
        links = scores["coreference"].tolist()
        self._antecedents += [first + link - 1 if link else -1 for link in links]

    def meaning(self) -> Meaning | None:
        """All of it; None where the weights don't have these heads, or the article has no words."""
        if not self._scores:
            return None
        return Meaning(
            {name: self._tasks[name].classes for name in (*TABLES, "argument", "dyad") if name in self._tasks},
            np.concatenate(self._scores),
            {name: np.concatenate(parts) for name, parts in self._tables.items()},
            self._arguments,
            np.concatenate(self._dyads) if self._dyads else None,
            self._antecedents,
            self._scales,
        )


def _logs(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log-probabilities of scores [C, …] over the first axis."""
    above = scores - scores.max(0)
    logs: NDArray[np.float32] = above - np.log(np.exp(above).sum(0))
    return logs
