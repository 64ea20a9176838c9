"""Arc scores → one tree a sentence: each word's best head, and a maximum spanning tree where those form a cycle.

The search is Chu–Liu–Edmonds (McDonald et al. 2005); a sentence has one root.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def is_tree(heads: list[int]) -> bool:
    """Whether heads (numbers in the sentence, −1 for a root) form one tree with one root."""
    if heads.count(-1) != 1:
        return False
    reached = [0] * len(heads)  # 1 on this path, 2 known to reach the root
    for word in range(len(heads)):
        path = []
        while word >= 0 and reached[word] == 0:
            reached[word] = 1
            path.append(word)
            word = heads[word]
        if word >= 0 and reached[word] == 1:
            return False
        for step in path:
            reached[step] = 2
    return True


def best(scores: Scores) -> list[int]:
    """Heads (−1 for the root) of a tree with one root. `scores` is [N, N+1]: word × head, column 0 the root.

    The root is the word that loses most by any other head; then every word takes its best head, and only if that
    makes a cycle the tree is searched for.
    """
    inner = scores[:, 1:].copy()
    np.fill_diagonal(inner, -np.inf)
    if len(inner) == 1:
        return [-1]
    root = int((scores[:, 0] - inner.max(1)).argmax())
    heads: list[int] = inner.argmax(1).tolist()
    heads[root] = -1
    return heads if is_tree(heads) else _searched(inner, root)


def _searched(inner: Scores, root: int) -> list[int]:
    """The best tree with that root. `inner` is [N, N]: word × head."""
    count = len(inner)
    square = np.full((count + 1, count + 1), -1e9)
    square[1:, 1:] = inner
    square[root + 1, 1:] = -1e9
    square[root + 1, 0] = 0.0
    np.fill_diagonal(square, -1e9)
    return [head - 1 for head in _span(square)[1:]]


def _span(scores: NDArray[np.float64]) -> list[int]:
    """Chu–Liu–Edmonds over a square matrix word × head whose node 0 is the root."""
    count = len(scores)
    heads = [0, *(int(head) for head in scores[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    ring = np.array(cycle)
    outside = np.flatnonzero(~inside)
    gain = scores[cycle, :] - scores[cycle, [heads[word] for word in cycle]][:, None]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -1e9)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    entries = gain[:, outside].argmax(0)
    smaller[-1, :-1] = gain[:, outside].max(0)
    exits = scores[np.ix_(outside, ring)].argmax(1)
    smaller[:-1, -1] = scores[np.ix_(outside, ring)].max(1)
    solved = _span(smaller)
    for number, word in enumerate(outside[1:], start=1):
        head = solved[number]
        heads[word] = cycle[exits[number]] if head == len(outside) else int(outside[head])
    entered = solved[len(outside)]
    heads[cycle[int(entries[entered])]] = int(outside[entered])
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """Some cycle among the heads, as its nodes; empty where there is none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for step in path:
            state[step] = 2
    return []
