from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language import trees


def test_a_tree_has_one_root_and_no_cycle() -> None:
    assert trees.is_tree([1, -1, 1])
    assert not trees.is_tree([1, 0, -1])
    assert not trees.is_tree([-1, -1])
    assert not trees.is_tree([0])


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # Each of two words prefers the other as its head; the second is the better root.
    assert trees.best(np.array([[1.0, 0.0, 9.0], [2.0, 9.0, 0.0]], dtype=np.float32)) == [1, -1]


def square(count: int) -> st.SearchStrategy[list[list[int]]]:
    return st.lists(
        st.lists(st.integers(-9, 9), min_size=count + 1, max_size=count + 1), min_size=count, max_size=count
    )


@given(st.integers(1, 5).flatmap(square))
def test_of_all_trees_with_its_root_the_best_is_found(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    count = len(rows)

    def worth(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))

    found = trees.best(scores)
    assert trees.is_tree(found)
    every = [heads for heads in itertools.product(range(-1, count), repeat=count) if trees.is_tree(list(heads))]
    root = found.index(-1)
    assert worth(found) == max(worth(heads) for heads in every if heads[root] == -1)
