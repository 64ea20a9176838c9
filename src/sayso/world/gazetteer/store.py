"""One SQLite file of places and the names that they go by: written once or source by source, then only read.

A place stands once a source. `name` is the index of folded names, `spelling` that of skeletons, `slip` that of
misspellings (see `slips`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Literal

import numpy as np

from sayso.words.records import Box
from sayso.world.gazetteer import folding, slips
from sayso.world.gazetteer.entries import LAYOUT, Entry, Named, Source
from sayso.world.gazetteer.errors import GazetteerError

_SCHEMA = f"""
PRAGMA user_version = {LAYOUT};
CREATE TABLE IF NOT EXISTS source (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, places INTEGER NOT NULL, digest TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS place (
  number INTEGER PRIMARY KEY, source INTEGER NOT NULL, place_id TEXT NOT NULL, name TEXT NOT NULL, country TEXT,
  admin1 TEXT, admin2 TEXT, feature TEXT NOT NULL, population INTEGER NOT NULL, lat REAL, lon REAL,
  west REAL, south REAL, east REAL, north REAL, countries TEXT, within_km REAL, UNIQUE (place_id, source)
);
CREATE TABLE IF NOT EXISTS name (
  folded TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (folded, place, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spelling (
  skeleton TEXT NOT NULL, folded TEXT NOT NULL, sounds TEXT NOT NULL, PRIMARY KEY (skeleton, folded)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS slip (source INTEGER PRIMARY KEY, numbers BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS region ON place (feature) WHERE feature = 'ADM1';
"""
_PLACE = """p.place_id, p.name, p.country, p.admin1, p.admin2, p.feature, p.population, p.lat, p.lon,
  p.west, p.south, p.east, p.north, p.countries, p.within_km, s.name"""
_FROM = "FROM place p JOIN source s ON s.number = p.source"
_BY_NAME = f"""SELECT n.name, {_PLACE}
  FROM name n JOIN place p ON p.number = n.place JOIN source s ON s.number = p.source
  WHERE n.folded = ? ORDER BY p.population DESC, p.place_id, n.name LIMIT ?"""  # noqa: S608 (no input in it)
_INSERT = f"INSERT OR IGNORE INTO place VALUES ({', '.join('?' * 17)})"  # noqa: S608 (no input in it)
_FRAME = """UPDATE place SET west = b.west, south = b.south, east = b.east, north = b.north,
    lat = round((b.south + b.north) / 2, 3), lon = round((b.west + b.east) / 2, 3), population = b.people
  FROM (SELECT admin1, sum(population) AS people,
      min(lon) AS west, min(lat) AS south, max(lon) AS east, max(lat) AS north
    FROM place WHERE feature = 'PPL' GROUP BY admin1) b
  WHERE place.feature = 'ADM1' AND place.west IS NULL AND b.admin1 = place.admin1 AND b.east - b.west < 180"""
_SHORTEST = 2
"""A skeleton of one letter is that of thousands."""
_CHUNK = 20_000
"""So many places are written at a time: memory holds no more of them."""
_Row = tuple[str, str, str | None, str | None, str | None, str, int, float | None, float | None,
             float | None, float | None, float | None, float | None, str | None, float | None, str]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level region that has a code."""

    code: str
    place_id: str
    name: str


class Store:
    """A file of places, opened to read."""

    def __init__(self, path: Path, mode: Literal["rw", "rwc"] = "rw") -> None:
        # Not "ro": what a killed writer left behind is undone by the next to open, who must be able to write for that.
        self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, check_same_thread=False)
        try:
            self._check(path, new=mode == "rwc")
        except GazetteerError:
            self.close()
            raise

    @classmethod
    def writable(cls, path: Path) -> Store:
        """A file to write to, made where there is none."""
        store = cls(path, "rwc")
        store._base.executescript(_SCHEMA)
        store._base.execute("PRAGMA cache_size = -100000")
        return store

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def sources(self) -> tuple[Source, ...]:
        """What it was filled from, in the order of filling."""
        rows = self._base.execute("SELECT name, places, digest FROM source ORDER BY number")
        return tuple(Source(*row) for row in rows)

    def put(self, name: str, digest: str, places: Iterable[Named]) -> Source:
        """Take in a source, in the place of an earlier one of that name: all of it or, after an error, nothing."""
        with self._base:
            self._drop(name)
            number = self._base.execute("SELECT coalesce(max(number), 0) + 1 FROM source").fetchone()[0]
            count = self._write(number, places)
            self._base.execute("INSERT INTO source VALUES (?, ?, ?, ?)", (number, name, count, digest))
        return Source(name, count, digest)

    def drop(self, name: str) -> bool:
        """Take a source out; False if there is none of that name."""
        with self._base:
            return self._drop(name)

    def frame(self) -> None:
        """Give each first-level region that has no extent the box around its towns, its centre, and their people."""
        with self._base:
            self._base.execute(_FRAME)

    def named(self, folded: str, limit: int, regions: Mapping[str, str]) -> list[tuple[str, Entry]]:
        """The places with that folded name, each with the name that it has, the most populous first.

        `regions` are the names of first-level regions by code.
        """
        return [(row[0], _entry(row[1:], regions)) for row in self._base.execute(_BY_NAME, (folded, limit))]

    def spelt(self, skeleton: str, sounds: str | None, limit: int) -> list[tuple[str, str]]:
        """Folded names with that skeleton (and, if given, just those sounds), each with its sounds."""
        query = "SELECT folded, sounds FROM spelling WHERE skeleton = ?1 AND sounds = coalesce(?2, sounds) LIMIT ?3"
        return self._base.execute(query, (skeleton, sounds, limit)).fetchall()

    def near(self, folded: str) -> list[str]:
        """The folded names that are one letter away."""
        return slips.near(folded, self._numbers)

    @cached_property
    def _numbers(self) -> slips.Numbers:
        rows = self._base.execute("SELECT numbers FROM slip ORDER BY source")
        return slips.merged(np.frombuffer(row[0], dtype=np.uint64) for row in rows)

    def held(self, place_id: str, regions: Mapping[str, str]) -> list[Entry]:
        """What its sources say of a place, the newest source first."""
        query = f"SELECT {_PLACE} {_FROM} WHERE p.place_id = ? ORDER BY p.source DESC"
        return [_entry(row, regions) for row in self._base.execute(query, (place_id,))]

    def regions(self) -> Iterator[Region]:
        """The first-level regions that have a code, the newest source first."""
        query = """SELECT admin1, place_id, name FROM place WHERE feature = 'ADM1' AND admin1 IS NOT NULL
          ORDER BY source DESC, number"""
        return (Region(*row) for row in self._base.execute(query))

    def _check(self, path: Path, *, new: bool) -> None:
        try:
            layout = self._base.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise GazetteerError(str(path), f"can't be read ({error}); delete it") from error
        if layout not in ({0, LAYOUT} if new else {LAYOUT}):
            raise GazetteerError(str(path), "made by another version of Sayso; delete it and add your files again")

    def _drop(self, name: str) -> bool:
        row = self._base.execute("SELECT number FROM source WHERE name = ?", (name,)).fetchone()
        if row is None:
            return False
        self._base.execute("DELETE FROM name WHERE place IN (SELECT number FROM place WHERE source = ?)", row)
        self._base.execute("DELETE FROM place WHERE source = ?", row)
        self._base.execute("DELETE FROM slip WHERE source = ?", row)
        self._base.execute("DELETE FROM spelling WHERE folded NOT IN (SELECT folded FROM name)")
        self._base.execute("DELETE FROM source WHERE number = ?", row)
        return True

    def _write(self, source: int, places: Iterable[Named]) -> int:
        """Write the places of a source; one that it has twice is one place with the names of both."""
        first = self._base.execute("SELECT coalesce(max(number), 0) + 1 FROM place").fetchone()[0]
        known: dict[str, int] = {}
        numbers: list[slips.Numbers] = []
        each = iter(places)
        while chunk := list(islice(each, _CHUNK)):
            numbered = [(known.setdefault(one.entry.place_id, first + len(known)), one) for one in chunk]
            names = sorted({row for number, place in numbered for row in _folded(number, place.names)})
            rows = (_row(number, source, place.entry) for number, place in numbered)
            self._base.executemany(_INSERT, rows)
            self._base.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names)
            self._base.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)", _spellings(names))
            numbers.append(slips.numbers([folded for folded, _, _ in names]))
        self._base.execute("INSERT INTO slip VALUES (?, ?)", (source, slips.merged(numbers).tobytes()))
        return len(known)


def _folded(number: int, names: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """One row a folded form and place: of names that fold alike the first stands for all."""
    forms: dict[str, str] = {}
    for name in names:
        if folded := folding.fold(name):
            forms.setdefault(folded, name)
    return ((folded, number, name) for folded, name in forms.items())


def _spellings(names: Iterable[tuple[str, int, str]]) -> list[tuple[str, str, str]]:
    """The skeletons of all names that have one long enough to say anything."""
    distinct = {folded: name for folded, _, name in names}
    sounded = ((folded, folding.sounds(name)) for folded, name in distinct.items())
    boned = ((folding.bones(sounds), folded, sounds) for folded, sounds in sounded)
    return sorted(row for row in boned if len(row[0]) >= _SHORTEST)


def _row(number: int, source: int, entry: Entry) -> tuple[object, ...]:
    box = entry.extent or (None, None, None, None)
    return (
        number, source, entry.place_id, entry.name, entry.country, entry.admin1, entry.admin2, entry.feature,
        entry.population, entry.lat, entry.lon, *box, " ".join(entry.countries) or None, entry.within_km,
    )  # fmt: skip


def _entry(row: _Row, regions: Mapping[str, str]) -> Entry:
    (place_id, name, country, admin1, admin2, feature, population, lat, lon,
     west, south, east, north, countries, within_km, source) = row  # fmt: skip
    return Entry(
        place_id, name, country, admin1, regions.get(admin1 or ""), admin2, feature, population, lat, lon, source,
        _box(west, south, east, north), tuple(countries.split()) if countries else (), within_km,
    )  # fmt: skip


def _box(west: float | None, south: float | None, east: float | None, north: float | None) -> Box | None:
    if west is None or south is None or east is None or north is None:
        return None
    return west, south, east, north
