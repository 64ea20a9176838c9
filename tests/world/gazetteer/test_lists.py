from __future__ import annotations

import pytest

from sayso.world.gazetteer import lists
from sayso.world.gazetteer.entries import Named
from sayso.world.gazetteer.folding import fold

REGIONS = tuple(lists.regions({"Asia": "geonames:6255147"}))
SITES = tuple(lists.sites())
DIVISIONS = {place.entry.place_id: place for place in lists.divisions()}


@pytest.mark.parametrize("places", [REGIONS, SITES, tuple(lists.divisions())], ids=["regions", "sites", "divisions"])
def test_ids_are_unique_and_names_are_names(places: tuple[Named, ...]) -> None:
    assert len({place.entry.place_id for place in places}) == len(places)
    assert all(fold(name) for place in places for name in place.names)
    assert all(
        len({fold(name) for name in place.names}) == len(place.names) for place in places if place in REGIONS + SITES
    )


def test_a_region_has_an_extent_and_its_centre() -> None:
    levant = next(place.entry for place in REGIONS if place.entry.place_id == "geonames:305104")
    assert levant.extent == (34.2, 29.2, 42.4, 37.3)
    assert (levant.lat, levant.lon) == (33.25, 38.3)
    assert (levant.country, levant.countries) == (None, ("SY", "LB", "JO", "IL", "PS"))


def test_extents_lie_on_the_globe_with_their_centre_inside() -> None:
    for entry in (place.entry for place in REGIONS):
        assert entry.extent is not None
        assert entry.lat is not None
        assert entry.lon is not None
        west, south, east, north = entry.extent
        assert -90 <= south < entry.lat < north <= 90
        inside = west < entry.lon < east if west < east else not east < entry.lon < west
        assert inside, entry.name


def test_a_site_says_how_far_off_it_may_be() -> None:
    kalma = next(place.entry for place in SITES if place.entry.place_id == "site:kalma")
    assert kalma.within_km == 10
    assert all(place.entry.lat is not None and place.entry.lon is not None for place in SITES)


def test_a_known_id_takes_the_place_of_our_own() -> None:
    assert "geonames:6255147" in {place.entry.place_id for place in REGIONS}


def test_a_division_has_the_code_of_its_level_and_lies_in_the_level_above() -> None:
    texas, harris = DIVISIONS["geonames:4736286"].entry, DIVISIONS["geonames:4696376"].entry
    assert (texas.name, texas.feature, texas.admin1, texas.admin2) == ("Texas", "ADM1", "US.TX", None)
    assert (harris.name, harris.feature, harris.admin1, harris.admin2) == (
        "Harris County", "ADM2", "US.TX", "US.TX.201",
    )  # fmt: skip
    assert DIVISIONS["iso:IE-D"].entry.admin1 == "IE.L"


def test_a_second_level_division_lies_among_its_towns() -> None:
    harris = DIVISIONS["geonames:4696376"].entry
    assert harris.lat is not None
    assert harris.lon is not None
    assert 29.5 < harris.lat < 30.2
    assert -96 < harris.lon < -94.9
    assert harris.population > 1_000_000


def test_a_second_level_division_named_like_a_town_states_no_people() -> None:
    assert DIVISIONS["geonames:98179"].entry.name == "Baghdad"
    assert DIVISIONS["geonames:98179"].entry.population == 0


def test_a_division_goes_by_the_names_of_both_lists() -> None:
    assert {"aleppo", "halab", "aleppogovernorate"} <= set(map(fold, DIVISIONS["geonames:170062"].names))


def test_a_first_level_region_has_a_code_of_its_own() -> None:
    entries = [place.entry for place in DIVISIONS.values()]
    codes = [entry.admin1 for entry in entries if entry.feature == "ADM1" and entry.admin1]
    assert len(codes) == len(set(codes))
