"""Whom "it" stands for as a source: one body or text, nobody where two are possible, never a person."""

from __future__ import annotations

import pytest

from sayso.claims import code
from tests.claims.oneline import read
from tests.claims.sources.test_reference import same_as
from tests.claims.test_voices import claim

FELL = "dams=dam/NNS/4/nsubj+9:content burst/VBD/2/ccomp+9:content"
SAID = "said=say/VBD/0/root+9:cue"
IT = f"It/PRP/2/nsubj+9:source {SAID} {FELL}"
SUBJECTS = {
    "a text": ("A/DT/2/det study/NN/3/nsubj appeared=appear/VBD/0/root", "A study"),
    "a ministry": ("The/DT/3/det water/NN/3/compound ministry/NN/4/nsubj met=meet/VBD/0/root", "The water ministry"),
    "a name": ("Greenway/NNP/2/nsubj@organisation sued=sue/VBD/0/root", "Greenway"),
    "a noun and its name": (
        "The/DT/2/det charity/NN/4/nsubj Greenway/NNP/2/appos@organisation sued=sue/VBD/0/root",
        "The charity Greenway",
    ),
    "a person": ("Quist/NNP/2/nsubj@person slept=sleep/VBD/0/root", None),
    "several": ("The/DT/2/det ministries=ministry/NNS/3/nsubj met=meet/VBD/0/root", None),
    "a thing": ("The/DT/2/det storm/NN/3/nsubj passed=pass/VBD/0/root", None),
}


@pytest.mark.parametrize(("before", "meant"), SUBJECTS.values(), ids=SUBJECTS)
def test_it_is_the_body_or_text_that_the_sentence_before_is_about(before: str, meant: str | None) -> None:
    assert same_as(read(f"{before}\n{IT}"), "burst") == meant


def test_its_voice_takes_kind_and_name() -> None:
    named = claim(read(f"{SUBJECTS['a name'][0]}\n{IT}"), "burst").voices[0]
    assert (named.text, named.source_kind, named.named) == ("It", "organisation", True)
    text = claim(read(f"{SUBJECTS['a text'][0]}\n{IT}"), "burst").voices[0]
    assert (text.source_kind, text.named) == ("document", False)


def test_it_is_the_body_of_the_clause_before() -> None:
    built = read(
        "Crews=crew/NNS/2/nsubj+1:content fled=flee/VBD/0/root+1:content according=accord/VBG/5/case+1:cue"
        " to/IN/3/fixed+1:cue Greenway/NNP/2/obl+1:source@organisation ;/:/8/punct it/PRP/8/nsubj+9:source"
        " said=say/VBD/2/parataxis+9:cue dams=dam/NNS/10/nsubj+9:content burst/VBD/8/ccomp+9:content"
    )
    assert same_as(built, "burst") == "Greenway"


def test_what_it_says_is_passed_over() -> None:
    quotation = (
        "``/``/3/punct The/DT/3/det+9:content agency/NN/4/nsubj+9:content burst/VBD/7/ccomp+9:content"
        " ''/''/4/punct it/PRP/7/nsubj+9:source said=say/VBD/0/root+9:cue"
    )
    assert same_as(read(f"{SUBJECTS['a ministry'][0]}\n{quotation}"), "burst") == "The water ministry"


def test_of_two_bodies_it_is_the_one_that_spoke_as_subject_of_the_main_clause() -> None:
    said = (
        "Greenway/NNP/2/nsubj+1:source@organisation {verb} that/IN/6/mark+1:content the/DT/5/det+1:content"
        " company/NN/6/nsubj+1:content left=leave/VBD/2/ccomp+1:content"
    )
    assert same_as(read(f"{said.format(verb='said=say/VBD/0/root+1:cue')}\n{IT}"), "burst") == "Greenway"


def test_nobody_is_meant_where_two_bodies_are_alike() -> None:
    both = (
        "When/WRB/4/advmod the/DT/3/det company/NN/4/nsubj left=leave/VBD/8/advcl the/DT/6/det union/NN/7/nsubj"
        " came=come/VBD/8/advcl wept=weep/VBD/0/root"
    )
    assert same_as(read(f"{both}\n{IT}"), "burst") is None


def test_a_body_that_spoke_earlier_in_the_paragraph_goes_on() -> None:
    spoke = (
        "Greenway/NNP/2/nsubj+1:source@organisation said=say/VBD/0/root+1:cue crews=crew/NNS/4/nsubj+1:content"
        " left=leave/VBD/2/ccomp+1:content"
    )
    storm = SUBJECTS["a thing"][0]
    assert same_as(read(f"{spoke}\n{storm}\n{IT}"), "burst") == "Greenway"
    assert same_as(read(f"{spoke}\n¶ {storm}\n{IT}"), "burst") is None


def test_a_phrase_that_points_back_leads_on() -> None:
    text = (
        "A/DT/3/det coastal/JJ/3/amod study/NN/4/nsubj appeared=appear/VBD/0/root\n"
        "¶ The/DT/2/det study/NN/3/nsubj sold=sell/VBD/0/root well/RB/3/advmod"
    )
    assert same_as(read(f"{text}\n{IT}"), "burst") == "A coastal study"


def test_it_that_fills_a_place_is_no_source() -> None:
    passive = (
        "It/PRP/3/{relation}+9:source is=be/VBZ/3/aux:pass+9:cue said=say/VBN/0/root+9:cue"
        " that/IN/6/mark+9:content dams=dam/NNS/6/nsubj+9:content burst/VBD/3/ccomp+9:content"
    )
    for relation in ("expl", "nsubj:pass"):
        built = read(f"{SUBJECTS['a ministry'][0]}\n{passive.format(relation=relation)}")
        assert claim(built, "burst").voices[0].text is None


def test_hearing_with_a_clause_gives_a_voice_and_hearing_a_thing_none() -> None:
    heard = f"Quist/NNP/2/nsubj+9:source@person heard=hear/VBD/0/root+9:cue {FELL}"
    assert claim(read(heard), "burst").voices[0].text == "Quist"
    thing = (
        "Quist/NNP/2/nsubj+9:source@person heard=hear/VBD/0/root+9:cue the/DT/4/det+9:content raid/NN/2/obj+9:content"
    )
    assert not [one for one in code(*read(thing)) if len(one.voices) > 1]


def test_its_director_is_of_the_kind_of_the_body() -> None:
    director = (
        "Its/PRP$/2/nmod:poss+9:source director/NN/3/nsubj+9:source said=say/VBD/0/root+9:cue "
        "dams=dam/NNS/5/nsubj+9:content burst/VBD/3/ccomp+9:content"
    )
    for before, kind in (("a name", "organisation"), ("a text", "official"), ("a person", "official")):
        assert claim(read(f"{SUBJECTS[before][0]}\n{director}"), "burst").voices[0].source_kind == kind


GROUP = f"The/DT/2/det+9:source group/NN/3/nsubj+9:source {SAID} {FELL.replace('/4/', '/5/').replace('/2/', '/3/')}"


@pytest.mark.parametrize(
    ("name", "noun", "tied"), [("Council", "group", False), ("Council", "organisation", True), ("Watch", "group", True)]
)
def test_the_group_is_no_council_of_states(name: str, noun: str, *, tied: bool) -> None:
    named = f"Security/NNP/2/compound+1:source@organisation {name}/NNP/3/nsubj+1:source@organisation"
    first = f"{named} said=say/VBD/0/root+1:cue"
    text = (
        f"{first} troops=troop/NNS/5/nsubj+1:content left=leave/VBD/3/ccomp+1:content\n{GROUP.replace('group', noun)}"
    )
    assert (same_as(read(text), "burst") == f"Security {name}") is tied


@pytest.mark.parametrize(("far", "tied"), [(0, True), (4, False)])
def test_the_group_takes_up_none_from_far_away(far: int, *, tied: bool) -> None:
    between = "\n¶ It/PRP/2/nsubj rained=rain/VBD/0/root" * far
    text = f"A/DT/3/det volunteer/NN/3/compound group/NN/4/nsubj slept=sleep/VBD/0/root{between}\n¶ {GROUP}"
    assert (same_as(read(text), "burst") == "A volunteer group") is tied


def test_the_group_is_the_armed_group_that_spoke() -> None:
    spoke = (
        "The/DT/4/det+1:source Orin/NNP/4/compound+1:source@organisation"
        " Liberation/NNP/4/compound+1:source@organisation Army/NNP/5/nsubj+1:source@organisation"
        " said=say/VBD/0/root+1:cue crews=crew/NNS/7/nsubj+1:content"
        " left=leave/VBD/5/ccomp+1:content"
    )
    group = IT.replace("It/PRP/2/nsubj+9:source", "The/DT/2/det+9:source group/NN/3/nsubj+9:source")
    group = group.replace("/VBD/2/", "/VBD/3/").replace("/NNS/4/", "/NNS/5/")
    found = read(f"{spoke}\n{group}")
    assert same_as(found, "burst") == "The Orin Liberation Army"
    assert claim(found, "burst").voices[0].source_kind == "armed_group"
