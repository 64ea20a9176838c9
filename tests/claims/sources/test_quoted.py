"""In whose words a source stands: whoever is quoted is no "she" of the quotation, and nobody in it the last speaker."""

from __future__ import annotations

import pytest

from tests.claims.oneline import read
from tests.claims.sources.test_reference import same_as

FELL = "towns=town/NNS/4/nsubj+1:content fell=fall/VBD/2/ccomp+1:content"
MARY = f"Mary/NNP/2/nsubj+1:source@person said=say/VBD/0/root+1:cue {FELL}"
SHE = "“/``/3/punct+2:content She/PRP/3/nsubj+2:content+3:source said=say/VBD/8/ccomp+2:content+3:cue"
LEFT = "troops=troop/NNS/5/nsubj+2:content+3:content left=leave/VBD/3/ccomp+2:content+3:content ”/''/3/punct+2:content"
QUOTATION = f"{SHE} {LEFT}"


@pytest.mark.parametrize("behind", ["Mary/NNP/8/nsubj+2:source@person", "she/PRP/8/nsubj+2:source"])
def test_whoever_is_quoted_is_no_she_of_the_quotation(behind: str) -> None:
    assert same_as(read(f"{MARY}\n{QUOTATION} {behind} added=add/VBD/0/root+2:cue"), "left") is None


def test_another_woman_named_before_is_she() -> None:
    other = "Fatima/NNP/2/nsubj@person slept=sleep/VBD/0/root"
    assert (
        same_as(read(f"{other}\n{QUOTATION} Mary/NNP/8/nsubj+2:source@person said=say/VBD/0/root+2:cue"), "left")
        == "Fatima"
    )


def test_whoever_promises_in_what_another_says_is_not_the_last_speaker() -> None:
    told = (
        "Karim/NNP/2/nsubj+1:source@person said=say/VBD/0/root+1:cue a/DT/4/det+1:content+2:source "
        "mayor/NN/5/nsubj+1:content+2:source promised=promise/VBD/2/ccomp+1:content+2:cue "
        "roads=road/NNS/7/nsubj+1:content+2:content opened=open/VBD/5/ccomp+1:content+2:content"
    )
    again = (
        "He/PRP/2/nsubj+3:source said=say/VBD/0/root+3:cue dams=dam/NNS/4/nsubj+3:content burst/VBD/2/ccomp+3:content"
    )
    assert same_as(read(f"{told}\n{again}"), "burst") == "Karim"
