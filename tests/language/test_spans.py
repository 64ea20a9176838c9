from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language import spans

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Classes: O, B-x, I-x, B-y, I-y.


def scores(best: list[int], sure: float = 0.9) -> NDArray[np.float32]:
    rows = np.full((len(best), 5), (1 - sure) / 4, dtype=np.float32)
    rows[range(len(best)), best] = sure
    return np.log(rows)


def test_spans_with_their_label_and_confidence() -> None:
    found = spans.found(scores([0, 1, 2, 0, 3]))
    assert [(first, end, label) for first, end, label, _ in found] == [(1, 3, 0), (4, 5, 1)]
    assert all(abs(confidence - 0.9) < 1e-6 for *_, confidence in found)


def test_a_span_begins_anew_at_each_begin_and_at_a_paragraph() -> None:
    assert [span[:2] for span in spans.found(scores([1, 2, 1, 2, 2]), breaks=[4])] == [(0, 2), (2, 4), (4, 5)]


def test_what_continues_nothing_is_mended() -> None:
    logs = scores([0, 2, 2])
    assert spans.legal(logs).tolist() in ([0, 1, 2], [1, 2, 2])


def test_nothing_read_nothing_found() -> None:
    assert spans.found(np.zeros((0, 5), dtype=np.float32)) == []


@given(st.lists(st.lists(st.floats(-9, 0, width=32), min_size=5, max_size=5), min_size=1, max_size=12))
def test_the_best_sequence_is_legal(rows: list[list[float]]) -> None:
    path = spans.legal(np.array(rows, dtype=np.float32)).tolist()
    for before, now in zip([0, *path], path, strict=False):
        assert now == 0 or now % 2 == 1 or before in (now, now - 1)


def test_neighbours_of_a_label_are_joined_but_not_over_a_break() -> None:
    apart = [(0, 1, 6, 0.5), (1, 3, 6, 0.9), (3, 4, 0, 0.9), (5, 6, 6, 0.8)]
    (first, *rest) = spans.joined(apart, 6)
    assert first[:3] == (0, 3, 6)
    assert 0.7 < first[3] < 0.75
    assert rest == apart[2:]
    assert spans.joined(apart, 6, [1]) == apart
    assert spans.joined(apart, 0) == apart
