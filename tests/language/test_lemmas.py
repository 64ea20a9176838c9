from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language import lemmas


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [("denies", "deny", "-3+y"), ("said", "say", "-2+y"), ("was", "be", "=be"), ("Rebels", "rebel", "-1+")],
)
def test_a_rule_leads_from_a_word_to_its_lemma(form: str, lemma: str, rule: str) -> None:
    assert lemmas.rule(form, lemma) == rule
    assert lemmas.apply(rule, form) == lemma


def test_a_rule_that_cuts_too_much_leaves_the_word() -> None:
    assert lemmas.apply("-3+y", "as") == "as"


@given(st.text(alphabet="abcdeé", min_size=1), st.text(alphabet="abcdeé", min_size=1))
def test_every_rule_can_be_applied_to_its_own_word(form: str, lemma: str) -> None:
    assert lemmas.apply(lemmas.rule(form, lemma), form) == lemma


KNOWN = frozenset(
    "hit h tie ti do doe vote voting series serie deny attack stop strike close official army wound".split(),
)


@pytest.mark.parametrize(
    ("rule", "form", "xpos", "lemma"),
    [
        ("-1+", "denied", "VBD", "deny"),
        ("-2+", "Hit", "VBD", "hit"),
        ("-2+", "tied", "VBN", "tie"),
        ("-2+", "does", "VBZ", "do"),
        ("-1+", "attacked", "VBD", "attack"),
        ("-2+", "stopped", "VBN", "stop"),
        ("-2+", "closed", "VBD", "close"),
        ("-3+", "Closing", "VBG", "close"),
        ("-2+", "armies", "NNS", "army"),
        ("-3+", "struck", "VBD", "strike"),
        ("-0+", "wound", "NN", "wound"),
        ("-0+", "wound", "VBD", "wind"),
        ("-2+", "kulaked", "VBD", "kulak"),
        ("-0+", "voting", "VBG", "vote"),
        ("-0+", "series", "NNS", "series"),
    ],
)
def test_a_rule_that_gives_no_known_word_is_mended(rule: str, form: str, xpos: str, lemma: str) -> None:
    assert lemmas.lemma(rule, form, xpos, KNOWN) == lemma
