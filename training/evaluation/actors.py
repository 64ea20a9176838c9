"""Actors: who each marked mention is, on files such as `training/marked/actors.jsonl`.

A line is one mention: corpus ("re3d" or "polnear"), document, start, end, actor_id (null: not in the list), country
(null: none) and `entity`, a key that mentions of one actor in one document share. The texts are read from
../shared/corpora. Each document goes the whole way, model and gazetteer included; only the offsets of the marked
mentions are given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from sayso import articles
from sayso.claims import code
from sayso.language.analysis import Analysis
from sayso.language.model import Model
from sayso.words.records import Article, Entity, Resolution
from sayso.world import actors, places
from sayso.world.actors import ActorList, Mentioned
from sayso.world.gazetteer import Gazetteer
from training.evaluation.counts import Figures

CORPORA = Path("../shared/corpora")
_DAY = re.compile(r"_(\d{4}-\d{2}-\d{2})_")
Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked mention."""

    corpus: str
    document: str
    start: int
    end: int
    actor_id: str | None
    country: str | None
    entity: str


@dataclass(slots=True)
class Score:
    """What was right, over all documents."""

    marks: int = 0
    country: int = 0
    listed: int = 0
    actor: int = 0
    merged: list[str] = field(default_factory=list)
    together: int = 0
    split: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, marks: Sequence[Mark], found: Sequence[Resolution]) -> None:
        """Score one document."""
        ids = [one.chosen.id if one.chosen else None for one in found]
        for mark, one, actor_id in zip(marks, found, ids, strict=True):
            self.marks += 1
            self.country += mark.country == (one.chosen.country if one.chosen else None)
            if mark.actor_id is not None:
                self.listed += 1
                self.actor += mark.actor_id == actor_id
                self.sure.append((one.score, mark.actor_id == actor_id))
        pairs = list(combinations(zip(marks, ids, strict=True), 2))
        same = [(a, b) for (one, a), (other, b) in pairs if one.entity == other.entity]
        self.together += len(same)
        self.split += sum(a is None or a != b for a, b in same)
        wrong = {
            f"{one.document}: {one.entity} = {other.entity} ({a})"
            for (one, a), (other, b) in pairs
            if one.entity != other.entity and a is not None and a == b
        }
        self.merged += sorted(wrong)

    def figures(self) -> Figures:
        """Percentages and counts. `wrong merges` are pairs of different actors of one document that have one id."""
        return {
            "mentions": self.marks,
            "country": _percent(self.country, self.marks),
            "in the list": self.listed,
            "actor of those": _percent(self.actor, self.listed),
            "mean score of those": _percent(sum(score for score, _ in self.sure), self.listed),
            "wrong merges": self.merged,
            "pairs of one actor with two ids": _percent(self.split, self.together),
        }


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """Countries, actors and merges over the marks of all files."""
    total = Score()
    listed, gazetteer = ActorList.open(), Gazetteer.open()
    marks = [mark for path in paths for mark in read(path)]
    for corpus, document in dict.fromkeys((mark.corpus, mark.document) for mark in marks):
        own = [mark for mark in marks if (mark.corpus, mark.document) == (corpus, document)]
        total.add(own, _resolved(model, article(corpus, document), own, listed, gazetteer))
    return total.figures()


def read(path: Path) -> list[Mark]:
    """The marks of one file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Mark(**json.loads(line)) for line in lines if line.strip()]


def _resolved(
    model: Model, article: Article, marks: Sequence[Mark], listed: ActorList, gazetteer: Gazetteer
) -> list[Resolution]:
    """What the marked mentions mean among those that the claims have."""
    analysis = model.analyse(article)
    entities = list(_entities(analysis))
    named = places.link(article, [entity for entity in entities if entity.label == "place"], gazetteer)
    asked = {(one.start, one.end): one for one in actors.mentions(code(article, analysis))}
    for mark in marks:
        span = (mark.start, mark.end)
        asked.setdefault(span, Mentioned(mark.start, mark.end, article.text[mark.start : mark.end]))
    found = actors.link(article, list(asked.values()), entities, listed, named)
    by_offsets: dict[Offsets, Resolution] = dict(zip(asked, found, strict=True))
    return [by_offsets[mark.start, mark.end] for mark in marks]


def article(corpus: str, document: str) -> Article:
    """The document as `sayso read` would have it; PolNeAR's names tell the date."""
    text = _text(corpus, document)
    read_as = next(articles.read_bytes(text.encode(), f"{document}.txt"))
    assert isinstance(read_as, Article)
    assert read_as.text == text, f"{document} is read as another text"
    day = _DAY.search(document)
    return replace(read_as, published=day[1]) if day else read_as


def _text(corpus: str, document: str) -> str:
    if corpus == "polnear":
        return (CORPORA / "polnear/dev/text" / f"{document}.txt").read_bytes().decode()
    with (CORPORA / "re3d/documents.jsonl").open(encoding="utf-8") as file:
        rows = (json.loads(line) for line in file)
        return next(str(row["text"]) for row in rows if row["_id"] == document)


def _entities(analysis: Analysis) -> Iterator[Entity]:
    for named in analysis.entities:
        start, end = analysis.starts[named.first], analysis.ends[named.end - 1]
        yield Entity(start, end, analysis.text[start:end], named.label, named.confidence)


def _percent(part: float, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
