from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.world.gazetteer import GazetteerError, adding

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)


def row(*, key: str = "170", name: str = "Tell Example", lat: str = "35.5", feature: str = "PPL", **more: str) -> str:
    """One line of a country dump, its 19 columns between tabs."""
    names, country, admin1, admin2 = (more.get(column, "") for column in ("names", "country", "admin1", "admin2"))
    first = [key, name, name, names, lat, "38.5", "P", feature, country, "", admin1, admin2, "", ""]
    return "\t".join([*first, more.get("population", "0"), "", "", "", ""])


def written(folder: Path, *lines: str, name: str = "XX.txt", end: str = "\n") -> Path:
    path = folder / name
    path.write_bytes(end.join([*lines, ""]).encode())
    return path


def test_a_dump_gives_places_with_their_names_and_codes(tmp_path: Path) -> None:
    line = row(names="TEL,Tal Example,tl example,تل", country="SY", admin1="09", admin2="2", population="1200")
    (place,) = adding.read(written(tmp_path, line))
    assert place.names == ("Tell Example", "Tell Example", "Tal Example", "تل")
    entry = place.entry
    assert (entry.place_id, entry.country, entry.admin1, entry.admin2) == ("geonames:170", "SY", "SY.09", "SY.09.2")
    assert (entry.feature, entry.population, entry.lat, entry.lon, entry.source) == ("PPL", 1200, 35.5, 38.5, "XX.txt")


def test_columns_may_be_empty_and_lines_may_end_as_on_windows(tmp_path: Path) -> None:
    (place,) = adding.read(written(tmp_path, "\ufeff" + row(population=""), "", end="\r\n"))
    assert (place.entry.country, place.entry.admin1, place.entry.population) == (None, None, 0)


def test_a_country_has_no_coordinates(tmp_path: Path) -> None:
    (place,) = adding.read(written(tmp_path, row(feature="PCLI", country="SY")))
    assert (place.entry.lat, place.entry.lon) == (None, None)


def test_code_lists_give_regions(tmp_path: Path) -> None:
    first, second = adding.read(
        written(tmp_path, "SY.01\tAl-Hasakah\tAl-Hasakah\t173", "SY.01.5\tQamishlī\tQamishli\t174")
    )
    assert (first.entry.feature, first.entry.admin1, first.entry.admin2) == ("ADM1", "SY.01", None)
    assert (second.entry.feature, second.entry.admin1, second.entry.admin2) == ("ADM2", "SY.01", "SY.01.5")
    assert second.names == ("Qamishlī", "Qamishli")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (row(lat="north"), "latitude 'north' is not a number"),
        (row(lat="nan"), "latitude 'nan' lies outside -90 … 90"),
        (row(lat="91"), "latitude '91' lies outside -90 … 90"),
        (row(key=""), "the GeoNames id is missing"),
        (row(key="x1"), "GeoNames id 'x1' is not a whole number"),
        (row(name=" "), "the name is empty"),
        (row(country="Syria"), "country 'Syria' is not a code of two capital letters, such as SY"),
        (row(population="-5"), "population '-5' is not a whole number"),
        ("one\ttwo", "2 columns where 19 are expected"),
        (row(name="a\0b"), "holds a NUL byte: not a text file"),
        (row(names="x" * 1_000_001), "longer than 1,000,000 bytes: not a table of places"),
    ],
)
def test_a_broken_line_is_named_with_its_reason(tmp_path: Path, line: str, reason: str) -> None:
    path = written(tmp_path, row(), line)
    with pytest.raises(GazetteerError) as caught:
        list(adding.read(path))
    assert str(caught.value) == f"XX.txt, line 2: {reason}"


def test_a_file_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    path = tmp_path / "XX.txt"
    path.write_bytes(row().encode() + b"\n" + row(name="Ä").encode("latin-1"))
    with pytest.raises(GazetteerError, match=r"XX\.txt, line 2: not UTF-8 \(byte 5\); save the file as UTF-8"):
        list(adding.read(path))


@pytest.mark.parametrize("content", [b"", b"\n\n", b"<html>\n", b"\x89PNG\r\n\x1a\n", b"a,b,c\n1,2,3\n"])
def test_what_is_no_table_of_places_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"^photo\.png, line 1: "):
        list(adding.read(path))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.txt: can't be read: No such file"):
        list(adding.read(tmp_path / "none.txt"))


@SHARED
@given(content=st.binary(max_size=300))
def test_any_bytes_give_places_or_a_gazetteer_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(b"name,lat,lon\n" + content)
    with suppress(GazetteerError):
        assert all(place.entry.name for place in adding.read(path))
