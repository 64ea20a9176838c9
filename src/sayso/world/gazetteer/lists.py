"""The lists that come with Sayso, one CSV each: regions without a border, facilities, names of countries, subdivisions.

`regions.csv` and `sites.csv` are written by hand: extents are boxes of whole or tenth degrees, and `within_km` says
how far off a site may be where its place isn't known to a kilometre or so. `subdivisions.csv` holds the names of ISO
3166-2 (from the package iso3166-2, MIT) with GeoNames' code of the first-level region, where one could be told from
the towns that lie in it and agrees with GeoNames' list of codes. Names in the column `aliases` are divided by "|".
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from sayso.world.gazetteer.entries import Box, Entry, Named

_FOLDER = files(__package__ or __name__)


def digest(name: str) -> str:
    """A hash of a list's content."""
    return hashlib.blake2b((_FOLDER / name).read_bytes(), digest_size=8).hexdigest()


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a list, by column."""
    yield from csv.DictReader((_FOLDER / name).read_text(encoding="utf-8").splitlines())


def regions(known: dict[str, str]) -> Iterator[Named]:
    """Continents, seas, rivers and regions without a border, each with an extent and the centre of it.

    `known` are place ids by name, where a dependency has one.
    """
    for row in rows("regions.csv"):
        box = (float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"]))
        countries = tuple(row["countries"].split())
        place_id = known.get(row["name"], f"region:{row['id']}")
        entry = Entry(
            place_id=place_id, name=row["name"], country=countries[0] if len(countries) == 1 else None,
            admin1=row["admin1"] or None, admin1_name=None, admin2=None, feature=row["feature"], population=0,
            lat=_middle(box)[0], lon=_middle(box)[1], source="regions", extent=box, countries=countries,
        )  # fmt: skip
        yield Named(entry, _names(row))


def sites() -> Iterator[Named]:
    """Crossings, bases, airports, camps, dams, prisons of today's conflicts."""
    for row in rows("sites.csv"):
        entry = Entry(
            place_id=f"site:{row['id']}", name=row["name"], country=row["country"] or None, admin1=None,
            admin1_name=None, admin2=None, feature=row["feature"], population=0, lat=float(row["lat"]),
            lon=float(row["lon"]), source="sites", within_km=float(row["within_km"]) if row["within_km"] else None,
        )  # fmt: skip
        yield Named(entry, _names(row))


def subdivisions(known: dict[str, str]) -> Iterator[Named]:
    """First-level regions and many of the second. `known` are place ids by ISO 3166-2 code, where one is known."""
    for row in rows("subdivisions.csv"):
        entry = Entry(
            place_id=known.get(row["code"], f"iso:{row['code']}"), name=row["name"], country=row["country"],
            admin1=row["admin1"] or None, admin1_name=None, admin2=None, feature=row["feature"], population=0,
            lat=None, lon=None, source="subdivisions",
        )  # fmt: skip
        yield Named(entry, _names(row))


def countries() -> dict[str, tuple[str, tuple[str, ...]]]:
    """What there is today, by ISO 3166-1 alpha-2 code: GeoNames' feature code, and other names."""
    features = {"country": "PCLI", "territory": "PCLD"}
    return {
        row["country"]: (features[row["kind"]], tuple(filter(None, row["aliases"].split("|"))))
        for row in rows("countries.csv")
    }


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return (row["name"], *filter(None, row["aliases"].split("|")))


def _middle(box: Box) -> tuple[float, float]:
    """The centre of a box, also of one that crosses the 180th meridian."""
    west, south, east, north = box
    lon = (west + (east if east >= west else east + 360)) / 2
    return round((south + north) / 2, 3), round(lon if lon <= 180 else lon - 360, 3)
