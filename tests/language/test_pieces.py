from __future__ import annotations

import pytest

from sayso.language.pieces import SHAPES, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("tanks", "lower"),
        ("Aleppo", "title"),
        ("NATO", "upper"),
        ("A", "letter"),
        ("McGurk", "mixed"),
        ("2018", "digits"),
        ("T-72", "number"),
        ("U.N.", "upper"),
        ("“", "sign"),
    ],
)
def test_shape_tells_what_an_uncased_vocabulary_loses(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected
