"""Actors and recipients on `cameo_actors_*.conll`: F1 of exact spans, and of spans that share a word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.language.model import Model
from training.corpora.plover import read_actors
from training.evaluation.attribution import spans
from training.evaluation.counts import Counts, Figures
from training.evaluation.reading import analysed

Span = tuple[int, int, str]


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """By side and together."""
    exact = {side: Counts() for side in ("all", "actor", "recipient")}
    loose = {side: Counts() for side in exact}
    for number, document in enumerate(document for path in paths for document in read_actors(path)):
        gold = spans([label or "O" for label in document.tags["party"]])
        found = [(one.first, one.end, one.label) for one in analysed(model, document).parties]
        for side in exact:
            wanted, given = ([span for span in all_ if side in ("all", span[2])] for all_ in (gold, found))
            exact[side].add(((number, span) for span in wanted), ((number, span) for span in given))
            met = {span: _meeting(span, wanted) for span in given}
            loose[side].add(((number, span) for span in wanted), ((number, span) for span in met.values()))
    return {
        name: {side: count.figures() for side, count in counts.items()}
        for name, counts in (("exact", exact), ("overlapping", loose))
    }


def _meeting(span: Span, gold: Sequence[Span]) -> Span:
    """The annotated span of the same side that it shares a word with, or itself."""
    return next((one for one in gold if one[2] == span[2] and one[0] < span[1] and span[0] < one[1]), span)
