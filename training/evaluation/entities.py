"""Entities by exact span and type: re3d's folder (spans of confidence ≥ 0.5) and UNER's IOB2 files.

`FOLDER:SOURCE` reads only re3d's documents of one source, such as the BBC's, which are not trained on.

For re3d also without determiners at a span's edge, since its annotators differed on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.language.analysis import Analysis
from sayso.language.model import Model
from training.corpora import iob, spans
from training.documents import Document
from training.documents import spans as layer
from training.evaluation.counts import Counts, Figures

_UNER = frozenset({"person", "organisation", "place"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those"})

Found = tuple[int, int, str]


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """By type and together; for a folder of re3d's layout also ignoring determiners."""
    documents = [document for path in paths for document in _read(path)]
    exact: dict[str, Counts] = {}
    loose: dict[str, Counts] = {}
    for document in documents:
        text = model.prepared(
            document.text, [w[0] for w in document.words], [w[1] for w in document.words], document.paragraphs
        )
        analysis = model.read(text)
        labels = document.annotated["entity"]
        gold = layer([label or "O" for label in document.tags["entity"]])
        predicted = [(e.first, e.end, e.label) for e in analysis.entities if e.label in labels]
        _count(exact, labels, gold, predicted)
        bare = [[_bare(analysis, span) for span in found] for found in (gold, predicted)]
        _count(loose, labels, *bare)
    return {"exact": _figures(exact), "ignoring determiners": _figures(loose)}


def _read(path: Path) -> list[Document]:
    folder, _, source = str(path).partition(":")
    if Path(folder).is_dir():
        return spans.read_re3d(Path(folder), frozenset({source}) if source else None)
    return iob.read(path, _UNER)


def _count(counts: dict[str, Counts], labels: frozenset[str], gold: list[Found], predicted: list[Found]) -> None:
    for label in ["all", *sorted(labels)]:
        kept = [[span for span in found if label in ("all", span[2])] for found in (gold, predicted)]
        counts.setdefault(label, Counts()).add(*kept)


def _bare(analysis: Analysis, span: Found) -> Found:
    first, end, label = span
    while first + 1 < end and analysis.form(first).lower() in _DETERMINERS:
        first += 1
    return first, end, label


def _figures(counts: dict[str, Counts]) -> Figures:
    return {label: count.figures() for label, count in counts.items()}
