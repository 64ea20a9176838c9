"""A larger network, trained on the same mixture, whose scores the small one learns beside the annotation.

The teacher speaks about every word of every text, the annotated and the plain, so that the small network learns all
tasks on all texts (Hinton, Vinyals and Dean 2015; for sequence tags and trees as soft cross-entropy a word).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.language.tasks import Task
from training.batches import Batch
from training.losses import earlier
from training.network import Network, TreeHead

SAME = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
"""Special pieces of BERT's vocabulary as MPNet's calls them."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a teacher says of a batch: scores by task as the network gives them, and what they are about."""

    scores: dict[str, Tensor]
    sentences: Tensor
    """[B, W] number of each word's sentence: the annotated one, else the teacher's."""
    heads: Tensor
    """[B, W] the heads whose relations are scored: annotated where there are any, else the teacher's."""


class Teacher:
    """A trained network that speaks about every word."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()

    @classmethod
    def load(cls, base: Path, small: Path, tasks: Mapping[str, Task], weights: Path, device: str) -> Teacher:
        """One with the encoder in `base`, which takes the word pieces of `small`."""
        network = Network(base, tasks, vocabulary(small, base)).to(device)
        network.load_state_dict(torch.load(weights, weights_only=True, map_location=device))
        network.joint = True
        return cls(network)

    @torch.no_grad()
    def lesson(self, batch: Batch) -> Lesson:
        """The teacher's scores of a batch that is on its device."""
        words, deep = self.network.words(batch.pieces, batch.shapes, batch.mask, batch.firsts)
        scores = self.network.read(words, deep)
        sentences = batch.sentences
        if sentences is None:
            sentences = scores["sentence"].argmax(-1).cumsum(-1)
        best = scores["syntax"].masked_fill(~within(sentences, batch.firsts > 0), -1e4).argmax(-1)
        heads = best if batch.heads is None else torch.where(batch.heads >= 0, batch.heads, best)
        tree = self.network.heads["syntax"]
        assert isinstance(tree, TreeHead)
        scores["syntax_relation"] = tree.relations(words, tree.arcs(words)[1], heads)
        return Lesson({name: score.float() for name, score in scores.items()}, sentences, heads)


def within(sentences: Tensor, real: Tensor) -> Tensor:
    """[B, W, W+1]: the heads that a word may have: the root, and the real words of its sentence."""
    same = (sentences.unsqueeze(2) == sentences.unsqueeze(1)) & real.unsqueeze(1)
    return torch.nn.functional.pad(same, (1, 0), value=True)


def learned(scores: Mapping[str, Tensor], lesson: Lesson, batch: Batch, tasks: Mapping[str, Task]) -> dict[str, Tensor]:
    """Losses by task: the divergence of the network's probabilities from the teacher's, over the real words."""
    real = batch.firsts > 0
    losses: dict[str, Tensor] = {}
    for name, task in tasks.items():
        mine, theirs = scores[name].float(), lesson.scores[name]
        if task.kind == "tag":
            losses[name] = _apart(mine, theirs, real)
        elif task.kind == "tree":
            hidden = ~within(lesson.sentences, real)
            losses[name] = _apart(mine.masked_fill(hidden, -1e4), theirs.masked_fill(hidden, -1e4), real)
            relation = f"{name}_relation"
            losses[relation] = _apart(scores[relation].float(), lesson.scores[relation], real)
        elif task.kind == "link":
            losses[name] = _apart(earlier(mine), earlier(theirs), real)
        elif task.kind in ("score", "pair"):
            losses[name] = ((mine - theirs).abs().mean(-1) * real).sum() / real.sum().clamp(min=1)
        else:
            layer = tasks[task.reads]
            top = lesson.scores[layer.name].argmax(-1)
            begin = layer.classes.index(f"B-{task.by}") if task.by else 0
            having = (top == begin) | (top == begin + 1) if task.by else top > 0
            window, word = torch.nonzero(having & real, as_tuple=True)
            losses[name] = _apart(
                mine[window, :, word].transpose(1, 2), theirs[window, :, word].transpose(1, 2), real[window]
            )
    return losses


def _apart(mine: Tensor, theirs: Tensor, real: Tensor) -> Tensor:
    """Mean over the real words of the Kullback–Leibler divergence of scores [..., C]."""
    target = theirs.log_softmax(-1)
    apart = (target.exp() * (target - mine.log_softmax(-1))).sum(-1)
    return (apart * real).sum() / real.sum().clamp(min=1)


def vocabulary(small: Path, base: Path) -> Tensor:
    """The teacher's number of each word piece of the small network."""
    mine = Tokenizer.from_file(str(small / "tokenizer.json")).get_vocab()
    theirs = Tokenizer.from_file(str(base / "tokenizer.json")).get_vocab()
    numbers = torch.zeros(max(mine.values()) + 1, dtype=torch.long)
    for piece, number in mine.items():
        numbers[number] = theirs[SAME.get(piece, piece) if SAME.get(piece) in theirs else piece]
    return numbers
