"""From a chosen place to the record: its precision as UCDP codes it, and coordinates no finer than that."""

from __future__ import annotations

import math

from sayso.words.records import Candidate, Place
from sayso.world.gazetteer import Entry
from sayso.world.places import naming
from sayso.world.places.candidates import class_of, kind_of

_DECIMALS = {"exact": 4, "near": 2, "second-level": 2, "first-level": 1}
"""Digits of a degree that each precision allows; none where it isn't listed."""
_PRECISION = {
    "country": "country",
    "first": "first-level",
    "second": "second-level",
    "region": "region",
    "water": "region",
    "relief": "region",
}
_WATERS = frozenset({"SEA", "OCN"})
_POINTS = frozenset({"MT", "HLL", "ISL", "PRK", "HBR", "RSV", "LK", "PASS", "CAPE", "MILB"})
_KM_PER_DEGREE = 111.195
_COARSE_KM = 25.0


def precision(entry: Entry, name: naming.Name | None = None) -> str:
    """Key of the vocabulary `place_precisions` for an entry, as a mention names it."""
    kind = _PRECISION.get(kind_of(entry.feature), "exact")
    if entry.feature in _WATERS:
        return "international"
    if entry.feature in _POINTS and entry.lat is not None:
        kind = "near"
    if name and ((name.part and kind == "country") or (name.kind == "water" and kind == "exact")):
        return "region"
    off = entry.within_km or 0.0
    if kind == "exact" and (off > _COARSE_KM or entry.lat is None):
        return "region"
    if kind == "exact" and (off > 1.0 or (name and (name.near or _is_beside(entry, name) or _is_side(entry, name)))):
        return "near"
    return kind


def _is_beside(entry: Entry, name: naming.Name) -> bool:
    """Whether a site is named after the town that was found in its place: "Aleppo airport", found as Aleppo."""
    return name.kind == "facility" and kind_of(entry.feature) != "facility"


def _is_side(entry: Entry, name: naming.Name) -> bool:
    """Whether a side of a town is named that could as well be that of its province: "northern Hama"."""
    return name.side and class_of(entry) == "seat"


def coordinates(entry: Entry, name: naming.Name | None = None) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, moved by a stated distance, with the digits that the precision allows."""
    digits = _DECIMALS.get(precision(entry, name))
    if digits is None or entry.lat is None or entry.lon is None:
        return None
    lat, lon = entry.lat, entry.lon
    if name and name.offset and kind_of(entry.feature) not in _PRECISION:
        lat, lon = _moved(lat, lon, *name.offset)
    return round(lat, digits), round(lon, digits)


def _moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    north, east = km * math.cos(math.radians(bearing)), km * math.sin(math.radians(bearing))
    moved = max(-90.0, min(90.0, lat + north / _KM_PER_DEGREE))
    around = lon + east / (_KM_PER_DEGREE * max(0.01, math.cos(math.radians(lat))))
    return moved, (around + 180.0) % 360.0 - 180.0


def candidate(entry: Entry, score: float, name: naming.Name | None = None) -> Candidate:
    """An entry as a `Resolution` holds it."""
    lat, lon = coordinates(entry, name) or (None, None)
    return Candidate(
        entry.place_id,
        entry.name,
        entry.feature,
        entry.country,
        round(score, 4),
        lat,
        lon,
        precision(entry, name),
        None if kind_of(entry.feature) == "country" else entry.admin1_name,
        entry.extent,
    )


def as_place(chosen: Candidate | None, start: int, end: int, text: str) -> Place:
    """The record of a mention `text` at those offsets, filled with what was chosen for it; bare where nothing was."""
    if chosen is None:
        return Place(start, end, text)
    source, _, number = chosen.id.partition(":")
    return Place(
        start,
        end,
        text,
        country=chosen.country,
        name=chosen.name,
        lat=chosen.lat,
        lon=chosen.lon,
        geonames_id=int(number) if source == "geonames" and number.isdigit() else None,
        precision=chosen.precision,
        place_id=chosen.id,
        admin1=chosen.admin1,
        extent=chosen.extent,
    )
