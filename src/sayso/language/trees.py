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

CELLS = 50_000
"""Sentences searched at once have at most so many cells (the square of the longest's words, for each of them): numpy's
cost is by the call, so several cost little more than one, as long as the processor's cache holds them."""
UNEVEN = 1.6
"""How many times longer than the shortest the longest of them may be: all are searched at its length."""


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
    found: list[list[int]] = [[] for _ in scores]
    for group in _groups([len(sentence) for sentence in scores]):
        chart = _Chart([scores[number] for number in group])
        for place, number in enumerate(group):
            found[number] = chart.heads(place, len(scores[number]), chart.root(place, scores[number]))
    return found


def _groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of sentences that are searched together, the shortest first."""
    group: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda number: lengths[number]):
        full = (len(group) + 1) * lengths[number] ** 2 > CELLS
        if group and (full or lengths[number] > UNEVEN * lengths[group[0]]):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


class _Chart:
    """The best spans of some sentences.

    A span that its last word heads is leftward, one that its first heads rightward; it is made of a part with an arc
    over all of it (`arched`) and a whole span beside it. Both kinds are searched at once: the first axis of `begun`
    and `ended` tells them apart. Scores stand at [length, sentence, first] in `begun` and `right`, at
    [length, sentence, last] in `ended` and `left`, so all spans of one length are one table and all their cuts are the
    first axis, along which numpy compares whole tables; arched parts stand one place lower, since none has no length.
    Where a span is cut is only asked of those in the best tree.
    """

    def __init__(self, group: Sequence[Scores]) -> None:
        longest = max(map(len, group))
        arcs = np.zeros((len(group), longest, longest))  # head × word; what pads stands in no span that is read
        for number, scores in enumerate(group):
            arcs[number, : len(scores), : len(scores)] = scores[:, 1:].T
        shape = (longest, len(group), longest)
        self._begun, self._ended = begun, ended = np.zeros((2, *shape)), np.zeros((2, *shape))
        self._left, self._right = left, right = np.zeros(shape), np.zeros(shape)
        for length in range(1, longest):
            first, last = slice(0, longest - length), slice(length, longest)
            best = (right[:length, :, first] + left[length - 1 :: -1, :, last]).max(0)
            ended[0, length - 1, :, last] = best + arcs.diagonal(-length, 1, 2)
            begun[1, length - 1, :, first] = best + arcs.diagonal(length, 1, 2)
            whole = (begun[:, :length, :, first] + ended[:, length - 1 :: -1, :, last]).max(1)
            begun[0, length, :, first] = left[length, :, last] = whole[0]
            ended[1, length, :, last] = right[length, :, first] = whole[1]

    def root(self, sentence: int, scores: Scores) -> int:
        """The root of the best tree; `scores` are those of the sentence."""
        count = len(scores)
        halves = self._begun[0, :count, sentence, 0] + self._ended[1, count - 1 :: -1, sentence, count - 1]
        return int((scores[:, 0] + halves).argmax())

    def heads(self, sentence: int, count: int, root: int) -> list[int]:
        """The heads of the best tree with that root."""
        begun, ended = self._begun[:, :, sentence], self._ended[:, :, sentence]
        left, right = self._left[:, sentence], self._right[:, sentence]
        heads = [-1] * count
        spans = [(0, root, True), (root, count - 1, False)]  # first, last, whether headed by the last
        while spans:
            first, last, leftward = spans.pop()
            if first == last:
                continue
            if leftward:
                low, high = first + _cut(begun[0], ended[0], first, last), last
                heads[low] = high
                spans.append((first, low, True))
            else:
                low, high = first, first + 1 + _cut(begun[1], ended[1], first, last)
                heads[high] = low
                spans.append((high, last, False))
            middle = low + _cut(right, left, low, high)
            spans += [(low, middle, False), (middle + 1, high, True)]
        return heads


def _cut(begun: Table, ended: Table, first: int, last: int) -> int:
    """Words from the first to where the span is best cut, the first of equals."""
    length = last - first
    return int((begun[:length, first] + ended[length - 1 :: -1, last]).argmax()) if length > 1 else 0
