from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sayso.world.gazetteer import slips

NAMES = st.text("abcdeklmnorstz", min_size=2, max_size=14)


@given(st.lists(NAMES, max_size=30), NAMES)
def test_those_one_slip_away_are_found_and_no_others(known: list[str], name: str) -> None:
    near = {other for other in known if OSA.distance(name, other) == 1 and other[0] == name[0]}
    assert set(slips.near(name, slips.numbers(known))) == near


@given(NAMES, st.data())
def test_a_letter_left_out_is_found_again(name: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(name)))
    longer = name[:cut] + "q" + name[cut:]
    assert longer in slips.near(name, slips.numbers([longer, "elsewhere"]))


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for(name: str) -> None:
    assert slips.near(name, slips.numbers(["damascus"])) in ([], ["damascus"])


def test_arrays_of_several_sources_are_one() -> None:
    both = slips.merged([slips.numbers(["homs", "hama"]), slips.numbers(["idlib"])])
    assert slips.near("idlb", both) == ["idlib"]
    assert slips.near("hms", both) == ["homs"]
    assert slips.near("hms", slips.merged([])) == []
