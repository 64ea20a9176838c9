"""Makes `src/views/map/disputed.json`, the borders that the map dashes, from Natural Earth 4.1.0 (public domain).

    cd ui
    python tools/disputed.py world_map.gpkg node_modules/world-atlas/countries-50m.json > src/views/map/disputed.json

`world_map.gpkg` is QGIS's, from Debian's package `qgis-common`; its layer `disputed_borders` is Natural Earth's 1:10m
"Breakaway, Disputed Areas (boundary lines)" as it is. `countries-50m.json` is npm's `world-atlas` 2, of the same
version of Natural Earth. Two things are dashed:

1. Natural Earth's disputed lines, thinned to about 1:50m. Where one runs along a border of the 1:50m map, it takes that
   border's course, so that nothing is drawn twice.
2. The borders of `STRETCHES`, which Natural Earth 1:50m draws but whose course or whose parties are in dispute; the
   1:50m package doesn't say so.
"""

from __future__ import annotations

import json
import sqlite3
import struct
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, pairwise
from math import hypot
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]

WORLD: Box = (-180, -90, 180, 90)
STRETCHES: list[tuple[str, str, Box]] = [
    ("Kosovo", "Serbia", WORLD),
    ("N. Cyprus", "Cyprus", WORLD),
    ("Somaliland", "Somalia", WORLD),
    ("W. Sahara", "Morocco", WORLD),
    ("Palestine", "Israel", WORLD),
    ("Siachen Glacier", "India", WORLD),
    ("Siachen Glacier", "Pakistan", WORLD),
    ("Siachen Glacier", "China", WORLD),
    ("India", "Pakistan", (73.0, 32.4, 78.0, 37.0)),  # the Line of Control in Kashmir
    ("India", "China", (77.0, 32.4, 80.4, 36.0)),  # the Line of Actual Control at Aksai Chin
    ("India", "China", (91.5, 27.0, 97.5, 29.6)),  # the McMahon Line at Arunachal Pradesh
    ("Russia", "Ukraine", (32.0, 44.0, 37.0, 46.4)),  # Crimea
    ("Israel", "Syria", WORLD),  # the Golan Heights
    ("Israel", "Lebanon", (35.55, 33.2, 35.9, 33.5)),
]
ALONG = 0.06
"""Degrees within which a line at 1:10m counts as running along one at 1:50m."""
THIN = 0.012
"""Degrees by which thinning may move a line: less than a screen's pixel at the zoom that 1:50m is made for."""


def main(package: Path, atlas: Path) -> None:
    """Write the lines as GeoJSON to standard output."""
    borders = list(_borders(json.loads(atlas.read_text())))
    claimed = list(_claimed(package))
    dashed = [part for a, b, line in borders for part in _dashed(a, b, line, claimed)]
    lines = [line for _, _, line in borders]
    dashed += [part for line in claimed for part in _parts(line, lambda p: not _near(p, lines))]
    rounded = {tuple((round(x, 3), round(y, 3)) for x, y in _thinned(line)) for line in dashed}
    geometry = {"type": "MultiLineString", "coordinates": sorted(rounded)}
    sys.stdout.write(json.dumps(geometry, separators=(",", ":")).replace("]],[[", "]],\n[[") + "\n")


def _claimed(package: Path) -> Iterator[Line]:
    with sqlite3.connect(f"file:{package}?mode=ro", uri=True) as connection:
        for (blob,) in connection.execute("SELECT geom FROM disputed_borders ORDER BY fid"):
            yield from _joined(_geometry(blob))


def _geometry(blob: bytes) -> list[Line]:
    """The lines of a GeoPackage's geometry: a header, an envelope, then well-known binary."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return _lines(blob, 8 + envelope)[0]


def _lines(blob: bytes, at: int) -> tuple[list[Line], int]:
    order = "<" if blob[at] else ">"
    kind, count = struct.unpack_from(f"{order}II", blob, at + 1)
    at += 9
    if kind % 1000 == 2:
        numbers = struct.unpack_from(f"{order}{2 * count}d", blob, at)
        return [tuple(zip(numbers[::2], numbers[1::2], strict=True))], at + 16 * count
    found: list[Line] = []
    for _ in range(count):
        part, at = _lines(blob, at)
        found += part
    return found, at


def _joined(lines: list[Line]) -> list[Line]:
    """The lines with those that share an end made one."""
    done: list[Line] = []
    rest = list(lines)
    while rest:
        line = rest.pop()
        while (other := next((o for o in rest if {o[0], o[-1]} & {line[0], line[-1]}), None)) is not None:
            rest.remove(other)
            line = line[::-1] if line[0] in (other[0], other[-1]) else line
            line += (other if other[0] == line[-1] else other[::-1])[1:]
        done.append(line)
    return done


def _borders(atlas: dict[str, Any]) -> Iterator[tuple[str, str, Line]]:
    """Each arc of TopoJSON that two countries share, with their names."""
    owners: dict[int, list[str]] = {}
    for country in atlas["objects"]["countries"]["geometries"]:
        for arc in _flat(country.get("arcs", [])):
            owners.setdefault(arc if arc >= 0 else ~arc, []).append(country["properties"]["name"])
    (kx, ky), (dx, dy) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc, names in owners.items():
        if len(set(names)) == 2:
            x = y = 0
            points: list[Point] = []
            for step in atlas["arcs"][arc]:
                x, y = x + step[0], y + step[1]
                points.append((x * kx + dx, y * ky + dy))
            a, b = sorted(set(names))
            yield a, b, tuple(points)


def _flat(arcs: Any) -> Iterator[int]:
    for arc in arcs:
        if isinstance(arc, int):
            yield arc
        else:
            yield from _flat(arc)


def _dashed(a: str, b: str, line: Line, claimed: list[Line]) -> Iterator[Line]:
    boxes = [box for one, two, box in STRETCHES if {one, two} == {a, b}]
    yield from _parts(line, lambda p: any(_inside(p, box) for box in boxes) or _near(p, claimed))


def _parts(line: Line, wanted: Callable[[Point], bool]) -> Iterator[Line]:
    """The stretches of a line whose points are wanted; one shorter than a tenth of a degree is a mere crossing."""
    for is_wanted, group in groupby(line, wanted):
        part = tuple(group)
        if is_wanted and sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(part)) > 0.1:
            yield part


def _inside(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _near(point: Point, lines: list[Line]) -> bool:
    close = (line for line in lines if _inside(point, _box(line)))
    return any(_distance(point, a, b) < ALONG for line in close for a, b in pairwise(line))


@cache
def _box(line: Line) -> Box:
    xs, ys = zip(*line, strict=True)
    return min(xs) - ALONG, min(ys) - ALONG, max(xs) + ALONG, max(ys) + ALONG


def _distance(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / ((dx * dx + dy * dy) or 1)
    t = min(1, max(0, t))
    return hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy)


def _thinned(line: Line) -> Line:
    """The line by Douglas and Peucker."""
    if len(line) < 3:
        return line
    far, at = max((_distance(point, line[0], line[-1]), i) for i, point in enumerate(line[1:-1], 1))
    return (line[0], line[-1]) if far < THIN else _thinned(line[: at + 1])[:-1] + _thinned(line[at:])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
