from __future__ import annotations

from pathlib import Path

import pytest

from sayso.world.gazetteer import GazetteerError
from sayso.world.gazetteer.entries import Named
from sayso.world.gazetteer.tables import places


def read(folder: Path, text: str) -> list[Named]:
    path = folder / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return list(places(path))


def test_name_and_coordinates_are_enough(tmp_path: Path) -> None:
    (place,) = read(tmp_path, "name,lat,lon\nTell Example,35.5,38.5\n")
    entry = place.entry
    assert (entry.name, entry.lat, entry.lon, entry.feature, entry.country) == ("Tell Example", 35.5, 38.5, "PPL", None)
    assert entry.place_id.startswith("user:")


def test_all_columns_in_any_order(tmp_path: Path) -> None:
    header = "id,feature,country,aliases,lon,lat,name\n"
    (place,) = read(tmp_path, header + 'depot-7,INSM,SY,"Depot 7 | Seventh Depot|",38.5,35.5,"Depot, Seventh"\n')
    assert place.names == ("Depot, Seventh", "Depot 7", "Seventh Depot")
    assert (place.entry.place_id, place.entry.feature, place.entry.country) == ("user:depot-7", "INSM", "SY")


@pytest.mark.parametrize(
    ("given", "place_id"),
    [("170654", "geonames:170654"), ("geonames:170654", "geonames:170654"), ("region:donbas", "region:donbas")],
)
def test_an_id_may_be_one_that_the_gazetteer_has(tmp_path: Path, given: str, place_id: str) -> None:
    (place,) = read(tmp_path, f"id,name,lat,lon\n{given},Example,1,2\n")
    assert place.entry.place_id == place_id


def test_the_same_row_has_the_same_id(tmp_path: Path) -> None:
    one, two, three = read(tmp_path, "name,lat,lon\nA,1,2\nA,1,2\nA,1,3\n")
    assert one.entry.place_id == two.entry.place_id != three.entry.place_id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,lat\nA,1\n", "mine.csv, line 1: no column lon; a first line must name the columns"),
        ("name,lat,lon\nA,1,2\nB,x,2\n", "mine.csv, line 3: lat 'x' is not a number"),
        ("name,lat,lon\nA,1\n", "mine.csv, line 2: lon '' is not a number"),
        (
            "name,lat,lon,id\nA,1,2,../etc\n",
            "mine.csv, line 2: id '../etc' holds more than letters, digits, points and hyphens",
        ),
        ('name,lat,lon\n\n"A,1,2\n', "mine.csv, line 2: unexpected end of data"),
    ],
)
def test_a_broken_row_is_named_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        read(tmp_path, text)
    assert str(caught.value) == reason
