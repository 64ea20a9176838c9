"""The places that a name may mean, with what is true of each whatever the article: one table a name."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.world.gazetteer import Entry, Gazetteer, Match
from sayso.world.gazetteer.folding import fold
from sayso.world.places import countries, naming, surroundings

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

SECOND = ("County", "District")
"""Words that the names of second-level regions may end with, or leave out."""
MOST = 48
"""Candidates kept of one name, by likeness and population: no name of the training corpora needs more."""

_LETTERS = 2
"""Letters of the longest name that isn't looked for in another case: SA is no town of Sa."""
_INITIALS = 4
"""Letters of the longest name taken for initials; longer ones in capitals are a headline's or a dateline's."""

ALIKE = 0.95
"""How alike names are that sound just the same."""
REGIONS = frozenset({"first", "second"})

_PART = 0.7
"""How alike a longer name is to the name within it."""
_PARTS = 4
_KNOWN = 100_000
"""People of the smallest town that is looked for within a longer name: the names of smaller ones are words, too."""

CLASSES = (
    "country",
    "first",
    "second",
    "capital",
    "seat",
    "settlement",
    "quarter",
    "region",
    "water",
    "relief",
    "facility",
)
_SETTLED = ("capital", "seat", "settlement", "quarter")
FITS = {
    "country": ("country",),
    "first": ("first",),
    "second": ("second",),
    "settlement": _SETTLED,
    "facility": ("facility",),
    "water": ("water",),
    "relief": ("relief",),
    "region": ("region", "first"),
}
"""The classes that a kind stated in the text fits."""
_HOW = ("written", "transliterated", "misspelt", "demonym", "part")
WRITTEN = ("exact", "folded")
STATIC = (
    "population", "less than the largest", "rank", "ambiguity", "likeness", "its first name", "rank in its country",
    "others so first",
    *CLASSES, *_HOW,
)  # fmt: skip
"""The columns of `Table.static`."""


@dataclass(frozen=True, slots=True)
class Table:
    """The candidates of one name, best known first. Arrays have one row a candidate.

    `points` are unit vectors (n, 3), `placed` tells which have coordinates. `country` and `first` are numbers of the
    country and the first-level region, −1 if unknown. `static` is (n, len(STATIC)).
    """

    matches: tuple[Match, ...]
    static: Floats
    points: Floats
    placed: Mask
    country: Numbers
    first: Numbers
    classes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.matches)


class Numbering:
    """Codes → small numbers, the same code always the same number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, code: str | None) -> int:
        """The number of a code; −1 for None."""
        return -1 if code is None else self._numbers.setdefault(code, len(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)


class Candidates:
    """Names → tables over one gazetteer, memoised."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.numbering = Numbering()
        self.regions = surroundings.regions(gazetteer.first_level)
        self.of = lru_cache(maxsize=20_000)(self._of)

    def _of(self, bare: str, whole: str, kind: str | None, *, second: bool = False) -> tuple[Table, bool]:
        """The table of a name, and whether the whole mention was found rather than its bare name.

        `second` asks for counties and districts of the name too.
        """
        if not bare:
            return self._table((), ""), False
        demonym = countries.demonym(whole) or (None if kind else countries.demonym(bare))
        if demonym and (state := self.state(demonym)):
            return self._table([state], whole), True
        found = _initials(self.gazetteer.find(whole, MOST), whole)
        if whole == bare or any(match.how in WRITTEN for match in found):
            wholly = True
        else:
            found, wholly = self.gazetteer.find(bare, MOST), False
        if not any(match.how in WRITTEN for match in found):
            found = (*found, *self._within(whole))
        name = whole if wholly else bare
        seconds = self._seconds(bare) if second or kind == "second" else []
        return self._table(_of_kind(_lands_first((*seconds, *found), name), kind), name), wholly

    def holds(self, name: str, kind: str | None) -> bool:
        """Whether a place of a kind, or of any, is called so but for marks and hyphens."""
        found = (match.entry for match in self.gazetteer.find(name, MOST) if match.how in WRITTEN)
        return any(kind is None or kind_of(entry.feature) in FITS[kind] for entry in found)

    def _seconds(self, bare: str) -> list[Match]:
        """Counties named without the word: "Clarke and Oconee counties"."""
        found = [match for word in SECOND for match in self.gazetteer.find(f"{bare} {word}", MOST)]
        return [match for match in found if match.how in WRITTEN]

    def _within(self, name: str) -> list[Match]:
        """What the longest known name within a longer one may mean: "Dubai" in "Dubai World Cup"."""
        words = name.split()
        firsts = 1 if naming.is_compound(name) else len(words)
        for size in range(min(len(words) - 1, _PARTS), 0, -1):
            for first in range(min(firsts, len(words) - size + 1)):
                part = " ".join(words[first : first + size])
                if part[0].isupper() and (found := self._part(part)):
                    return [replace(match, how="part", likeness=_PART) for match in found]
        return []

    def _part(self, name: str) -> list[Match]:
        code = countries.demonym(name) or countries.named(name)
        if code:
            return [state] if (state := self.state(code)) else []
        return [match for match in self.gazetteer.named(name, _PARTS) if _is_known(match.entry)]

    def inside(self, table: Table, outer: Table, name: str) -> Table:
        """The candidates that lie in a country or region of the other table, where some do: "Paris, Texas".

        A name that may itself be of that level stays as it is: "Jordan, Syria and Iraq" is a list.
        """
        areas = {kind for kind in outer.classes if kind in ("country", "first")}
        if "country" in table.classes or ("first" in areas and "first" in table.classes):
            return table
        within = {match.entry.country for match in outer.matches if kind_of(match.entry.feature) == "country"}
        regions = {match.entry.admin1 for match in outer.matches if kind_of(match.entry.feature) == "first"} - {None}
        kept = [match for match in table.matches if match.entry.country in within or match.entry.admin1 in regions]
        return self._table(kept, name) if kept else table

    def state(self, code: str) -> Match | None:
        """The country of a code, as a match by its people's name."""
        name = countries.name(code)
        for match in self.gazetteer.find(name, MOST) if name else ():
            if match.entry.country == code and kind_of(match.entry.feature) == "country":
                return match
        return None

    def _table(self, found: Sequence[Match], name: str) -> Table:
        matches = tuple(found)
        entries = [match.entry for match in matches]
        classes = tuple(class_of(entry) for entry in entries)
        return Table(
            matches,
            _static(matches, classes, name),
            np.array([_point(entry) for entry in entries], np.float32).reshape(-1, 3),
            np.array([entry.lat is not None for entry in entries], np.bool_),
            np.array([self.numbering.of(entry.country) for entry in entries], np.int64),
            np.array([self.numbering.of(entry.admin1) for entry in entries], np.int64),
            classes,
        )


def _is_known(entry: Entry) -> bool:
    return entry.population >= _KNOWN or class_of(entry) in ("country", "first", "region", "water")


def _lands_first(found: Sequence[Match], name: str) -> Sequence[Match]:
    """Where a country is called so, no place that is only called so besides: a village whose other name is Syria."""
    if not any(match.how == "exact" and kind_of(match.entry.feature) == "country" for match in found):
        return found
    folded = fold(name)
    return [m for m in found if kind_of(m.entry.feature) in ("country", "first") or fold(m.entry.name) == folded]


def _initials(found: Sequence[Match], name: str) -> Sequence[Match]:
    """Those that are written in the same capitals, if there are any: the EU is no town of Eu."""
    if len(name) > _INITIALS or not name.isupper():
        return found
    same = [match for match in found if match.name == name]
    return same or (found if len(name) > _LETTERS else [])


def _of_kind(found: Sequence[Match], kind: str | None) -> Sequence[Match]:
    """Those of the kind that the text states, if there are any of that very name: "Aleppo province" is no city.

    A region whose name sounds just so is one as well, where none is written so: "Deir el-Zour province".
    """
    fits = FITS.get(kind or "", ())
    fitting = [m for m in found if class_of(m.entry) in fits] if fits else []
    written = [m for m in fitting if m.how in WRITTEN]
    alike = [m for m in fitting if m.how == "transliterated" and m.likeness >= ALIKE] if kind in REGIONS else []
    return written or alike or found


def class_of(entry: Entry) -> str:
    """The class of an entry: that of its feature, or "capital" or "seat" for a town that is one by its name."""
    kind = kind_of(entry.feature)
    if kind == "settlement" and entry.country and fold(entry.name) == fold(countries.capital(entry.country) or ""):
        return "capital"
    if kind == "settlement" and entry.admin1_name and fold(entry.name) == fold(entry.admin1_name):
        return "seat"
    return kind


def kind_of(feature: str) -> str:
    """The class (of `CLASSES`) of a GeoNames feature code."""
    if feature.startswith("PCL"):
        return "country"
    if feature.startswith("ADM"):
        return "first" if feature.startswith("ADM1") else "second"
    if feature.startswith("PPL"):
        return {"PPLC": "capital", "PPLA": "seat", "PPLX": "quarter"}.get(feature, "settlement")
    return _OTHERS.get(feature, "facility")


_OTHERS = {
    code: kind
    for kind, codes in {
        "region": "RGN RGNE AREA CONT ZN ZNB TERR LTER RGNL PRSH CST COLF MILB",
        "water": "STM STMS LK LKS SEA OCN GULF STRT BAY CHN CNL RSV HBR",
        "relief": "MT MTS HLL HLLS VAL DSRT PLN PEN ISL ISLS PLAT FRST CAPE UPLD PASS PRK RES",
    }.items()
    for code in codes.split()
}


def _point(entry: Entry) -> tuple[float, float, float]:
    if entry.lat is None or entry.lon is None:
        return 0.0, 0.0, 0.0
    lat, lon = math.radians(entry.lat), math.radians(entry.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _static(matches: Sequence[Match], classes: Sequence[str], name: str) -> Floats:
    rows = np.zeros((len(matches), len(STATIC)), np.float32)
    if not matches:
        return rows
    sizes = [math.log10(match.entry.population + 1) / 7 for match in matches]
    ranks = np.argsort(np.argsort([-size for size in sizes], kind="stable"), kind="stable")
    rows[:, 0] = sizes
    rows[:, 1] = rows[:, 0] - max(sizes)
    rows[:, 2] = 1 / (1 + ranks)
    rows[:, 3] = math.log(len(matches)) / 4
    key = fold(name)
    larger: Counter[str | None] = Counter()
    for number in np.argsort(ranks).tolist():
        country = matches[number].entry.country
        rows[number, 6] = 1 / (1 + larger[country])
        larger[country] += 1
    for row, match, class_ in zip(rows, matches, classes, strict=True):
        row[4] = 1.0 if match.how in WRITTEN else match.likeness
        row[5] = fold(match.entry.name) == key
        row[8 + CLASSES.index(class_)] = 1
        row[8 + len(CLASSES) + _HOW.index(_how(match, name))] = 1
    rows[:, 7] = (rows[:, 5] == 0) & rows[:, 5].any()
    return rows


def _how(match: Match, name: str) -> str:
    if match.how == "part":
        return "part"
    if countries.demonym(name) is not None and kind_of(match.entry.feature) == "country":
        return "demonym"
    return "written" if match.how in WRITTEN else match.how
