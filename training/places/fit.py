"""Fits the ranker's two passes by Adam in numpy: cross-entropy over each name's candidates and none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.world.places import features
from sayso.world.places.candidates import Floats, Numbers
from sayso.world.places.ranker import Ranker, probabilities, score
from training.places.examples import Example, respelt

_HIDDEN = 24
_HIDDEN_NONE = 8
_STEPS = 150
_RATE = 0.01
_DECAY = 0.02
_SEED = 7

Weights = dict[str, Floats]


def fit(examples: Sequence[Example]) -> Ranker:
    """Train the first pass on beliefs from population, the second on what the first believes."""
    random = np.random.default_rng(_SEED)
    examples = [*examples, *(respelt(example, random) for example in examples[::2])]
    passes: list[Weights] = []
    beliefs = [features.prior(example.sheet) for example in examples]
    for number in range(2):
        inputs = [features.columns(example.sheet, belief) for example, belief in zip(examples, beliefs, strict=True)]
        passes.append(_pass(examples, inputs, _SEED + number))
        beliefs = [
            probabilities(example.sheet, score(passes[-1], columns), score(passes[-1], none, "none "))[0]
            for example, (columns, none) in zip(examples, inputs, strict=True)
        ]
    return Ranker(tuple(passes))


def _pass(examples: Sequence[Example], inputs: Sequence[tuple[Floats, Floats]], seed: int) -> Weights:
    columns = np.concatenate([rows for rows, _ in inputs])
    none_columns = np.concatenate([rows for _, rows in inputs])
    starts = np.cumsum([0] + [len(example.weight) for example in examples])
    group = np.concatenate([e.sheet.group + start for e, start in zip(examples, starts[:-1], strict=True)])
    right = np.concatenate([example.right for example in examples])
    right_none = np.concatenate([example.none for example in examples])
    weight = np.concatenate([example.weight for example in examples])
    weight /= weight.sum()
    weights = _begin(columns, "", seed) | _begin(none_columns, "none ", seed + 1)
    learned = [name for name in weights if not name.endswith(("shift", "scale"))]
    moments = {name: (np.zeros_like(weights[name]), np.zeros_like(weights[name])) for name in learned}
    xs = {"": _scaled(columns, weights, ""), "none ": _scaled(none_columns, weights, "none ")}
    for step in range(1, _STEPS + 1):
        hidden = {w: np.tanh(x @ weights[f"{w}hidden"] + weights[f"{w}bias"]) for w, x in xs.items()}
        scores = {w: x @ weights[f"{w}direct"] + hidden[w] @ weights[f"{w}out"] for w, x in xs.items()}
        belief, rest = _softmax(group, scores[""], scores["none "])
        wrong = {"": (belief - right) * weight[group], "none ": (rest - right_none) * weight}
        gradients: Weights = {}
        for w, x in xs.items():
            back = wrong[w][:, None] * weights[f"{w}out"] * (1 - hidden[w] ** 2)
            gradients |= {f"{w}direct": wrong[w] @ x, f"{w}out": wrong[w] @ hidden[w]}
            gradients |= {f"{w}hidden": x.T @ back, f"{w}bias": back.sum(axis=0)}
        _adam(weights, gradients, moments, step)
    return weights


def _begin(columns: Floats, which: str, seed: int) -> Weights:
    random = np.random.default_rng(seed)
    width = columns.shape[1]
    spread = columns.std(axis=0)
    units = _HIDDEN_NONE if which else _HIDDEN
    values = {
        "shift": columns.mean(axis=0),
        "scale": np.where(spread > 1e-4, 1 / np.maximum(spread, 1e-4), 0),
        "direct": np.zeros(width),
        "hidden": random.normal(0, 0.5 / np.sqrt(width), (width, units)),
        "bias": np.zeros(units),
        "out": random.normal(0, 0.1, units),
    }
    return {f"{which}{name}": value.astype(np.float32) for name, value in values.items()}


def _scaled(columns: Floats, weights: Weights, which: str) -> Floats:
    scaled: Floats = (columns - weights[f"{which}shift"]) * weights[f"{which}scale"]
    return scaled


def _softmax(group: Numbers, scores: Floats, none: Floats) -> tuple[Floats, Floats]:
    highest = none.copy()
    np.maximum.at(highest, group, scores)
    mass, rest = np.exp(scores - highest[group]), np.exp(none - highest)
    total = rest + np.bincount(group, weights=mass, minlength=len(none))
    return mass / total[group], rest / total


def _adam(weights: Weights, gradients: Weights, moments: dict[str, tuple[Floats, Floats]], step: int) -> None:
    rate = _RATE * min(1.0, 2 * (1 - step / (_STEPS + 1)))
    for name, (first, second) in moments.items():
        gradient = gradients[name]
        first += 0.1 * (gradient - first)
        second += 0.01 * (gradient**2 - second)
        change = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights[name] -= (rate * (change + _DECAY * weights[name])).astype(np.float32)
