"""What a layout puts before a sentence is none of a claim."""

from __future__ import annotations

import pytest

from sayso.claims import code
from tests.claims.oneline import read


def content(text: str) -> str:
    (claim,) = code(*read(text))
    return " … ".join(span.text for span in claim.content)


LEFT = "Troops=troop/NNS/{}/nsubj left=leave/VBD/0/root Homs/NNP/{}/obj@place"


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("By/IN/2/case Karim/NNP/{v}/obl Hadi/NNP/2/flat |/:/2/punct", 4),
        ("Read=read/VB/{v}/cc More=more/JJR/{v}/advmod", 2),
        ("DAMASCUS/NNP/{v}/nmod@place", 1),
        ("DEIR/NNP/{n}/compound EZZOR/NNP/{n}/compound", 2),
    ],
)
def test_a_lead_is_left_out(lead: str, words: int) -> None:
    text = f"{lead.format(v=words + 2, n=words + 1)} {LEFT.format(words + 2, words + 2)}"
    assert content(text) == "Troops left Homs"


def test_only_capitals_that_are_a_place_and_no_part_of_the_sentence_are_left_out() -> None:
    assert content(f"HAMA/NNP/2/compound@place {LEFT.format(3, 3)}") == "Troops left Homs"
    assert content(f"NATO/NNP/2/compound@organisation {LEFT.format(3, 3)}") == "NATO Troops left Homs"
    assert content(f"US/NNP/2/compound@place {LEFT.format(3, 3)}") == "US Troops left Homs"
    title = "SYRIA/NNP/2/nsubj@place {0}=leave/VBZ/0/root {1}=talk/NNS/2/obj IN/IN/5/case HOMS/NNP/2/obl@place"
    assert content(title.format("Leaves", "Talks")) == "SYRIA Leaves Talks IN HOMS"
    assert content(title.format("LEAVES", "TALKS")) == "SYRIA LEAVES TALKS IN HOMS"
