"""A user's own places: a CSV with the columns name, lat, lon and, if wanted, aliases, country, feature, id."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from sayso.world.gazetteer import textfile, values
from sayso.world.gazetteer.entries import Entry, Named
from sayso.world.gazetteer.errors import GazetteerError

REQUIRED = ("name", "lat", "lon")
_ID = re.compile(r"(?:(?:geonames|iso|region|site|user):)?[\w.-]{1,80}")


def places(path: Path) -> Iterator[Named]:
    """The places of a CSV. `aliases` are divided by "|"; `id` may be a GeoNames id or one of your own.

    An `id` that the gazetteer has ("region:donbas") overrides what it says; without an id, one is made from the row.
    """
    reader = csv.DictReader((text for _, text in textfile.lines(path)), strict=True)
    try:
        if missing := [column for column in REQUIRED if column not in (reader.fieldnames or ())]:
            raise GazetteerError(path.name, f"no column {', '.join(missing)}; a first line must name the columns", 1)
        for row in reader:
            yield _place({key: (value or "").strip() for key, value in row.items() if key}, path.name)
    except (csv.Error, ValueError, AttributeError) as error:
        raise GazetteerError(path.name, str(error), reader.line_num) from error


def _place(row: dict[str, str], source: str) -> Named:
    entry = Entry(
        place_id=_id(row), name=values.name(row["name"]), country=values.country(row.get("country", "")), admin1=None,
        admin1_name=None, admin2=None, feature=row.get("feature") or "PPL", population=0,
        lat=values.degrees(row["lat"], "lat", 90), lon=values.degrees(row["lon"], "lon", 180), source=source,
    )  # fmt: skip
    return Named(entry, (entry.name, *filter(None, map(str.strip, row.get("aliases", "").split("|")))))


def _id(row: dict[str, str]) -> str:
    given = row.get("id", "")
    if not given:
        content = "\n".join(row.get(column, "") for column in (*REQUIRED, "country", "feature"))
        return f"user:{blake2b(content.encode(), digest_size=8).hexdigest()}"
    if not _ID.fullmatch(given):
        raise ValueError(f"id {given[:40]!r} holds more than letters, digits, points and hyphens")
    if ":" in given:
        return given
    return f"geonames:{given}" if given.isdigit() else f"user:{given}"
