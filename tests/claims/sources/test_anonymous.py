"""Speakers without a name who go on, are picked out of several, or are called something only here."""

from __future__ import annotations

import pytest

from tests.claims.oneline import read
from tests.claims.sources.test_reference import same_as
from tests.claims.test_voices import claim

NURSE = "A/DT/2/det+1:source nurse/NN/3/nsubj+1:source"
CLERK = "A/DT/2/det+1:source spokesman/NN/3/nsubj+1:source"
QUIST = "Ali/NNP/3/nsubj+1:source@person Quist/NNP/1/flat+1:source@person"
THREE = "Three/CD/2/nummod+1:source rebels=rebel/NNS/3/nsubj+1:source"
REBELS = "Some/DT/2/det+1:source rebels=rebel/NNS/3/nsubj+1:source"
LEFT = "said=say/VBD/0/root+1:cue troops=troop/NNS/5/nsubj+1:content left=leave/VBD/3/ccomp+1:content"
LEFT_AFTER_THREE = "said=say/VBD/0/root+1:cue troops=troop/NNS/6/nsubj+1:content left=leave/VBD/4/ccomp+1:content"
FELL = "said=say/VBD/0/root+2:cue towns=town/NNS/5/nsubj+2:content fell=fall/VBD/3/ccomp+2:content"
WOMAN = "The/DT/2/det+2:source woman/NN/3/nsubj+2:source"


@pytest.mark.parametrize(("before", "meant"), [(NURSE, "A nurse"), (CLERK, None), (QUIST, None)])
def test_the_woman_is_the_one_without_a_name_who_spoke_last(before: str, meant: str | None) -> None:
    assert same_as(read(f"{before} {LEFT}\n{WOMAN} {FELL}"), "fell") == meant


def test_she_has_the_kind_of_the_first_mention() -> None:
    assert claim(read(f"{NURSE} {LEFT}\n{WOMAN} {FELL}"), "fell").voices[0].source_kind == "witness"


def test_the_person_is_rather_the_source_who_spoke_last_than_an_earlier_one() -> None:
    person = "A/DT/2/det+1:source person/NN/3/nsubj+1:source"
    source = "Another/DT/2/det+3:source source/NN/3/nsubj+3:source"
    again = "The/DT/2/det+2:source person/NN/3/nsubj+2:source"
    text = f"{person} {LEFT}\n{source} {LEFT.replace('1:', '3:').replace('left', 'fled')}\n{again} {FELL}"
    assert same_as(read(text), "fell") == "Another source"


PICKED = {
    "one of them": ("One/CD/4/nsubj+2:source of/IN/3/case+2:source them/PRP/1/nmod+2:source", "Three rebels"),
    "the other": ("The/DT/2/det+2:source other/JJ/3/nsubj+2:source", "Three rebels"),
    "another": ("A/DT/2/det+2:source third/JJ/3/nsubj+2:source", None),
    "no one": ("No/DT/2/det+2:source one/NN/3/nsubj+2:source", None),
}


def after(picked: str) -> str:
    shift = len(picked.split()) - 2
    cue, *said = FELL.split()
    return " ".join([picked, cue, said[0].replace("/5/", f"/{5 + shift}/"), said[1].replace("/3/", f"/{3 + shift}/")])


@pytest.mark.parametrize(("picked", "among"), PICKED.values(), ids=PICKED)
def test_one_of_several_is_among_them_and_of_their_kind(picked: str, among: str | None) -> None:
    found = read(f"{THREE} {LEFT}\n{after(picked)}")
    assert same_as(found, "fell") == among
    assert (claim(found, "fell").voices[0].source_kind == "armed_group") == (not picked.startswith("No/"))


def test_one_of_them_is_of_their_kind_whatever_a_word_beside_tells() -> None:
    nurse = "One/CD/5/nsubj+2:source of/IN/3/case+2:source them/PRP/1/nmod+2:source nurse/NN/1/appos+2:source"
    assert claim(read(f"{THREE} {LEFT}\n{after(nurse)}"), "fell").voices[0].source_kind == "armed_group"


def test_one_of_them_is_open_where_nobody_was_counted() -> None:
    assert same_as(read(f"{REBELS} {LEFT}\n{after(PICKED['one of them'][0])}"), "fell") is None


def test_the_rebel_is_whoever_of_them_spoke_last() -> None:
    rebel = "The/DT/2/det+3:source rebel/NN/3/nsubj+3:source"
    text = (
        f"{THREE} {LEFT}\n{after(PICKED['the other'][0])}\n{rebel} {LEFT.replace('1:', '3:').replace('left', 'fled')}"
    )
    assert same_as(read(text), "fled") == "The other"


def test_a_bare_phrase_has_the_kind_of_whom_it_takes_up() -> None:
    told = f"A/DT/3/det+1:source rebel/NN/3/compound+1:source commander/NN/4/nsubj+1:source {LEFT_AFTER_THREE}"
    again = f"The/DT/2/det+2:source commander/NN/3/nsubj+2:source {FELL}"
    assert claim(read(f"{told}\n{again}"), "fell").voices[0].source_kind == "armed_group"


def test_a_name_belongs_to_whoever_is_known_by_it() -> None:
    behind = "known=know/VBN/2/acl only/RB/9/advmod as/IN/10/case Quist/NNP/7/obl@person here/RB/7/advmod"
    known = f"{NURSE} {LEFT} ,/,/2/punct {behind}"
    again = "Quist/NNP/2/nsubj+2:source@person said=say/VBD/0/root+2:cue towns=town/NNS/4/nsubj+2:content"
    fell = "fell=fall/VBD/2/ccomp+2:content"
    assert same_as(read(f"{known}\n{again} {fell}"), "fell") == "A nurse"
    assert same_as(read(f"{known.replace('known=know', 'hurt=hurt')}\n{again} {fell}"), "fell") is None


def test_a_name_within_a_source_is_its_own() -> None:
    called = (
        "A/DT/2/det+1:source nurse/NN/6/nsubj+1:source identified=identify/VBN/2/acl+1:source as/IN/5/case+1:source "
        "Quist/NNP/3/obl+1:source@person said=say/VBD/0/root+1:cue troops=troop/NNS/8/nsubj+1:content "
        "left=leave/VBD/6/ccomp+1:content"
    )
    again = "Quist/NNP/2/nsubj+2:source@person said=say/VBD/0/root+2:cue towns=town/NNS/4/nsubj+2:content"
    found = read(f"{called}\n{again} fell=fall/VBD/2/ccomp+2:content")
    assert same_as(found, "fell") == "A nurse identified as Quist"
    assert claim(found, "left").voices[0].named


def test_she_is_the_sister_of_whom_the_quotation_speaks() -> None:
    text = (
        "Fatima/NNP/2/nsubj@person slept=sleep/VBD/0/root\n"
        "“/``/4/punct+1:content My/PRP$/3/nmod:poss+1:content sister/NN/4/nsubj+1:content "
        "called=call/VBD/0/root+1:content\n"
        "She/PRP/2/nsubj+1:content+2:source said=say/VBD/7/ccomp+1:content+2:cue "
        "troops=troop/NNS/4/nsubj+1:content+2:content left=leave/VBD/2/ccomp+1:content+2:content "
        "”/''/2/punct+1:content Mary/NNP/7/nsubj+1:source@person said=say/VBD/0/root+1:cue"
    )
    assert same_as(read(text), "left") == "My sister"


def test_the_fighters_are_nobody_where_others_were_called_so_since() -> None:
    told = f"Kurdish/JJ/2/amod+1:source rebels=rebel/NNS/3/nsubj+1:source {LEFT}"
    others = "Arab/JJ/2/amod rebels=rebel/NNS/3/nsubj slept=sleep/VBD/0/root"
    fled = LEFT.replace("1:", "3:").replace("left", "fled")
    nurses = f"Nurses=nurse/NNS/3/nsubj+3:source there/RB/1/advmod+3:source {fled}"
    again = f"The/DT/2/det+2:source rebels=rebel/NNS/3/nsubj+2:source {FELL}"
    assert same_as(read(f"{told}\n{nurses}\n{again}"), "fell") == "Kurdish rebels"
    assert same_as(read(f"{told}\n{nurses}\n{others}\n{again}"), "fell") is None
    assert same_as(read(f"{others}\n{told}\n{nurses}\n{again}"), "fell") == "Kurdish rebels"


def test_a_member_of_a_team_goes_on_as_he_and_speaks_as_the_body_whose_team_it_is() -> None:
    front = "The/DT/3/det Orin/NNP/3/compound@organisation Militia/NNP/4/nsubj@organisation met=meet/VBD/0/root"
    member = (
        "A/DT/2/det+1:source member/NN/6/nsubj+1:source of/IN/5/case+1:source its/PRP$/5/nmod:poss+1:source"
        " team/NN/2/nmod+1:source said=say/VBD/0/root+1:cue troops=troop/NNS/8/nsubj+1:content"
        " left=leave/VBD/6/ccomp+1:content"
    )
    found = read(f"{front}\n{member}\nHe/PRP/2/nsubj+2:source {FELL.replace('/5/', '/4/').replace('/3/', '/2/')}")
    assert same_as(found, "fell") == "A member of its team"
    assert [claim(found, verb).voices[0].source_kind for verb in ("left", "fell")] == ["armed_group"] * 2
