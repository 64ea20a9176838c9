"""Where quotations open and close."""

from __future__ import annotations

import pytest

from sayso.claims.grammar import marks
from tests.claims.build import build


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“ yes ” he said “ no ”", [(0, 3), (5, 8)]),
        ('" yes " he said " no "', [(0, 3), (5, 8)]),
        ("“ yes and", [(0, 3)]),
        ("it 's ' fine", []),
        ('"~ "~ yes "~ " he', [(0, 4)]),
    ],
    ids=["curly", "straight", "open to the end", "single marks", "doubled by a table"],
)
def test_quotations(words: str, found: list[tuple[int, int]]) -> None:
    analysis = build("\n".join(f"{word} - X FW 0 root" for word in words.split())).analysis
    assert marks.quotations(analysis, 0, len(analysis.starts)) == found


def test_a_quotation_without_a_closing_mark_is_open() -> None:
    analysis = build("“ - PUNCT `` 2 punct\nyes - INTJ UH 0 root\n” - PUNCT '' 2 punct").analysis
    assert not marks.is_open(analysis, (0, 3))
    assert marks.is_open(analysis, (0, 2))
