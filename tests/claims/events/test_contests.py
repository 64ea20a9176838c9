"""Words of force where nobody is hit."""

from __future__ import annotations

import pytest

from sayso.claims.events import evoking
from tests.claims.oneline import parse, word

NO_FORCE = {
    "a rival at the polls": ("Hasan/NNP/2/nsubj@person beat/VBD/0/root Aziz/NNP/2/obj@person", "beat"),
    "who can be beaten": (
        "She/PRP/3/nsubj can/MD/3/aux beat/VB/0/root this/DT/5/det man/NN/3/obj",
        "beat",
    ),
    "a reputation's bearer": (
        "Critics=critic/NNS/2/nsubj destroyed=destroy/VBD/0/root Hasan/NNP/2/obj@person",
        "destroyed",
    ),
    "a patient's leg": (
        "Doctors=doctor/NNS/2/nsubj examined=examine/VBD/0/root her/PRP$/4/nmod:poss leg/NN/2/obj",
        "examined",
    ),
}


@pytest.mark.parametrize(("line", "form"), NO_FORCE.values(), ids=NO_FORCE)
def test_no_force(line: str, form: str) -> None:
    syntax = parse(line)
    assert evoking.find(syntax, word(syntax, form)) is None


FORCE = {
    "by the police": ("Police/NNS/2/nsubj beat/VBD/0/root protesters=protester/NNS/2/obj", "beat"),
    "by nobody named": (
        "Prisoners=prisoner/NNS/3/nsubj:pass were=be/VBD/3/aux:pass beaten=beat/VBN/0/root",
        "beaten",
    ),
    "gear": ("The/DT/2/det equipment/NN/4/nsubj:pass was=be/VBD/4/aux:pass destroyed=destroy/VBN/0/root", "destroyed"),
}


@pytest.mark.parametrize(("line", "form"), FORCE.values(), ids=FORCE)
def test_force(line: str, form: str) -> None:
    syntax = parse(line)
    event = evoking.find(syntax, word(syntax, form))
    assert event is not None
    assert event.type == "ASSAULT"
