from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language import words


def forms(text: str) -> list[str]:
    return [text[start:end] for start, end in words.split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn’t leave Syria's camps.", ["He", "did", "n’t", "leave", "Syria", "'s", "camps", "."]),
        ("Turkish-backed ex-rebels", ["Turkish", "-", "backed", "ex-rebels"]),
        ("the U.S. and U.N. envoys", ["the", "U.S.", "and", "U.N.", "envoys"]),
        ("Gen. Halabi met Mr. Ito.", ["Gen.", "Halabi", "met", "Mr.", "Ito", "."]),
        ("1,200 men at 5:30 a.m.", ["1,200", "men", "at", "5:30", "a.m."]),
        ("“No,” he said…", ["“", "No", ",", "”", "he", "said", "…"]),
        ("They cannot stay", ["They", "can", "not", "stay"]),
        ("see https://a.example/b?c=1, please", ["see", "https://a.example/b?c=1", ",", "please"]),
        ("write to desk@news.example!", ["write", "to", "desk@news.example", "!"]),
        ("wait... -- !!", ["wait", "...", "--", "!!"]),
        ("Ra's al-Ayn", ["Ra", "'s", "al", "-", "Ayn"]),
        ("O'Neill and Ba'athists", ["O'Neill", "and", "Ba'athists"]),
    ],
)
def test_words_are_those_of_english_treebanks(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_offsets_are_of_the_whole_text_when_a_part_is_divided() -> None:
    assert words.split("one two three", 4, 7) == [(4, 7)]


@given(st.text())
def test_words_lie_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    found = words.split(text)
    last = 0
    for start, end in found:
        assert start < end
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize("unit", ["a", "a-", "a.", "_", "a'", "@", "a@", "1,", "&a", "A. ", "ex-", "a.com"])
def test_long_runs_of_one_pattern_come_back_at_all(unit: str) -> None:
    """A pattern that backtracks would take hours here."""
    text = unit * 100_000
    assert words.split(text)[-1][1] >= len(text) - 1
