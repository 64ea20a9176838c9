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


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(-9, 9), min_size=n + 1, max_size=n + 1), min_size=n, max_size=n)
    )
)
def test_the_best_tree_is_as_good_as_any(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    count = len(rows)

    def worth(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))

    every = [heads for heads in itertools.product(range(-1, count), repeat=count) if trees.is_tree(list(heads))]
    found = trees.best(scores)
    assert trees.is_tree(found)
    if count <= 3:  # the search tries the three best roots
        assert worth(found) == max(map(worth, every))
