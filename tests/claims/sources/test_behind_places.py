"""Names that the parser hung on the place of an office."""

from __future__ import annotations

import pytest

from sayso.claims.sources import kinds
from tests.claims.oneline import parse, read
from tests.claims.sources.test_reference import same_as

MAYOR = "The/DT/2/det mayor/NN/8/nsubj of/IN/4/case Homs/NNP/2/nmod@place ,/,/6/punct Ali/NNP/4/appos@person"
SAID = "Quist/NNP/6/flat@person said=say/VBD/0/root"


@pytest.mark.parametrize(("label", "named"), [("place", True), ("person", False)])
def test_a_name_behind_the_place_of_an_office_names_its_holder(label: str, named: bool) -> None:
    syntax = parse(f"{MAYOR} {SAID}".replace("@place", f"@{label}"))
    assert kinds.describe(syntax, ((0, 7),)).named is named


def test_the_last_name_of_its_holder_means_the_holder() -> None:
    words = f"{MAYOR} Quist/NNP/6/flat@person".split()
    source = " ".join("+1:source@".join(word.split("@")) if "@" in word else f"{word}+1:source" for word in words)
    told = "said=say/VBD/0/root+1:cue troops=troop/NNS/10/nsubj+1:content left=leave/VBD/8/ccomp+1:content"
    again = "Quist/NNP/2/nsubj+2:source@person said=say/VBD/0/root+2:cue towns=town/NNS/4/nsubj+2:content"
    text = f"{source} {told}\n{again} fell=fall/VBD/2/ccomp+2:content"
    assert same_as(read(text), "fell") == "The mayor of Homs, Ali Quist"
