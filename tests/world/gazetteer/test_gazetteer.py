from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.world.gazetteer import Gazetteer, GazetteerError
from sayso.world.gazetteer.entries import Named
from tests.world.gazetteer.making import PLACES

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [match.entry.place_id for match in gazetteer.find(name)]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.entry.place_id)
def test_every_place_is_found_by_each_of_its_names(small: Gazetteer, place: Named) -> None:
    for name in place.names:
        match = next(match for match in small.find(name) if match.entry.place_id == place.entry.place_id)
        assert match.likeness == 1


@pytest.mark.parametrize(
    ("written", "key", "how"),
    [
        ("Raqqa", 4, "exact"),
        ("raqqa", 4, "exact"),
        ("Deir Ezzor", 2, "folded"),
        ("Telafar", 5, "transliterated"),
        ("Hassakeh", 1, "transliterated"),
        ("Deir-ezzour", 2, "transliterated"),
        ("Albukamal", 3, "folded"),
        ("Bu Kamal", 3, "transliterated"),
        ("Saraqeb", 6, "transliterated"),
        ("Edlib", 12, "transliterated"),
        ("Saint Louis", 9, "folded"),
        ("Trikpoli", 7, "misspelt"),
    ],
)
def test_names_as_reporters_write_them(small: Gazetteer, written: str, key: int, how: str) -> None:
    best = small.find(written)[0]
    assert (best.entry.place_id, best.how) == (f"geonames:{key}", how)


def test_of_equal_names_the_more_populous_comes_first(small: Gazetteer) -> None:
    assert ids(small, "Tripoli") == ["geonames:7", "geonames:8"]
    assert [match.entry.country for match in small.find("Tripoli", limit=1)] == ["LY"]


def test_short_names_are_matched_only_as_they_are_written(small: Gazetteer) -> None:
    assert ids(small, "Homs") == ["geonames:13"]
    assert ids(small, "Hims") == []


def test_an_entry_names_its_first_level_region(small: Gazetteer) -> None:
    assert small.find("Hasakah")[0].entry.admin1_name == "Hasakah"
    assert {match.entry.admin1_name for match in small.find("Al Ḩasakah")} == {"Hasakah"}


def test_a_region_has_the_box_and_the_people_of_its_towns(small: Gazetteer) -> None:
    region = small.get("geonames:11")
    assert region is not None
    assert region.extent == (38.0, 35.0, 38.0, 35.0)
    assert (region.lat, region.lon, region.population) == (35.0, 38.0, 80_000)


def test_an_unknown_id_is_none(small: Gazetteer) -> None:
    assert small.get("geonames:999") is None


@SHARED
@given(name=st.text(max_size=60))
def test_any_text_may_be_looked_up(small: Gazetteer, name: str) -> None:
    found = small.find(name, limit=5)
    assert len(found) <= 5
    assert list(found) == sorted(found, key=lambda match: -match.likeness)
    assert all(0 < match.likeness <= 1 for match in found)


def test_absurd_names_cost_no_more_than_others(small: Gazetteer) -> None:
    assert small.find("Raqqa " * 1_000_000) == ()
    assert small.find("'; DROP TABLE place; --") == ()


CSV = "name,lat,lon,aliases,country\nTell Example,35.5,38.5,Tal Example|Example Hill,SY\n"


def test_what_the_user_adds_is_found_and_can_be_removed(small: Gazetteer, tmp_path: Path) -> None:
    before = small.fingerprint
    path = tmp_path / "mine.csv"
    path.write_text(CSV)
    assert small.find("Example Hill") == ()
    source = small.add(path)
    assert (source.name, source.places) == ("mine.csv", 1)
    assert small.find("Example Hill")[0].entry.name == "Tell Example"
    assert small.sources() == (source,)
    assert small.fingerprint != before
    assert small.remove("mine.csv")
    assert small.find("Example Hill") == ()
    assert not small.remove("mine.csv")
    assert small.fingerprint == before


def test_adding_a_file_again_takes_the_place_of_the_first(small: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(CSV)
    first = small.add(path)
    path.write_text(CSV.replace("Tell Example", "Other Example"))
    small.add(path)
    assert [source.name for source in small.sources()] == ["mine.csv"]
    assert small.sources()[0].digest != first.digest
    assert small.find("Tell Example")[0].entry.name == "Other Example"


def test_a_broken_file_leaves_everything_as_it_was(small: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(CSV)
    small.add(path)
    before = small.fingerprint
    path.write_text(CSV + "Nowhere,95,38.5,,SY\n")
    with pytest.raises(GazetteerError, match=r"mine\.csv, line 3: lat '95' lies outside -90 … 90"):
        small.add(path)
    assert small.fingerprint == before
    assert small.find("Example Hill") != ()


def test_the_users_word_wins_and_other_sources_fill_the_holes(small: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,name,lat,lon,aliases\n4,Raqqa City,35.95,39.01,Rashid City\n")
    small.add(path)
    entry = small.find("Ar Raqqah")[0].entry
    assert small.find("Rashid City")[0].entry == entry == small.get("geonames:4")
    assert (entry.name, entry.lat, entry.source) == ("Raqqa City", 35.95, "mine.csv")
    assert (entry.country, entry.population) == ("SY", 170_000)


def test_a_region_with_another_id_is_the_same_region(small: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "admin1CodesASCII.txt"
    path.write_text("SY.01\tAl-Hasakah\tAl-Hasakah\t173813\n")
    small.add(path)
    regions = {match.entry.place_id for match in small.find("Al-Hasakah") if match.entry.feature == "ADM1"}
    assert regions == {"geonames:173813"}
    assert small.find("Al Ḩasakah")[0].entry.admin1_name == "Al-Hasakah"


def test_two_processes_may_open_it_while_one_adds(small: Gazetteer, tmp_path: Path) -> None:
    other = Gazetteer(tmp_path / "places.sqlite", tmp_path / "added.sqlite")
    path = tmp_path / "mine.csv"
    path.write_text(CSV)
    small.add(path)
    assert other.find("Raqqa")[0].entry.place_id == "geonames:4"
    other.close()


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "places.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(GazetteerError, match="delete it"):
        Gazetteer(tmp_path / "places.sqlite", tmp_path / "added.sqlite")


def test_a_short_name_may_lack_its_article(small: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,lat,lon,country\nAl Qā’im,34.4,41.0,IQ\n")
    small.add(path)
    assert [(match.entry.name, match.how) for match in small.find("Qaim")] == [("Al Qā’im", "transliterated")]
    assert small.find("Qa") == ()
