"""PLOVER's root on `plv_*.jsonl`: macro-F1 given the marked pair, and from raw text without it.

Roots are the file's own: an older PLOVER's YIELD is what is CONCEDE or RETREAT here. From raw text the actor and the
recipient are left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sayso.language.meaning import Meaning
from sayso.language.model import Model
from training.corpora.plover import ROOTS, read_pairs, types_of
from training.documents import Document, Pair
from training.evaluation.counts import Counts, Figures
from training.evaluation.reading import analysed

GIVEN, RAW = "given the pair", "raw text"


@dataclass(slots=True)
class Tally:
    """Roots of the file, and what was said of them."""

    gold: list[str] = field(default_factory=list)
    told: dict[str, list[str | None]] = field(default_factory=lambda: {GIVEN: [], RAW: []})

    def add(self, model: Model, documents: Iterable[Document]) -> None:
        """Count documents with a pair. SystemExit where the weights know nothing of pairs."""
        for document in documents:
            assert document.pairs
            analysis = analysed(model, document)
            if analysis.meaning is None or analysis.meaning.dyads is None:
                raise SystemExit(f"{model.name} has no head for what stands between a pair")
            words = len(document.words)
            self.gold.append(document.pairs[0].types[0])
            self.told[GIVEN].append(of_pair(analysis.meaning, words, document.pairs[0]))
            self.told[RAW].append(of_pair(analysis.meaning, words))

    def figures(self) -> Figures:
        """Macro-F1 and F1 by root, twice."""
        return {name: _figures(self.gold, found) for name, found in self.told.items()}


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """See `Tally`."""
    tally = Tally()
    tally.add(model, (document for path in paths for document in read_pairs(path)))
    return tally.figures()


def of_pair(meaning: Meaning, words: int, pair: Pair | None = None) -> str | None:
    """The most probable type of what happens between a pair, or anybody, in a text of so many words."""
    sides = (None, None) if pair is None else (pair.actor, pair.recipient)
    logs = meaning.between((0, words), *sides) if words else None
    if logs is None:
        return None
    roots: dict[tuple[str, ...], float] = {}
    for kind, log in zip(meaning.classes["dyad"], logs.tolist(), strict=True):
        root = next((types for types in map(types_of, ROOTS) if kind in types), (kind,))
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
