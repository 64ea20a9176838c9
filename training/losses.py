"""One loss for each kind of task; each is a mean over what the batch's corpus annotates."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from sayso.language import dyads
from sayso.language.tasks import Task
from training.batches import IGNORED, UNSAID, Batch
from training.documents import Range

WEIGHTS = {"sentence": 0.5, "upos": 0.5, "xpos": 0.5, "lemma": 0.5, "attribution": 1.5, "event_type": 2.0}
"""Weights of losses other than 1: tags that are easy pull less."""
OPEN = 0.3
"""Share of the actors, and of the recipients, that a pair is learned without."""


def total(scores: Mapping[str, Tensor], batch: Batch, tasks: Mapping[str, Task]) -> dict[str, Tensor]:
    """Weighted losses by task (and "NAME_relation" for trees), for the targets that the batch has and the heads that
    speak.
    """
    losses: dict[str, Tensor] = {}
    for name, task in tasks.items():
        if name not in scores:
            continue
        if task.kind == "tag" and name in batch.tags:
            losses[name] = _tag(scores[name], batch.tags[name], batch.unsaid.get(name))
        elif task.kind == "tree" and batch.heads is not None:
            losses[name], losses[f"{name}_relation"] = _tree(scores, name, batch)
        elif task.kind == "role" and name in batch.rows and len(batch.rows[name]):
            losses[name] = _role(scores[name], batch.rows[name], batch.roles[name])
        elif task.kind == "score":
            losses |= _scores(scores, task, batch)
        elif task.kind == "link" and batch.antecedents is not None:
            losses[name] = _cross_entropy(earlier(scores[name]), batch.antecedents)
        elif task.kind == "pair" and batch.pairs:
            losses[name] = _dyads(scores[name], batch, task)
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


def _role(scores: Tensor, rows: Tensor, roles: Tensor) -> Tensor:
    """Cross-entropy over every word of the window, for the words that have roles only."""
    told = scores[rows[:, 0], :, rows[:, 1], :]  # [R, C, W]
    return _cross_entropy(told.transpose(1, 2), roles)


def _scores(scores: Mapping[str, Tensor], task: Task, batch: Batch) -> dict[str, Tensor]:
    """Mean absolute difference, by label."""
    losses = {}
    for number, label in enumerate(task.labels):
        if (wanted := batch.scores.get(f"{task.name}:{label}")) is not None:
            said = ~wanted.isnan()
            apart = (scores[task.name][..., number][said] - wanted[said]).abs()
            losses[f"{task.name}:{label}"] = apart.sum() / said.sum().clamp(min=1)
    return losses


def earlier(scores: Tensor) -> Tensor:
    """Scores [B, W, W+1] of links, with those to later words out of reach."""
    place = torch.arange(scores.shape[2], device=scores.device)
    later = place.unsqueeze(0) > place[1:].unsqueeze(1)
    return scores.masked_fill(later, -1e4)


def _dyads(parts: Tensor, batch: Batch, task: Task) -> Tensor:
    """−log of the probability of what the corpus says, or of all that it leaves open, mean over pairs.

    Of the actors and of the recipients the share OPEN is hidden, since a sentence may have none.
    """
    counts = (batch.firsts > 0).sum(-1).tolist()
    hidden = (torch.rand(len(batch.pairs), 2) < OPEN).tolist()
    losses = []
    for (window, pair), (actor, recipient) in zip(batch.pairs, hidden, strict=True):
        logs = between(
            parts[window, : counts[window]],
            len(task.classes),
            None if actor else pair.actor,
            None if recipient else pair.recipient,
        )
        losses.append(-logs[[task.classes.index(name) for name in pair.types]].logsumexp(-1))
    return torch.stack(losses).mean()


def between(parts: Tensor, classes: int, actor: Range | None, recipient: Range | None) -> Tensor:
    """`language.dyads.between` of tensors."""
    size = dyads.size(parts.shape[1], classes)
    looks, votes = parts[:, : 2 * size], parts[:, -2 * classes :]
    looked, scores = parts.new_zeros(size), parts.new_zeros(classes)
    for number, side in enumerate((actor, recipient)):
        if side is not None:
            looked = looked + looks[slice(*side), number * size : (number + 1) * size].mean(0)
            scores = scores + votes[slice(*side), number * classes : (number + 1) * classes].mean(0)
    weights = (parts[:, 2 * size : 3 * size] @ looked * size**-0.5 + parts[:, 3 * size]).softmax(-1)
    return (scores + weights @ parts[:, 3 * size + 1 : 3 * size + 1 + classes]).log_softmax(-1)


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), targets.flatten(), ignore_index=IGNORED)
