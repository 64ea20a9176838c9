"""Made-up reports whose words say what lies in what: "the village of A, in B province", "A, 20 km north of C".

Annotated corpora hold few of them beside "Paris, Texas", and hardly one whose place the gazetteer lacks. Here one name
in seven is of a town of elsewhere, in a region that has none of that name: then none is right, whatever is called so.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from sayso.world.gazetteer import defaults, lists
from sayso.world.gazetteer.entries import Named
from sayso.world.gazetteer.folding import fold
from training.corpora.geoparsing import Geoparsed
from training.places.stories import WARS, Part, filled, story

REPORTS = 4
"""Reports of each country."""
_SEED = 20220224
_IN = (
    "Shells fell on {} in {}{}.",
    "The village of {}, in {}{}, was looted.",
    "Two people were killed in the town of {} in {}{}.",
    "{}, a town in {}{}, lost power.",
    "Fighters entered {}, {}{}, at dawn.",
)
_LISTED = ("Jets struck {}, {} and {} in {}{}.", "Families fled {} and {} to {}, in {}{}.")
_OPENED = ("In {}{}, the village of {} was shelled.", "{}{}: one killed in {}.")
_BESIDE = (
    "The army took {}, near {}.",
    "Clashes in {}, {} km {} of {}, went on.",
    "{}, a village {} of {}, was hit.",
)
_OWNED = ("Smoke rose over {}'s {} district.", "Smoke rose over the {} district of {}.")
_KINDS = (" province", " region", " governorate", " state", "")
_BEARINGS = ("north", "south", "east", "west", "north-east", "south-west")
_ABOUT = "Officials in {} gave no figures."
_LACKED = 0.15
_COMMON = 0.5
_NEAR_KM = 40.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class _Land:
    """A country with its towns by region, its regions, and the folded names that each region holds."""

    country: Named
    regions: Mapping[str, Named]
    towns: Mapping[str, Sequence[Named]]
    held: Mapping[str, frozenset[str]]
    common: Mapping[str, Sequence[Named]]
    """Towns whose name others share, in whatever country."""


def reports() -> Iterator[Geoparsed]:
    """So many for each country, the same on every call."""
    chance = random.Random(_SEED)
    lands = _lands()
    everywhere = [town for code in sorted(lands) for towns in lands[code].towns.values() for town in towns]
    for code in sorted(lands):
        for number in range(REPORTS):
            land = lands[code]
            parts = [_sentence(land, everywhere, chance) for _ in range(chance.randint(1, 4))]
            if chance.random() < _COMMON:
                parts.insert(chance.randint(0, len(parts)), filled(_ABOUT, iter([_plain(land.country)])))
            yield story(f"report-{code}-{number}", parts)


def _lands() -> dict[str, _Land]:
    countries = {named.entry.country: named for named in defaults.countries()}
    regions: dict[str, dict[str, Named]] = defaultdict(dict)
    for named in lists.divisions():
        entry = named.entry
        if entry.feature == "ADM1" and entry.country and entry.admin1 and entry.place_id.startswith("geonames:"):
            regions[entry.country][entry.admin1] = named
    towns: dict[str, dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    shared: dict[str, int] = defaultdict(int)
    for town in defaults.cities():
        shared[fold(town.entry.name)] += 1
        if town.entry.country in WARS and town.entry.admin1 in regions[town.entry.country]:
            towns[town.entry.country][town.entry.admin1].append(town)
    return {
        code: _Land(
            countries[code],
            {region: regions[code][region] for region in sorted(by_region)},
            by_region,
            {r: frozenset(fold(name) for town in some for name in town.names) for r, some in by_region.items()},
            {r: [town for town in some if shared[fold(town.entry.name)] > 1] for r, some in by_region.items()},
        )
        for code, by_region in sorted(towns.items())
    }


def _sentence(land: _Land, everywhere: Sequence[Named], chance: random.Random) -> list[Part]:
    region = chance.choice(sorted(land.towns))
    names = [_town(land, region, everywhere, chance) for _ in range(3)]
    outer = _plain(land.regions[region])
    kind = chance.choice(_KINDS) if not outer[0].lower().endswith(("state", "region", "province", "oblast")) else ""
    shape = chance.choice(("in", "in", "in", "listed", "opened", "beside", "owned"))
    if shape == "listed":
        return filled(chance.choice(_LISTED), iter([*names, outer, kind]))
    if shape == "opened":
        return filled(chance.choice(_OPENED), iter([outer, kind, names[0]]))
    if shape == "beside":
        return _beside(land, region, names[0], chance)
    if shape == "owned":
        city = max(land.towns[region], key=lambda town: town.entry.population)
        lacked = (names[0][0], None)
        inner, whole = chance.choice(((lacked, _plain(city)), (lacked, outer)))
        first = chance.choice(_OWNED)
        return filled(first, iter([whole, inner] if first == _OWNED[0] else [inner, whole]))
    template = chance.choice(_IN)
    return filled(template, iter([names[0], outer, kind]))


def _beside(land: _Land, region: str, name: tuple[str, Named | None], chance: random.Random) -> list[Part]:
    """A town beside a larger one; where the gazetteer lacks it, beside any."""
    _, town = name
    near = [other for other in land.towns[region] if town is None or 0 < _away(town, other) < _NEAR_KM]
    if not near:
        return filled(_IN[0], iter([name, _plain(land.regions[region]), ""]))
    other = max(near, key=lambda one: one.entry.population)
    bearing = chance.choice(_BEARINGS)
    template = chance.choice(_BESIDE)
    given: dict[int, list[Part]] = {
        0: [name, _plain(other)],
        1: [name, str(chance.randint(3, 40)), bearing, _plain(other)],
        2: [name, bearing, _plain(other)],
    }
    return filled(template, iter(given[_BESIDE.index(template)]))


def _away(one: Named, two: Named) -> float:
    """Kilometres between two towns of a region."""
    a, b = one.entry, two.entry
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat))) * _KM_PER_DEGREE


def _town(land: _Land, region: str, everywhere: Sequence[Named], chance: random.Random) -> tuple[str, Named | None]:
    if chance.random() < _LACKED:
        name = chance.choice(everywhere).entry.name
        return (name, None) if fold(name) not in land.held[region] else _plain(chance.choice(land.towns[region]))
    towns = land.common[region] if land.common[region] and chance.random() < _COMMON else land.towns[region]
    town = chance.choice(towns)
    spellings = [name for name in town.names if len(name) > 3 and name[0].isupper()]
    return chance.choice([town.entry.name, *spellings]), town


def _plain(place: Named) -> tuple[str, Named | None]:
    return place.entry.name, place
