from __future__ import annotations

import pytest

from sayso.world.actors.acronyms import defined


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Hill Farmers Union (HFU) said", {"HFU": "hill farmers union"}),
        ("the Union of Hill Farmers (UHF) said", {"UHF": "union of hill farmers"}),
        ("the Hill-Farmers Union (“HFU”) said", {"HFU": "hill farmers union"}),
        ("three farmers (HFU) said", {}),
        ("Omar Hasan (A) said", {}),
    ],
)
def test_an_acronym_is_defined_by_the_words_right_before_it(text: str, found: dict[str, str]) -> None:
    assert defined(text) == found


def test_many_brackets_are_read_in_one_pass() -> None:
    assert defined("(" * 200_000 + "AB " * 100_000) == {}
