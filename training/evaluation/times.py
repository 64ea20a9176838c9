"""Time expressions on TimeML files or folders of them, from raw text, as TempEval-3 scores them.

`PATH:held-out` reads only the fifth of the documents that is kept for development. Spans match strictly by their
offsets, loosely by a shared character; value and type are compared as strings on what matches loosely, and their F1 is
the loose F1 times the share that is right (UzZaman et al. 2013, section 4). "null", which WikiWars writes where a value
could not be given, is no value. Also the values alone, given the gold spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from sayso.language.model import Model
from sayso.words.records import Article, Moment, Paragraph
from sayso.world import moments
from training import mixture
from training.corpora.spans import timeml_paths
from training.documents import Document, lines
from training.evaluation.counts import Figures

HELD_OUT = "held-out"
_TAG = re.compile(r"<[^<>]+>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_PUBLISHED = re.compile(r'<DCT>.*?value="(\d{4}(?:-\d\d){0,2})[^"]*"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Timed:
    """One document: its article, with the date of its DCT, and the moments that people marked in it."""

    article: Article
    gold: tuple[Moment, ...]


@dataclass(slots=True)
class Tally:
    """Counts of gold and predicted moments, of those that meet, and of the values and types that are right."""

    gold: int = 0
    predicted: int = 0
    strict: int = 0
    found: int = 0
    sound: int = 0
    """Predictions that meet a gold span."""
    right: dict[str, int] = field(default_factory=lambda: {"value": 0, "type": 0})

    def add(self, gold: Sequence[Moment], predicted: Sequence[Moment]) -> None:
        """Count one document's."""
        offsets = {(moment.start, moment.end) for moment in gold}
        self.gold += len(gold)
        self.predicted += len(predicted)
        self.strict += sum((moment.start, moment.end) in offsets for moment in predicted)
        self.sound += sum(any(_meet(one, moment) for one in gold) for moment in predicted)
        for moment in gold:
            match = next((one for one in predicted if _meet(one, moment)), None)
            if match is not None:
                self.found += 1
                self.right["value"] += match.value == moment.value
                self.right["type"] += match.type == moment.type

    def figures(self) -> Figures:
        """Percentages."""
        loose = _f1(self.sound, self.predicted, self.found, self.gold)
        accuracy = {name: count / max(1, self.found) for name, count in self.right.items()}
        return {
            "strict": _percent(_f1(self.strict, self.predicted, self.strict, self.gold)),
            "relaxed": _percent(loose),
            "relaxed precision": _percent(self.sound / max(1, self.predicted)),
            "relaxed recall": _percent(self.found / max(1, self.gold)),
            "value": _percent(loose * accuracy["value"]),
            "value accuracy": _percent(accuracy["value"]),
            "type": _percent(loose * accuracy["type"]),
            "type accuracy": _percent(accuracy["type"]),
        }


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """F1 of spans, values and types from raw text; accuracy of values and types given the spans."""
    raw, given = Tally(), Tally()
    documents = [document for path in paths for document in read(path)]
    for document in documents:
        article, gold = document.article, document.gold
        analysis = model.analyse(article)
        marked = [
            (analysis.starts[one.first], analysis.ends[one.end - 1]) for one in analysis.entities if one.label == "time"
        ]
        raw.add(gold, moments.resolve(article, moments.mend(article.text, marked)))
        given.add(gold, moments.resolve(article, [(moment.start, moment.end) for moment in gold]))
    accuracy = given.figures()
    return {
        "documents": len(documents),
        "gold": raw.gold,
        "raw text": raw.figures(),
        "gold spans": {name: accuracy[name] for name in ("value accuracy", "type accuracy")},
    }


def read(path: Path) -> list[Timed]:
    """The documents of a file or a folder; of `PATH:held-out` those that are held out of training."""
    name, _, part = str(path).partition(":")
    if part not in ("", HELD_OUT):
        raise SystemExit(f"no part {part!r} of {name}; there is {HELD_OUT}")
    files = timeml_paths(Path(name)) if Path(name).is_dir() else [Path(name)]
    return [_read(file) for file in files if not part or mixture.held_out(Document(file.stem, "", [], []))]


def _read(file: Path) -> Timed:
    raw = file.read_text(encoding="utf-8", errors="replace")
    body = raw.split("<TEXT>", 1)[-1].split("</TEXT>", 1)[0]
    text, position = "", 0
    opened: tuple[int, dict[str, str]] | None = None
    gold = []
    for tag in _TAG.finditer(body):
        text += unescape(body[position : tag.start()])
        position = tag.end()
        if tag[0].startswith("<TIMEX3"):
            opened = len(text), dict(_ATTRIBUTE.findall(tag[0]))
        elif tag[0].startswith("</TIMEX3") and opened:
            gold.append(_moment(text, *opened))
            opened = None
    text += unescape(body[position:])
    published = _PUBLISHED.search(raw)
    paragraphs = tuple(Paragraph(start, end) for start, end in lines(text))
    article = Article(
        file.stem, None, None, (), published[1] if published else None, "en", None, None, None, text, paragraphs
    )
    return Timed(article, tuple(gold))


def _moment(text: str, start: int, attributes: dict[str, str]) -> Moment:
    value = attributes.get("value", "")
    kind = attributes.get("type", "").lower()
    return Moment(start, len(text), text[start:], None if value in ("", "null") else value, type=kind)


def _meet(one: Moment, other: Moment) -> bool:
    return one.start < other.end and other.start < one.end


def _f1(sound: int, predicted: int, found: int, gold: int) -> float:
    precision, recall = sound / max(1, predicted), found / max(1, gold)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _percent(share: float) -> float:
    return round(100 * share, 2)
