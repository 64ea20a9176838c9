"""One loss for each kind of task; each is a mean over what the batch's corpus annotates."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from sayso.language.tasks import Task
from training.examples import IGNORED, UNSAID, Batch

WEIGHTS = {"sentence": 0.5, "upos": 0.5, "xpos": 0.5, "lemma": 0.5, "attribution": 1.5}
"""Weights of losses other than 1: tags that are easy pull less."""


def total(scores: Mapping[str, Tensor], batch: Batch, tasks: Mapping[str, Task]) -> dict[str, Tensor]:
    """Weighted losses by task (and "NAME_relation" for trees), for the targets that the batch has."""
    losses: dict[str, Tensor] = {}
    for name, task in tasks.items():
        if task.kind == "tag" and name in batch.tags:
            losses[name] = _tag(scores[name], batch.tags[name], batch.unsaid.get(name))
        elif task.kind == "tree" and batch.heads is not None:
            losses[name], losses[f"{name}_relation"] = _tree(scores, name, batch)
        elif task.kind == "role" and len(batch.rows):
            losses[name] = _role(scores[name], batch)
    return {name: loss * WEIGHTS.get(name, 1.0) for name, loss in losses.items()}


def _tag(scores: Tensor, targets: Tensor, unsaid: Tensor | None) -> Tensor:
    """Cross-entropy; where the corpus does not say, −log of the probability of all classes that it leaves open."""
    logs = scores.log_softmax(-1)
    said = targets >= 0
    gold = logs.gather(-1, targets.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    if unsaid is None:
        return -(gold * said).sum() / said.sum().clamp(min=1)
    opened = targets == UNSAID
    left = logs.masked_fill(~unsaid, float("-inf")).logsumexp(-1)
    counted = said | opened
    return -torch.where(said, gold, left).masked_fill(~counted, 0).sum() / counted.sum().clamp(min=1)


def _tree(scores: Mapping[str, Tensor], name: str, batch: Batch) -> tuple[Tensor, Tensor]:
    assert batch.heads is not None
    assert batch.sentences is not None
    assert batch.relations is not None
    same = batch.sentences.unsqueeze(2) == batch.sentences.unsqueeze(1)
    allowed = functional.pad(same, (1, 0), value=True)
    heads = torch.where(batch.heads >= 0, batch.heads, IGNORED)
    arcs = scores[name].masked_fill(~allowed, -1e4)
    relations = torch.where(heads >= 0, batch.relations, IGNORED)
    return _cross_entropy(arcs, heads), _cross_entropy(scores[f"{name}_relation"], relations)


def _role(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy over every word of the window, for the cues' words only."""
    rows = scores[batch.rows[:, 0], :, batch.rows[:, 1], :]  # [R, C, W]
    return _cross_entropy(rows.transpose(1, 2), batch.roles)


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), targets.flatten(), ignore_index=IGNORED)
