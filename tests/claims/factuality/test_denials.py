"""What somebody denies is not so, by the voice that denies it."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.factuality import judging
from sayso.claims.grammar.syntax import by_cue
from sayso.language.analysis import Attribution
from sayso.words.records import Factuality
from tests.claims.oneline import parse, word

HE = "He/PRP/2/nsubj+1:source "
HE_DENIED = HE + "denied=deny/VBD/0/root+1:cue "
THAT = "that/IN/5/mark+1:content "
CLAUSES = {
    "an event": ("they/PRP/5/nsubj left=leave/VBD/2/ccomp+1:content", "left", -3, "did_not_happen"),
    "what was not done": (
        "they/PRP/7/nsubj had=have/VBD/7/aux not/RB/7/advmod left=leave/VBN/2/ccomp+1:content", "left", 3, "happened",
    ),
    "a state": ("they/PRP/5/nsubj own/VBP/2/ccomp+1:content ships=ship/NNS/5/obj", "own", -2.8, "statement"),
    "what is to come": ("they/PRP/6/nsubj would/MD/6/aux leave/VB/2/ccomp+1:content", "leave", -2.6, "will"),
    "what could be": ("they/PRP/6/nsubj could/MD/6/aux leave/VB/2/ccomp+1:content", "leave", -2.5, "possible"),
}  # fmt: skip
BESIDE = {
    "a plan": ("planning=plan/VBG/2/xcomp+1:content to/TO/5/mark+1:content leave/VB/3/xcomp+1:content", "leave", -1.5, "planned"),
    "a gerund that the tree hangs beside it": ("hitting=hit/VBG/2/advcl+1:content Oslo/NNP/3/obj+1:content", "hitting", -3, "did_not_happen"),
    "a noun": ("any/DT/4/det+1:content involvement/NN/2/obj+1:content", "involvement", -3, "did_not_happen"),
    "what is told": (
        "reports=report/NNS/2/obj+1:cue that/IN/6/mark+1:content they/PRP/6/nsubj+1:content left=leave/VBD/3/acl+1:content",
        "left", -3, "did_not_happen",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("clause", "form", "score", "label"), CLAUSES.values(), ids=CLAUSES)
def test_a_clause_that_is_denied(clause: str, form: str, score: float, label: str) -> None:
    syntax = parse(HE_DENIED + THAT.replace("5", clause.split("/")[2]) + clause)
    assert judging.judge(syntax, word(syntax, form)) == Factuality(score, label)


@pytest.mark.parametrize(("rest", "form", "score", "label"), BESIDE.values(), ids=BESIDE)
def test_what_is_denied_without_a_clause(rest: str, form: str, score: float, label: str) -> None:
    syntax = parse(HE_DENIED + rest)
    assert judging.judge(syntax, word(syntax, form)) == Factuality(score, label)


@pytest.mark.parametrize("cue", ["rejected=reject", "dismissed=dismiss", "refuted=refute"])
def test_claims_that_somebody_rejects(cue: str) -> None:
    said = "{cue}/VBD/0/root+1:cue claims=claim/NNS/2/obj that/IN/6/mark+1:content they/PRP/6/nsubj+1:content left=leave/VBD/3/acl+1:content"
    syntax = parse(HE + said.format(cue=cue))
    assert judging.judge(syntax, word(syntax, "left")).label == "did_not_happen"


def test_what_somebody_claims_is_so_by_that_voice_though_another_denies_the_claim() -> None:
    syntax = parse(HE_DENIED + "claims=claim/NNS/2/obj that/IN/6/mark they/PRP/6/nsubj left=leave/VBD/3/acl")
    syntax.voiced.update(by_cue([Attribution(((2, 3),), ((0, 1),), ((3, 6),), 0.9, 0.9, 0.9)]))
    assert judging.judge(syntax, word(syntax, "left")).score > 0


def test_what_is_not_denied_is_open() -> None:
    syntax = parse(
        HE
        + "did=do/VBD/4/aux not/RB/4/advmod deny/VB/0/root+1:cue that/IN/7/mark+1:content they/PRP/7/nsubj+1:content left=leave/VBD/4/ccomp+1:content"
    )
    assert judging.judge(syntax, word(syntax, "left")) == Factuality(0.0, "possible")


def test_what_somebody_is_accused_of_is_so_by_the_voice_that_accuses() -> None:
    syntax = parse(HE + "alleged=allege/VBD/0/root+1:cue " + THAT + CLAUSES["an event"][0])
    assert judging.judge(syntax, word(syntax, "left")) == Factuality(3.0, "happened")
