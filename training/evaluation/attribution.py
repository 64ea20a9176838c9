"""Source, cue and content as one layer of spans, on files like `cofenet_dev.jsonl`: exact-span F1 by label.

A span is right if its first and last token and its label are, as in the CofeNet paper (Wang et al. 2022). Tokens are
the file's. Rows of one article that follow each other are read together, as the paragraphs of an article are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.language.analysis import Analysis
from sayso.language.model import Model
from training.corpora import cofenet
from training.documents import spans
from training.evaluation.counts import Counts, Figures

LABELS = ("source", "cue", "content")


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """F1 by label, and of all labels together."""
    counts = {label: Counts() for label in LABELS}
    for article in (article for path in paths for article in cofenet.read(path)):
        text = model.prepared(
            article.text, [word[0] for word in article.words], [word[1] for word in article.words], article.rows
        )
        predicted = _layer(model.read(text))
        gold = spans(article.labels)
        for label, count in counts.items():
            count.add([span for span in gold if span[2] == label], [span for span in predicted if span[2] == label])
    figures: Figures = {label: count.figures() for label, count in counts.items()}
    together = Counts(*(sum(getattr(c, part) for c in counts.values()) for part in ("gold", "predicted", "right")))
    return figures | {"all": together.figures()}


def _layer(analysis: Analysis) -> set[tuple[int, int, str]]:
    """The parts of all attributions as one layer."""
    return {
        (first, end, label)
        for attribution in analysis.attributions
        for label in LABELS
        for first, end in getattr(attribution, label)
    }
