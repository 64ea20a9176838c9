"""Places: which place each annotated name means, and names found and resolved from raw text.

`PATH` is a file in the format of `lgl.xml` or `GWN.xml`; TR-News and GeoVirus, from the same authors, are read too. The
gazetteer is the default one and what the user added to it (`SAYSO_HOME` names another folder).

Errors are kilometres between what was chosen and what was annotated; right by id is no error. A country has no
coordinates in the gazetteer: where no id decides, its centre in `centres.csv` stands for it.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path
from statistics import mean, median

from sayso.language.model import Model
from sayso.words.records import Entity, Resolution
from sayso.world.gazetteer import Gazetteer
from sayso.world.places import link
from sayso.world.places.ranker import Ranker
from training.corpora import geoparsing
from training.corpora.geoparsing import Geoparsed, Toponym
from training.evaluation.counts import Figures
from training.places.examples import distance, given, marked

NEAR_KM = 161.0
"""A hundred miles: the usual bound in the literature."""
_FAR_KM = 20_039.0
"""Half of the Earth's circumference: the error of a name that was given no place."""


@dataclass(slots=True)
class Given:
    """Names that have an id in the annotation: how many are right, and how far off each is."""

    exact: int = 0
    held: int = 0
    errors: list[float] = field(default_factory=list)
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, other: Given) -> None:
        """Take in the names of other documents."""
        self.exact += other.exact
        self.held += other.held
        self.errors += other.errors
        self.sure += other.sure

    def figures(self) -> Figures:
        """Percentages of the names, and errors in kilometres."""
        count = len(self.errors)
        share = _Shares(count)
        found = [error for error in self.errors if error < _FAR_KM]
        return {
            "names": count,
            "exact id": share(self.exact),
            "within 161 km": share(sum(error <= NEAR_KM for error in self.errors)),
            "median error km": round(median(self.errors), 2) if count else None,
            "mean error km": round(mean(self.errors), 1) if count else None,
            "mean error km where a place was chosen": round(mean(found), 1) if found else None,
            "no place chosen": share(count - len(found)),
            "id in the gazetteer": share(self.held),
            "exact id of those": _Shares(self.held)(self.exact),
            "calibration error": _calibration(self.sure),
        }


@dataclass(slots=True)
class Raw:
    """Places found in raw text against the annotated ones that have an id or coordinates."""

    gold: int = 0
    predicted: int = 0
    near: int = 0
    near_exact_span: int = 0
    found: int = 0
    errors: list[float] = field(default_factory=list)

    def figures(self) -> Figures:
        """Precision, recall and F1 in percent; `found` asks only that the spans overlap."""
        scores = {
            "within 161 km": self.near,
            "within 161 km, exact span": self.near_exact_span,
            "found": self.found,
        }
        return {name: _prf(right, self.predicted, self.gold) for name, right in scores.items()} | {
            "gold": self.gold,
            "predicted": self.predicted,
            "median error km of those found": round(median(self.errors), 2) if self.errors else None,
        }


class _Shares:
    def __init__(self, whole: int) -> None:
        self._whole = whole

    def __call__(self, part: int) -> float | None:
        return round(100 * part / self._whole, 2) if self._whole else None


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """Both figures for each file."""
    gazetteer = Gazetteer.open()
    return {"gazetteer": gazetteer.fingerprint} | {path.stem: _file(model, path, gazetteer) for path in paths}


def _file(model: Model, path: Path, gazetteer: Gazetteer) -> Figures:
    documents = geoparsing.read(path)
    raw = Raw()
    for document in documents:
        add_raw(raw, document, entities(model, document), gazetteer)
    return {
        "given the name": resolution(documents, gazetteer).figures(),
        "given the name, literal only": resolution(documents, gazetteer, literal=True).figures(),
        "from raw text": raw.figures(),
    }


def entities(model: Model, document: Geoparsed) -> list[Entity]:
    """What the model marks in a document."""
    analysis = model.analyse(document.article)
    return [
        Entity(
            analysis.starts[e.first],
            analysis.ends[e.end - 1],
            analysis.slice(e.first, e.end),
            e.label,
            e.confidence,
        )
        for e in analysis.entities
    ]


def resolution(
    documents: Sequence[Geoparsed], gazetteer: Gazetteer, ranker: Ranker | None = None, *, literal: bool = False
) -> Given:
    """Resolution of the annotated names, by the shipped weights or by others."""
    told = Given()
    for document in documents:
        names = given(document)
        for name, found in zip(names, link(document.article, names, gazetteer, ranker=ranker), strict=True):
            if name.gold and name.gold.geonames_id is not None and (name.gold.literal or not literal):
                _add_given(told, name.gold, found, gazetteer)
    return told


def _add_given(told: Given, gold: Toponym, found: Resolution, gazetteer: Gazetteer) -> None:
    wanted = f"geonames:{gold.geonames_id}"
    right = found.chosen is not None and found.chosen.id == wanted
    told.exact += right
    told.held += gazetteer.get(wanted) is not None
    told.errors.append(error(found, gold, gazetteer))
    if found.chosen:
        told.sure.append((found.score, right))


def add_raw(
    told: Raw, document: Geoparsed, found: Sequence[Entity], gazetteer: Gazetteer, ranker: Ranker | None = None
) -> None:
    """Count one document: names that the annotation places nowhere are neither asked for nor held against us."""
    names = marked(document, found)
    resolved = link(document.article, names, gazetteer, ranker=ranker)
    told.gold += sum(map(_placed, document.toponyms))
    taken: set[Toponym] = set()
    for name, resolution in zip(names, resolved, strict=True):
        if resolution.chosen is None or (name.gold and not _placed(name.gold)):
            continue
        told.predicted += 1
        if name.gold and name.gold not in taken:
            taken.add(name.gold)
            told.found += 1
            told.errors.append(error(resolution, name.gold, gazetteer))
            near = told.errors[-1] <= NEAR_KM
            told.near += near
            told.near_exact_span += near and (name.start, name.end) == (name.gold.start, name.gold.end)


def _placed(toponym: Toponym) -> bool:
    return toponym.geonames_id is not None or toponym.lat is not None


def error(found: Resolution, gold: Toponym, gazetteer: Gazetteer) -> float:
    """Kilometres between the chosen place and the annotated one; `_FAR_KM` where nothing was chosen."""
    if found.chosen is None:
        return _FAR_KM
    if gold.geonames_id is not None and found.chosen.id == f"geonames:{gold.geonames_id}":
        return 0.0
    entry = gazetteer.get(found.chosen.id)
    lat, lon = (entry.lat, entry.lon) if entry else (None, None)
    if lat is None and entry and entry.country:
        lat, lon = _centres().get(entry.country, (None, None))
    km = distance(lat, lon, gold.lat, gold.lon)
    return km if math.isfinite(km) else _FAR_KM


@cache
def _centres() -> dict[str, tuple[float, float]]:
    text = (files(__package__ or __name__) / "centres.csv").read_text(encoding="utf-8")
    return {row["country"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(StringIO(text))}


def _prf(right: int, predicted: int, gold: int) -> dict[str, float]:
    precision, recall = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    f1 = 2 * right / (predicted + gold) if predicted + gold else 0.0
    return {"precision": round(100 * precision, 2), "recall": round(100 * recall, 2), "f1": round(100 * f1, 2)}


def _calibration(sure: Sequence[tuple[float, bool]]) -> float | None:
    """Mean difference between the stated probability and the share that is right, over ten bins, in percent."""
    bins = list(_bins(sure))
    off = sum(abs(sum(score for score, _ in b) - sum(right for _, right in b)) for b in bins)
    return round(100 * off / len(sure), 2) if sure else None


def _bins(sure: Sequence[tuple[float, bool]]) -> Iterator[list[tuple[float, bool]]]:
    for number in range(10):
        yield [pair for pair in sure if int(min(pair[0], 0.9999) * 10) == number]
