from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.words import vocabulary
from sayso.world.gazetteer import Entry
from sayso.world.places import as_place
from sayso.world.places.naming import Name
from sayso.world.places.placing import candidate, coordinates, precision


def entry(feature: str, lat: float | None = 36.20124, lon: float | None = 37.16117, off: float | None = None) -> Entry:
    return Entry("geonames:7", "Aleppo", "SY", "SY.09", "Aleppo", None, feature, 0, lat, lon, "test", within_km=off)


TOWN = entry("PPL")


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ("PPLC", "exact"), ("AIRB", "exact"), ("ADM2", "second-level"), ("ADM1", "first-level"), ("RGN", "region"),
        ("STM", "region"), ("SEA", "international"), ("PCLI", "country"),
    ],
)  # fmt: skip
def test_the_kind_of_place_sets_its_precision(feature: str, expected: str) -> None:
    assert precision(entry(feature)) == expected
    assert expected in vocabulary.load("place_precisions")


def test_what_is_near_a_town_is_no_better_known_than_that() -> None:
    assert precision(TOWN, Name("Aleppo", "Aleppo", near=True)) == "near"
    assert precision(TOWN, Name("Aleppo", "Aleppo airport", "facility")) == "near"
    assert precision(entry("INSM", off=3.0)) == "near"


def test_a_part_of_a_country_is_a_region() -> None:
    assert precision(entry("PCLI", None, None), Name("Syria", "northern Syria", part=True)) == "region"


def test_coordinates_are_no_finer_than_the_precision() -> None:
    assert coordinates(TOWN) == (36.2012, 37.1612)
    assert coordinates(entry("ADM1")) == (36.2, 37.2)
    assert coordinates(entry("RGN")) is None
    assert coordinates(entry("PCLI", None, None)) is None


@given(st.floats(0, 100), st.floats(0, 359), st.floats(-80, 80), st.floats(-180, 180))
def test_a_stated_distance_moves_the_point_that_far(km: float, bearing: float, lat: float, lon: float) -> None:
    found = coordinates(entry("PPL", lat, lon), Name("X", "X", near=True, offset=(km, bearing)))
    assert found is not None
    north = (found[0] - lat) * 111.195
    east = ((found[1] - lon + 180) % 360 - 180) * 111.195 * math.cos(math.radians(lat))
    assert math.hypot(north, east) == pytest.approx(km, abs=2)


def test_a_place_is_filled_from_what_was_chosen() -> None:
    place = as_place(candidate(TOWN, 0.9), 3, 9, "Aleppo")
    assert (place.name, place.country, place.admin1, place.geonames_id) == ("Aleppo", "SY", "Aleppo", 7)
    assert (place.place_id, place.precision, place.lat) == ("geonames:7", "exact", 36.2012)


def test_a_place_that_nothing_was_chosen_for_stays_bare() -> None:
    place = as_place(None, 3, 7, "Roma")
    assert (place.text, place.place_id, place.lat, place.precision) == ("Roma", None, None, None)


def test_a_region_keeps_its_extent() -> None:
    region = replace(entry("RGN"), extent=(34.2, 29.2, 42.4, 37.3))
    assert as_place(candidate(region, 1.0), 0, 3, "Sam").extent == (34.2, 29.2, 42.4, 37.3)
