from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles import dates


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("2019-02-12T10:30:00Z", "2019-02-12"),
        ("Tue, 12 Feb 2019 10:30:00 +0000", "2019-02-12"),
        ("February 12th, 2019 at 4:05 PM EST", "2019-02-12"),
        ("20190212", "2019-02-12"),
        ("12.2.2019", "2019-02-12"),
        ("Feb 2019", "2019-02"),
        ("2019-02", "2019-02"),
        ("2019", "2019"),
        ("25/02/2019", "2019-02-25"),
        ("02/25/2019", "2019-02-25"),
        ("02/03/2019", "2019"),
    ],
)
def test_a_date_keeps_the_precision_that_stands_there(text: str, prefix: str) -> None:
    assert dates.parse(text) == prefix


@pytest.mark.parametrize(
    "text", ["", "yesterday", "Tuesday", "12 February", "31 February 2019", "2019-13-01", "in May 2019"]
)
def test_what_is_no_whole_date_is_unknown(text: str) -> None:
    assert dates.parse(text) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    forms = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%d.%m.%Y")
    assert {dates.parse(day.strftime(form)) for form in forms} == {day.isoformat()}
