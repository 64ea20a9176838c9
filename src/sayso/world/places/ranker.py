"""The learned choice: scores of candidates and of none, from features, by two small networks in two passes.

Each network has one hidden layer beside a direct one. In a pass, one scores candidates, the other scores none of them;
a softmax over a name's candidates and none gives probabilities. The second pass sees what the first believes of the
article's other names. `python -m training places` writes the weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files

import numpy as np

from sayso.world.places import features
from sayso.world.places.candidates import Floats

Arrays = Mapping[str, Floats]


@cache
def fingerprint() -> str:
    """A hash of the weights that come with the package."""
    return blake2b(_weights().encode(), digest_size=8).hexdigest()


@cache
def _weights() -> str:
    return (files(__package__ or __name__) / "weights.json").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of each pass: `shift`, `scale` of the inputs, `direct`, `hidden`, `bias`, `out`; "none …" alike."""

    passes: tuple[Arrays, ...]

    @classmethod
    @cache
    def shipped(cls) -> Ranker:
        """The weights that come with the package."""
        return cls.read(_weights())

    @classmethod
    def read(cls, text: str) -> Ranker:
        """Weights from JSON. ValueError if they were made for other features."""
        held = json.loads(text)
        for key, columns in (("columns", features.COLUMNS), ("none", features.NONE)):
            if held[key] != list(columns):
                raise ValueError(
                    f"the weights know other {key} than the code: train anew with `python -m training places`"
                )
        return cls(
            tuple({name: np.array(values, np.float32) for name, values in one.items()} for one in held["passes"])
        )

    def write(self) -> str:
        """The weights as JSON."""
        passes = [{name: np.round(values, 4).tolist() for name, values in one.items()} for one in self.passes]
        held = {"columns": features.COLUMNS, "none": features.NONE, "passes": passes}
        return json.dumps(held, default=float) + "\n"

    def beliefs(self, sheet: features.Sheet) -> tuple[Floats, Floats, Floats]:
        """Probability of each candidate, of none of each name, and the candidates' features that led to them."""
        belief = features.prior(sheet)
        none, columns = np.zeros(len(sheet.weight), np.float32), np.zeros((0, 0), np.float32)
        for weights in self.passes:
            columns, none_columns = features.columns(sheet, belief)
            belief, none = probabilities(sheet, score(weights, columns), score(weights, none_columns, "none "))
        return belief, none, columns


def score(weights: Arrays, columns: Floats, which: str = "") -> Floats:
    """One number a row."""
    inputs = (columns - weights[f"{which}shift"]) * weights[f"{which}scale"]
    hidden = np.tanh(inputs @ weights[f"{which}hidden"] + weights[f"{which}bias"])
    return np.asarray(inputs @ weights[f"{which}direct"] + hidden @ weights[f"{which}out"], np.float32)


def probabilities(sheet: features.Sheet, scores: Floats, none: Floats) -> tuple[Floats, Floats]:
    """Softmax over each group's candidates and none."""
    highest = none.copy()
    np.maximum.at(highest, sheet.group, scores)
    mass, rest = np.exp(scores - highest[sheet.group]), np.exp(none - highest)
    belief = features.shares(sheet, mass, rest)
    total = rest + np.bincount(sheet.group, weights=mass, minlength=len(none))
    return belief, np.asarray(rest / total, np.float32)
