"""Items of a list that begin with when and where."""

from __future__ import annotations

import pytest

from sayso.claims.events import evoking
from sayso.claims.grammar.syntax import index
from tests.claims.oneline import read

HIT = "Shells=shell/NNS/2/nsubj hit/VBD/0/root a/DT/4/det clinic/NN/2/obj ./.../2/punct"
DATE = "May/NNP/2/nmod:unmarked@time 3/CD/0/root@time"


@pytest.mark.parametrize(
    ("opening", "places", "time"),
    [
        (f"{DATE} ,/,/2/punct Tall/NNP/2/appos Qarah/NNP/4/flat :/:/2/punct", ["Tall Qarah"], "May 3"),
        (f"{DATE} :/:/2/punct", [], "May 3"),
        ("JABLEH/NNP/0/root@place ,/,/4/punct May/NNP/4/nmod:unmarked@time 3/CD/1/appos@time :/:/1/punct", [], "May 3"),
        (f"{DATE} they/PRP/2/nsubj say/VBP/2/dep :/:/2/punct", [], None),
        ("Jableh/NNP/0/root@place :/:/1/punct", [], None),
        (f"{DATE} ,/,/2/punct Jableh/NNP/2/appos@place", [], None),
    ],
)
def test_when_and_where_all_that_stands_in_an_item_was(opening: str, places: list[str], time: str | None) -> None:
    syntax = index(read(f"¶ {opening}\n{HIT}\n¶ {HIT}").analysis)
    first, other = (evoking.find(syntax, number) for number, form in enumerate(syntax.forms) if form == "hit")
    assert first is not None
    assert ([place.text for place in first.places], first.time and first.time.text) == (places, time)
    assert other is not None
    assert (other.places, other.time) == ((), None)
