"""The scales that make scores probabilities of being right (`sayso.language.calibration`): fitted, tried, written.

Platt's two numbers for each task. They are tried on documents that they were not fitted to: each fifth of the documents
with what the other four give. What is written is fitted to all.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from sayso.language.calibration import Scale, odds
from sayso.language.model import Model
from training.evaluation import calibration
from training.evaluation.calibration import Told
from training.evaluation.counts import Figures

HELD = ("polnear/cofenet_dev.jsonl", "factappeal/val.csv")
"""Dev parts among the corpora that confidences are fitted to by default."""
FOLDS = 5
FEWEST = 100
"""Answers below which nothing is fitted."""
STEPS = 30
"""Newton's steps; a dozen are enough."""
PULL = 1e-2
"""Of the penalty on the two numbers' squares: none that is felt, and what keeps equal scores from having no answer."""


def calibrate(weights: Path, paths: Sequence[Path]) -> Figures:
    """Fit the scale of each task that files of held-out documents answer, and write it to the weights' `model.json`.

    See `training.evaluation.calibration.score` for the files' formats; scales of other tasks stay. Returns for each
    task the figures `before` and `after`, the latter of documents not fitted to.
    """
    model = Model(weights, threads=2)
    known, model.scales = dict(model.scales), {}
    found: Figures = {}
    for task, answers in calibration.by_task(calibration.told(model, paths)).items():
        if len(answers) >= FEWEST:
            known[task] = replace(fit(answers), least=known.get(task, Scale()).least)
            found[task] = tried(answers) | {"scale": asdict(known[task])}
    _write(weights / "model.json", known)
    return found


def tried(answers: Sequence[Told]) -> Figures:
    """The figures of one task's answers as they are, and as scales say that were fitted to other documents."""
    return {"before": calibration.figures(answers), "after": calibration.figures(crossed(answers))}


def crossed(answers: Sequence[Told]) -> list[Told]:
    """The answers fold by fold, each with the probability that a fit to the other folds gives it."""
    found: list[Told] = []
    for number in range(FOLDS):
        scale = fit([one for one in answers if _fold(one) != number])
        held = (one for one in answers if _fold(one) == number)
        found += [replace(one, confidence=scale.of(one.confidence)) for one in held]
    return found


def fit(answers: Iterable[Told]) -> Scale:
    """Slope and shift of greatest likelihood, with Platt's targets, which are never quite 0 or 1 (Platt 1999)."""
    known = list(answers)
    columns = np.array([(odds(one.confidence), 1.0) for one in known])
    right = np.array([one.right for one in known], dtype=bool)
    targets = np.where(right, (right.sum() + 1) / (right.sum() + 2), 1 / ((~right).sum() + 2))
    found = np.array([0.0, odds(float(targets.mean()))])
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-columns @ found))
        bent = (columns * (told * (1 - told))[:, None]).T @ columns + PULL * np.eye(2)
        found = found + np.linalg.solve(bent, columns.T @ (targets - told) - PULL * found)
    return Scale(round(float(found[0]), 4), round(float(found[1]), 4))


def _fold(answer: Told) -> int:
    return zlib.crc32(answer.document.encode()) % FOLDS


def _write(path: Path, scales: dict[str, Scale]) -> None:
    known = json.loads(path.read_text(encoding="utf-8"))
    known["confidence"] = {name: asdict(scale) for name, scale in sorted(scales.items())}
    path.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
