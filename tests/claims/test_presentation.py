"""Where rules and heads disagree how something is presented, and what is said of something besides."""

from __future__ import annotations

import pytest

from sayso.claims.factuality import judging
from sayso.words.records import Factuality
from tests.claims.oneline import parse, word


def judged(line: str, form: str, score: float) -> Factuality:
    """Of the word with this form, to which the heads give this score."""
    syntax = parse(line)
    assert syntax.analysis.meaning is not None
    syntax.analysis.meaning.factuality[word(syntax, form)] = score
    return judging.judge(syntax, word(syntax, form))


GUESSED = "She/PRP/2/nsubj guessed=guess/VBD/0/root most/JJS/4/nsubj left=leave/VBD/2/ccomp+~happened={share}"


def test_a_head_that_is_all_but_certain_overrules_an_embedding_word() -> None:
    assert judged(GUESSED.format(share=0.99), "left", 2.8) == Factuality(2.8, "happened")


@pytest.mark.parametrize(("share", "score"), [(0.9, 2.8), (0.99, 2.0)], ids=["unsure", "low"])
def test_another_does_not(share: float, score: float) -> None:
    assert judged(GUESSED.format(share=share), "left", score).label == "possible"


def test_a_word_of_its_own_clause_stands() -> None:
    line = "They/PRP/3/nsubj may/MD/3/aux leave/VB/0/root+~happened=0.99"
    assert judged(line, "leave", 2.7).label == "possible"


@pytest.mark.parametrize("verb", ["dismissed=dismiss", "rejected=reject", "described=describe"])
def test_what_something_is_called_by_a_participle_is_a_statement(verb: str) -> None:
    line = f"They/PRP/2/nsubj {verb}/VBD/0/root the/DT/4/det vote/NN/2/obj as/IN/6/mark rigged=rig/VBN/2/advcl"
    assert judging.judge(parse(line), 5) == Factuality(2.8, "statement")


def test_a_participle_with_an_auxiliary_happened() -> None:
    line = (
        "They/PRP/2/nsubj described=describe/VBD/0/root it/PRP/2/obj as/IN/6/mark being=be/VBG/6/aux:pass"
        " rigged=rig/VBN/2/advcl"
    )
    assert judging.judge(parse(line), 5).label != "statement"


@pytest.mark.parametrize(
    ("rest", "label"),
    [
        ("stop/VB/4/xcomp this/DT/6/obj", "happened"),
        ("begin/VB/4/xcomp", "demanded"),
        ("be/VB/7/aux:pass signed=sign/VBN/4/xcomp", "demanded"),
    ],
    ids=["its purpose", "to begin", "to be made"],
)
def test_what_is_supposed_to_do_something_is_there(rest: str, label: str) -> None:
    line = f"A/DT/2/det truce/NN/4/nsubj:pass was=be/VBD/4/aux:pass supposed=suppose/VBN/0/root to/TO/6/mark {rest}"
    assert judging.judge(parse(line), 1).label == label


@pytest.mark.parametrize(
    ("line", "form", "told"),
    [
        (
            "They/PRP/4/nsubj are/VBP/4/cop nearly/RB/4/advmod equal/JJ/0/root",
            "equal",
            Factuality(2.8, "statement"),
        ),
        (
            "They/PRP/3/nsubj nearly/RB/3/advmod left=leave/VBD/0/root",
            "left",
            Factuality(-3.0, "did_not_happen"),
        ),
        (
            "They/PRP/5/nsubj are/VBP/5/cop no/DT/4/advmod longer/RB/5/advmod welcome/JJ/0/root",
            "welcome",
            Factuality(-2.8, "statement"),
        ),
    ],
    ids=["nearly so", "nearly done", "no longer so"],
)
def test_an_adverb_measures_a_state(line: str, form: str, told: Factuality) -> None:
    syntax = parse(line)
    assert judging.judge(syntax, word(syntax, form)) == told
