from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.columns import days

EPOCH = date(1970, 1, 1)


@given(day=st.dates(max_value=date(9998, 12, 31)))
def test_a_prefix_means_the_days_that_begin_with_it(day: date) -> None:
    for length in (4, 7, 10):
        prefix = day.isoformat()[:length]
        first, last = days.first(prefix), days.last(prefix)
        assert first is not None
        assert last is not None
        inside = [EPOCH + timedelta(days=number) for number in (first, last)]
        outside = [inside[1] + timedelta(days=1), *([inside[0] - timedelta(days=1)] if inside[0] > date.min else [])]
        assert all(one.isoformat().startswith(prefix) for one in (*inside, day))
        assert not any(one.isoformat().startswith(prefix) for one in outside)


@pytest.mark.parametrize("text", [None, "", "yesterday", "2018-13", "2018-02-30", "0000"])
def test_what_is_no_date_has_no_days(text: str | None) -> None:
    assert days.first(text) is None
    assert days.last(text) is None
    assert days.firsts()[text] == days.HIGHEST
