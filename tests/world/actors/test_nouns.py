"""Which nouns name people or groups."""

from __future__ import annotations

import pytest

from sayso.words import vocabulary
from sayso.world.actors import nouns


@pytest.mark.parametrize("noun", ["rebel", "smuggler", "baker", "militiaman", "organiser", "cousin", "ministry"])
def test_nouns_for_people_and_groups_act(noun: str) -> None:
    assert nouns.acts(noun)


@pytest.mark.parametrize("noun", ["route", "bunker", "computer", "vbied", "corridor", "operation", "jack", "beer"])
def test_nouns_for_things_do_not(noun: str) -> None:
    assert not nouns.acts(noun)


def test_no_noun_is_both_lifeless_and_an_actor() -> None:
    assert nouns.words("lifeless") & (nouns.words("acting") | nouns.known()) == set()


def test_a_name_that_ends_in_a_thing_is_nobodys_unless_it_is_long() -> None:
    assert [nouns.may_name(name, long=True) for name in ("islamic holiday", "kurdistan region", "omar hasan")] == [
        False,
        True,
        True,
    ]
    assert not nouns.may_name("school", long=False)


def test_a_body_is_no_person() -> None:
    assert nouns.names_body("refugee processing center")
    assert not nouns.names_body("omar hasan")


def test_one_person_is_told_from_a_group() -> None:
    assert [nouns.is_person(noun) for noun in ("haulier", "counterpart", "people", "newspaper")] == [
        True,
        True,
        False,
        False,
    ]


def test_machines_are_nouns_that_the_list_knows() -> None:
    uses = vocabulary.load("actor_nouns")["machine"].words
    assert set(uses["again"]) <= set(uses["word"]) <= nouns.known()
