"""Actors and recipients on `cameo_actors_*.conll`: F1 of exact spans, and of spans that share a word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.language import parties
from sayso.language.model import Model
from training.corpora.plover import read_actors
from training.documents import Document, spans
from training.evaluation.counts import Counts, Figures
from training.evaluation.reading import analysed

Span = tuple[int, int, str]
SIDES = ("all", "actor", "recipient")


class Tally:
    """Counts over documents, by side and together."""

    def __init__(self) -> None:
        self.exact = {side: Counts() for side in SIDES}
        self.loose = {side: Counts() for side in SIDES}

    def add(self, model: Model, documents: Sequence[Document]) -> None:
        """Read documents whose parties are marked."""
        for document in documents:
            gold = spans([label or "O" for label in document.tags["party"]])
            found = [(one.first, one.end, one.label) for one in parties.whole(analysed(model, document))]
            for side in SIDES:
                self._count(
                    document.name, side, *([s for s in all_ if side in ("all", s[2])] for all_ in (gold, found))
                )

    def _count(self, name: str, side: str, gold: Sequence[Span], found: Sequence[Span]) -> None:
        self.exact[side].add(((name, span) for span in gold), ((name, span) for span in found))
        met = [_meeting(span, gold) for span in found]
        self.loose[side].add(((name, span) for span in gold), ((name, span) for span in met))

    def figures(self) -> Figures:
        """Percentages."""
        return {
            name: {side: count.figures() for side, count in counts.items()}
            for name, counts in (("exact", self.exact), ("overlapping", self.loose))
        }


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """By side and together."""
    tally = Tally()
    tally.add(model, [document for path in paths for document in read_actors(path)])
    return tally.figures()


def _meeting(span: Span, gold: Sequence[Span]) -> Span:
    """The annotated span of the same side that it shares a word with, or itself."""
    return next((one for one in gold if one[2] == span[2] and one[0] < span[1] and span[0] < one[1]), span)
