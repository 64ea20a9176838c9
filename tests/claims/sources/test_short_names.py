"""Short names of bodies, and one of several: whom the article named before."""

from __future__ import annotations

import pytest

from tests.claims.oneline import read
from tests.claims.sources.test_reference import same_as
from tests.claims.test_voices import claim

FULL = "The/DT/4/det {} Rivers/NNP/4/compound@organisation Fund/NNP/5/nsubj@organisation met=meet/VBD/0/root"
GREEN = FULL.format("Green/NNP/4/compound@organisation")
BODIES = {"initials": "GRF", "initials with stops": "G.R.F.", "the first word": "Green"}
SAID = "said=say/VBD/0/root+9:cue dams=dam/NNS/4/nsubj+9:content burst/VBD/2/ccomp+9:content"


def _speaks(name: str, label: str = "organisation") -> str:
    return f"{name}/NNP/2/nsubj+9:source@{label} {SAID}"


@pytest.mark.parametrize("short", BODIES.values(), ids=BODIES)
def test_a_short_name_is_the_full_ones(short: str) -> None:
    assert same_as(read(f"{GREEN}\n{_speaks(short)}"), "burst") == "The Green Rivers Fund"


def test_other_initials_a_later_full_name_and_a_persons_name_are_not() -> None:
    assert same_as(read(f"{GREEN}\n{_speaks('GWF')}"), "burst") is None
    assert same_as(read(f"{_speaks('GRF')}\n{GREEN}"), "burst") is None
    assert same_as(read(f"{GREEN}\n{_speaks('Green', 'person')}"), "burst") is None


def test_initials_of_two_names_are_nobodys() -> None:
    grey = FULL.format("Grey/NNP/4/compound@organisation")
    assert same_as(read(f"{GREEN}\n{grey}\n{_speaks('GRF')}"), "burst") is None


def test_a_first_word_that_stood_alone_before_is_its_own_name() -> None:
    alone = "Green/NNP/2/nsubj@organisation grew=grow/VBD/0/root"
    assert same_as(read(f"{alone}\n{GREEN}\n{_speaks('Green')}"), "burst") is None


PAPER = (
    "The/DT/2/det+1:source newspaper/NN/4/nsubj+1:source Green/NNP/2/appos+1:source said=say/VBD/0/root+1:cue"
    " talks=talk/NNS/6/nsubj+1:content ended=end/VBD/4/ccomp+1:content"
)


def test_a_name_behind_a_noun_is_no_first_word_of_a_longer_one() -> None:
    found = read(f"{PAPER}\n{GREEN}\n{_speaks('Green')}")
    assert same_as(found, "burst") == "The newspaper Green"
    assert claim(found, "burst").voices[0].source_kind == "media"


def test_a_part_is_not_the_whole_whose_name_it_begins_with() -> None:
    part = FULL.format("GRU/NNP/4/compound@organisation")
    assert same_as(read(f"{part}\n{_speaks('GRU')}"), "burst") is None
    the = SAID.replace("/2/", "/3/").replace("/4/", "/5/")
    assert same_as(read(f"{part}\nThe/DT/2/det+9:source GRU/NNP/3/nsubj+9:source@organisation {the}"), "burst") is None


def test_a_name_beside_another_is_not_both() -> None:
    both = (
        "Green/NNP/4/nsubj+9:source@organisation and/CC/3/cc+9:source GRF/NNP/1/conj+9:source@organisation"
        " said=say/VBD/0/root+9:cue dams=dam/NNS/6/nsubj+9:content burst/VBD/4/ccomp+9:content"
    )
    assert same_as(read(f"{GREEN}\n{both}"), "burst") is None


DIPLOMATS = (
    "Two/CD/3/nummod+1:source senior/JJ/3/amod+1:source {}/NNS/4/nsubj+1:source said=say/VBD/0/root+1:cue"
    " talks=talk/NNS/6/nsubj+1:content ended=end/VBD/4/ccomp+1:content"
)
ONE = (
    "One/CD/5/nsubj+9:source of/IN/4/case+9:source the/DT/4/det+9:source envoys=envoy/NNS/1/nmod+9:source"
    " said=say/VBD/0/root+9:cue dams=dam/NNS/7/nsubj+9:content burst/VBD/5/ccomp+9:content"
)


def test_one_of_them_is_tied_to_those_met_before() -> None:
    assert same_as(read(f"{DIPLOMATS.format('envoys=envoy')}\n{ONE}"), "burst") == "Two senior envoys"
    assert same_as(read(f"{DIPLOMATS.format('officers=officer')}\n{ONE}"), "burst") is None


def test_one_of_them_stays_a_speaker_that_others_point_back_to() -> None:
    again = (
        "The/DT/2/det+8:source envoy/NN/3/nsubj+8:source added=add/VBD/0/root+8:cue crews=crew/NNS/5/nsubj+8:content"
        " fled=flee/VBD/3/ccomp+8:content"
    )
    assert same_as(read(f"{DIPLOMATS.format('envoys=envoy')}\n{ONE}\n{again}"), "fled") == "One of the envoys"


def test_whose_somebody_is_says_no_gender() -> None:
    lawyer = (
        "Her/PRP$/2/nmod:poss+1:source lawyer/NN/6/nsubj+1:source ,/,/2/punct+1:source"
        " Omar/NNP/2/appos+1:source@person Quist/NNP/4/flat+1:source@person said=say/VBD/0/root+1:cue"
        " talks=talk/NNS/8/nsubj+1:content ended=end/VBD/6/ccomp+1:content"
    )
    assert same_as(read(f"{lawyer}\n{_pronoun('He')}"), "burst") == "Her lawyer, Omar Quist"
    assert same_as(read(f"{lawyer}\n{_pronoun('She')}"), "burst") is None
    thing = "His/PRP$/2/nmod:poss+1:source card/NN/3/nsubj+1:source said=say/VBD/0/root+1:cue so/RB/3/obj+1:content"
    assert claim(read(f"{thing}\n{_pronoun('He')}"), "burst").voices[0].same_as is None


def _pronoun(form: str) -> str:
    return f"{form}/PRP/2/nsubj+9:source {SAID}"


def test_which_is_no_date() -> None:
    text = (
        "Quist/NNP/2/nsubj published=publish/VBD/0/root files=file/NNS/2/obj in/IN/5/case June/NNP/2/obl@time"
        " ,/,/5/punct which/WDT/8/nsubj+9:source showed=show/VBD/5/acl:relcl+9:cue dams=dam/NNS/10/nsubj+9:content"
        " burst/VBD/8/ccomp+9:content"
    )
    assert same_as(read(text), "burst") is None
