"""Events and manners on texts with our inline marks (`training/articles_dev`, `training/examples`): what the claims'
coding makes of them, and the heads.

A trigger is found by its exact word, with its type. Of the triggers that are found: an argument by any word that it
shares with the marked one, and the manner. Weights that learned these examples are no judge of them: see `folds`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.claims.events import weighing
from sayso.claims.factuality import judging
from sayso.claims.grammar.syntax import index
from sayso.language.analysis import Analysis, Range
from sayso.language.model import Model
from training.corpora import examples
from training.documents import Document
from training.evaluation.counts import Counts, Figures
from training.evaluation.reading import analysed

if TYPE_CHECKING:
    from sayso.words.records import Event, Mention, Moment, Place, Quantity

    Part = Mention | Place | Moment | Quantity

NONE = "none"
SCALE = "factuality:uw"
Argument = tuple[str, Range]


@dataclass(slots=True)
class Told:
    """What one reader says of a document: types and arguments by trigger, manner and score by marked word."""

    types: dict[int, str]
    arguments: dict[int, list[Argument]]
    manners: dict[int, str]
    scores: dict[int, float]


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    triggers: Counts = field(default_factory=Counts)
    by_type: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    arguments: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    manners: list[tuple[str, str]] = field(default_factory=list)
    """Marked, told."""
    apart: list[float] = field(default_factory=list)
    """Absolute differences of scores."""

    def add(self, number: int, document: Document, told: Told) -> None:
        """Count a document; `number` is its own."""
        types, marked = document.tags["event_type"], document.tags["manner"]
        gold = {word: kind for word, kind in enumerate(types) if kind not in (None, NONE)}
        _count(self.triggers, self.by_type, number, gold.items(), told.types.items())
        for event in document.events or ():
            if told.types.get(event.trigger) == gold.get(event.trigger, NONE):
                self._argued(number, event.trigger, event.arguments, told.arguments[event.trigger])
        self.manners += [(manner, told.manners[word]) for word, manner in enumerate(marked) if manner is not None]
        scores = document.scores[SCALE]
        self.apart += [abs(score - told.scores[word]) for word, score in enumerate(scores) if score is not None]

    def _argued(self, number: int, trigger: int, wanted: Sequence[Argument], found: Sequence[Argument]) -> None:
        for label in {name for name, _ in (*wanted, *found)}:
            gold = [span for name, span in wanted if name == label]
            met = [
                next((one for one in gold if one[0] < end and first < one[1]), (first, end))
                for first, end in (span for name, span in found if name == label)
            ]
            self.arguments[label].add(((number, trigger, one) for one in gold), ((number, trigger, one) for one in met))

    def figures(self) -> Figures:
        """Percentages."""
        right = sum(marked == told for marked, told in self.manners)
        return {
            "triggers": self.triggers.figures(),
            "macro-F1 of types": round(_macro(self.by_type), 2),
            "arguments": {name: counts.figures() for name, counts in sorted(self.arguments.items())},
            "manner": round(100 * right / max(1, len(self.manners)), 2),
            "factuality MAE": round(float(np.mean(self.apart)), 3),
            "types": {name: counts.figures() for name, counts in sorted(self.by_type.items())},
        }


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """Figures by reader, "claims" and "heads alone", on files with inline marks and folders of them."""
    tallies: dict[str, Tally] = {}
    tally(model, [document for path in paths for document in examples.read(path)], tallies)
    return {name: one.figures() for name, one in tallies.items()}


def tally(model: Model, documents: Sequence[Document], tallies: dict[str, Tally]) -> None:
    """Add documents to the tallies by reader."""
    for number, document in enumerate(documents):
        analysis = analysed(model, document)
        tallies.setdefault("claims", Tally()).add(number, document, coded(analysis, _marked(document)))
        if analysis.meaning is not None:
            tallies.setdefault("heads alone", Tally()).add(number, document, said(analysis, _marked(document)))


def _marked(document: Document) -> list[int]:
    return [word for word, manner in enumerate(document.tags["manner"]) if manner is not None]


def coded(analysis: Analysis, marked: Iterable[int]) -> Told:
    """What claims are made of."""
    syntax = index(analysis)
    found = weighing.code(syntax)
    judged = {word: judging.judge(syntax, word) for word in marked}
    return Told(
        {word: event.type for word, event in found.items()},
        {word: _arguments(analysis, event) for word, event in found.items()},
        {word: one.label for word, one in judged.items()},
        {word: one.score for word, one in judged.items()},
    )


def said(analysis: Analysis, marked: Iterable[int]) -> Told:
    """The most probable classes."""
    meaning = analysis.meaning
    assert meaning is not None
    words = [(word, meaning.best("event_type", word)[0]) for word in range(len(analysis.starts))]
    types = {word: kind for word, kind in words if kind != NONE}
    told = list(marked)
    return Told(
        types,
        {
            word: list(
                _spans(
                    meaning.arguments[word].logs.argmax(0).tolist(),
                    meaning.arguments[word].first,
                    meaning.classes["argument"],
                )
            )
            if word in meaning.arguments
            else []
            for word in types
        },
        {word: meaning.best("manner", word)[0] for word in told},
        {word: float(np.clip(meaning.factuality[word], -3, 3)) for word in told},
    )


def _spans(classes: Sequence[int], first: int, names: Sequence[str]) -> Iterable[Argument]:
    begun = 0
    for word in range(1, len(classes) + 1):
        if word == len(classes) or classes[word] != classes[begun]:
            if classes[begun]:
                yield names[classes[begun]], (first + begun, first + word)
            begun = word


def _arguments(analysis: Analysis, event: Event) -> list[Argument]:
    where: list[tuple[str, Part]] = [("actor", one) for one in event.actors]
    where += [("recipient", one) for one in event.recipients]
    where += [("place", one) for one in event.places]
    where += [] if event.time is None else [("time", event.time)]
    where += [("quantity", one) for one in event.quantities]
    return [(name, _words(analysis, one.start, one.end)) for name, one in where]


def _words(analysis: Analysis, start: int, end: int) -> Range:
    inside = [
        word for word in range(len(analysis.starts)) if analysis.starts[word] < end and start < analysis.ends[word]
    ]
    return inside[0], inside[-1] + 1


def _count(
    all_: Counts,
    by_type: Mapping[str, Counts],
    number: int,
    gold: Iterable[tuple[int, str | None]],
    found: Iterable[tuple[int, str]],
) -> None:
    wanted, given = {(number, *one) for one in gold}, {(number, *one) for one in found}
    all_.add(wanted, given)
    for kind in {one[2] for one in wanted | given}:
        by_type[str(kind)].add((one for one in wanted if one[2] == kind), (one for one in given if one[2] == kind))


def _macro(by_type: Mapping[str, Counts]) -> float:
    known = [float(counts.figures()["f1"]) for counts in by_type.values() if counts.gold]
    return sum(known) / max(1, len(known))
