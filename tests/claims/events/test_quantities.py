"""Which numbers belong to an event, and what they count."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.events import evoking
from tests.claims.oneline import parse, word
from tests.spans import assert_quotes

Found = list[tuple[str, str | None]]


def counted(line: str, form: str) -> Found:
    """The numbers of the event that the word evokes, each with what it counts."""
    syntax = parse(line)
    event = evoking.find(syntax, word(syntax, form))
    assert event is not None
    assert_quotes(syntax.analysis.text, event)
    return [(quantity.text, quantity.unit) for quantity in event.quantities]


BELONG: dict[str, tuple[str, str, Found]] = {
    "on who does it and on whom it is done to": (
        "Five/CD/2/nummod rebels=rebel/NNS/3/nsubj killed=kill/VBD/0/root 12/CD/5/nummod soldiers=soldier/NNS/3/obj",
        "killed", [("Five rebels", "rebel"), ("12 soldiers", "soldier")],
    ),
    "on what does it": (
        "Five/CD/2/nummod strikes=strike/NNS/3/nsubj destroyed=destroy/VBD/0/root two/CD/5/nummod bridges=bridge/NNS/3/obj",
        "destroyed", [("Five strikes", "strike"), ("two bridges", "bridge")],
    ),
    "on what is coordinated": (
        "Rebels=rebel/NNS/2/nsubj killed=kill/VBD/0/root two/CD/4/nummod farmers=farmer/NNS/2/obj and/CC/7/cc 3/CD/7/nummod nurses=nurse/NNS/4/conj",
        "killed", [("two farmers", "farmer"), ("3 nurses", "nurse")],
    ),
    "that stand alone": (
        "12/CD/3/nsubj:pass were=be/VBD/3/aux:pass killed=kill/VBN/0/root", "killed", [("12", None)],
    ),
    "of a noun that is counted": (
        "Russia/NNP/2/nsubj@place launched=launch/VBD/0/root two/CD/5/nummod air/NN/5/compound strikes=strike/NNS/2/obj on/IN/7/case Hama/NNP/5/nmod@place",
        "strikes", [("two air strikes", "strike")],
    ),
    "up to the last noun of the phrase": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root two/CD/4/nummod vehicles=vehicle/NNS/2/obj depots=depot/NNS/4/dep",
        "attacked", [("two vehicles depots", "depot")],
    ),
    "after “of”": (
        "Rebels=rebel/NNS/2/nsubj killed=kill/VBD/0/root seven/CD/2/obj of/IN/6/case its/PRP$/6/nmod:poss soldiers=soldier/NNS/3/nmod",
        "killed", [("seven of its soldiers", "soldier")],
    ),
    "none of whom are left": (
        "No=no/DT/2/det civilians=civilian/NNS/4/nsubj:pass were=be/VBD/4/aux:pass killed=kill/VBN/0/root",
        "killed", [("No civilians", "civilian")],
    ),
    "but no year": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root the/DT/5/det 2012/CD/5/nummod convoy/NN/2/obj", "attacked", [],
    ),
    "no name's number": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root convoy/NN/2/obj 12/CD/3/nummod", "attacked", [],
    ),
    "no age": (
        "Omar/NNP/5/nsubj:pass@person ,/,/3/punct 43/CD/1/appos were=be/VBD/5/aux:pass killed=kill/VBN/0/root", "killed", [],
    ),
    "and no pronoun": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root Hama/NNP/2/obj@place from/IN/6/case one/CD/6/nummod side/NN/2/obl", "attacked", [],
    ),
    "nor how far away a town is": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root Hama/NNP/2/obj@place ,/,/6/punct a/DT/6/det town/NN/3/appos nine/CD/8/nummod miles=mile/NNS/6/nmod:unmarked away/RB/8/advmod",
        "attacked", [],
    ),
    "nor whose members a group has": (
        "The/DT/2/det front/NN/8/nsubj@organisation ,/,/5/punct a/DT/5/det coalition/NN/2/appos of/IN/7/case nine/CD/5/nmod attacked=attack/VBD/0/root Hama/NNP/8/obj@place",
        "attacked", [],
    ),
    "nor who tells it": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root Hama/NNP/2/obj@place ,/,/8/punct according=accord/VBG/8/case to/IN/5/fixed two/CD/8/nummod farmers=farmer/NNS/2/obl",
        "attacked", [],
    ),
    "nor another one": (
        "Rebels=rebel/NNS/2/nsubj killed=kill/VBD/0/root the/DT/5/det other/JJ/5/amod one/CD/2/obj", "killed", [],
    ),
    "nor of how many they are part": (
        "Nine/CD/6/nsubj of/IN/5/case the/DT/5/det 15/CD/5/nummod rebels=rebel/NNS/1/nmod attacked=attack/VBD/0/root Hama/NNP/6/obj@place",
        "attacked", [("Nine of the 15 rebels", "rebel")],
    ),
    "nor a share of the deeds": (
        "Nine/CD/8/nsubj of/IN/5/case the/DT/5/det 15/CD/5/nummod attacks=attack/NNS/1/nmod on/IN/7/case Hama/NNP/5/nmod@place failed=fail/VBD/0/root",
        "attacks", [("15 attacks", "attack")],
    ),
    "nor those of another event": (
        "Rebels=rebel/NNS/2/nsubj killed=kill/VBD/0/root farmers=farmer/NNS/2/obj in/IN/5/case attacks=attack/NNS/2/obl on/IN/8/case two/CD/8/nummod towns=town/NNS/5/nmod",
        "killed", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "expected"), BELONG.values(), ids=BELONG)
def test_numbers_belong(line: str, form: str, expected: Found) -> None:
    assert counted(line, form) == expected


def test_what_an_attack_left() -> None:
    line = (
        "The/DT/2/det shelling/NN/5/nsubj of/IN/4/case Hama/NNP/2/nmod@place left=leave/VBD/0/root 12/CD/7/nummod "
        "people/NNS/5/obj dead/JJ/5/xcomp"
    )
    assert counted(line, "shelling") == [("12 people", "people")]
