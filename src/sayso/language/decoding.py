"""A window's scores → the analysis: one decoder for each kind of task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.language import attributions, parties, spans, trees
from sayso.language.analysis import Analysis, Attribution, Named
from sayso.language.calibration import Scales, told
from sayso.language.meaning import Gatherer, Meaning
from sayso.language.windows import Window

if TYPE_CHECKING:
    from sayso.language.model import Arrays, Model

# Scores kept for the search of trees: 4 MB, a hundred sentences and more.
_MOST_CELLS = 1_000_000
LEAST = 0.5
"""How sure a named span has to be: on UNER's dev part precision rose from 68 to 75, and recall fell from 80 to 76."""
SEARCHED = 0.5
"""The most that an arc is certain which the search put in place of the best one."""


@dataclass(frozen=True, slots=True)
class _Broken:
    """A sentence whose best heads form no tree."""

    first: int
    """Its first word, in the article's numbers."""
    before: int
    """The first word of its window."""
    arcs: trees.Scores
    heads: NDArray[np.generic]
    """[N, K] the best heads in the window's numbers, 0 the root."""
    relations: NDArray[np.generic]
    """[N, K] the relations to them."""


class Decoder:
    """Fills an analysis window by window.

    Sentences whose best heads form no tree are searched together with those of other windows, which is quicker: until
    `finish`, some have those heads still.
    """

    def __init__(self, analysis: Analysis, model: Model) -> None:
        self._analysis = analysis
        self._model = model
        self._broken: list[_Broken] = []
        self._gatherer = Gatherer(model.tasks, model.scales)

    def add(self, window: Window, scores: Arrays) -> None:
        """Add the words of one window, which follow those that the analysis has, with their tags and arcs."""
        first = len(self._analysis.upos)
        breaks = [start - window[0][0] for start, _ in window]
        self._tags(first, scores)
        self._sentences(first, scores)
        self._entities(first, breaks, scores)
        self._attributions(first, breaks, scores)
        self._gatherer.add(first, scores)

    def finish(self) -> Meaning | None:
        """Give a tree to every sentence that is still without; returns what the article means."""
        self._grow()
        return self._gatherer.meaning()

    def _grow(self) -> None:
        for broken, heads in zip(self._broken, trees.best([broken.arcs for broken in self._broken]), strict=True):
            found = [head + broken.first if head >= 0 else -1 for head in heads]
            known = self._analysis.heads[broken.first : broken.first + len(heads)]
            for number, (head, before) in enumerate(zip(found, known, strict=True)):
                if head != before:
                    self._hang(broken, number, head)
            _name_roots(self._analysis.relations, found, broken.first)
        self._broken.clear()

    def _hang(self, broken: _Broken, number: int, head: int) -> None:
        """Give a word of a sentence the head that the search found, with the relation that belongs to it."""
        analysis, word = self._analysis, broken.first + number
        analysis.heads[word] = head
        analysis.certain[word] = min(SEARCHED, analysis.certain[word])
        known = broken.heads[number].tolist()
        if (wanted := head - broken.before + 1 if head >= 0 else 0) in known:
            relation = int(broken.relations[number, known.index(wanted)])
            analysis.relations[word] = self._model.tasks["syntax"].classes[relation]

    def _tags(self, first: int, scores: Arrays) -> None:
        analysis, tasks = self._analysis, self._model.tasks
        upos, xpos = tasks["upos"].classes, tasks["xpos"].classes
        analysis.upos.extend([upos[number] for number in scores["upos"].tolist()])
        analysis.xpos.extend([xpos[number] for number in scores["xpos"].tolist()])
        rules, here = scores["lemma"].tolist(), slice(first, len(analysis.xpos))
        words = zip(rules, analysis.starts[here], analysis.ends[here], analysis.xpos[here], strict=True)
        text, known = analysis.text, self._model.lemmas
        analysis.lemmas.extend([known[rule, text[start:end], tag] for rule, start, end, tag in words])

    def _sentences(self, first: int, scores: Arrays) -> None:
        """Sentences, heads and relations of a window."""
        names = self._model.tasks["syntax"].classes
        known, relations = scores["syntax_heads"], scores["syntax_relations"]
        self._analysis.relations.extend([names[number] for number in relations[:, 0].tolist()])
        self._analysis.certain.extend(scores["syntax_certain"].tolist())
        heads = [head - 1 for head in known[:, 0].tolist()]
        self._analysis.heads.extend([head + first if head >= 0 else -1 for head in heads])
        # A window of a long paragraph may begin with a mark that starts no sentence.
        starts = [0, *(start for start in np.flatnonzero(scores["sentence"]).tolist() if start)]
        for start, end in zip(starts, [*starts[1:], len(heads)], strict=True):
            self._analysis.sentences.append((first + start, first + end))
            if not trees.is_tree(_inner(heads, start, end)):
                arcs = scores["syntax"][start:end, [0, *range(start + 1, end + 1)]]
                self._broken.append(_Broken(first + start, first, arcs, known[start:end], relations[start:end]))
        if sum(broken.arcs.size for broken in self._broken) > _MOST_CELLS:
            self._grow()

    def _entities(self, first: int, breaks: list[int], scores: Arrays) -> None:
        time = self._model.tasks["entity"].labels.index("time")
        found = spans.joined(spans.found(scores["entity"], breaks), time, breaks)
        named = (one for one in self._named("entity", first, found) if one.confidence >= LEAST)
        self._analysis.entities.extend(one for one in named if not self._is_bare(one))
        if "party" in scores:
            found = parties.found(scores["party"], self._model.tasks["party"].labels, breaks)
            self._analysis.parties.extend(self._named("party", first, found))

    def _is_bare(self, named: Named) -> bool:
        """Whether a moment is nothing but a determiner."""
        return named.label == "time" and all(tag == "DET" for tag in self._analysis.upos[named.first : named.end])

    def _named(self, task: str, first: int, found: Iterable[spans.Found]) -> Iterator[Named]:
        labels = self._model.tasks[task].labels
        for start, end, label, confidence in found:
            yield Named(first + start, first + end, labels[label], confidence)

    def _attributions(self, first: int, breaks: list[int], scores: Arrays) -> None:
        """The attributions of a window, in words of the article."""
        labels, role_labels = self._model.tasks["attribution"].labels, self._model.tasks["role"].labels
        found = attributions.decode(
            scores["attribution"], scores["role"], scores["role_rows"], labels, role_labels, breaks
        )
        self._analysis.attributions.extend(_moved(_told(one, self._model.scales), first) for one in found)


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


def _told(attribution: Attribution, scales: Scales) -> Attribution:
    """The attribution with scores made probabilities; that of an empty part stays 0."""
    return replace(
        attribution,
        cue_confidence=told(scales, "cue", attribution.cue_confidence),
        source_confidence=told(scales, "source", attribution.source_confidence) if attribution.source else 0.0,
        content_confidence=told(scales, "content", attribution.content_confidence) if attribution.content else 0.0,
    )
