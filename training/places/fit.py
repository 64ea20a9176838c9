"""Fits the ranker's two passes by Adam in numpy: cross-entropy over each name's candidates and none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.world.places import features
from sayso.world.places.candidates import Floats, Numbers
from sayso.world.places.ranker import Ranker, probabilities, score
from training.places.examples import Example, respelt

_HIDDEN = 24
_HIDDEN_NONE = 8
_BATCHES = 20
_ROUNDS = 20
_RATE = 0.01
_DECAY = 0.02
_SEED = 7
_BEFORE = 0.5
"""Share of the steps before those whose weights are averaged: what comes of it depends less on chance."""

Weights = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some examples together: inputs and what is right of candidates ("") and of none ("none ")."""

    inputs: dict[str, Floats]
    right: dict[str, Floats]
    group: Numbers
    weight: Floats


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
    random = np.random.default_rng(seed)
    weights = _begin(np.concatenate([rows for rows, _ in inputs]), "", random)
    weights |= _begin(np.concatenate([rows for _, rows in inputs]), "none ", random)
    learned = [name for name in weights if not name.endswith(("shift", "scale"))]
    moments = {name: (np.zeros_like(weights[name]), np.zeros_like(weights[name])) for name in learned}
    mean = {name: np.zeros_like(weights[name]) for name in learned}
    batches = list(_batches(examples, inputs, weights, random))
    steps = _ROUNDS * len(batches)
    order = (number for _ in range(_ROUNDS) for number in random.permutation(len(batches)))
    for step, number in enumerate(order, 1):
        rate = _RATE * min(1.0, 2 * (1 - step / (steps + 1)))
        _adam(weights, _gradients(weights, batches[number]), moments, step, rate)
        if step > steps * _BEFORE:
            for name in learned:
                mean[name] += weights[name] / (steps - int(steps * _BEFORE))
    return weights | mean


def _batches(
    examples: Sequence[Example],
    inputs: Sequence[tuple[Floats, Floats]],
    weights: Weights,
    random: np.random.Generator,
) -> Iterator[_Batch]:
    for chosen in np.array_split(random.permutation(len(examples)), _BATCHES):
        some = [examples[number] for number in chosen]
        starts = np.cumsum([0] + [len(example.weight) for example in some])
        weight = np.concatenate([example.weight for example in some])
        yield _Batch(
            {
                "": _scaled(np.concatenate([inputs[number][0] for number in chosen]), weights, ""),
                "none ": _scaled(np.concatenate([inputs[number][1] for number in chosen]), weights, "none "),
            },
            {"": np.concatenate([e.right for e in some]), "none ": np.concatenate([e.none for e in some])},
            np.concatenate([e.sheet.group + start for e, start in zip(some, starts[:-1], strict=True)]),
            weight / weight.sum(),
        )


def _gradients(weights: Weights, batch: _Batch) -> Weights:
    hidden = {w: np.tanh(x @ weights[f"{w}hidden"] + weights[f"{w}bias"]) for w, x in batch.inputs.items()}
    scores = {w: x @ weights[f"{w}direct"] + hidden[w] @ weights[f"{w}out"] for w, x in batch.inputs.items()}
    belief, rest = _softmax(batch.group, scores[""], scores["none "])
    wrong: Weights = {
        "": (belief - batch.right[""]) * batch.weight[batch.group],
        "none ": (rest - batch.right["none "]) * batch.weight,
    }
    gradients: Weights = {}
    for w, x in batch.inputs.items():
        back = wrong[w][:, None] * weights[f"{w}out"] * (1 - hidden[w] ** 2)
        gradients |= {f"{w}direct": wrong[w] @ x, f"{w}out": wrong[w] @ hidden[w]}
        gradients |= {f"{w}hidden": x.T @ back, f"{w}bias": back.sum(axis=0)}
    return gradients


def _begin(columns: Floats, which: str, random: np.random.Generator) -> Weights:
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
    total = rest + np.bincount(group, weights=mass, minlength=len(none)).astype(np.float32)
    return mass / total[group], rest / total


def _adam(
    weights: Weights, gradients: Weights, moments: dict[str, tuple[Floats, Floats]], step: int, rate: float
) -> None:
    for name, (first, second) in moments.items():
        gradient = gradients[name]
        first += 0.1 * (gradient - first)
        second += 0.01 * (gradient**2 - second)
        change = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights[name] -= (rate * (change + _DECAY * weights[name])).astype(np.float32)
