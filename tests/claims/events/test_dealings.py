"""Threats and warnings, what is agreed, and what a source may say."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.events import evoking, weighing
from tests.claims.oneline import parse, word

WARNED = "Rebels=rebel/NNS/2/nsubj warned=warn/VBD/0/root+!THREATEN Oslo/NNP/2/iobj@place that/IN/{verb}/mark "
WARNINGS = {
    "what others will do": (WARNED + "children=child/NNS/7/nsubj would/MD/7/aux die/VB/2/ccomp", 7, False),
    "what may be done to them": (WARNED + "they/PRP/8/nsubj:pass might/MD/8/aux be/VB/8/aux:pass bombed=bomb/VBN/2/ccomp", 8, False),
    "what was told before": (WARNED + "this/DT/7/nsubj is=be/VBZ/7/cop grave/JJ/2/ccomp", 7, False),
    "what they will do": (WARNED + "they/PRP/7/nsubj would/MD/7/aux attack/VB/2/ccomp", 7, True),
    "what theirs will do": (WARNED + "their/PRP$/6/nmod:poss tanks=tank/NNS/8/nsubj would/MD/8/aux attack/VB/2/ccomp", 8, True),
    "what an attack will meet": (WARNED + "raids=raid/NNS/8/nsubj:pass would/MD/8/aux be/VB/8/aux:pass answered=answer/VBN/2/ccomp", 8, True),
}  # fmt: skip


@pytest.mark.parametrize(("line", "verb", "threat"), WARNINGS.values(), ids=WARNINGS)
def test_who_warns_of_what_others_do_threatens_nobody(line: str, verb: int, threat: bool) -> None:
    syntax = parse(line.format(verb=verb))
    for seen in (evoking.code(syntax), weighing.code(syntax)):
        assert (1 in seen and seen[1].type == "THREATEN") == threat


@pytest.mark.parametrize(
    ("line", "form"),
    [
        (
            "Oslo/NNP/2/nsubj@place vowed=vow/VBD/0/root+!THREATEN not=not/RB/5/advmod to/TO/5/mark attack/VB/2/xcomp Hama/NNP/5/obj@place",
            "vowed",
        ),
        ("They/PRP/3/nsubj:pass were=be/VBD/3/aux:pass authorised=authorise/VBN/0/root to/TO/5/mark discuss/VB/3/xcomp+!CONSULT talks=talk/NNS/5/obj", "discuss"),
        ("Karim/NNP/2/nsubj@person approved=approve/VBD/0/root+!AGREE an/DT/4/det attack/NN/2/obj", "approved"),
        ("Refugees=refugee/NNS/2/nsubj returned=return/VBD/0/root+!RETREAT home/RB/2/advmod", "returned"),
        ("Crowds=crowd/NNS/2/nsubj pressed=press/VBD/0/root+!REQUEST against/IN/5/case the/DT/5/det guards=guard/NNS/2/obl", "pressed"),
        ("She/PRP/3/nsubj:pass was=be/VBD/3/aux:pass given=give/VBN/0/root+!AID his/PRP$/5/nmod:poss body/NN/3/obj", "given"),
        ("A/DT/3/det heart/NN/3/compound attack/NN/0/root+!ASSAULT in/IN/5/case Hama/NNP/3/nmod@place", "attack"),
    ],
    ids=["a vow to leave it be", "for the press", "one's own order", "people coming home", "a crowd", "a body", "an illness"],
)  # fmt: skip
def test_words_of_dealings_with_other_uses(line: str, form: str) -> None:
    syntax = parse(line)
    for seen in (evoking.code(syntax), weighing.code(syntax)):
        assert word(syntax, form) not in seen


def test_who_is_welcomed_in_person_is_visited() -> None:
    line = "The/DT/2/det minister/NN/3/nsubj welcomed=welcome/VBD/0/root+!SUPPORT {object}"
    for thing, expected in (
        ("his/PRP$/5/nmod:poss counterpart/NN/3/obj", ("CONSULT", "visit")),
        ("the/DT/5/det truce/NN/3/obj", ("SUPPORT", None)),
    ):
        event = weighing.code(parse(line.format(object=thing)))[2]
        assert (event.type, event.mode) == expected


def test_what_fires_gives_the_mode() -> None:
    line = "A/DT/2/det {agent}/NN/3/nsubj fired=fire/VBD/0/root on/IN/6/case the/DT/6/det crowd/NN/3/obl"
    for agent, mode in (("battery", "heavy_weapons"), ("guard", "firearms")):
        assert evoking.code(parse(line.format(agent=agent)))[2].mode == mode
