"""Clauses that have a verb and claim nothing."""

from __future__ import annotations

import pytest

from sayso.claims import code
from tests.claims.oneline import read

WHEN = (
    "Drivers=driver/NNS/2/nsubj took=take/VBD/0/root care/NN/2/obj when/WRB/5/advmod entering=enter/VBG/2/advcl"
    " Homs/NNP/5/obj@place"
)
TELL = (
    "I/PRP/3/nsubj am=be/VBP/3/cop here/RB/0/root to/TO/5/mark tell/VB/3/advcl you/PRP/5/iobj they/PRP/8/nsubj"
    " left=leave/VBD/5/ccomp Homs/NNP/8/obj@place"
)
PROVIDED = (
    "They/PRP/3/nsubj will/MD/3/aux leave/VB/0/root ,/,/5/punct provided=provide/VBN/3/advcl that/IN/8/mark"
    " rebels=rebel/NNS/8/nsubj disarm/VBP/5/ccomp"
)
WOULD_BE = (
    "They/PRP/2/nsubj greeted=greet/VBD/0/root their/PRP$/6/nmod:poss would/MD/6/aux be/VB/6/cop"
    " neighbours=neighbour/NNS/2/ccomp"
)


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        (WHEN, "entering"),
        ("We/PRP/3/nsubj must/MD/3/aux wait/VB/0/root and/CC/5/cc see/VB/3/conj", "wait"),
        (TELL, "tell"),
        (PROVIDED, "provided"),
        ("I/PRP/3/nsubj am=be/VBP/3/cop Karim/NNP/0/root@person in/IN/5/case Homs/NNP/3/obl@place", "Karim"),
        (WOULD_BE, "neighbours"),
        ("Hadi/NNP/2/nsubj@person reported=report/VBD/0/root from/IN/4/case Homs/NNP/2/obl@place", "reported"),
        (
            "Hadi/NNP/2/nsubj@person contributed=contribute/VBD/0/root to/IN/5/case this/DT/5/det report/NN/2/obl",
            "contributed",
        ),
        (
            "Posted=post/VBN/0/root three/CD/3/nummod@time days=day/NNS/4/obl:unmarked@time ago/RB/1/advmod@time",
            "Posted",
        ),
        (
            "May/NNP/0/root@time |/:/3/punct Updated=update/VBN/1/parataxis today/NN/3/obl:unmarked@time",
            "Updated",
        ),
    ],
)
def test_these_claim_nothing(text: str, idle: str) -> None:
    assert idle not in {claim.predicate.text for claim in code(*read(text))}


def test_what_somebody_updated_is_claimed() -> None:
    text = "Officials=official/NNS/2/nsubj updated=update/VBD/0/root the/DT/4/det map/NN/2/obj today/NN/2/obl@time"
    assert "updated" in {claim.predicate.text for claim in code(*read(text))}
