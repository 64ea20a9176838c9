"""What a number says, as reporters write it: low, best and high."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.words import numbers
from sayso.words.numbers import Number

Range = tuple[float | None, float | None, float | None]
MILLION, BILLION = 1e6, 1e9


def only(text: str) -> Number:
    (number,) = numbers.find(text)
    return number


def exactly(value: float) -> Range:
    return value, value, value


SAYS: dict[str, Range] = {
    "12 people": exactly(12),
    "twelve people": exactly(12),
    "twenty-nine people": exactly(29),
    "1,200 people": exactly(1200),
    "10 000 people": exactly(10_000),
    "three hundred and fifty people": exactly(350),
    "two thousand five hundred people": exactly(2500),
    "one hundred twenty thousand people": exactly(120_000),
    "a dozen people": exactly(12),
    "half a dozen people": exactly(6),
    "half a million people": exactly(MILLION / 2),
    "two and a half million people": exactly(2.5 * MILLION),
    "3 lakh people": exactly(300_000),
    "2 crore people": exactly(20 * MILLION),
    "no casualties": exactly(0),
    "a further 12": exactly(12),
    "at least 12": (12, None, None),
    "at least another 12": (12, None, None),
    "more than a dozen": (12, None, None),
    "12 or more": (12, None, None),
    "up to 12": (None, None, 12),
    "as many as 700,000": (None, None, 700_000),
    "fewer than 12": (None, None, 12),
    "nearly 400": (None, 400, 400),
    "some 300": (None, 300, None),
    "an estimated 300": (None, 300, None),
    "300 or so": (None, 300, None),
    "80 to 90": (80, None, 90),
    "80–90": (80, None, 90),
    "between 80 and 90": (80, None, 90),
    "80 to 90 thousand": (80_000, None, 90_000),
    "5,000 to 1 million": (5000, None, MILLION),
    "one or two": (1, None, 2),
    "at least 12 and up to 20": (12, None, 20),
    "dozens of people": (12, None, None),
    "several dozen people": (12, None, None),
    "hundreds of people": (100, None, None),
    "tens of thousands of people": (10_000, None, None),
    "hundreds of thousands of people": (100_000, None, None),
}


@pytest.mark.parametrize(("text", "expected"), SAYS.items())
def test_low_best_and_high(text: str, expected: Range) -> None:
    number = only(text)
    assert (number.low, number.best, number.high) == expected


MEASURES = {
    "$1.2 billion": (exactly(1.2 * BILLION), "$"),
    "US$5 million to $7 million": ((5 * MILLION, None, 7 * MILLION), "US$"),
    "$3-4 billion": ((3 * BILLION, None, 4 * BILLION), "$"),
    "more than €50m": ((50 * MILLION, None, None), "€"),
    "Rs 500 crore": (exactly(5 * BILLION), "Rs"),
    "15km": (exactly(15), "km"),
    "1.5m people": (exactly(1.5 * MILLION), None),
    "50m away": (exactly(50), "m"),
    "70%": (exactly(70), "%"),
    "two-thirds of the city": (exactly(66.7), "%"),
    "half the city": (exactly(50), "%"),
}


@pytest.mark.parametrize(("text", "expected"), MEASURES.items())
def test_what_stands_at_the_number(text: str, expected: tuple[Range, str | None]) -> None:
    number = only(text)
    assert ((number.low, number.best, number.high), number.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("an S-400 system", "F-16s", "the 9/11 attacks", "a 40-year-old", "aged 40", "the 3rd Battalion"),
        *(
            "on 15 October",
            "Jan. 20",
            "at 10:30",
            "footnote [2]",
            "no one was hurt",
            "a third attack",
            "half of a loaf",
        ),
    ],
)
def test_names_dates_and_ages_are_none(text: str) -> None:
    assert list(numbers.find(text)) == []


def test_a_rise_is_no_range() -> None:
    assert [number.high for number in numbers.find("rose from 5 to 10")] == [5, 10]
    assert only("ranging from 5 to 10").high == 10


def test_the_bound_is_part_of_the_number_and_first_tells_where_it_ends() -> None:
    text = "They freed at least 12-15 men"
    number = only(text)
    assert (text[number.start : number.end], text[number.first : number.end]) == ("at least 12-15", "12-15")


@given(st.integers(0, 10**12))
def test_digits_are_read_as_they_are_written(value: int) -> None:
    assert {only(f"killed {value} men").best, only(f"killed {value:,} men").best} == {float(value)}


WORDS = st.sampled_from(
    "at least up to between and half a dozen dozens of thousand million two twenty nine no - – 12 1,200 0 $ € % or "
    "more from the October . / ( 3rd 40 year old tens nearly some third".split()
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_text_gives_numbers_in_order_that_stand_there(text: str) -> None:
    found = list(numbers.find(text))
    assert all(before.end <= after.first for before, after in pairwise(found))
    for number in found:
        assert number.start <= number.first < number.end <= len(text)
        known = [value for value in (number.low, number.best, number.high) if value is not None]
        assert known
        assert known == sorted(known)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for number in numbers.find(text):
        assert text[number.first : number.end].strip()
