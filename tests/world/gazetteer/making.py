"""A few places of our own, to test with."""

from __future__ import annotations

from dataclasses import replace

from sayso.world.gazetteer import Entry
from sayso.world.gazetteer.entries import Named

TOWN = Entry("", "", "SY", None, None, None, "PPL", 0, 35.0, 38.0, "test")


def town(key: int, *names: str, **given: object) -> Named:
    """A place of the test gazetteer under its names."""
    entry = replace(TOWN, place_id=f"geonames:{key}", name=names[0])
    return Named(replace(entry, **given), names)  # type: ignore[arg-type]


PLACES = (
    town(1, "Al Ḩasakah", population=80_000, admin1="SY.01"),
    town(2, "Deir ez-Zor", "Dayr az Zawr", population=240_000),
    town(3, "Ālbū Kamāl", "Abu Kamal", population=40_000),
    town(4, "Ar Raqqah", "Raqqa", population=170_000),
    town(5, "Tall ‘Afar", country="IQ", population=160_000),
    town(6, "Saraqib", population=30_000),
    town(7, "Tripoli", country="LY", population=1_150_000),
    town(8, "Tripoli", "Tarabulus", country="LB", population=230_000),
    town(9, "St. Louis", country="US", population=300_000),
    town(10, "Syria", feature="PCLI", lat=None, lon=None, population=17_000_000),
    town(11, "Hasakah", feature="ADM1", admin1="SY.01", lat=None, lon=None),
    town(12, "Idlib", population=100_000),
    town(13, "Homs", population=700_000),
)
