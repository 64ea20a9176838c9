"""GeoNames' country dumps (`SY.txt`) and its code lists (`admin1CodesASCII.txt`, `admin2Codes.txt`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.world.gazetteer import folding, textfile, values
from sayso.world.gazetteer.entries import Entry, Named
from sayso.world.gazetteer.errors import GazetteerError

DUMP_COLUMNS = 19
CODE_COLUMNS = 4


def dump(path: Path) -> Iterator[Named]:
    """The places of a country dump: 19 columns between tabs, as GeoNames' readme lists them; some may be empty."""
    for number, fields in _table(path, DUMP_COLUMNS):
        try:
            yield _place(fields, path.name)
        except ValueError as error:
            raise GazetteerError(path.name, str(error), number) from error


def codes(path: Path) -> Iterator[Named]:
    """Regions of the first level ("SY.13") or the second ("SY.13.2"): code, name, plain name, GeoNames id."""
    for number, fields in _table(path, CODE_COLUMNS):
        try:
            yield _region(fields, path.name)
        except ValueError as error:
            raise GazetteerError(path.name, str(error), number) from error


def _table(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in textfile.lines(path):
        fields = line.split("\t")
        if not line:
            continue
        if len(fields) != columns:
            raise GazetteerError(path.name, f"{len(fields)} columns where {columns} are expected", number)
        yield number, fields


def _place(fields: list[str], source: str) -> Named:
    (key, name, plain, others, lat, lon, kind, code, country, _, admin1, admin2, _, _, population, *_) = fields
    land = values.country(country)
    region = f"{land}.{admin1}" if land and admin1 else None
    # GeoNames gives a country the coordinates of some point in it, which would put its events there.
    located = not code.startswith("PCL")
    north, east = values.degrees(lat, "latitude", 90), values.degrees(lon, "longitude", 180)
    entry = Entry(
        place_id=f"geonames:{_key(key)}", name=values.name(name), country=land, admin1=region, admin1_name=None,
        admin2=f"{region}.{admin2}" if region and admin2 else None, feature=code or kind,
        population=values.whole(population, "population"), lat=north if located else None,
        lon=east if located else None, source=source,
    )  # fmt: skip
    return Named(entry, (entry.name, plain, *filter(folding.is_written, others.split(","))))


def _region(fields: list[str], source: str) -> Named:
    code, name, plain, key = fields
    levels = code.split(".")
    if len(levels) not in {2, 3} or not all(levels):
        raise ValueError(f"{code[:40]!r} is not a region's code, such as SY.13 or SY.13.2")
    entry = Entry(
        place_id=f"geonames:{_key(key)}", name=values.name(name), country=values.country(levels[0]),
        admin1=".".join(levels[:2]), admin1_name=None, admin2=code if len(levels) == 3 else None,
        feature=f"ADM{len(levels) - 1}", population=0, lat=None, lon=None, source=source,
    )  # fmt: skip
    return Named(entry, (entry.name, plain))


def _key(text: str) -> int:
    if key := values.whole(text, "GeoNames id"):
        return key
    raise ValueError("the GeoNames id is missing")
