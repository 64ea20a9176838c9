"""PLOVER's root on `plv_*.jsonl`: macro-F1 given the marked pair, and from raw text without it.

Roots are the file's own: an older PLOVER's YIELD is what is CONCEDE or RETREAT here. Given the pair, the type is that
of which some word, as a trigger between the two, is most probable. Without it, that of the most probable event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.language.analysis import Analysis
from sayso.language.meaning import Meaning
from sayso.language.model import Model
from training.corpora.plover import read_pairs, types_of
from training.documents import Pair
from training.evaluation.counts import Counts, Figures
from training.evaluation.reading import analysed

Logs = NDArray[np.float32]


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """Macro-F1 and F1 by root, twice."""
    gold: list[str] = []
    told: dict[str, list[str | None]] = {"given the pair": [], "raw text": []}
    for document in (document for path in paths for document in read_pairs(path)):
        assert document.pairs
        analysis = analysed(model, document)
        if analysis.meaning is None:
            raise SystemExit(f"{model.name} has no head for types of event")
        gold.append(document.pairs[0].types[0])
        told["given the pair"].append(of_pair(analysis.meaning, document.pairs[0]))
        told["raw text"].append(of_sentence(analysis))
    return {name: _figures(gold, found) for name, found in told.items()}


def of_pair(meaning: Meaning, pair: Pair) -> str | None:
    """The most probable type of what happens between a pair; none where no word may evoke an event."""
    each = [_triggering(meaning, word, pair) for word in meaning.arguments]
    return _best(meaning, np.stack(each).max(0)) if each else None


def of_sentence(analysis: Analysis) -> str | None:
    """The type of the most probable event among all words; none where there are no words."""
    meaning = analysis.meaning
    if meaning is None or not len(analysis.starts):
        return None
    return _best(meaning, meaning.tables["event_type"].max(0))


def _triggering(meaning: Meaning, word: int, pair: Pair) -> Logs:
    """For each class of types the log-probability that the word evokes such an event between the two."""
    logs: Logs = meaning.tables["event_type"][word].copy()
    arguments = meaning.arguments[word]
    for side, name in ((pair.actor, "actor"), (pair.recipient, "recipient")):
        if side is not None:
            inside = arguments.logs[:, side[0] - arguments.first : side[1] - arguments.first]
            logs += float(inside[meaning.classes["argument"].index(name)].mean())
    return logs


def _best(meaning: Meaning, logs: Logs) -> str:
    classes = meaning.classes["event_type"]
    roots: dict[tuple[str, ...], float] = {}
    for kind, log in zip(classes[1:], logs[1:].tolist(), strict=True):
        root = next((types_of(root) for root in ("YIELD",) if kind in types_of(root)), (kind,))
        roots[root] = float(np.logaddexp(roots.get(root, -np.inf), log))
    return max(roots, key=lambda root: roots[root])[0]


def _figures(gold: Sequence[str], found: Sequence[str | None]) -> Figures:
    counts: dict[str, Counts] = defaultdict(Counts)
    for number, (wanted, kind) in enumerate(zip(gold, found, strict=True)):
        counts[wanted].add({number}, {number} if kind == wanted else ())
        if kind is not None and kind != wanted:
            counts[kind].add((), {number})
    return _macro(counts)


def _macro(counts: Mapping[str, Counts]) -> Figures:
    known = {kind: count.figures() for kind, count in sorted(counts.items()) if count.gold}
    macro = sum(float(figures["f1"]) for figures in known.values()) / max(1, len(known))
    return {"macro-F1": round(macro, 2), **known}
