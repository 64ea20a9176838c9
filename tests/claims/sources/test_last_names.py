"""Last names: whose full name the article gave before, however it was described there."""

from __future__ import annotations

import pytest

from tests.claims.oneline import read
from tests.claims.sources.test_reference import same_as
from tests.claims.test_voices import claim

SAID = "said=say/VBD/0/root+9:cue dams=dam/NNS/4/nsubj+9:content burst/VBD/2/ccomp+9:content"
DAM = "dam/NN/{}/nsubj+1:content leaked=leak/VBD/{}/ccomp+1:content"
DESCRIBED = (
    "Ada/NNP/{verb}/nsubj+1:source@person Quist/NNP/1/flat+1:source@person ,/,/5/punct+1:source"
    " its/PRP$/5/nmod:poss+1:source {first}/NN/1/appos+1:source {comma}and/CC/{second}/cc+1:source"
    " {owner}/1/conj+1:source said=say/VBD/0/root+1:cue"
)


def _described(owner: str, comma: str = "") -> str:
    second = 8 if comma else 7
    verb = second + 1
    source = DESCRIBED.format(verb=verb, first="founder", comma=comma, second=second, owner=owner)
    return f"{source} {DAM.format(verb + 2, verb)}"


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        (_described("owner/NN"), "Ada Quist, its founder and owner"),
        (_described("guests=guest/NNS"), "Ada Quist"),
        (_described("council/NN", ",/,/8/punct+1:source "), "Ada Quist"),
    ],
)
def test_a_description_of_two_parts_is_of_one_person(before: str, meant: str) -> None:
    """Of several that speak together only the name is hers."""
    assert same_as(read(f"{before}\nQuist/NNP/2/nsubj+9:source@person {SAID}"), "burst") == meant


def test_who_spoke_together_with_others_may_speak_alone() -> None:
    both = (
        "Ada/NNP/6/nsubj+1:source@person Quist/NNP/1/flat+1:source@person and/CC/4/cc+1:source"
        f" Omar/NNP/1/conj+1:source@person Bell/NNP/4/flat+1:source@person said=say/VBD/0/root+1:cue {DAM.format(8, 6)}"
    )
    for name, full in (("Quist", "Ada Quist"), ("Bell", "Omar Bell")):
        assert same_as(read(f"{both}\n{name}/NNP/2/nsubj+9:source@person {SAID}"), "burst") == full


def _spoke(first: str, last: str, verb: str = "said=say/VBD/0/root+1:cue") -> str:
    name = f"{first}/NNP/3/nsubj+1:source@person {last}/NNP/1/flat+1:source@person"
    return f"{name} {verb} {DAM.format(5, 3)}"


def test_a_short_first_name_is_the_long_ones() -> None:
    slept = "Katherine/NNP/3/nsubj@person Quist/NNP/1/flat@person slept=sleep/VBD/0/root"
    quist = f"Quist/NNP/2/nsubj+9:source@person {SAID}"
    assert same_as(read(f"{slept}\n{_spoke('Kat', 'Quist')}\n{quist}"), "burst") == "Katherine Quist"
    assert same_as(read(f"{slept}\n{_spoke('Karl', 'Quist')}\n{quist}"), "burst") is None


def test_a_last_name_may_look_like_a_title() -> None:
    built = read(f"{_spoke('Ada', 'Prince')}\nPrince/NNP/2/nsubj+9:source@person {SAID}")
    voice = claim(built, "burst").voices[0]
    assert (same_as(built, "burst"), voice.source_kind) == ("Ada Prince", "person")
    titled = "The/DT/2/det+9:source Prince/NNP/3/nsubj+9:source@person said=say/VBD/0/root+9:cue"
    prince = f"{titled} dams=dam/NNS/5/nsubj+9:content burst/VBD/3/ccomp+9:content"
    assert claim(read(f"{_spoke('Ada', 'Quist')}\n{prince}"), "burst").voices[0].source_kind == "official"


def test_a_last_name_means_whom_it_has_meant_until_a_namesake_speaks() -> None:
    quist = f"Quist/NNP/2/nsubj+9:source@person {SAID}"
    named = "Quist/NNP/2/nsubj@person slept=sleep/VBD/0/root"
    sister = "Bea/NNP/3/nsubj@person Quist/NNP/1/flat@person slept=sleep/VBD/0/root"
    assert same_as(read(f"{_spoke('Ada', 'Quist')}\n{sister}\n{quist}"), "burst") is None
    assert same_as(read(f"{_spoke('Ada', 'Quist')}\n{named}\n{sister}\n{quist}"), "burst") == "Ada Quist"
    speaks = _spoke("Bea", "Quist").replace("+1:", "+2:")
    assert same_as(read(f"{_spoke('Ada', 'Quist')}\n{named}\n{speaks}\n{quist}"), "burst") is None


def test_a_last_name_may_be_taken_for_a_place() -> None:
    full = f"{_described('owner/NN')}".replace("Quist", "Aden")
    assert same_as(read(f"{full}\nAden/NNP/2/nsubj+9:source@place {SAID}"), "burst") is not None
    state = f"{_described('owner/NN')}".replace("Quist", "Jordan")
    assert same_as(read(f"{state}\nJordan/NNP/2/nsubj+9:source@place {SAID}"), "burst") is None
