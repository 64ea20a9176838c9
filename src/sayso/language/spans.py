"""Scores of B-/I-/O classes → spans with confidences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SURE = -0.1
"""Log-probability of O above which no span is thought to reach over a word."""

Found = tuple[int, int, int, float]
"""First word, word after the last, number of the label, confidence 0 … 1 (geometric mean of its words')."""


def legal(logs: NDArray[np.float32]) -> NDArray[np.int64]:
    """The best sequence of classes in which every I-x follows B-x or I-x.

    `logs` is [N, 1 + 2·L]: log-probabilities of O, then B and I for each label. Where the best class of every word
    is already legal that is the answer; else Viterbi between the nearest words that are surely O.
    """
    top: NDArray[np.int64] = logs.argmax(1)
    inner = (top > 0) & (top % 2 == 0)
    before = np.concatenate(([0], top[:-1]))
    broken = np.flatnonzero(inner & (before != top) & (before != top - 1))
    if not len(broken):
        return top
    outside = np.flatnonzero((logs[:, 0] > SURE) & (top == 0))
    done = 0
    for word in broken.tolist():
        if word < done:
            continue
        right = int(np.searchsorted(outside, word))
        start = int(outside[right - 1]) + 1 if right else 0
        done = int(outside[right]) if right < len(outside) else len(top)
        top[start:done] = _viterbi(logs[start:done])
    return top


def _viterbi(logs: NDArray[np.float32]) -> list[int]:
    """The best legal path. Plain lists: over so few classes a step takes less than one call of numpy."""
    first, *rest = logs.tolist()
    inner = range(2, len(first), 2)
    score = [-math.inf if klass in inner else log for klass, log in enumerate(first)]
    back: list[list[int]] = []
    for row in rest:
        highest = max(score)
        top = score.index(highest)
        came = [top] * len(row)
        new = [highest + log for log in row]
        for klass in inner:
            before = klass - 1 if score[klass - 1] >= score[klass] else klass
            came[klass] = before
            new[klass] = score[before] + row[klass]
        back.append(came)
        score = new
    path = [score.index(max(score))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def found(
    logs: NDArray[np.float32], breaks: Sequence[int] = (), weighed: NDArray[np.float32] | None = None
) -> list[Found]:
    """The spans of the best legal sequence, in order. No span runs over a word of `breaks` (a paragraph's first).

    With `weighed` scores the sequence is the best by these; confidences are always those of `logs`.
    """
    if not len(logs):
        return []
    path = legal(logs if weighed is None else weighed)
    filled = np.flatnonzero(path)
    if not len(filled):
        return []
    chosen = logs[filled, path[filled]]
    spans: list[Found] = []
    cuts = set(breaks)
    first, last, label, total = -1, -1, -1, 0.0
    for word, klass, log in zip(filled.tolist(), path[filled].tolist(), chosen.tolist(), strict=True):
        if klass % 2 == 1 or word != last + 1 or word in cuts:
            if label >= 0:
                spans.append((first, last + 1, label, float(np.exp(total / (last + 1 - first)))))
            first, label, total = word, (klass - 1) // 2, 0.0
        last = word
        total += log
    spans.append((first, last + 1, label, float(np.exp(total / (last + 1 - first)))))
    return spans


def joined(spans: Sequence[Found], label: int, breaks: Sequence[int] = ()) -> list[Found]:
    """The spans with neighbours of one label made one: "the" and "four days" of a moment."""
    made: list[Found] = []
    for span in spans:
        first, end, kind, sure = span
        if made and kind == label == made[-1][2] and first == made[-1][1] and first not in breaks:
            before, _, _, known = made.pop()
            total = (first - before) * math.log(known) + (end - first) * math.log(sure)
            span = (before, end, kind, math.exp(total / (end - before)))
        made.append(span)
    return made
