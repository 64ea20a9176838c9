from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.language import windows


def test_whole_paragraphs_share_a_window_while_there_is_room() -> None:
    sizes = [1] * 12
    assert windows.pack([(0, 4), (4, 8), (8, 12)], sizes, ["a"] * 12, most=12) == [[(0, 4), (4, 8)], [(8, 12)]]


def test_a_long_paragraph_is_cut_where_a_sentence_seems_to_end() -> None:
    forms = ["a", "b", ".", "”", "c", "d", "e", "."]
    assert windows.pack([(0, 8)], [1] * 8, forms, most=8) == [[(0, 4)], [(4, 8)]]


@given(
    st.lists(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["a", ".", "”"])), max_size=20), max_size=6),
    st.integers(12, 40),
)
def test_every_word_is_read_once_and_no_window_is_overfull(paragraphs: list[list[tuple[int, str]]], most: int) -> None:
    sizes = [size for paragraph in paragraphs for size, _ in paragraph]
    forms = [form for paragraph in paragraphs for _, form in paragraph]
    ranges, first = [], 0
    for paragraph in paragraphs:
        ranges.append((first, first + len(paragraph)))
        first += len(paragraph)
    packed = windows.pack(ranges, sizes, forms, most)
    read = [word for window in packed for start, end in window for word in range(start, end)]
    assert read == list(range(len(forms)))
    for window in packed:
        assert 1 + sum(1 + sum(sizes[start:end]) for start, end in window) <= most
