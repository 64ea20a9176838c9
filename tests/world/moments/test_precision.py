from __future__ import annotations

from datetime import date

import pytest

from sayso.words import vocabulary
from sayso.world.moments import precision


@pytest.mark.parametrize(
    ("value", "kind", "name"),
    [
        ("2018-10-15T09:30", "time", "time"),
        ("2018-10-15TNI", "time", "part"),
        ("2018-10-15", "date", "day"),
        ("2018-W41", "date", "week"),
        ("2018-W41-WE", "date", "weekend"),
        ("2018-10", "date", "month"),
        ("2018-SU", "date", "season"),
        ("2018-Q3", "date", "quarter"),
        ("2018-H1", "date", "half"),
        ("BC0264", "date", "year"),
        ("199", "date", "decade"),
        ("19", "date", "century"),
        ("2011/2014", "date", "range"),
        ("XXXX-10-15", "date", "yearless"),
        ("P3D", "duration", "length"),
        ("P1D", "set", "set"),
        ("PAST_REF", "date", "vague"),
    ],
)
def test_every_value_has_a_precision_of_the_vocabulary(value: str, kind: str, name: str) -> None:
    assert precision.of(value, kind) == name
    assert name in vocabulary.load("moment_precisions")


@pytest.mark.parametrize(
    ("length", "sign", "reached"),
    [("P3D", 1, "2018-02-03"), ("PT48H", 1, "2018-02-02"), ("P1M", 1, "2018-02-28"), ("P2W", -1, "2018-01-17")],
)
def test_how_far_a_length_of_time_reaches(length: str, sign: int, reached: str) -> None:
    assert precision.reach(date(2018, 1, 31), length, sign) == date.fromisoformat(reached)


@pytest.mark.parametrize("length", ["PXD", "P99999999Y", "P9999999999D", "2018"])
def test_what_has_no_length_reaches_nowhere(length: str) -> None:
    assert precision.reach(date(2018, 1, 31), length, 1) is None
