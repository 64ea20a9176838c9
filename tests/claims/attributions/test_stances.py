"""What a voice does with its content, by its cue and the syntax around it."""

from __future__ import annotations

import pytest

from sayso.claims.attributions import stances
from sayso.claims.grammar import syntax
from sayso.words import vocabulary
from tests.claims.build import build


def stance(table: str) -> str:
    analysis = build(table).analysis
    return stances.stance(syntax.index(analysis), analysis.attributions[0])


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("said", "say", "says"),
        ("confirmed", "confirm", "says"),
        ("denied", "deny", "denies"),
        ("rejected", "reject", "denies"),
        ("questioned", "question", "doubts"),
        ("asked", "ask", "asks"),
        ("demanded", "demand", "orders"),
        ("alleged", "allege", "accuses"),
        ("warned", "warn", "predicts"),
        ("harrumphed", "harrumph", "says"),
    ],
)
def test_the_cues_word_decides(form: str, lemma: str, expected: str) -> None:
    table = f"""
        Officials official NOUN NNS 2 nsubj 1:source
        {form} {lemma} VERB VBD 0 root 1:cue
        troops troop NOUN NNS 4 nsubj 1:content
        left   leave VERB VBD 2 ccomp 1:content
    """
    assert stance(table) == expected


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("confirm", "doubts"), ("deny", "doubts"), ("believe", "denies"), ("doubt", "says")],
)
def test_negation_turns_a_stance(lemma: str, expected: str) -> None:
    table = f"""
        Officials official NOUN NNS 4 nsubj 1:source
        did    do    AUX VBD 4 aux 1:cue
        not    -     PART RB 4 advmod 1:cue
        {lemma} -    VERB VB 0 root 1:cue
        troops troop NOUN NNS 6 nsubj 1:content
        left   leave VERB VBD 4 ccomp 1:content
    """
    assert stance(table) == expected


def test_who_refuses_to_say_doubts() -> None:
    table = """
        Officials official NOUN NNS 2 nsubj 1:source
        declined decline VERB VBD 0 root 1:cue
        to     -     PART TO 4 mark 1:cue
        confirm -    VERB VB 2 xcomp 1:cue
        that   -     SCONJ IN 7 mark 1:content
        troops troop NOUN NNS 7 nsubj 1:content
        left   leave VERB VBD 4 ccomp 1:content
    """
    assert stance(table) == "doubts"


def test_to_tell_somebody_to_do_it_is_an_order() -> None:
    table = """
        Officers officer NOUN NNS 2 nsubj 1:source
        told   tell  VERB VBD 0 root 1:cue
        them   they  PRON PRP 2 obj 1:content
        to     -     PART TO 5 mark 1:content
        leave  -     VERB VB 2 xcomp 1:content
    """
    assert stance(table) == "orders"


def test_a_cue_of_several_words_goes_before_its_verb() -> None:
    table = """
        Ankara -     PROPN NNP 2 nsubj 1:source
        called call  VERB VBD 0 root 1:cue
        for    -     ADP IN 5 case 1:cue
        a      -     DET DT 5 det 1:content
        truce  -     NOUN NN 2 obl 1:content
    """
    assert stance(table) == "orders"


def test_every_cue_stands_under_one_stance() -> None:
    listed = [cue for term in vocabulary.load("stances").values() for cue in term.words["cue"]]
    assert sorted(listed) == sorted(set(listed))


def test_what_is_said_of_somebody_is_no_order() -> None:
    told = """
        Men    man   NOUN NNS 3 nsubj:pass
        were   be    AUX VBD 3 aux:pass 1:cue
        {form} {lemma} VERB VBN 0 root 1:cue
        to     -     PART TO 5 mark 1:content
        leave  -     VERB VB 3 xcomp 1:content
    """
    assert stance(told.format(form="said", lemma="say")) == "says"
    assert stance(told.format(form="told", lemma="tell")) == "orders"
