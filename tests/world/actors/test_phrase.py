from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.world.actors.phrase import Phrase, read
from tests.world.actors.making import shipped


def taken(text: str) -> Phrase:
    return read(text, shipped())


def kinds(text: str) -> list[str]:
    return [segment.kind for segment in taken(text).before]


def test_words_that_belong_together_are_one_segment() -> None:
    assert kinds("Free Syrian Army commander Omar Hasan") == ["actor", "noun", "name"]
    assert kinds("the Uzbek trade minister") == ["country", "noun"]


def test_what_stands_after_a_comma_or_a_relative_pronoun_is_no_part_of_it() -> None:
    read_as = taken("Omar Hasan, the mayor of Homs, who fled")
    assert [segment.key for segment in read_as.before] == ["omar hasan"]
    assert read_as.tail == "the mayor of Homs, who fled"
    assert [segment.key for segment in taken("residents who fled the city").before] == ["residents"]


def test_who_is_backed_by_a_state_is_not_that_states() -> None:
    read_as = taken("Iranian-backed fighters")
    assert [segment.key for segment in read_as.before] == ["fighters"]
    assert read_as.related


def test_what_somebody_deals_with_is_not_whose_they_are() -> None:
    assert [segment.key for segment in taken("envoy of Russia").after] == ["russia"]
    assert taken("experts on Russia").after == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Russia, Iran and Turkey", ("Russia", "Iran", "Turkey")),
        ("the army and its allies", ("the army", "its allies")),
        ("Bosnia and Herzegovina", ()),
        ("Omar Hasan, head of the army and the police", ()),
        ("religious and civic leaders", ()),
    ],
)
def test_several_actors_in_one_phrase(text: str, parts: tuple[str, ...]) -> None:
    assert taken(text).parts == parts


@given(st.text(max_size=500))
def test_any_text_can_be_taken_apart(text: str) -> None:
    assert len(taken(text).before) <= 40


def test_an_absurdly_long_text_costs_no_more_than_a_long_one() -> None:
    assert len(taken("and , ( " * 1_000_000).before) <= 40
