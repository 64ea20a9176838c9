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


def add(analysis: Analysis, model: Model, window: Window, scores: Arrays) -> None:
    """Add the words of one window, which follow those that the analysis has, with their tags and arcs."""
    first = len(analysis.upos)
    count = len(scores["sentence"])
    upos, xpos = model.tasks["upos"].classes, model.tasks["xpos"].classes
    analysis.upos.extend([upos[number] for number in scores["upos"].tolist()])
    analysis.xpos.extend([xpos[number] for number in scores["xpos"].tolist()])
    analysis.lemmas.extend(
        [
            model.lemma(rule, analysis.text[start:end], tag)
            for rule, start, end, tag in zip(
                scores["lemma"].tolist(),
                analysis.starts[first : first + count],
                analysis.ends[first : first + count],
                analysis.xpos[first : first + count],
                strict=True,
            )
        ]
    )
    breaks = [start - window[0][0] for start, _ in window]
    _sentences(analysis, model, first, scores)
    labels = model.tasks["entity"].labels
    analysis.entities.extend(
        Named(first + start, first + end, labels[label], confidence)
        for start, end, label, confidence in spans.found(scores["entity"], breaks)
    )
    _attributions(analysis, model, first, breaks, scores)


def _sentences(analysis: Analysis, model: Model, first: int, scores: Arrays) -> None:
    """Sentences, heads and relations of a window."""
    relations = model.tasks["syntax"].classes
    found = [relations[number] for number in scores["syntax_relation"].tolist()]
    heads = [head - 1 for head in scores["syntax_head"].tolist()]
    starts = np.flatnonzero(scores["sentence"]).tolist()
    bounds = list(zip(starts, [*starts[1:], len(heads)], strict=True))
    analysis.sentences.extend((first + start, first + end) for start, end in bounds)
    broken = [(start, end) for start, end in bounds if not trees.is_tree(_inner(heads, start, end))]
    arcs = [scores["syntax"][start:end, [0, *range(start + 1, end + 1)]] for start, end in broken]
    for (start, end), inner in zip(broken, trees.best(arcs), strict=True):
        _name_roots(found, inner, start)
        heads[start:end] = [head + start if head >= 0 else -1 for head in inner]
    analysis.heads.extend([head + first if head >= 0 else -1 for head in heads])
    analysis.relations.extend(found)


def _inner(heads: list[int], start: int, end: int) -> list[int]:
    """The heads of one sentence, numbered within it."""
    return [head - start if head >= 0 else -1 for head in heads[start:end]]


def _name_roots(relations: list[str], heads: list[int], start: int) -> None:
    """Where the search changed the heads: the root is called so and nothing else is."""
    for word, head in enumerate(heads):
        if head < 0:
            relations[start + word] = "root"
        elif relations[start + word] == "root":
            relations[start + word] = "parataxis"


def _attributions(analysis: Analysis, model: Model, first: int, breaks: list[int], scores: Arrays) -> None:
    """The attributions of a window, in words of the article."""
    labels, role_labels = model.tasks["attribution"].labels, model.tasks["role"].labels
    found = attributions.decode(scores["attribution"], scores["role"], labels, role_labels, breaks)
    analysis.attributions.extend(_moved(attribution, first) for attribution in found)


def _moved(attribution: Attribution, by: int) -> Attribution:
    return replace(
        attribution,
        cue=tuple((first + by, end + by) for first, end in attribution.cue),
        source=tuple((first + by, end + by) for first, end in attribution.source),
        content=tuple((first + by, end + by) for first, end in attribution.content),
    )
