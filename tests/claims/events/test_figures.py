"""Objects and settings with which a word is none of its events, and words that are one all the same."""

# ruff: noqa: E501 - an analysed sentence reads best on one line

from __future__ import annotations

import pytest

from sayso.claims.events import evoking, weighing
from tests.claims.oneline import parse, word

NONE = {
    "fires": (
        "fighting",
        "Crews=crew/NNS/3/nsubj were=be/VBD/3/aux fighting=fight/VBG/0/root a/DT/5/det fire/NN/3/obj",
    ),
    "a border": ("share", "The/DT/2/det states=state/NNS/3/nsubj share/VBP/0/root a/DT/5/det border/NN/3/obj"),
    "a name": (
        "gave",
        "The/DT/2/det minister/NN/3/nsubj gave=give/VBD/0/root his/PRP$/5/nmod:poss name/NN/3/obj to/TO/8/case the/DT/8/det party/NN/3/obl",
    ),
    "guilty": ("pleaded", "The/DT/2/det minister/NN/3/nsubj pleaded=plead/VBD/0/root guilty/JJ/3/xcomp"),
    "a lip": (
        "cut",
        "The/DT/2/det envoy/NN/4/nsubj:pass was=be/VBD/4/aux:pass cut/VBN/0/root+!SANCTION on/IN/7/case her/PRP$/7/nmod:poss lip/NN/4/obl",
    ),
    "a road": (
        "closed",
        "The/DT/2/det road/NN/5/nsubj:pass will/MD/5/aux be/VB/5/aux:pass closed=close/VBN/0/root+!COERCE",
    ),
    "one gun": (
        "sent",
        "The/DT/2/det gun/NN/4/nsubj:pass was=be/VBD/4/aux:pass sent=send/VBN/0/root to/TO/7/case the/DT/7/det police/NN/4/obl",
    ),
    "one child": (
        "send",
        "The/DT/2/det minister/NN/4/nsubj would/MD/4/aux send/VB/0/root+!AID Omar/NNP/4/obj@person to/TO/7/case Doha/NNP/4/obl@place",
    ),
    "relatives": (
        "travelled",
        "The/DT/2/det father/NN/3/nsubj travelled=travel/VBD/0/root to/TO/5/case Doha/NNP/3/obl@place",
    ),
    "a singer": (
        "touring",
        "He/PRP/3/nsubj is=be/VBZ/3/aux touring=tour/VBG/0/root Spain/NNP/3/obj@place with/IN/7/case six=six/CD/7/nummod concerts=concert/NNS/3/obl",
    ),
    "plain papers": (
        "signed",
        "The/DT/2/det minister/NN/3/nsubj signed=sign/VBD/0/root the/DT/5/det papers=paper/NNS/3/obj",
    ),
    "what is shared out": (
        "distributed",
        "They/PRP/3/nsubj:pass are=be/VBP/3/aux:pass distributed=distribute/VBN/0/root by/IN/5/case chiefs=chief/NNS/3/obl:agent",
    ),
    "a danger": (
        "threat",
        "She/PRP/2/nsubj knew=know/VBD/0/root of/IN/5/case a/DT/5/det threat/NN/2/obl+!THREATEN to/TO/7/case Omar/NNP/5/nmod+5>recipient@person",
    ),
    "the press": (
        "conference",
        "Oslo/NNP/2/nsubj@place scheduled=schedule/VBD/0/root a/DT/5/det news/NN/5/compound conference/NN/2/obj+!CONSULT in/IN/7/case Doha/NNP/5/nmod+5>place@place",
    ),
}


@pytest.mark.parametrize(("form", "line"), NONE.values(), ids=NONE)
def test_what_it_stands_with_makes_it_none(form: str, line: str) -> None:
    index = parse(line)
    assert word(index, form) not in weighing.code(index)


SEEN = {
    "a bomb goes off": ("went", "ASSAULT", "The/DT/2/det bomb/NN/3/nsubj went=go/VBD/0/root off/RP/3/compound:prt"),
    "accession": (
        "signed",
        "AGREE",
        "The/DT/2/det minister/NN/3/nsubj signed=sign/VBD/0/root papers=paper/NNS/3/obj of/IN/6/case accession/NN/4/nmod",
    ),
    "a loan": ("signed", "AGREE", "The/DT/2/det bank/NN/3/nsubj signed=sign/VBD/0/root a/DT/5/det loan/NN/3/obj"),
    "a patrol": (
        "patrolling",
        "MOBILIZE",
        "The/DT/3/det Danish/JJ/3/amod@nationality cruiser/NN/5/nsubj is=be/VBZ/5/aux patrolling=patrol/VBG/0/root the/DT/7/det Gulf/NNP/5/obj@place",
    ),
    "a presence": (
        "boosted",
        "MOBILIZE",
        "Oslo/NNP/2/nsubj@place boosted=boost/VBD/0/root its/PRP$/5/nmod:poss military/JJ/5/amod presence/NN/2/obj",
    ),
    "a licence, of a wrong lemma": (
        "revoked",
        "COERCE",
        "His/PRP$/2/nmod:poss licence/NN/4/nsubj:pass was=be/VBD/4/aux:pass revoked=revok/VBN/0/root",
    ),
    "proceedings": (
        "opened",
        "ACCUSE",
        "The/DT/2/det court/NN/3/nsubj opened=open/VBD/0/root proceedings=proceeding/NNS/3/obj against/IN/6/case Omar/NNP/3/obl@person",
    ),
    "a hyphen": (
        "co-operate",
        "COOPERATE",
        "The/DT/2/det party/NN/4/nsubj will/MD/4/aux co-operate/VB/0/root with/IN/6/case police/NN/4/obl",
    ),
    "concerns": (
        "shared",
        "CONSULT",
        "Oslo/NNP/2/nsubj@place shared=share/VBD/0/root its/PRP$/4/nmod:poss concerns=concern/NNS/2/obj with/IN/6/case Rome/NNP/2/obl@place",
    ),
}


@pytest.mark.parametrize(("form", "type_", "line"), SEEN.values(), ids=SEEN)
def test_it_is_one(form: str, type_: str, line: str) -> None:
    index = parse(line)
    event = evoking.find(index, word(index, form))
    assert event is not None
    assert event.type == type_
