"""A window's scores → the analysis: one decoder for each kind of task."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sayso.language import attributions, spans, trees
from sayso.language.analysis import Analysis, Attribution, Named
from sayso.language.windows import Window

if TYPE_CHECKING:
    from sayso.language.model import Arrays, Model

# Scores kept for the search of trees: 4 MB, a hundred sentences and more.
_MOST_CELLS = 1_000_000


class Decoder:
    """Fills an analysis window by window.

    Sentences whose best heads form no tree are searched together with those of other windows, which takes a third of
    the time: until `finish`, some have those heads still.
    """

    def __init__(self, analysis: Analysis, model: Model) -> None:
        self._analysis = analysis
        self._model = model
        self._broken: list[tuple[int, trees.Scores]] = []

    def add(self, window: Window, scores: Arrays) -> None:
        """Add the words of one window, which follow those that the analysis has, with their tags and arcs."""
        first = len(self._analysis.upos)
        breaks = [start - window[0][0] for start, _ in window]
        self._tags(first, scores)
        self._sentences(first, scores)
        self._entities(first, breaks, scores)
        self._attributions(first, breaks, scores)

    def finish(self) -> None:
        """Give a tree to every sentence that is still without."""
        for (first, _), heads in zip(self._broken, trees.best([arcs for _, arcs in self._broken]), strict=True):
            _name_roots(self._analysis.relations, heads, first)
            self._analysis.heads[first : first + len(heads)] = [head + first if head >= 0 else -1 for head in heads]
        self._broken.clear()

    def _tags(self, first: int, scores: Arrays) -> None:
        analysis, tasks = self._analysis, self._model.tasks
        upos, xpos = tasks["upos"].classes, tasks["xpos"].classes
        analysis.upos.extend([upos[number] for number in scores["upos"].tolist()])
        analysis.xpos.extend([xpos[number] for number in scores["xpos"].tolist()])
        rules = scores["lemma"].tolist()
        words = zip(rules, analysis.starts[first:], analysis.ends[first:], analysis.xpos[first:], strict=False)
        text, lemma = analysis.text, self._model.lemma
        analysis.lemmas.extend([lemma(rule, text[start:end], tag) for rule, start, end, tag in words])

    def _sentences(self, first: int, scores: Arrays) -> None:
        """Sentences, heads and relations of a window."""
        relations = self._model.tasks["syntax"].classes
        self._analysis.relations.extend([relations[number] for number in scores["syntax_relation"].tolist()])
        heads = [head - 1 for head in scores["syntax_head"].tolist()]
        self._analysis.heads.extend([head + first if head >= 0 else -1 for head in heads])
        starts = np.flatnonzero(scores["sentence"]).tolist()
        for start, end in zip(starts, [*starts[1:], len(heads)], strict=True):
            self._analysis.sentences.append((first + start, first + end))
            if not trees.is_tree(_inner(heads, start, end)):
                self._broken.append((first + start, scores["syntax"][start:end, [0, *range(start + 1, end + 1)]]))
        if sum(arcs.size for _, arcs in self._broken) > _MOST_CELLS:
            self.finish()

    def _entities(self, first: int, breaks: list[int], scores: Arrays) -> None:
        labels = self._model.tasks["entity"].labels
        self._analysis.entities.extend(
            Named(first + start, first + end, labels[label], confidence)
            for start, end, label, confidence in spans.found(scores["entity"], breaks)
        )

    def _attributions(self, first: int, breaks: list[int], scores: Arrays) -> None:
        """The attributions of a window, in words of the article."""
        labels, role_labels = self._model.tasks["attribution"].labels, self._model.tasks["role"].labels
        possible = scores["role_rows"] if "role_rows" in scores else np.arange(len(scores["attribution"]))
        found = attributions.decode(scores["attribution"], scores["role"], possible, labels, role_labels, breaks)
        self._analysis.attributions.extend(_moved(attribution, first) for attribution in found)


def _inner(heads: list[int], start: int, end: int) -> list[int]:
    """The heads of one sentence, numbered within it."""
    return [head - start if head >= 0 else -1 for head in heads[start:end]]


def _name_roots(relations: list[str], heads: list[int], first: int) -> None:
    """Where the search changed the heads: the root is called so and nothing else is. `first` is the first word."""
    for word, head in enumerate(heads, start=first):
        if head < 0:
            relations[word] = "root"
        elif relations[word] == "root":
            relations[word] = "parataxis"


def _moved(attribution: Attribution, by: int) -> Attribution:
    return replace(
        attribution,
        cue=tuple((first + by, end + by) for first, end in attribution.cue),
        source=tuple((first + by, end + by) for first, end in attribution.source),
        content=tuple((first + by, end + by) for first, end in attribution.content),
    )
