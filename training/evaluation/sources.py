"""Kinds of source on FactAppeal's CSV files, named or not: given the source's words, and from raw text.

Macro-F1 over the classes that the file has, `Named:Official` … `Unnamed:Witness`. From raw text a source is found where
one that the model marks shares a word with it; what it marks and nobody annotated counts against the class that it is
given, in sentences with an annotated source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from sayso.language.analysis import Analysis, Range
from sayso.language.meaning import Meaning
from sayso.language.model import Model
from training.corpora.factappeal import read
from training.documents import Document
from training.evaluation.counts import Counts, Figures
from training.evaluation.reading import analysed


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """Macro-F1 and F1 by class."""
    given: dict[str, Counts] = defaultdict(Counts)
    raw: dict[str, Counts] = defaultdict(Counts)
    documents = [document for path in paths for document in read(path)]
    for number, document in enumerate(documents):
        gold = _gold(document)
        analysis = analysed(model, document)
        if analysis.meaning is None:
            raise SystemExit(f"{model.name} has no head for kinds of source")
        wanted = {(number, *one) for one in gold.items()}
        said = {span: _class(analysis.meaning, span) for span in gold}
        _count(given, wanted, {(number, *one) for one in said.items()})
        if gold:
            found = {_meeting(span, gold): _class(analysis.meaning, span) for span in _marked(analysis)}
            _count(raw, wanted, {(number, *one) for one in found.items()})
    return {"given the source": _figures(given), "raw text": _figures(raw)}


def _gold(document: Document) -> dict[Range, str]:
    named, kinds = document.tags["source_named"], document.tags["source_kind"]
    found: dict[Range, str] = {}
    first = 0
    for word in range(len(named) + 1):
        here = (named[word], kinds[word]) if word < len(named) else (None, None)
        if word and here != (named[word - 1], kinds[word - 1]):
            if named[word - 1] is not None:
                found[first, word] = f"{str(named[word - 1]).capitalize()}:{kinds[word - 1]}"
            first = word
    return found


def _marked(analysis: Analysis) -> list[Range]:
    return [(one.source[0][0], one.source[-1][1]) for one in analysis.attributions if one.source]


def _meeting(span: Range, gold: Mapping[Range, str]) -> Range:
    """The annotated source that a marked one shares a word with, or the marked one itself."""
    return next((one for one in gold if one[0] < span[1] and span[0] < one[1]), span)


def _class(meaning: Meaning, span: Range) -> str:
    """By the sum of the words' log-probabilities."""
    named, kind = (
        meaning.classes[table][int(meaning.tables[table][slice(*span)].sum(0).argmax())]
        for table in ("source_named", "source_kind")
    )
    return f"{named.capitalize()}:{kind}"


Item = tuple[int, Range, str]


def _count(counts: dict[str, Counts], gold: set[Item], predicted: set[Item]) -> None:
    for kind in {item[2] for item in gold | predicted}:
        counts[kind].add(*({item for item in items if item[2] == kind} for items in (gold, predicted)))


def _figures(counts: Mapping[str, Counts]) -> Figures:
    known = {kind: count.figures() for kind, count in sorted(counts.items()) if count.gold}
    macro = sum(float(figures["f1"]) for figures in known.values()) / max(1, len(known))
    return {"macro-F1": round(macro, 2), **known}
