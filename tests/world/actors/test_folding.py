from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.world.actors.folding import fold, fold_word, is_article, singular, split


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("the Jabhat al-Nusra", "jabhat nusra"),
        ("Al-Nusra Front", "nusra front"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Asa'ib Ahl al-Haq", "asaib ahl haq"),
        ("Harakat ash-Shabaab", "harakat shabaab"),
        ("Syria’s army", "syria army"),
        ("Kim Jong-un", "kim jong un"),
    ],
)
def test_case_accents_apostrophes_hyphens_and_articles_do_not_count(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_short_acronym_keeps_its_capitals_so_that_it_is_no_word() -> None:
    assert fold("U.S.") == fold("US") == "US"
    assert fold("us") == "us"
    assert fold("NATO") == fold("Nato") == "nato"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet="abAB -'.’é", max_size=30))
def test_the_words_of_a_name_are_folded_one_by_one(name: str) -> None:
    words = [fold_word(form) for form, tied in split(name) if not is_article(fold_word(form), tied=tied)]
    assert fold(name) == " ".join(filter(None, words))


@pytest.mark.parametrize(
    ("plural", "word"),
    [
        ("rebels", "rebel"),
        ("ministries", "ministry"),
        ("policemen", "policeman"),
        ("forces", "force"),
        ("press", "press"),
    ],
)
def test_the_dictionary_form_of_a_plural(plural: str, word: str) -> None:
    assert singular(plural) == word
