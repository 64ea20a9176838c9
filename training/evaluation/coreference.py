"""Coreference on GUM's CoNLL-U files: the CoNLL score, the mean F1 of MUC, B³ and CEAF-e (Pradhan et al. 2012), over
all mentions, singletons included, as GUM marks them.

A mention is found by its exact words. Mentions and clusters are those of `sayso.language.chains`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sayso.language.chains import chains
from sayso.language.model import Model
from training.corpora import conllu
from training.evaluation.counts import Figures
from training.evaluation.reading import analysed

Mention = tuple[int, int, int]
"""Number of the document, first word, word after the last."""
Cluster = frozenset[Mention]


@dataclass(slots=True)
class Tally:
    """Sums of recall's and precision's numerators and denominators."""

    found: float = 0.0
    gold: float = 0.0
    sound: float = 0.0
    given: float = 0.0

    def figures(self) -> dict[str, float]:
        """Percentages."""
        recall, precision = self.found / max(1e-9, self.gold), self.sound / max(1e-9, self.given)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return {name: round(100 * v, 2) for name, v in (("precision", precision), ("recall", recall), ("f1", f1))}


@dataclass(slots=True)
class Scores:
    """The three measures and that of mentions."""

    mentions: Tally = field(default_factory=Tally)
    muc: Tally = field(default_factory=Tally)
    b3: Tally = field(default_factory=Tally)
    ceaf: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Cluster], found: Sequence[Cluster]) -> None:
        """Count one document's clusters."""
        wanted, given = ({one for cluster in side for one in cluster} for side in (gold, found))
        _add(self.mentions, (len(wanted & given), len(wanted)), (len(wanted & given), len(given)))
        _add(self.muc, _muc(gold, found), _muc(found, gold))
        _add(self.b3, _b3(gold, found), _b3(found, gold))
        alike = _ceaf(gold, found)
        _add(self.ceaf, (alike, len(gold)), (alike, len(found)))

    def figures(self) -> Figures:
        """Percentages; `CoNLL` is the mean of three F1."""
        each = {"MUC": self.muc.figures(), "B3": self.b3.figures(), "CEAF-e": self.ceaf.figures()}
        mean = round(sum(one["f1"] for one in each.values()) / 3, 2)
        return {"CoNLL": mean, **each, "mentions": self.mentions.figures()}


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """The scores with the corpus's words and paragraphs, nothing else given."""
    scores = Scores()
    for number, document in enumerate(document for path in paths for document in conllu.read(path)):
        assert document.mentions is not None, f"{document.name} has no mentions"
        gold: dict[str, set[Mention]] = defaultdict(set)
        for (first, end), name in document.mentions:
            gold[name].add((number, first, end))
        analysis = analysed(model, document)
        if analysis.meaning is None:
            raise SystemExit(f"{analysis.model} has no head for coreference")
        found = [frozenset((number, one.first, one.end) for one in chain) for chain in chains(analysis)]
        scores.add([frozenset(cluster) for cluster in gold.values()], found)
    return scores.figures()


def _add(tally: Tally, recall: tuple[float, float], precision: tuple[float, float]) -> None:
    tally.found += recall[0]
    tally.gold += recall[1]
    tally.sound += precision[0]
    tally.given += precision[1]


def _of(clusters: Sequence[Cluster]) -> dict[Mention, int]:
    return {one: number for number, cluster in enumerate(clusters) for one in cluster}


def _muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> tuple[float, float]:
    """Vilain et al. 1995: links of the gold clusters that are kept."""
    known = _of(found)
    kept = total = 0
    for cluster in gold:
        parts = {known.get(one, one) for one in cluster}
        kept += len(cluster) - len(parts)
        total += len(cluster) - 1
    return kept, total


def _b3(gold: Sequence[Cluster], found: Sequence[Cluster]) -> tuple[float, float]:
    """Bagga and Baldwin 1998: for each mention, the share of its cluster that it is found with."""
    known = _of(found)
    right = 0.0
    for cluster in gold:
        together = Counter(known[one] for one in cluster if one in known)
        right += sum(count * count for count in together.values()) / len(cluster)
    return right, sum(len(cluster) for cluster in gold)


def _ceaf(gold: Sequence[Cluster], found: Sequence[Cluster]) -> float:
    """Luo 2005, with similarity φ4: the sum of Dice's coefficients of the best one-to-one pairing of clusters."""
    from scipy.optimize import linear_sum_assignment

    if not gold or not found:
        return 0.0
    known = _of(found)
    alike = np.zeros((len(gold), len(found)))
    for number, cluster in enumerate(gold):
        for other, count in Counter(_present(known, cluster)).items():
            alike[number, other] = 2 * count / (len(cluster) + len(found[other]))
    return float(alike[linear_sum_assignment(alike, maximize=True)].sum())


def _present(known: Mapping[Mention, int], cluster: Cluster) -> Iterable[int]:
    return (known[one] for one in cluster if one in known)
