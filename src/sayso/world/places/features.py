"""What speaks for each candidate, and for none of them, as numbers: the input of `ranker`.

`belief` is how likely each candidate was thought before (0 … 1): the other names of the article speak through it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.world.places import cells
from sayso.world.places.candidates import CLASSES, FITS, STATIC, Floats, Numbering, Numbers
from sayso.world.places.scene import Group, How, Scene

_EARTH = 6371.0
_REACH = (30.0, 150.0, 600.0)
"""Kilometres at which a kernel of distance is one half."""
_DISTRICT = 80.0
"""Kilometres from the middle of a district beyond which nothing lies in it."""
_BESIDE, _FAR = 50.0, 150.0
"""Kilometres at which what the text puts beside a town is half as near, and beyond which it isn't beside it."""
_STRONG = 200
_LABELS = ("place", "facility", "organisation", "nationality", "person", "military_unit")
_KINDS = ("country", "first", "second", "settlement", "facility", "water", "relief", "road", "region")

CONTEXT = (
    "same country", "same country, log", "same first", "same first, log", "spoken", "spoken, log", "home",
    "region spoken", "region spoken, log", "signs", "signs, log", "names the outlet",
    "kind fits", "kind differs", "nation fits", "nation differs",
    "in its country, comma", "in its first, comma", "beside, comma", "contradicts, comma",
    "in its country, in", "in its first, in", "beside, in", "contradicts, in",
    "in its country, stated", "in its first, stated", "beside, stated", "contradicts, stated", "holds",
    "sum 30", "sum 150", "sum 600", "nearest 30", "nearest 150", "names around", "names around, log", "listed alike",
)  # fmt: skip
WITHIN = tuple(
    f"{where}, {how}" for where in ("in its country", "in its first", "beside") for how in ("comma", "in", "stated")
)
"""The columns that tell of a candidate that it lies where the text says."""
COLUMNS = STATIC + CONTEXT
"""The columns of the candidates' features."""
NONE = (
    "none found", "found, log", "largest", "likeness", "written", "transliterated", "misspelt", "demonym", "part",
    *(f"kind {kind}" for kind in _KINDS), "no kind", "whole", *(f"label {label}" for label in _LABELS), "no label",
    "capitals", "lower case", "words", "filed", "mentions", "capital before", "capital after", "silent",
    "names the outlet",
    "best same country", "best same first", "best sum 150", "best inside",
    "all elsewhere",
)  # fmt: skip
"""The columns of the features of none fitting."""
_AT = {name: number for number, name in enumerate(COLUMNS)}
_LEVEL_OF = {"country": 0, "first": 1, "second": 2, "region": 3, "water": 3, "relief": 3}
_LEVELS = 5
"""The last is that of towns and sites."""
_LEVEL = np.array([_LEVEL_OF.get(name, _LEVELS - 1) for name in CLASSES])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The candidates of all groups of a scene, one after the other. `group` is each row's group, `first` each group's
    first row, with the number of rows at the end.
    """

    scene: Scene
    group: Numbers
    first: Numbers
    weight: Floats
    static: Floats
    local: Floats
    none: Floats
    points: Floats
    placed: NDArray[np.bool_]
    country: Numbers
    region: Numbers
    is_country: NDArray[np.bool_]
    is_region: NDArray[np.bool_]
    level: Numbers


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the candidates of a sheet lie, one row each."""

    country: Numbers
    region: Numbers
    points: Floats
    placed: NDArray[np.bool_]
    usual: NDArray[np.bool_]
    """Whether it goes by the name, or no other candidate does: a place with many other names is around everything."""


def sheet(scene: Scene, numbering: Numbering) -> Sheet:
    """What doesn't depend on belief."""
    tables = [group.table for group in scene.groups]
    sizes = np.array([len(table) for table in tables], np.int64)
    group = np.repeat(np.arange(len(tables)), sizes)
    static = np.concatenate([table.static for table in tables])
    weight = np.array([1 + math.log(max(len(g.members), 1)) for g in scene.groups], np.float32)
    country = np.concatenate([table.country for table in tables])
    where = _Where(
        country,
        np.concatenate([table.first for table in tables]),
        np.concatenate([table.points for table in tables]),
        np.concatenate([table.placed for table in tables]),
        static[:, _AT["others so first"]] == 0,
    )
    return Sheet(
        scene,
        group,
        np.concatenate([[0], np.cumsum(sizes)]),
        weight,
        static,
        _local(scene, static, group, where, numbering),
        np.array([_none(g) for g in scene.groups], np.float32),
        where.points,
        where.placed,
        country,
        where.region,
        static[:, _AT["country"]] > 0,
        static[:, _AT["first"]] > 0,
        _LEVEL[static[:, _AT["country"] : _AT["country"] + len(CLASSES)].argmax(axis=1)],
    )


def prior(sheet: Sheet) -> Floats:
    """Belief from population, class and spelling alone."""
    column = sheet.static.T
    score = (
        8 * column[_AT["population"]] + 4 * column[_AT["likeness"]] + 3 * column[_AT["country"]] + column[_AT["first"]]
    )
    return shares(sheet, np.exp(score - 10))


def shares(sheet: Sheet, mass: Floats, none: Floats | None = None) -> Floats:
    """Masses to shares of their group, the mass of none beside them."""
    total = np.bincount(sheet.group, weights=mass, minlength=len(sheet.weight)) + (0 if none is None else none)
    return np.asarray(mass / np.maximum(total, 1e-30)[sheet.group], np.float32)


def columns(sheet: Sheet, belief: Floats) -> tuple[Floats, Floats]:
    """Features of the candidates (rows, COLUMNS) and of none of each group (groups, NONE)."""
    context = sheet.local.copy()
    others = max(float(sheet.weight.sum()), 1e-6) - sheet.weight[sheet.group] + 0.5
    mass = belief * sheet.weight[sheet.group]
    for name, code in (("same country", sheet.country), ("same first", sheet.region)):
        same = _same(sheet.group, code, mass)
        context[:, _context(name)] = same / others
        context[:, _context(f"{name}, log")] = np.log1p(same)
    _insides(sheet, belief, context)
    _listed(sheet, belief, context)
    _distances(sheet, belief, mass, others, context)
    none = sheet.none.copy()
    for number, values in enumerate(
        (
            context[:, _context("same country")],
            context[:, _context("same first")],
            context[:, _context("sum 150")],
            context[:, [_context(name) for name in WITHIN]].max(axis=1, initial=0),
        )
    ):
        np.maximum.at(none[:, len(NONE) - 5 + number], sheet.group, values)
    least = np.ones(len(none), np.float32)
    np.minimum.at(least, sheet.group, context[:, _context("contradicts, stated")])
    none[:, -1] = np.where(np.diff(sheet.first) > 0, least, 0)
    return np.concatenate([sheet.static, context], axis=1), none


def _context(name: str) -> int:
    return _AT[name] - len(STATIC)


def _same(group: Numbers, code: Numbers, mass: Floats) -> Floats:
    """For each row the mass of the other groups' rows of the same code."""
    known = code >= 0
    if not known.any():
        return np.zeros(len(mass), np.float32)
    total = np.bincount(code[known], weights=mass[known])
    _, pair = np.unique(group * (code.max() + 2) + code + 1, return_inverse=True)
    own = np.bincount(pair, weights=mass)[pair]
    result = np.zeros(len(mass), np.float32)
    result[known] = total[code[known]] - own[known]
    return np.maximum(result, 0)


def _insides(sheet: Sheet, belief: Floats, context: Floats) -> None:
    for inner, outer, how in sheet.scene.inside:
        a = slice(sheet.first[inner], sheet.first[inner + 1])
        b = slice(sheet.first[outer], sheet.first[outer + 1])
        if a.start == a.stop or b.start == b.stop:
            continue
        in_country, in_first = _held(sheet, a, b)
        areas = sheet.is_country[b] | sheet.is_region[b] | (sheet.level[b] == _LEVEL_OF["second"])
        squared = _squared(sheet, a, b)
        points = sheet.placed[a][:, None] & (sheet.placed[b] & ~areas)
        beside = points / (1 + squared / _BESIDE**2)
        far = points & (squared > _FAR**2) & (sheet.level[b] == _LEVELS - 1)
        weight = belief[b]
        against = (far if how == "near" else (areas & ~in_country & ~in_first) | far) @ weight
        against = against * (sheet.level[a] == _LEVELS - 1) if _told(how) == "stated" else against
        for name, values in (
            ("in its country", in_country @ weight),
            ("in its first", in_first @ weight),
            ("beside", beside @ weight),
            ("contradicts", against),
        ):
            column = context[a, _context(f"{name}, {_told(how)}")]
            np.maximum(column, values, out=column)
        held = context[b, _context("holds")]
        np.maximum(held, belief[a] @ (in_country | in_first), out=held)


def _told(how: How) -> str:
    """How the columns call a way in which the text says where a name lies."""
    return "stated" if how == "near" else how


def _held(sheet: Sheet, a: slice, b: slice) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which of the rows `a` lie in which of the rows `b`: in their country, and in their region of either level."""
    towns = ~(sheet.is_region[a] | sheet.is_country[a])[:, None]
    in_country = (sheet.country[a][:, None] == sheet.country[b]) & sheet.is_country[b] & ~sheet.is_country[a][:, None]
    in_region = (sheet.region[a][:, None] == sheet.region[b]) & (sheet.region[b] >= 0) & towns
    in_first = in_region & sheet.is_region[b]
    second = sheet.level == _LEVEL_OF["second"]
    apart = sheet.placed[a][:, None] & sheet.placed[b] & (_squared(sheet, a, b) > _DISTRICT**2)
    return in_country, in_first | (in_region & second[b] & ~second[a][:, None] & ~apart)


def _squared(sheet: Sheet, a: slice, b: slice) -> Floats:
    """Squared kilometres."""
    return np.asarray(np.maximum(2 - 2 * sheet.points[a] @ sheet.points[b].T, 0) * _EARTH**2, np.float32)


def _listed(sheet: Sheet, belief: Floats, context: Floats) -> None:
    """How likely the neighbours in a list are of the same level: towns stand with towns."""
    column = context[:, _context("listed alike")]
    for one, two in sheet.scene.listed:
        a = slice(sheet.first[one], sheet.first[one + 1])
        b = slice(sheet.first[two], sheet.first[two + 1])
        for these, those in ((a, b), (b, a)):
            alike = np.bincount(sheet.level[those], weights=belief[those], minlength=_LEVELS)
            np.maximum(column[these], alike[sheet.level[these]], out=column[these])


def _distances(sheet: Sheet, belief: Floats, mass: Floats, others: Floats, context: Floats) -> None:
    strong = np.flatnonzero(sheet.placed & (belief > 0.03))
    if len(strong) > _STRONG:
        strong = np.sort(strong[np.argsort(-mass[strong], kind="stable")[:_STRONG]])
    if not len(strong):
        return
    squared = np.maximum(2 - 2 * sheet.points @ sheet.points[strong].T, 0) * _EARTH**2
    counts = sheet.placed[:, None] & (sheet.group[:, None] != sheet.group[strong])
    for reach in _REACH:
        kernel = counts / (1 + squared / reach**2)
        context[:, _context(f"sum {reach:.0f}")] = kernel @ mass[strong] / others
        if reach < _REACH[-1]:
            context[:, _context(f"nearest {reach:.0f}")] = (kernel * belief[strong]).max(axis=1)


def _local(scene: Scene, static: Floats, group: Numbers, where: _Where, numbering: Numbering) -> Floats:
    context = np.zeros((len(group), len(CONTEXT)), np.float32)
    if not len(group):
        return context
    country = where.country
    members = np.array([len(g.members) for g in scene.groups], np.float32)
    for name, counts, code, own in (
        ("spoken", scene.spoken, country, members[group] * (static[:, _AT["country"]] > 0)),
        ("region spoken", scene.regions, where.region, _own(scene, where.region, group, numbering)),
        ("signs", scene.signs, country, None),
    ):
        count = _counted(counts, code, numbering)
        count = count if own is None else np.maximum(count - own, 0)
        context[:, _context(name)] = count / (sum(counts.values()) + 1)
        context[:, _context(f"{name}, log")] = np.log1p(count)
    context[:, _context("names the outlet")] = np.array([g.outlet for g in scene.groups])[group]
    around = cells.around(where.points, where.placed & where.usual, group)
    context[:, _context("names around")] = around / len(scene.groups)
    context[:, _context("names around, log")] = np.log1p(around)
    context[:, _context("home")] = country == (numbering.of(scene.home) if scene.home else -2)
    kinds = [np.flatnonzero(row) for row in _fit(scene.groups)]
    known = np.array([g.name.kind in FITS for g in scene.groups])[group]
    fits = np.zeros(len(group), np.bool_)
    classes = static[:, _AT["country"] : _AT["country"] + len(CLASSES)].argmax(axis=1)
    for number, wanted in enumerate(kinds):
        rows = group == number
        fits[rows] = np.isin(classes[rows], wanted)
    context[:, _context("kind fits")] = known & fits
    context[:, _context("kind differs")] = known & ~fits
    nation = np.array([numbering.of(g.name.country) for g in scene.groups])[group]
    context[:, _context("nation fits")] = (nation >= 0) & (nation == country)
    context[:, _context("nation differs")] = (nation >= 0) & (nation != country)
    return context


def _counted(counts: dict[str, int], code: Numbers, numbering: Numbering) -> Floats:
    """For each row how often its code was counted."""
    by_number = {numbering.of(key): count for key, count in counts.items()}
    values = np.zeros(len(numbering) + 1, np.float32)
    for number, count in by_number.items():
        values[number] = count
    return values[code]


def _own(scene: Scene, region: Numbers, group: Numbers, numbering: Numbering) -> Floats:
    """For each row how many mentions of its own name were counted for its region: "Washington" for the state."""
    own = np.zeros(len(group), np.float32)
    for number, one in enumerate(scene.groups):
        for code in one.own:
            own[(group == number) & (region == numbering.of(code))] = len(one.members)
    return own


def _fit(groups: list[Group]) -> NDArray[np.bool_]:
    return np.array([[kind in FITS.get(g.name.kind or "", ()) for kind in CLASSES] for g in groups], np.bool_)


def _none(group: Group) -> list[float]:
    static = group.table.static
    name, whole = group.name, group.name.whole
    found = len(group.table)
    hows = static[:, _AT["written"] : _AT["written"] + 5].max(axis=0, initial=0).tolist()
    return [
        not found,
        math.log1p(found) / 4,
        float(static[:, 0].max(initial=0)),
        float(static[:, _AT["likeness"]].max(initial=0)),
        *hows,
        *(name.kind == kind for kind in _KINDS),
        name.kind is None,
        group.whole,
        *(label in group.labels for label in _LABELS),
        None in group.labels,
        whole.isupper(),
        whole[:1].islower(),
        min(whole.count(" "), 5) / 2,
        group.filed,
        math.log1p(len(group.members)),
        group.after_capital / max(len(group.members), 1),
        group.before_capital / max(len(group.members), 1),
        not group.members,
        group.outlet,
        *(0, 0, 0, 0, 0),
    ]
