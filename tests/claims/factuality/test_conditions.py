"""What is a condition, and what happens on such terms."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.factuality import judging
from tests.claims.oneline import parse, word

SENTENCES = {
    "were … to": (
        "Were=be/VBD/3/cop rebels=rebel/NNS/8/nsubj to/TO/4/mark leave/VB/2/acl ,/,/8/punct they/PRP/8/nsubj would/MD/8/aux win/VB/0/root",
        {"leave": "conditional", "win": "conditional"},
    ),
    "were it to": (
        "They/PRP/3/nsubj would/MD/3/aux leave/VB/0/root were=be/VBD/3/cop it/PRP/3/nsubj to/TO/7/mark fall/VB/3/advcl",
        {"leave": "conditional", "fall": "conditional"},
    ),
    "should …": (
        "Should/MD/8/aux rebels=rebel/NNS/3/nsubj leave/VB/8/advcl ,/,/8/punct the/DT/6/det town/NN/8/nsubj will/MD/8/aux fall/VB/0/root",
        {"leave": "conditional", "fall": "conditional"},
    ),
    "had they, under a mark": (
        "Had=have/VBD/3/mark they/PRP/3/nsubj left=leave/VBN/8/advcl ,/,/8/punct it/PRP/8/nsubj would/MD/8/aux have/VB/8/aux fallen=fall/VBN/0/root",
        {"left": "did_not_happen", "fallen": "did_not_happen"},
    ),
    "beside what depends on it": (
        "Had=have/VBD/3/aux they/PRP/3/nsubj left=leave/VBN/9/ccomp ,/,/9/punct we/PRP/7/nsubj would/MD/7/aux win/VB/9/ccomp he/PRP/9/nsubj said=say/VBD/0/root",
        {"win": "conditional"},
    ),
    "in the event that": (
        "In/IN/3/case the/DT/3/det event/NN/8/obl that/IN/6/mark rebels=rebel/NNS/6/nsubj leave/VBP/3/acl we/PRP/8/nsubj stay/VBP/0/root",
        {"leave": "conditional", "stay": "conditional"},
    ),
    "in the event of": (
        "They/PRP/3/nsubj will/MD/3/aux leave/VB/0/root in/IN/6/case the/DT/6/det event/NN/3/obl of/IN/9/case an/DT/9/det attack/NN/6/nmod",
        {"leave": "conditional", "attack": "conditional"},
    ),
    "in case of": (
        "They/PRP/3/nsubj will/MD/3/aux leave/VB/0/root in/IN/7/case case/IN/4/fixed of/IN/4/fixed attack/NN/3/obl",
        {"leave": "conditional", "attack": "conditional"},
    ),
    "taken in case of": (
        "They/PRP/2/nsubj left=leave/VBD/0/root in/IN/6/case case/IN/3/fixed of/IN/3/fixed attack/NN/2/obl",
        {"left": "happened", "attack": "conditional"},
    ),
    "in the event, as it turned out": (
        "In/IN/3/case the/DT/3/det event/NN/5/obl they/PRP/5/nsubj left=leave/VBD/0/root",
        {"left": "happened"},
    ),
    "provided that": (
        "They/PRP/3/nsubj will/MD/3/aux leave/VB/0/root ,/,/5/punct provided=provide/VBN/3/advcl that/IN/8/mark rebels=rebel/NNS/8/nsubj disarm/VBP/5/ccomp",
        {"leave": "conditional", "disarm": "conditional"},
    ),
    "by providing that, which sets no terms": (
        "They/PRP/2/nsubj stalled=stall/VBD/0/root by/IN/4/mark providing=provide/VBG/2/advcl that/IN/7/mark rebels=rebel/NNS/7/nsubj disarm/VBP/4/ccomp",
        {"disarm": "happened"},
    ),
    "no later than, which denies nothing": (
        "They/PRP/3/nsubj will/MD/3/aux leave/VB/0/root no/RB/5/advmod later=late/RBR/3/advmod than/IN/7/case May/NNP/5/obl",
        {"leave": "will"},
    ),
    "no longer": (
        "They/PRP/4/nsubj no/RB/3/advmod longer=long/RBR/4/advmod hold/VBP/0/root it/PRP/4/obj",
        {"hold": "did_not_happen"},
    ),
    "never had they": (
        "Never/RB/4/advmod had=have/VBD/4/aux they/PRP/4/nsubj left=leave/VBN/0/root",
        {"left": "did_not_happen"},
    ),
}


@pytest.mark.parametrize(("line", "labels"), SENTENCES.values(), ids=SENTENCES)
def test_conditions(line: str, labels: dict[str, str]) -> None:
    syntax = parse(line)
    assert {form: judging.judge(syntax, word(syntax, form)).label for form in labels} == labels


def test_a_question_is_no_condition() -> None:
    syntax = parse("Should/MD/3/aux they/PRP/3/nsubj leave/VB/0/root ?/./3/punct")
    assert judging.judge(syntax, 2).label == "possible"
