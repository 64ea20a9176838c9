"""Scores of B-/I-/O classes → spans with confidences."""

from __future__ import annotations

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


def _viterbi(logs: NDArray[np.float32]) -> NDArray[np.int64]:
    count, classes = logs.shape
    inner = np.arange(2, classes, 2)
    score = logs[0].astype(np.float64)
    score[inner] = -np.inf
    back = np.zeros((count, classes), dtype=np.int64)
    for word in range(1, count):
        top = int(score.argmax())
        back[word] = top
        came = np.full(classes, score[top])
        from_begin = score[inner - 1] >= score[inner]
        back[word, inner] = np.where(from_begin, inner - 1, inner)
        came[inner] = np.where(from_begin, score[inner - 1], score[inner])
        score = came + logs[word]
    path = np.zeros(count, dtype=np.int64)
    path[-1] = score.argmax()
    for word in range(count - 1, 0, -1):
        path[word - 1] = back[word, path[word]]
    return path


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
