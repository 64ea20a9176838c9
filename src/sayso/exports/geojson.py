"""GeoJSON (RFC 7946) for QGIS, geojson.io and other maps: one feature for each place of each event.

A place with coordinates is a point, with its `precision` beside it; a region is its box. What has neither, such as a
country, is left out: no capital stands in for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from sayso.exports.extract import Extract
from sayso.exports.flat import CLAIM_COLUMNS, claim_cells
from sayso.words.records import Article, Box, Claim, Place

Geometry = dict[str, object]


def write(extract: Extract, out: BinaryIO) -> int:
    """Write the places of the claims as one FeatureCollection; returns how many features."""
    found = (feature for claim, article in extract.sourced() for feature in features(claim, article))
    encoder, written = msgspec.json.Encoder(), 0
    out.write(b'{"type":"FeatureCollection","features":[')
    for written, feature in enumerate(found, 1):
        out.write((b"\n" if written == 1 else b",\n") + encoder.encode(feature))
    out.write(b"\n]}\n")
    return written


def features(claim: Claim, article: Article) -> Iterator[dict[str, object]]:
    """The located places of one claim; the properties are the columns of CSV, then those of the place."""
    told = dict(zip(CLAIM_COLUMNS, claim_cells(claim, article), strict=True))
    for place in claim.event.places if claim.event else ():
        geometry = _geometry(place)
        if geometry is not None:
            here = {
                "place": place.text,
                "name": place.name,
                "country": place.country,
                "admin1": place.admin1,
                "precision": place.precision,
                "place_id": place.place_id,
            }
            yield {"type": "Feature", "geometry": geometry, "properties": told | here}


def _geometry(place: Place) -> Geometry | None:
    if place.lat is not None and place.lon is not None:
        return {"type": "Point", "coordinates": [place.lon, place.lat]}
    return None if place.extent is None else _box(place.extent)


def _box(extent: Box) -> Geometry:
    """The box; where it crosses the antimeridian, its two halves, as the standard wants them."""
    west, south, east, north = extent
    if west <= east:
        return {"type": "Polygon", "coordinates": _ring(west, south, east, north)}
    halves = [_ring(west, south, 180.0, north), _ring(-180.0, south, east, north)]
    return {"type": "MultiPolygon", "coordinates": halves}


def _ring(west: float, south: float, east: float, north: float) -> list[list[list[float]]]:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]
