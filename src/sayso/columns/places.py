"""The places of events, with counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.columns.counting import Pairs, largest, pairs
from sayso.columns.masks import mask
from sayso.columns.presented import AHEAD, DENIED, HAPPENED, manner
from sayso.columns.snapshot import Atlas, Known, Snapshot
from sayso.columns.texts import Codes
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.words.records import Box

_POINTS = ("exact", "near")


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place of events: how many claims, in how many articles. Coordinates are decimal degrees (WGS 84).

    `region` says that it is no point: a district, a province, a country, a river; its coordinates, where it has any,
    are its centre, `extent` its box (west, south, east, north). `happened`, `denied` and `ahead` are claims by how they
    present the event, `ahead` what will happen, is planned, demanded, possible or conditional.
    """

    place_id: str
    name: str
    country: str | None
    admin1: str | None
    precision: str | None
    lat: float | None
    lon: float | None
    claims: int
    articles: int
    extent: Box | None = None
    region: bool = False
    happened: int = 0
    denied: int = 0
    ahead: int = 0


def places(now: Snapshot, which: Filter = EVERYTHING) -> tuple[PlaceCount, ...]:
    """The places of events in the claims that pass the filter, the most frequent first."""
    atlas, size = now.atlas, len(now.atlas.ids)
    found = _placed(now).of(mask(now, which))
    claims, articles = found.counts(size), found.articles(now, size)
    how = manner(now)[found.claim]
    by_manner = [np.bincount(found.code[how == kind], minlength=size) for kind in (HAPPENED, DENIED, AHEAD)]
    best = now.memo(_best, atlas)
    return tuple(
        _count(best[code], [int(counts[code]) for counts in (claims, articles, *by_manner)])
        for code in largest(claims, None, atlas.ids.__getitem__)
    )


def _count(place: Known, counts: list[int]) -> PlaceCount:
    claims, articles, happened, denied, ahead = counts
    assert place.place_id is not None  # it is found by it
    return PlaceCount(
        place_id=place.place_id,
        name=place.name or place.place_id,
        country=place.country,
        admin1=place.admin1,
        precision=place.precision,
        lat=place.lat,
        lon=place.lon,
        claims=claims,
        articles=articles,
        extent=place.extent,
        region=place.precision not in _POINTS,
        happened=happened,
        denied=denied,
        ahead=ahead,
    )


def _placed(now: Snapshot) -> Pairs:
    return now.memo(_pairs, now.claim(now.claims.places), now.sites.place, now.atlas)


def _pairs(claim: Codes, place: Codes, atlas: Atlas) -> Pairs:
    return pairs(claim, atlas.place_id[place])


def _best(atlas: Atlas) -> dict[int, Known]:
    """What is known of each place: of the place itself, rather than of what lies near it."""
    best: dict[int, Known] = {}
    for code, place in zip(atlas.place_id.tolist(), atlas.known, strict=True):
        if place is not None and (code not in best or _rank(place) < _rank(best[code])):
            best[code] = place
    return best


def _rank(place: Known) -> tuple[str, str]:
    """By precision, "exact" before "near"; then by all the rest, so that it doesn't matter which was read first."""
    return place.precision or "", str(place)
