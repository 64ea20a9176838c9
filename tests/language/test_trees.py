from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language import trees


def test_a_tree_has_one_root_no_cycle_and_no_crossing_arcs() -> None:
    assert trees.is_tree([1, -1, 1])
    assert trees.is_tree([2, 0, -1, 2])
    assert not trees.is_tree([1, 0, -1])
    assert not trees.is_tree([-1, -1])
    assert not trees.is_tree([0])
    assert not trees.is_tree([2, -1, 1, 0])
    assert not trees.is_tree([-1, 3, 0, 0])


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # Each of two words prefers the other as its head; the second is the better root.
    assert trees.best([np.array([[1.0, 0.0, 9.0], [2.0, 9.0, 0.0]], dtype=np.float32)]) == [[1, -1]]


def square(count: int) -> st.SearchStrategy[list[list[int]]]:
    return st.lists(
        st.lists(st.integers(-9, 9), min_size=count + 1, max_size=count + 1), min_size=count, max_size=count
    )


@given(st.integers(1, 5).flatmap(square))
def test_no_tree_without_crossing_arcs_is_better(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    count = len(rows)

    def worth(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))

    (found,) = trees.best([scores])
    assert trees.is_tree(found)
    every = [list(heads) for heads in itertools.product(range(-1, count), repeat=count)]
    assert worth(found) == max(worth(heads) for heads in every if trees.is_tree(heads))


@given(st.lists(st.integers(1, 6).flatmap(square), max_size=12))
def test_sentences_searched_together_do_not_change_each_other(sentences: list[list[list[int]]]) -> None:
    scores = [np.array(rows, dtype=np.float32) for rows in sentences]
    assert trees.best(scores) == [heads for each in scores for heads in trees.best([each])]
