"""Whether confidences match accuracy: each answer with its confidence and whether it is right; their calibration error.

An answer is a source, cue or content (right if its first and last word are annotated as such), the type at a word that
is told to evoke an event, the manner of a word that is annotated with one, or the kind of an annotated source and
whether it is named. What an article isn't annotated with gives no answers.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from sayso.language.analysis import Analysis, Range
from sayso.language.calibration import UNSCALED
from sayso.language.model import Model
from training.corpora import cofenet, examples, factappeal, polnear
from training.documents import Document, spans
from training.evaluation import attribution
from training.evaluation.counts import Figures
from training.evaluation.reading import analysed

BINS = 10
NO_EVENT = "none"
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One answer to a task: its confidence, 0 … 1, and whether it is right."""

    task: str
    document: str
    confidence: float
    right: bool


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """The figures of each task by name, over CofeNet's rows (`.jsonl`), folders of brat files, FactAppeal's CSV files,
    our own examples, and answers that `write` wrote.
    """
    return {name: figures(answers) for name, answers in by_task(told(model, paths)).items()}


def figures(answers: Sequence[Told]) -> Figures:
    """Of one task's answers: percentages, and the expected calibration error, 0 … 1. `given` are those of at least the
    confidence under which an unknown is said (`Scale.least`).
    """
    given = [one for one in answers if one.confidence >= UNSCALED.least]
    return {
        "answers": len(answers),
        "right": _percent(one.right for one in answers),
        "confidence": _percent(one.confidence for one in answers),
        "error": error([(one.confidence, one.right) for one in answers]),
        "given": len(given),
        "right of those given": _percent(one.right for one in given),
    }


def error(answers: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error of pairs (confidence, right), 0 … 1, rounded to 4 digits; 0 where there are none.

    As in Guo et al. 2017, the mean over bins, by their size, of |mean confidence − share right|; but each bin holds a
    tenth of the answers: most confidences lie above .9, where bins of equal width would let errors cancel.
    """
    confidence, right = (np.array([one[side] for one in answers], dtype=float) for side in (0, 1))
    bins = np.array_split(np.argsort(confidence, kind="stable"), BINS)
    apart = sum(abs(float(confidence[inside].sum() - right[inside].sum())) for inside in bins)
    return round(apart / max(1, len(answers)), 4)


def told(model: Model, paths: Iterable[Path]) -> Iterator[Told]:
    """What a model answers, file by file; of answers that `write` wrote, these. See `score` for formats."""
    for path in paths:
        if path.suffix == ".json":
            yield from (Told(*row) for row in json.loads(path.read_text(encoding="utf-8")))
        elif path.suffix == ".jsonl":
            yield from _of_rows(model, cofenet.read(path))
        elif path.suffix == ".csv":
            yield from meant(model, factappeal.read(path))
        elif (path / "attributions").is_dir():
            yield from _of_links(model, polnear.read(path))
        else:
            yield from meant(model, examples.read(path))


def write(answers: Iterable[Told], path: Path) -> None:
    """Keep answers, of networks that had not seen the documents, to be fitted to."""
    path.write_text(json.dumps([astuple(one) for one in answers]) + "\n", encoding="utf-8")


def by_task(answers: Iterable[Told]) -> dict[str, list[Told]]:
    """The answers to each task, in their order."""
    found: dict[str, list[Told]] = defaultdict(list)
    for one in answers:
        found[one.task].append(one)
    return found


def meant(model: Model, documents: Iterable[Document]) -> Iterator[Told]:
    """What the heads of meaning answer where a document is annotated; nothing where the weights don't have them."""
    for document in documents:
        meaning = analysed(model, document).meaning
        if meaning is None:
            return
        for task, (first, end), label in _annotated(document):
            found, confidence = meaning.best_of(task, first, end)
            if (task, found) != ("event_type", NO_EVENT):
                yield Told(task, document.name, confidence, found == label)


def _annotated(document: Document) -> Iterator[tuple[str, Range, str]]:
    """Task, words and label: word by word, and source by source."""
    for task in ("event_type", "manner"):
        for word, label in enumerate(document.tags.get(task, ())):
            if label is not None:
                yield task, (word, word + 1), label
    for task in ("source_named", "source_kind"):
        labels = document.tags.get(task, ())
        for label, words in groupby(range(len(labels)), key=labels.__getitem__):
            if label is not None:
                first, *rest = words
                yield task, (first, [first, *rest][-1] + 1), label


def _of_rows(model: Model, articles: Iterable[cofenet.Rows]) -> Iterator[Told]:
    for article in articles:
        text = model.prepared(
            article.text, [word[0] for word in article.words], [word[1] for word in article.words], article.rows
        )
        yield from _spans(article.name, model.read(text), spans(article.labels))


def _of_links(model: Model, documents: Iterable[Document]) -> Iterator[Told]:
    for document in documents:
        gold = [
            (first, end, part)
            for one in document.attributions or ()
            for part, ranges in (("source", one.source), ("cue", polnear.runs(one.cue)), ("content", one.content))
            for first, end in ranges
        ]
        yield from _spans(polnear.article(document.name), analysed(model, document), gold)


def _spans(name: str, analysis: Analysis, gold: Iterable[Span]) -> Iterator[Told]:
    annotated = set(gold)
    for (first, end, part), confidence in _parts(analysis).items():
        yield Told(part, name, confidence, (first, end, part) in annotated)


def _parts(analysis: Analysis) -> Mapping[Span, float]:
    """The ranges of all attributions, each once, with the highest confidence that one gives it."""
    found: dict[Span, float] = {}
    for one in analysis.attributions:
        for part in attribution.LABELS:
            confidence = float(getattr(one, f"{part}_confidence"))
            for first, end in getattr(one, part):
                found[first, end, part] = max(confidence, found.get((first, end, part), 0.0))
    return found


def _percent(shares: Iterable[float]) -> float:
    each = list(shares)
    return round(100 * sum(each) / max(1, len(each)), 2)
