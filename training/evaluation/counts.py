"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

Figures = dict[str, object]


@dataclass(slots=True)
class Counts:
    """How many things are in the gold standard, how many were predicted, and how many of those are right."""

    gold: int = 0
    predicted: int = 0
    right: int = 0

    def add(self, gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> None:
        """Count two collections; what stands twice in one counts once."""
        a, b = set(gold), set(predicted)
        self.gold += len(a)
        self.predicted += len(b)
        self.right += len(a & b)

    def figures(self) -> dict[str, float | int]:
        """Percentages with two digits, and the counts."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0
        return {
            "precision": round(100 * precision, 2),
            "recall": round(100 * recall, 2),
            "f1": round(100 * f1, 2),
            "gold": self.gold,
            "predicted": self.predicted,
        }
