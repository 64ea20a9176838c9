"""Who does it where a verb's own arcs don't say."""

# ruff: noqa: E501, ISC004 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.events import evoking
from tests.claims.oneline import parse, word

TAKING = "It/PRP/2/expl took=take/VBD/0/root rebels=rebel/NNS/2/obj a/DT/5/det month/NN/2/obj@time to/TO/7/mark capture/VB/2/advcl Jableh/NNP/7/obj@place"
CASES: dict[str, tuple[str, str, list[str], list[str]]] = {
    "nobody behind a passive without a doer": (
        "The/DT/2/det mayor/NN/4/nsubj:pass was=be/VBD/4/aux:pass attacked=attack/VBN/0/root ,/,/6/punct killing=kill/VBG/4/conj two/CD/8/nummod guards=guard/NNS/6/obj",
        "killing", [], ["two guards"],
    ),
    "whoever hit it": (
        "The/DT/2/det mayor/NN/4/nsubj:pass was=be/VBD/4/aux:pass attacked=attack/VBN/0/root by/IN/6/case rebels=rebel/NNS/4/obl:agent ,/,/8/punct "
        "killing=kill/VBG/4/advcl two/CD/10/nummod guards=guard/NNS/8/obj",
        "killing", ["rebels"], ["two guards"],
    ),
    "a body that is set up to do it": (
        "He/PRP/2/nsubj formed=form/VBD/0/root a/DT/4/det commission/NN/2/obj to/TO/6/mark investigate/VB/2/advcl the/DT/8/det police/NNS/6/obj",
        "investigate", ["commission"], ["police"],
    ),
    "but not whom he left for it": (
        "He/PRP/2/nsubj left=leave/VBD/0/root the/DT/4/det commission/NN/2/obj to/TO/6/mark attack/VB/2/advcl the/DT/8/det police/NNS/6/obj",
        "attack", ["He"], ["police"],
    ),
    "who took so long": (TAKING, "capture", ["rebels"], ["Jableh"]),
    "who does it together with another": (
        "Oman/NNP/6/nsubj@place ,/,/5/punct along/IN/5/case with/IN/5/case Iran/NNP/1/nmod@place attacked=attack/VBD/0/root Jableh/NNP/6/obj@place",
        "attacked", ["Oman", "Iran"], ["Jableh"],
    ),
    "and in one clause": (
        "Oman/NNP/6/nsubj@place which/WDT/6/nsubj together/RB/6/advmod with/IN/5/case Iran/NNP/6/nsubj@place vetoed=veto/VBD/1/acl:relcl it/PRP/6/obj",
        "vetoed", ["Oman", "Iran"], [],
    ),
    "both sides of a clash": (
        "Clashes=clash/NNS/6/nsubj between/IN/3/case soldiers=soldier/NNS/1/nmod and/CC/5/cc rebels=rebel/NNS/1/nmod killed=kill/VBD/0/root nine/CD/8/nummod farmers=farmer/NNS/6/obj",
        "killed", ["soldiers", "rebels"], ["nine farmers"],
    ),
    "who steps up another's deeds": (
        "Rebels=rebel/NNS/2/nsubj intensified=intensify/VBD/0/root raids=raid/NNS/2/obj and/CC/5/cc bombings=bombing/NNS/3/conj in/IN/7/case Jableh/NNP/5/nmod@place",
        "bombings", ["Rebels"], [],
    ),
    "who is flown": (
        "Karim/NNP/3/nsubj:pass@person was=be/VBD/3/aux:pass flown=fly/VBN/0/root to/IN/5/case Doha/NNP/3/obl@place", "flown", ["Karim"], ["Doha"],
    ),
    "nobody whose fate is talked over": (
        "Talks=talk/NNS/9/nsubj over/IN/4/case the/DT/4/det fate/NN/1/nmod of/IN/6/case prisoners=prisoner/NNS/1/nmod with/IN/8/case Oman/NNP/1/nmod@place "
        "began=begin/VBD/0/root",
        "Talks", [], ["Oman"],
    ),
    "no years, whose faults they are": (
        "Karim/NNP/2/nsubj@person apologised=apologise/VBD/0/root for/IN/4/case faults=fault/NNS/2/obl of/IN/7/case his/PRP$/7/nmod:poss years=year/NNS/4/nmod", "apologised", ["Karim"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "actors", "recipients"), CASES.values(), ids=CASES)
def test_who_does_it(line: str, form: str, actors: list[str], recipients: list[str]) -> None:
    syntax = parse(line)
    event = evoking.find(syntax, word(syntax, form))
    assert event is not None
    assert ([one.text for one in event.actors], [one.text for one in event.recipients]) == (actors, recipients)
