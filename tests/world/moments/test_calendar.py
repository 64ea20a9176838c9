from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.world.moments import calendar


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-10-15", "2018-10-15", "2018-10-15"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-W01", "2018-01-01", "2018-01-07"),
        ("2018-W42-WE", "2018-10-20", "2018-10-21"),
        ("2018-Q4", "2018-10-01", "2018-12-31"),
        ("2018-WI", "2018-12-01", "2019-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_the_first_and_the_last_day_of_a_value(value: str, first: str, last: str) -> None:
    assert calendar.days(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["PRESENT_REF", "XXXX-10-15", "BC0264", "2018-13", "2018-02-30", "P3D", "0"])
def test_what_has_no_days(value: str) -> None:
    assert calendar.days(value) is None


@pytest.mark.parametrize(
    ("value", "count", "unit", "shifted"),
    [
        ("2018-12-31", 1, "D", "2019-01-01"),
        ("2018-10-15", -1, "W", "2018-W41"),
        ("2018-10-15", -2, "M", "2018-08"),
        ("2018-01", -1, "Q", "2017-Q4"),
        ("2018-10", -3, "Y", "2015"),
        ("BC0490", 10, "Y", "BC0480"),
    ],
)
def test_shifting_gives_the_precision_of_the_unit(value: str, count: int, unit: str, shifted: str) -> None:
    assert calendar.shift(value, count, unit) == shifted


@pytest.mark.parametrize(
    ("value", "unit", "coarser"),
    [("1918-11-05", "W", "1918-W45"), ("1918-11-05", "E", "191"), ("BC0264", "E", "BC026"), ("BC0264", "C", "BC02")],
)
def test_a_value_to_a_coarser_unit(value: str, unit: str, coarser: str) -> None:
    assert calendar.at(value, unit) == coarser


def test_days_cannot_be_counted_from_a_month() -> None:
    assert calendar.shift("2018-10", 3, "D") is None


def test_years_do_not_leave_the_calendar() -> None:
    assert calendar.shift("2018", 100_000, "Y") is None
    assert calendar.shift("BC0005", 10, "Y") is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 1, 1)), st.sampled_from("DWMQY"))
def test_a_day_lies_within_each_coarser_value_of_it(day: date, unit: str) -> None:
    coarser = calendar.at(day.isoformat(), unit)
    assert coarser is not None
    span = calendar.days(coarser)
    assert span is not None
    assert span[0] <= day <= span[1]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 1, 1)), st.integers(-4000, 4000))
def test_shifting_by_days_there_and_back(day: date, count: int) -> None:
    there = calendar.shift(day.isoformat(), count, "D")
    assert there is not None
    assert calendar.shift(there, -count, "D") == day.isoformat()


@pytest.mark.parametrize(("year", "sunday"), [(2018, "2018-04-01"), (2000, "2000-04-23"), (2025, "2025-04-20")])
def test_easter(year: int, sunday: str) -> None:
    assert calendar.easter(year).isoformat() == sunday


def test_thanksgiving() -> None:
    assert calendar.thanksgiving(2019).isoformat() == "2019-11-28"
