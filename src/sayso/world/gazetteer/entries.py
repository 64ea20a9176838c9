"""What the gazetteer holds and what a look-up gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.words.records import Box

LAYOUT = 4
"""Of the files that hold entries; raised with every change of the tables, of folding and its letters, or of what is
taken from where."""

How = Literal["exact", "folded", "transliterated", "misspelt", "part"]
"""The last is what `sayso.world.places` makes of a name within a longer one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place.

    `place_id` is stable: "geonames:170654", "iso:IE-D" (a region that GeoNames does not have),
    "region:donbas", "site:al-tanf" (a facility of the list that comes with Sayso), "user:" and a hash. `country` is an
    ISO 3166-1 alpha-2 code, `countries` all those that a region lies in. `admin1` is GeoNames' code ("SY.13"),
    `admin2` likewise ("SY.13.2"). `feature` is GeoNames' feature code. A country has no coordinates; a region has an
    `extent`. `within_km` says how far off the coordinates may be, where that is more than a kilometre or so.
    """

    place_id: str
    name: str
    country: str | None
    admin1: str | None
    admin1_name: str | None
    admin2: str | None
    feature: str
    population: int
    lat: float | None
    lon: float | None
    source: str
    extent: Box | None = None
    countries: tuple[str, ...] = ()
    within_km: float | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One hit: the entry, the gazetteer's `name` that matched, how it matched, and how alike the two are, 0 … 1."""

    entry: Entry
    name: str
    how: How
    likeness: float


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with all the names that it goes by: what sources give and the gazetteer stores."""

    entry: Entry
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the user added: its `name` ("SY.txt"), how many `places` it holds, and a `digest` of its content."""

    name: str
    places: int
    digest: str
