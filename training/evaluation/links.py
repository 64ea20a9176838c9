"""Attributions as triples (source, cue, content), on folders of brat files like PolNeAR's, from raw text; on a file
of marks such as `training/marked/attributions_dev.jsonl`, whose texts lie in ../shared/corpora; or on a folder of texts
with inline marks such as `training/articles_dev`.

*Exact*: the words of all three parts are the gold ones, fragments and nesting included. *Overlap*: of each part the
words shared are at least half of the words of either (intersection over union ≥ 0.5); a source that nobody marked
must be absent. A triple is matched once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.language.analysis import Range
from sayso.language.model import Model
from training.corpora import examples, marked, polnear
from training.corpora.geoparsing import CORPORA
from training.documents import Document
from training.evaluation.counts import Counts, Figures

Triple = tuple[frozenset[int], frozenset[int], frozenset[int]]


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """F1 of triples, exact and by overlap; and of cue–source and cue–content pairs, by overlap."""
    counts = {name: Counts() for name in ("exact", "overlap", "overlap source", "overlap content")}
    for document in (document for path in paths for document in documents(path)):
        gold, predicted = _gold(document), _predicted(model, document)
        counts["exact"].add(gold, predicted)
        _match(counts["overlap"], gold, predicted, (0, 1, 2))
        _match(counts["overlap source"], gold, predicted, (0, 1))
        _match(counts["overlap content"], gold, predicted, (1, 2))
    return {name: count.figures() for name, count in counts.items()}


def documents(path: Path) -> list[Document]:
    """The texts of a folder of brat files or inline marks, or of a file of marks, with their attributions."""
    if any(path.glob("*.txt")):
        return examples.read(path)
    return marked.attributed(CORPORA, path) if path.suffix == ".jsonl" else polnear.read(path)


def _gold(document: Document) -> list[Triple]:
    assert document.attributions is not None
    return [(_inside(a.source), frozenset(a.cue), _inside(a.content)) for a in document.attributions]


def _predicted(model: Model, document: Document) -> list[Triple]:
    starts, ends = [word[0] for word in document.words], [word[1] for word in document.words]
    found = model.read(model.prepared(document.text, starts, ends, document.paragraphs))
    return [(_inside(a.source), _inside(a.cue), _inside(a.content)) for a in found.attributions if a.content]


def _inside(ranges: Sequence[Range]) -> frozenset[int]:
    return frozenset(word for first, end in ranges for word in range(first, end))


def _match(counts: Counts, gold: Sequence[Triple], predicted: Sequence[Triple], parts: Sequence[int]) -> None:
    counts.gold += len(gold)
    counts.predicted += len(predicted)
    free = list(gold)
    for triple in predicted:
        for candidate in free:
            if all(_near(triple[part], candidate[part]) for part in parts):
                free.remove(candidate)
                counts.right += 1
                break


def _near(a: frozenset[int], b: frozenset[int]) -> bool:
    return 2 * len(a & b) >= len(a | b)
