"""What comes with Sayso, by the real thing: built once a session where it isn't there yet."""

from __future__ import annotations

import pytest

from sayso.world.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Damascus", "geonames:170654"),
        ("Hassakeh", "geonames:173811"),
        ("Deir-ezzour", "geonames:170794"),
        ("Rakka", "geonames:172955"),
        ("Saraqeb", "geonames:164816"),
        ("Kiev", "geonames:703448"),
        ("Kharkov", "geonames:706483"),
        ("Syria", "geonames:163843"),
        ("the United States", "geonames:6252001"),
        ("UK", "geonames:2635167"),
        ("Burma", "geonames:1327865"),
        ("Texas", "geonames:4736286"),
        ("Anbar", "geonames:99592"),
        ("Harris County", "geonames:4696376"),
        ("the Gulf", "geonames:235616"),
        ("the Donbas", "region:donbas"),
        ("Eastern Ghouta", "region:eastern-ghouta"),
        ("Golan", "region:golan-heights"),
        ("al-Tanf", "site:al-tanf"),
        ("Bab al-Hawa", "site:bab-al-hawa"),
        ("Rukban", "site:rukban"),
    ],
)
def test_a_name_in_the_news_is_found(real: Gazetteer, name: str, place_id: str) -> None:
    best = real.find(name)
    alike = [match.entry.place_id for match in best if match.likeness == best[0].likeness]
    assert place_id in alike


def test_a_country_has_no_coordinates(real: Gazetteer) -> None:
    syria = real.get("geonames:163843")
    assert syria is not None
    assert (syria.country, syria.feature, syria.lat, syria.lon) == ("SY", "PCLI", None, None)


def test_a_town_lies_in_its_region(real: Gazetteer) -> None:
    town = real.get("geonames:173811")
    assert town is not None
    assert (town.country, town.admin1, town.admin1_name) == ("SY", "SY.01", "Hasakah")


def test_a_first_level_region_has_the_box_around_its_towns(real: Gazetteer) -> None:
    texas = real.get("geonames:4736286")
    assert texas is not None
    assert texas.extent is not None
    west, south, east, north = texas.extent
    assert -107 < west < -106
    assert 25 < south < 26.5
    assert -94.5 < east < -93
    assert 36 < north < 37


def test_it_holds_the_largest_set_and_our_lists(real: Gazetteer) -> None:
    assert len(real.fingerprint) == 16
    assert real.find("Tadmur")[0].entry.country == "SY"
