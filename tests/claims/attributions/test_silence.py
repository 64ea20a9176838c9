"""Attributions that attribute nothing."""

from __future__ import annotations

import pytest

from sayso.claims import code
from sayso.claims.attributions.silence import is_silent, is_task
from sayso.claims.grammar import syntax
from tests.claims.oneline import parse, read, word

UNSURE = 0.6
"""A model's confidence in a cue at which a verb of no list says nothing."""
MAYOR = "The/DT/2/det+1:source mayor/NN/3/nsubj+1:source"
DEEDS = {
    "an object": f"{MAYOR} opened=open/VBD/0/root+1:cue two/CD/5/nummod+1:content schools=school/NNS/3/obj+1:content",
    "a wish": f"{MAYOR} wants=want/VBZ/0/root+1:cue a/DT/5/det+1:content truce/NN/3/obj+1:content",
    "a wish and a time": f"{MAYOR} wants=want/VBZ/0/root+1:cue a/DT/5/det+1:content truce/NN/3/obj+1:content"
    " before/IN/8/mark+1:content talks=talk/NNS/8/nsubj+1:content begin/VBP/3/advcl+1:content",
    "an infinitive": f"{MAYOR} refused=refuse/VBD/0/root+1:cue to/TO/5/mark+1:content act/VB/3/xcomp+1:content",
    "a state": f"{MAYOR} remains=remain/VBZ/4/cop+1:cue committed/JJ/0/root+1:cue to/TO/6/mark+1:content"
    " helping=help/VBG/4/advcl+1:content weavers=weaver/NNS/6/obj+1:content",
    "a gerund": f"{MAYOR} began=begin/VBD/0/root+1:cue taking=take/VBG/3/xcomp+1:content"
    " calls=call/NNS/4/obj+1:content",
}
SPEECH = {
    "a clause": f"{MAYOR} signalled=signal/VBD/0/root+1:cue that/IN/6/mark+1:content tanks=tank/NNS/6/nsubj+1:content"
    " left=leave/VBD/3/ccomp+1:content",
    "an unlisted verb with a clause": f"{MAYOR} harrumphed=harrumph/VBD/0/root+1:cue tanks=tank/NNS/5/nsubj+1:content"
    " left=leave/VBD/3/ccomp+1:content",
    "a listed verb": f"{MAYOR} denied=deny/VBD/0/root+1:cue the/DT/5/det+1:content attack/NN/3/obj+1:content",
    "a form of a listed verb": f"{MAYOR} criticized=criticiz/VBD/0/root+1:cue the/DT/5/det+1:content"
    " raid/NN/3/obj+1:content",
    "another who is to act": f"{MAYOR} wants=want/VBZ/0/root+1:cue them=they/PRP/3/obj+1:content to/TO/6/mark+1:content"
    " leave/VB/3/xcomp+1:content",
    "a refusal to speak": f"{MAYOR} refused=refuse/VBD/0/root+1:cue to/TO/5/mark+1:content confirm/VB/3/xcomp+1:content"
    " it/PRP/5/obj+1:content",
    "a quotation": f"{MAYOR} wants=want/VBZ/0/root+1:cue “/``/6/punct+1:content a/DT/6/det+1:content"
    " truce/NN/3/obj+1:content"
    " ”/''/6/punct+1:content",
    "a name for something": f"{MAYOR} anointed=anoint/VBD/0/root+1:cue him=he/PRP/3/obj+1:content"
    " heir/NN/3/xcomp+1:content",
}


@pytest.mark.parametrize("line", DEEDS.values(), ids=DEEDS)
def test_a_deed_says_nothing(line: str) -> None:
    analysis = read(line, UNSURE).analysis
    assert is_silent(syntax.index(analysis), analysis.attributions[0])


@pytest.mark.parametrize("line", SPEECH.values(), ids=SPEECH)
def test_speech_is_not_silenced(line: str) -> None:
    analysis = read(line).analysis
    assert not is_silent(syntax.index(analysis), analysis.attributions[0])


def test_a_deed_is_a_claim_of_the_article() -> None:
    for line in DEEDS.values():
        assert {len(claim.voices) for claim in code(*read(line, UNSURE))} == {1}


@pytest.mark.parametrize(("subject", "silent"), [("outage", True), ("ministry", False)])
def test_a_thing_speaks_by_no_doubtful_cue(subject: str, silent: bool) -> None:
    line = (
        f"{subject}/NN/2/nsubj+1:source covers=cover/VBZ/0/root+1:cue what/WP/5/obj+1:content we/PRP/5/nsubj+1:content"
        " lost=lose/VBD/2/advcl+1:content"
    )
    analysis = read(line, UNSURE).analysis
    assert is_silent(syntax.index(analysis), analysis.attributions[0]) is silent


@pytest.mark.parametrize(
    ("who", "spoken"),
    [("Nobody/NN/3/nsubj+1:source has", None), ("Hasan/NNP/3/nsubj+1:source has", "Hasan")],
)
def test_nobody_says_nothing(who: str, spoken: str | None) -> None:
    line = (
        f"{who}=have/VBZ/3/aux+1:cue said=say/VBN/0/root+1:cue dams=dam/NNS/5/nsubj+1:content"
        " burst/VBD/3/ccomp+1:content"
    )
    burst = next(claim for claim in code(*read(line)) if claim.predicate.text == "burst")
    assert burst.voices[0].text == spoken


@pytest.mark.parametrize(("deed", "silent"), [("an object", False), ("a wish", True)])
def test_a_verb_of_no_list_speaks_where_the_model_is_sure(deed: str, silent: bool) -> None:
    analysis = read(DEEDS[deed], 0.9).analysis
    assert is_silent(syntax.index(analysis), analysis.attributions[0]) is silent


def test_a_cue_that_the_model_doubts_says_nothing() -> None:
    analysis = read(SPEECH["a clause"], 0.2).analysis
    assert is_silent(syntax.index(analysis), analysis.attributions[0])


@pytest.mark.parametrize(("gerund", "silent"), [("assum", True), ("conced", False)])
def test_a_gerund_that_sets_the_scene_says_nothing(gerund: str, silent: bool) -> None:
    analysis = read(
        f"""
        {gerund}ing={gerund}e/VBG/7/advcl+1:cue that/IN/4/mark+1:content tanks=tank/NNS/4/nsubj+1:content
    """.strip()
        + " left=leave/VBD/1/ccomp+1:content ,/,/1/punct he/PRP/7/nsubj stayed=stay/VBD/0/root"
    ).analysis
    assert is_silent(syntax.index(analysis), analysis.attributions[0]) is silent


def test_a_hedge_around_speech_is_speech() -> None:
    seems = f"{MAYOR} seemed=seem/VBD/0/root+1:cue to/TO/5/mark+1:cue"
    tanks = "tanks=tank/NNS/7/nsubj+1:content left=leave/VBD/5/ccomp+1:content"
    spoke = read(f"{seems} suggest/VB/3/xcomp+1:cue that/IN/7/mark+1:content {tanks.replace('7', '8')}").analysis
    assert not is_silent(syntax.index(spoke), spoke.attributions[0])
    alone = read(f"{MAYOR} seemed=seem/VBD/0/root+1:cue tired/JJ/3/xcomp+1:content").analysis
    assert is_silent(syntax.index(alone), alone.attributions[0])


def test_who_does_something_can_be_meant_by_a_pronoun_later() -> None:
    built = read(
        f"""
        {DEEDS["an object"]} ././3/punct
        He=he/PRP/2/nsubj+2:source said=say/VBD/0/root+2:cue we/PRP/4/nsubj+2:content left=leave/VBD/2/ccomp+2:content
    """,
        UNSURE,
    )
    (said,) = [claim for claim in code(*built) if claim.predicate.text == "left"]
    assert said.voices[0].same_as is not None
    assert said.voices[0].same_as.text == "The mayor"


@pytest.mark.parametrize(
    ("verb", "expected"), [("secure", True), ("draft", True), ("murder", False), ("accept", False)]
)
def test_a_charge_is_a_task_or_an_accusation(verb: str, expected: bool) -> None:
    line = (
        "Units=unit/NNS/3/nsubj:pass are=be/VBP/3/aux:pass charged=charge/VBN/0/root with/IN/5/mark"
        f" {verb}ing={verb}/VBG/3/advcl"
    )
    index = parse(line)
    assert is_task(index, word(index, "charged")) is expected


@pytest.mark.parametrize(
    ("source", "speaks"), [("teapot", False), ("plan", False), ("survey", True), ("legend", True), ("minister", True)]
)
def test_only_who_speaks_or_what_is_read_can_be_accorded_with(source: str, speaks: bool) -> None:
    built = read(
        f"""
        According=accord/VBG/4/case+1:cue to/IN/1/fixed+1:cue his/PRP$/4/nmod:poss+1:source {source}/NN/7/obl+1:source
        ,/,/4/punct troops=troop/NNS/7/nsubj+1:content left=leave/VBD/0/root+1:content
    """.replace("source\n        ,", "source ,")
    )
    assert is_silent(syntax.index(built.analysis), built.analysis.attributions[0]) is not speaks


@pytest.mark.parametrize(("det", "silent"), [("no", True), ("a", False)])
def test_what_there_is_none_of_says_nothing(det: str, silent: bool) -> None:
    line = (
        f"There/EX/2/expl is=be/VBZ/0/root {det}/DT/4/det+1:source law/NN/2/nsubj+1:source "
        "requiring=require/VBG/4/acl+1:cue them=they/PRP/5/obj+1:content to/TO/7/mark+1:content "
        "pay/VB/5/xcomp+1:content"
    )
    analysis = read(line).analysis
    assert is_silent(syntax.index(analysis), analysis.attributions[0]) is silent
