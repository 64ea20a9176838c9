"""Who bears a name, who is hit and who does it where names and tree are ambiguous."""

# ruff: noqa: E501 - an analysed sentence reads best on one line

from __future__ import annotations

import pytest

from sayso.claims.events import evoking
from sayso.claims.grammar import syntax
from sayso.words.records import Event
from tests.claims.oneline import parse, read, word


def found(line: str, form: str) -> Event:
    index = parse(line)
    event = evoking.find(index, word(index, form))
    assert event is not None
    return event


PARTIES = {
    "a described name": (
        "arrested",
        "Former/JJ/2/amod boxer/NN/6/nsubj:pass Ann/NNP/2/appos@person Lee/NNP/3/flat@person was=be/VBD/6/aux:pass arrested=arrest/VBN/0/root",
        [],
        ["Former boxer Ann Lee"],
    ),
    "a name that the tree makes a second subject": (
        "arrested",
        "Former/JJ/2/amod boxer/NN/6/nsubj:pass Ann/NNP/6/nsubj:pass@person Lee/NNP/3/flat@person was=be/VBD/6/aux:pass arrested=arrest/VBN/0/root",
        [],
        ["Former boxer Ann Lee"],
    ),
    "by whom, where a clause follows": (
        "shot",
        "Omar/NNP/3/nsubj:pass@person was=be/VBD/3/aux:pass shot=shoot/VBN/0/root by/IN/5/case officers=officer/NNS/6/nsubj answering=answer/VBG/3/advcl a/DT/8/det call/NN/6/obj",
        ["officers"],
        ["Omar"],
    ),
    "what is fired": (
        "fired",
        "Officers=officer/NNS/2/nsubj fired=fire/VBD/0/root a/DT/4/det total/NN/2/obj of/IN/7/case ten/CD/7/nummod rounds=round/NNS/4/nmod at/IN/9/case villagers=villager/NNS/2/obl",
        ["Officers"],
        ["villagers"],
    ),
    "a deed's target before a relative clause": (
        "killed",
        "bombings=bombing/NNS/0/root of/IN/3/case embassies=embassy/NNS/1/nmod that/WDT/5/nsubj killed=kill/VBD/3/acl:relcl villagers=villager/NNS/5/obj",
        [],
        ["villagers"],
    ),
    "a site before a deed": (
        "bombing",
        "The/DT/3/det embassy/NN/3/compound bombing/NN/4/nsubj shook=shake/VBD/0/root Doha/NNP/4/obj@place",
        [],
        ["embassy"],
    ),
    "whoever is convicted": (
        "conviction",
        "Omar/NNP/3/nmod:poss@person 's/POS/1/case conviction/NN/4/nsubj stands=stand/VBZ/0/root",
        [],
        ["Omar"],
    ),
}


@pytest.mark.parametrize(("form", "line", "actors", "recipients"), PARTIES.values(), ids=PARTIES)
def test_parties(form: str, line: str, actors: list[str], recipients: list[str]) -> None:
    event = found(line, form)
    assert [one.text for one in event.actors] == actors
    assert [one.text for one in event.recipients] == recipients


def test_a_surname_that_is_labelled_a_place_is_whom_the_deed_hit() -> None:
    built = read(
        "Ann/NNP/3/nsubj@person Lee/NNP/1/flat@person slept=sleep/VBD/0/root\n"
        "The/DT/3/det Lee/NNP/3/compound@place shooting/NN/4/nsubj shocked=shock/VBD/0/root Doha/NNP/4/obj@place"
    )
    index = syntax.index(built.analysis, ())
    event = evoking.find(index, word(index, "shooting"))
    assert event is not None
    assert ([one.text for one in event.recipients], event.actors, event.places) == (["Lee"], (), ())


def test_whom_a_charge_names_is_no_place() -> None:
    event = found("UEFA/NNP/2/nsubj@organisation charged=charge/VBD/0/root Bergen/NNP/2/obj@place", "charged")
    assert [one.text for one in event.recipients] == ["Bergen"]
    assert event.places == ()


def test_a_block_is_an_address() -> None:
    line = "Omar/NNP/6/nsubj:pass@person of/IN/4/case 6100/CD/4/nummod block/NN/1/nmod was=be/VBD/6/aux:pass arrested=arrest/VBN/0/root"
    assert found(line, "arrested").quantities == ()
