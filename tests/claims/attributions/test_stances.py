"""What a voice does with its content, by its cue and the syntax around it."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.attributions import stances
from sayso.claims.grammar import syntax
from sayso.words import vocabulary
from tests.claims.build import build
from tests.claims.oneline import read


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
        ("predicted", "predict", "predicts"),
        ("warned", "warn", "says"),
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


STANCES = {
    "warned that they would": (
        "Oslo/NNP/2/nsubj+1:source warned=warn/VBD/0/root+1:cue that/IN/6/mark+1:content they/PRP/6/nsubj+1:content would/MD/6/aux+1:content leave/VB/2/ccomp+1:content",
        "predicts",
    ),
    "warned that they were likely to": (
        "Oslo/NNP/2/nsubj+1:source warned=warn/VBD/0/root+1:cue they/PRP/5/nsubj+1:content were=be/VBD/5/cop+1:content likely/JJ/2/ccomp+1:content to/TO/7/mark+1:content leave/VB/5/xcomp+1:content",
        "predicts",
    ),
    "cautioned that nobody has": (
        "Oslo/NNP/2/nsubj+1:source cautioned=caution/VBD/0/root+1:cue nobody/NN/5/nsubj+1:content has=have/VBZ/5/aux+1:content left=leave/VBN/2/ccomp+1:content",
        "says",
    ),
    "agreed to": (
        "Oslo/NNP/2/nsubj+1:source agreed=agree/VBD/0/root+1:cue to/TO/4/mark+1:content leave/VB/2/xcomp+1:content", "predicts",
    ),
    "agreed that": (
        "Oslo/NNP/2/nsubj+1:source agreed=agree/VBD/0/root+1:cue they/PRP/4/nsubj+1:content left=leave/VBD/2/ccomp+1:content", "says",
    ),
    "held somebody responsible": (
        "Oslo/NNP/2/nsubj+1:source held=hold/VBD/0/root+1:cue rebels=rebel/NNS/2/obj+1:content responsible/JJ/2/xcomp+1:content", "accuses",
    ),
    "held somebody dear": (
        "Oslo/NNP/2/nsubj+1:source held=hold/VBD/0/root+1:cue rebels=rebel/NNS/2/obj+1:content dear/JJ/2/xcomp+1:content", "says",
    ),
    "sought to describe": (
        "Oslo/NNP/2/nsubj+1:source sought=seek/VBD/0/root+1:cue to/TO/4/mark+1:cue describe/VB/2/xcomp+1:cue it/PRP/4/obj+1:content as/IN/7/case+1:content theft/NN/4/obl+1:content",
        "says",
    ),
    "wanted to ask": (
        "Oslo/NNP/2/nsubj+1:source wanted=want/VBD/0/root+1:cue to/TO/4/mark+1:cue ask/VB/2/xcomp+1:cue whether/IN/7/mark+1:content they/PRP/7/nsubj+1:content left=leave/VBD/4/ccomp+1:content",
        "asks",
    ),
    "wanted to know": (
        "Oslo/NNP/2/nsubj+1:source wanted=want/VBD/0/root+1:cue to/TO/4/mark+1:cue know/VB/2/xcomp+1:cue whether/IN/7/mark+1:content they/PRP/7/nsubj+1:content left=leave/VBD/4/ccomp+1:content",
        "asks",
    ),
    "said it was theirs to": (
        "Oslo/NNP/2/nsubj+1:source said=say/VBD/0/root+1:cue it/PRP/2/obj+1:content was=be/VBD/5/cop+1:content theirs/PRP/2/obl+1:content to/TO/7/mark+1:content judge/VB/2/advcl+1:content",
        "says",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), STANCES.values(), ids=STANCES)
def test_what_follows_the_cue_tells_what_it_does(line: str, expected: str) -> None:
    analysis = read(line).analysis
    assert stances.stance(syntax.index(analysis), analysis.attributions[0]) == expected
