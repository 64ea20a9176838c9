from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.world.moments import phrases, rules

WORDS = (
    "the a of in last next three days week Friday May October 15 2018 1990s early mid - , 's ago later after and to 9 "
    "a.m. BC every summer quarter night first rebels . \n\n"
).split(" ")


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, Oct. 15, 2018 at 9 a.m. EST",
        "9 a.m. Tuesday",
        "the beginning of October",
        "nearly four years ago",
        "the morning of 31 January 1965",
        "the third quarter of 1990",
        "two and a half years",
        "January nineteen ninety-seven",
        "the end of the year",
        "late that month",
        "mid-2014",
        "the early 1990s",
        "every two weeks",
        "the past two months",
        "240 BC",
    ],
)
def test_a_whole_expression_is_one_phrase(text: str) -> None:
    assert [(phrase.start, phrase.end) for phrase in phrases.of(f"{text}: a report")] == [(0, len(text))]


def test_a_range_is_two_phrases() -> None:
    text = "March 19-April 30, 2011–2014"
    assert [text[one.start : one.end] for one in phrases.of(text)] == ["March 19", "April 30, 2011", "2014"]


def test_every_rule_of_the_grammar_exists_and_every_form_has_a_probability() -> None:
    forms = phrases.grammar().forms
    assert {form.rule for form in forms} == set(rules.RULES)
    assert all(0 < form.score < 1 for form in forms)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_phrases_stand_in_order_and_never_overlap(text: str) -> None:
    found = phrases.of(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_a_text_longer_than_a_stretch_loses_nothing() -> None:
    line = "Fighters left the town on 3 March 2017 and came back.\n"
    assert len(phrases.of(line * 5000)) == 5000
