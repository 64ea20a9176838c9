from __future__ import annotations

import math

import numpy as np

from sayso.world.places.cells import around


def points(*places: tuple[float, float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    found = [(math.radians(lat), math.radians(lon)) for lat, lon in places]
    return np.array([(math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)) for a, b in found], np.float32)


def test_other_names_close_by_count_once_each() -> None:
    where = points((36.2, 37.1), (36.3, 37.2), (36.25, 37.15), (10.0, 10.0))
    found = around(where, np.ones(4, np.bool_), np.array([0, 1, 1, 2]))
    assert found.tolist() == [1, 1, 1, 0]


def test_what_is_not_counted_is_around_nothing() -> None:
    found = around(points((-36.2, -37.1), (-36.2, -37.1)), np.array([True, False]), np.array([0, 1]))
    assert found.tolist() == [0, 0]
