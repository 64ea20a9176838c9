from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.world.moments import mend


def mended(text: str) -> list[str]:
    """What is marked in the end where the model marked what stands between « and »."""
    spans, clean = [], ""
    for piece in text.split("«"):
        inside, closed, rest = piece.partition("»")
        if closed:
            spans.append((len(clean), len(clean) + len(inside)))
        clean += inside + rest
    return [clean[start:end] for start, end in mend(clean, spans)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("at «9 a.m.» «Tuesday» they left", "9 a.m. Tuesday"),
        ("on «Nov.» 3, 2016, they left", "Nov. 3, 2016"),
        ("at the beginning of «October» they left", "the beginning of October"),
        ("in «the early» 1990s they left", "the early 1990s"),
        ("«Friday,» they left", "Friday"),
    ],
)
def test_spans_are_joined_and_trimmed(text: str, whole: str) -> None:
    assert mended(text) == [whole]


@pytest.mark.parametrize("missed", ["today", "now", "Tuesday", "October 15", "2016", "last week", "three days later"])
def test_what_can_be_nothing_else_is_added(missed: str) -> None:
    assert mended(f"They left {missed} in peace") == [missed]


@pytest.mark.parametrize(
    "text",
    [
        "the rise and fall of Rome",
        "a former envoy",
        "he soon left",
        "15 men",
        "a 6-year-old",
        "under Resolution 1701",
        "three-quarters of the town",
        "a quarter of the town",
    ],
)
def test_what_may_be_something_else_is_not_added(text: str) -> None:
    assert mended(text) == []


def test_what_may_be_something_else_counts_where_the_model_marked_it() -> None:
    assert mended("They left in the «fall» and «soon» after") == ["the fall", "soon"]


def test_this_time_is_a_time_only_after_a_preposition() -> None:
    assert mended("They fled again, «this time» by sea. At «this time» the port was shut.") == ["this time"]


def test_a_span_that_no_form_meets_is_dropped() -> None:
    assert mended("at «this difficult juncture» they left") == []


@given(st.text(alphabet="May 3,0192-:apm.\n", max_size=40), st.data())
def test_mending_what_is_mended_changes_nothing(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [(min(a, b), max(a, b)) for a, b in data.draw(st.lists(st.tuples(ends, ends), max_size=3))]
    once = mend(text, spans)
    assert mend(text, once) == once
