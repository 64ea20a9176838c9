"""Articles with annotated place names → what the ranker is to believe of each name's candidates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.words.records import Entity
from sayso.world.gazetteer import Entry
from sayso.world.places import features
from sayso.world.places.candidates import STATIC, Candidates, Floats, kind_of
from sayso.world.places.scene import Group, survey
from training.corpora.geoparsing import Geoparsed, Toponym

LABELS = frozenset({"place", "facility", "nationality", "organisation"})
"""The labels of the model's entities that may name a place."""
_RESPELT = 0.33
_STATIC = {name: number for number, name in enumerate(STATIC)}
_NONE = {name: number for number, name in enumerate(features.NONE)}
_EARTH_KM = 6371.0
_CLOSE_KM = 25.0
_WIDE_KM = 300.0


@dataclass(frozen=True, slots=True)
class Named:
    """A mention as the linker takes it, and the annotation it stands on, if any."""

    start: int
    end: int
    label: str | None
    gold: Toponym | None


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its sheet, the right share of each candidate and of none, and each group's weight (0: not asked)."""

    sheet: features.Sheet
    right: Floats
    none: Floats
    weight: Floats


def given(document: Geoparsed) -> list[Named]:
    """The annotated names, as if the model had marked all of them as places."""
    return [Named(toponym.start, toponym.end, "place", toponym) for toponym in document.toponyms]


def marked(document: Geoparsed, entities: Sequence[Entity]) -> list[Named]:
    """What the model marked, each with the annotation that it overlaps."""
    found = []
    for entity in entities:
        if entity.label in LABELS:
            gold = next((t for t in document.toponyms if t.start < entity.end and entity.start < t.end), None)
            found.append(Named(entity.start, entity.end, entity.label, gold))
    return sorted(found, key=lambda named: (named.start, named.end))


def example(document: Geoparsed, mentions: Sequence[Named], candidates: Candidates) -> Example:
    """The sheet of an article with what is right."""
    scene = survey(document.article, mentions, candidates)
    sheet = features.sheet(scene, candidates.numbering)
    right, none = np.zeros(len(sheet.group), np.float32), np.zeros(len(scene.groups), np.float32)
    for number, group in enumerate(scene.groups):
        rows = slice(int(sheet.first[number]), int(sheet.first[number + 1]))
        for member in group.members:
            fitting = _fitting(group, mentions[member].gold)
            if len(fitting):
                right[rows][fitting] += 1 / len(fitting) / len(group.members)
            else:
                none[number] += 1 / len(group.members)
    weight = np.array([len(group.members) ** 0.7 for group in scene.groups], np.float32)
    return Example(sheet, right, none, weight)


def respelt(given: Example, random: np.random.Generator) -> Example:
    """The same article with a third of its names spelt in another way: the corpora hold few transliterations."""
    sheet = given.sheet
    static, none = sheet.static.copy(), sheet.none.copy()
    chosen = random.random(len(sheet.weight)) < _RESPELT
    rows = chosen[sheet.group] & (static[:, _STATIC["written"]] > 0)
    like = random.uniform(0.8, 0.97, len(chosen)).astype(np.float32)
    for array, at, changed, likeness in (
        (static, _STATIC, rows, like[sheet.group]),
        (none, _NONE, chosen & (none[:, _NONE["written"]] > 0), like),
    ):
        array[changed, at["likeness"]] = likeness[changed]
        array[changed, at["written"]] = 0
        array[changed, at["transliterated"]] = 1
    static[rows, _STATIC["its first name"]] = 0
    return replace(given, sheet=replace(sheet, static=static, none=none))


def _fitting(group: Group, gold: Toponym | None) -> list[int]:
    """The candidates that are the annotated place: of its id, else those nearest to it of its kind."""
    if gold is None:
        return []
    entries = [match.entry for match in group.table.matches]
    if same := [n for n, entry in enumerate(entries) if entry.place_id == f"geonames:{gold.geonames_id}"]:
        return same
    away = [_away(entry, gold) for entry in entries]
    nearest = min(away, default=math.inf)
    return [number for number, km in enumerate(away) if km == nearest < math.inf][:1]


def _away(entry: Entry, gold: Toponym) -> float:
    """Kilometres from the annotated place where an entry may be it, else infinite."""
    if _around(entry, gold):
        return _CLOSE_KM
    km = distance(entry.lat, entry.lon, gold.lat, gold.lon)
    kind = kind_of(gold.feature) if gold.feature else None
    if kind == "country" or (kind and (kind == "first") is not (kind_of(entry.feature) == "first")):
        return math.inf
    return km if km < (_WIDE_KM if kind_of(entry.feature) in ("first", "region", "water") else _CLOSE_KM) else math.inf


def _around(entry: Entry, gold: Toponym) -> bool:
    """Whether an entry without a border of its own has the annotated point in its extent."""
    if (
        kind_of(entry.feature) not in ("region", "water", "relief")
        or entry.extent is None
        or gold.lat is None
        or gold.lon is None
    ):
        return False
    west, south, east, north = entry.extent
    across = west <= gold.lon <= east if west <= east else gold.lon >= west or gold.lon <= east
    return across and south <= gold.lat <= north and gold.feature not in ("PPL", "PPLA", "PPLC", "PCLI", "ADM1", "ADM2")


def distance(lat: float | None, lon: float | None, other_lat: float | None, other_lon: float | None) -> float:
    """Kilometres between two points; infinite where one is unknown."""
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return math.inf
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((a - b) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon - other_lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
