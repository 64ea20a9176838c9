"""Scores → probabilities of being right, by Platt's scaling (Platt 1999; for neural networks Guo et al. 2017).

The numbers belong to the weights: `model.json` holds them under "confidence", by task, as `python -m training
calibrate` fitted them. A task without a row keeps its scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

EDGE = 1e-6
"""The nearest that a score comes to 0 or 1 before its logarithm is taken."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Log-odds of being right = `slope` · log-odds of the score + `shift`.

    Where an unknown may be said, an answer less probable than `least` isn't given: at one half, none that is sooner
    wrong than right.
    """

    slope: float = 1.0
    shift: float = 0.0
    least: float = 0.5

    def of(self, score: float) -> float:
        """The probability, 0 … 1, that what has this score, 0 … 1, is right."""
        return 1 / (1 + exp(-self.slope * odds(score) - self.shift))


Scales = Mapping[str, Scale]
"""By name: `source`, `cue`, `content`, and the tables of `meaning`."""
UNSCALED = Scale()


def odds(score: float) -> float:
    """The log-odds of a score 0 … 1, finite."""
    inside = min(max(score, EDGE), 1 - EDGE)
    return log(inside / (1 - inside))


def told(scales: Scales, name: str, score: float) -> float:
    """The probability, 0 … 1, that an answer of this score is right; the score itself where nothing was fitted."""
    return scales[name].of(score) if name in scales else score


def read(rows: Mapping[str, Mapping[str, float]]) -> dict[str, Scale]:
    """The scales of a `model.json`. TypeError for a number with an unknown name."""
    return {name: Scale(**row) for name, row in rows.items()}
