"""Which parties an event has where the arcs and the model say different things of them."""

# ruff: noqa: E501, ISC004 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.events import evoking, weighing
from sayso.claims.grammar import syntax
from sayso.claims.grammar.syntax import Syntax
from sayso.words.records import Event
from tests.claims.oneline import parse, read, word


def coded(index: Syntax, form: str) -> Event:
    return weighing.code(index)[word(index, form)]


def parties(event: Event) -> tuple[list[str], list[str]]:
    return [one.text for one in event.actors], [one.text for one in event.recipients]


TOLD = {
    "a place in a phrase of place": (
        "A/DT/2/det pact/NN/3/nsubj:pass signed=sign/VBN/0/root+!AGREE in/IN/5/case Doha/NNP/3/obl+3>recipient@place", "signed", [], [],
    ),
    "a place before which stands at": (
        "Rebels=rebel/NNS/2/nsubj+2>actor strafed=strafe/VBD/0/root+!ASSAULT away/RB/2/advmod at/IN/5/case Doha/NNP/2/obl+2>recipient@place",
        "strafed", ["Rebels"], ["Doha"],
    ),
    "who acts in what is threatened": (
        "Oslo/NNP/2/nsubj+2>actor@place cautioned=caution/VBD/0/root+!THREATEN that/IN/6/mark Bergen/NNP/6/nsubj+2>recipient@place would/MD/6/aux answer/VB/2/ccomp",
        "cautioned", ["Oslo"], [],
    ),
    "who is around the clause": (
        "States=state/NNS/5/nsubj that/WDT/3/nsubj flew=fly/VBD/1/acl:relcl raids=raid/NNS/3/obj+!ASSAULT include/VBP/0/root Oman/NNP/5/obj+4>recipient@place "
        "in/IN/8/case Homs/NNP/4/nmod@place",
        "raids", [], [],
    ),
    "what an event that is a subject does to others": (
        "The/DT/2/det raid/NN/6/nsubj+!ASSAULT in/IN/4/case Homs/NNP/2/nmod@place has=have/VBZ/6/aux set/VBN/0/root off/RP/6/compound:prt waves=wave/NNS/6/obj "
        "of/IN/10/case migrants=migrant/NNS/8/nmod+2>recipient",
        "raid", [], [],
    ),
    "the whole phrase": (
        "Oslo/NNP/2/nsubj+2>actor@place backs=back/VBZ/0/root+!SUPPORT plans=plan/NNS/2/obj for/IN/7/case senior/JJ/7/amod+2>recipient police/NN/7/compound+2>recipient officers=officer/NNS/3/nmod",
        "backs", ["Oslo"], ["senior police officers"],
    ),
    "who is coordinated with a party": (
        "Jets=jet/NNS/2/nsubj+2>actor strafed=strafe/VBD/0/root+!ASSAULT a/DT/4/det bunker/NN/2/obj+2>recipient and/CC/7/cc a/DT/7/det depot/NN/4/conj",
        "strafed", ["Jets"], ["bunker", "depot"],
    ),
    "what it is done with": (
        "The/DT/2/det school/NN/4/nsubj:pass+4>recipient was=be/VBD/4/aux:pass strafed=strafe/VBN/0/root+!ASSAULT by/IN/7/case four/CD/7/nummod munitions=munition/NNS/4/obl:agent+4>actor",
        "strafed", [], ["school"],
    ),
    "whom force is used on": (
        "A/DT/2/det raid/NN/3/nsubj+!ASSAULT killed=kill/VBD/0/root farmers=farmer/NNS/3/obj+2>actor in/IN/6/case Homs/NNP/2/nmod@place", "raid", [], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "actors", "recipients"), TOLD.values(), ids=TOLD)
def test_what_the_arcs_rule_out(line: str, form: str, actors: list[str], recipients: list[str]) -> None:
    assert parties(coded(parse(line), form)) == (actors, recipients)


def test_talks_of_which_only_the_place_is_told() -> None:
    line = "Talks=talk/NNS/4/nsubj+!CONSULT in/IN/3/case Doha/NNP/1/nmod@place failed=fail/VBD/0/root"
    assert [place.text for place in coded(parse(line), "Talks").places] == ["Doha"]
    named = "The/DT/3/det Doha/NNP/3/compound@place talks=talk/NNS/4/nsubj+!CONSULT failed=fail/VBD/0/root"
    assert weighing.code(parse(named)) == {}


ARCS = {
    "what is given": (
        "Oslo/NNP/2/nsubj@place sent=send/VBD/0/root tents=tent/NNS/2/obj and/CC/5/cc medics=medic/NNS/3/conj to/IN/7/case Aden/NNP/2/obl@place",
        "sent", ["Oslo"], ["Aden"],
    ),
    "who is given something": (
        "Oslo/NNP/2/nsubj@place provided=provide/VBD/0/root rebels=rebel/NNS/2/obj with/IN/5/case tents=tent/NNS/2/obl", "provided", ["Oslo"], ["rebels"],
    ),
    "land that somebody asks for": (
        "Oslo/NNP/2/nsubj@place demanded=demand/VBD/0/root a/DT/4/det zone/NN/2/obj from/IN/6/case Bergen/NNP/2/obl@place", "demanded", ["Oslo"], ["Bergen"],
    ),
    "who is accused of it": (
        "Oslo/NNP/2/nsubj@place accused=accuse/VBD/0/root Bergen/NNP/5/obj@place of/IN/5/mark arming=arm/VBG/2/ccomp rebels=rebel/NNS/5/obj",
        "arming", ["Bergen"], ["rebels"],
    ),
    "who puts off a deed of theirs": (
        "Oslo/NNP/2/nsubj@place postponed=postpone/VBD/0/root an/DT/4/det offensive/NN/2/obj", "offensive", ["Oslo"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "actors", "recipients"), ARCS.values(), ids=ARCS)
def test_who_by_the_arcs(line: str, form: str, actors: list[str], recipients: list[str]) -> None:
    index = parse(line)
    event = evoking.find(index, word(index, form))
    assert event is not None
    assert parties(event) == (actors, recipients)


VOWED = (
    "The/DT/2/det ministry/NN/3/nsubj+1:source blamed=blame/VBD/0/root rebels=rebel/NNS/3/obj who/WP/6/nsubj took=take/VBD/4/acl:relcl Homs/NNP/6/obj@place "
    "on/IN/9/case Friday/NNP/6/obl@time and/CC/11/cc threatened=threaten/VBD/6/conj+1:cue to/TO/13/mark+1:content attack/VB/11/xcomp+1:content "
    "the/DT/15/det+1:content town/NN/13/obj+1:content"
)


def test_the_source_does_what_its_cue_says() -> None:
    """The tree makes the rebels threaten; the attribution says who did, and so who is to attack."""
    index = syntax.index(read(VOWED).analysis)
    assert parties(coded(index, "threatened"))[0] == ["rebels"]
    index.voiced.update(index.cued)
    threat = coded(index, "threatened")
    assert (parties(threat)[0], threat.time) == (["ministry"], None)
    assert parties(coded(index, "attack")) == (["ministry"], ["town"])


def test_an_unsure_source_does_not() -> None:
    index = syntax.index(read(VOWED, confidence=0.4).analysis)
    index.voiced.update(index.cued)
    assert parties(coded(index, "threatened"))[0] == ["rebels"]


def test_criticism_that_a_source_dismisses_is_not_its_own() -> None:
    line = "Oslo/NNP/2/nsubj+1:source@place dismissed=dismiss/VBD/0/root+1:cue criticism/NN/2/obj+1:cue of/IN/5/case Bergen/NNP/3/nmod+1:content@place"
    index = syntax.index(read(line).analysis)
    index.voiced.update(index.cued)
    assert parties(coded(index, "criticism")) == ([], ["Bergen"])
    alone = syntax.index(read(line.replace("root+1:cue", "root")).analysis)
    alone.voiced.update(alone.cued)
    assert parties(coded(alone, "criticism")) == (["Oslo"], ["Bergen"])
