"""Arc scores → one tree a sentence: the best heads, or the best tree without crossing arcs where those form none.

The search is Eisner's (1996), over all spans of one length at once. English has few crossing arcs (in EWT one sentence
in twenty-five), and a tree in which arcs cross is mostly a sentence misread, which tears its clauses into scraps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Table = NDArray[np.float64]

TOGETHER = 8
"""Sentences searched at once: numpy's cost is by the call, so several cost little more than one."""


def is_tree(heads: list[int]) -> bool:
    """Whether heads (numbers in the sentence, −1 for a root) form one tree with one root and no crossing arcs.

    An arc over the root crosses the root's own.
    """
    if heads.count(-1) != 1:
        return False
    root = heads.index(-1)
    opened: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if min(word, head) < root < max(word, head) and head >= 0:
            return False
        if head >= 0:
            opened[min(word, head)].append(max(word, head))
    ends: list[int] = []  # right ends of the arcs that are open, innermost last
    for word, starting in enumerate(opened):
        while ends and ends[-1] <= word:
            ends.pop()
        starting.sort(reverse=True)
        if starting and ends and starting[0] > ends[-1]:
            return False
        ends += starting
    return _reaches_root(heads)


def _reaches_root(heads: list[int]) -> bool:
    known = [head < 0 for head in heads]
    for start in range(len(heads)):
        path: list[int] = []
        word = start
        while not known[word]:
            if len(path) > len(heads):
                return False
            path.append(word)
            word = heads[word]
        for step in path:
            known[step] = True
    return True


def best(scores: Sequence[Scores]) -> list[list[int]]:
    """For each sentence the heads (−1 for the root) of its best tree with one root and no crossing arcs.

    Each of `scores` is [N, N+1]: word × head, column 0 the root. Sentences of similar length are searched together.
    """
    order = sorted(range(len(scores)), key=lambda number: len(scores[number]))
    found: list[list[int]] = [[] for _ in scores]
    for first in range(0, len(order), TOGETHER):
        group = order[first : first + TOGETHER]
        for number, heads in zip(group, _searched([scores[number] for number in group]), strict=True):
            found[number] = heads
    return found


def _searched(group: Sequence[Scores]) -> Iterator[list[int]]:
    longest = max(map(len, group))
    arcs = np.zeros((len(group), longest, longest))  # head × word; what pads stands in no span that is read
    for number, scores in enumerate(group):
        count = len(scores)
        arcs[number, :count, :count] = scores[:, 1:].T
    chart = _Chart(arcs)
    for number, scores in enumerate(group):
        yield chart.heads(number, len(scores), chart.root(number, scores))


class _Chart:
    """The best spans over `arcs` [S, N, N] (sentence, head, word), and where each is cut.

    A span that its last word heads is `left`, one that its first heads `right`; `to_first` and `to_last` close with an
    arc. Scores stand at [sentence, first, length] or, where the name ends in `_by_last`, at [sentence, last, length]:
    so all spans of one length and all their cuts are slices. Cuts stand at [sentence, first, length], from `first` on.
    """

    def __init__(self, arcs: Table) -> None:
        count = arcs.shape[1]
        self.left, self.right = np.zeros(arcs.shape), np.zeros(arcs.shape)
        self.right_by_last, left_by_last = np.zeros(arcs.shape), np.zeros(arcs.shape)
        to_first_by_last, to_last = np.zeros(arcs.shape), np.zeros(arcs.shape)
        self.left_cut, self.right_cut, self.arc_cut = (np.zeros(arcs.shape, dtype=np.intp) for _ in range(3))
        for length in range(1, count):
            first, last = slice(0, count - length), slice(length, count)
            inside = self.right[:, first, :length] + left_by_last[:, last, length - 1 :: -1]
            self.arc_cut[:, first, length] = inside.argmax(2)
            best = inside.max(2)
            to_first_by_last[:, last, length] = best + arcs.diagonal(-length, 1, 2)
            to_last[:, first, length] = best + arcs.diagonal(length, 1, 2)
            leftward = self.left[:, first, :length] + to_first_by_last[:, last, length:0:-1]
            self.left_cut[:, first, length] = leftward.argmax(2)
            self.left[:, first, length] = left_by_last[:, last, length] = leftward.max(2)
            rightward = to_last[:, first, 1 : length + 1] + self.right_by_last[:, last, length - 1 :: -1]
            self.right_cut[:, first, length] = 1 + rightward.argmax(2)
            self.right[:, first, length] = self.right_by_last[:, last, length] = rightward.max(2)

    def root(self, sentence: int, scores: Scores) -> int:
        """The root of the best tree; `scores` are those of the sentence."""
        count = len(scores)
        halves = self.left[sentence, 0, :count] + self.right_by_last[sentence, count - 1, count - 1 :: -1]
        return int((scores[:, 0] + halves).argmax())

    def heads(self, sentence: int, count: int, root: int) -> list[int]:
        """The heads of the best tree with that root."""
        heads = [-1] * count
        spans = [(0, root, True), (root, count - 1, False)]  # first, last, whether headed by the last
        while spans:
            first, last, leftward = spans.pop()
            if first == last:
                continue
            cut = first + int((self.left_cut if leftward else self.right_cut)[sentence, first, last - first])
            low, high = (cut, last) if leftward else (first, cut)
            heads[low if leftward else high] = high if leftward else low
            middle = low + int(self.arc_cut[sentence, low, high - low])
            spans += [(low, middle, False), (middle + 1, high, True)]
            spans.append((first, cut, True) if leftward else (cut, last, False))
        return heads
