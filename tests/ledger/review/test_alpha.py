"""Krippendorff's alpha for values without an order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.review.alpha import alpha

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units.
TABLE = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = [[value for value in column if value != "."] for column in zip(*map(str.split, TABLE), strict=True)]
SOME = st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=8)


def test_the_published_example() -> None:
    assert alpha(UNITS) == pytest.approx(0.743, abs=0.0005)


def test_two_observers_of_two_values() -> None:
    # The same paper, section A: ten units, of which they agree on six.
    first, second = "0100000010", "1110010000"
    assert alpha(zip(first, second, strict=True)) == pytest.approx(0.095, abs=0.0005)


def test_full_agreement_is_one() -> None:
    assert alpha([["a", "a"], ["b", "b", "b"]]) == 1.0


@pytest.mark.parametrize("units", [[], [["a"]], [["a", "a"], ["a", "a"]]])
def test_without_anything_to_compare_it_is_unknown(units: list[list[str]]) -> None:
    assert alpha(units) is None


@given(SOME)
def test_neither_the_order_of_units_nor_that_of_observers_matters(units: list[list[str]]) -> None:
    turned = [unit[::-1] for unit in units][::-1]
    found, other = alpha(units), alpha(turned)
    assert found == (other if other is None else pytest.approx(other))


@given(SOME)
def test_a_unit_of_one_observer_changes_nothing(units: list[list[str]]) -> None:
    assert alpha([*units, ["a"]]) == alpha(units)
