"""The second stage: the heads of roles alone, over the frozen encoder, reading the layer of tags.

In the joint run a role's scores have to find the spans and to tell whose they are. Given the finished layer of tags,
only the second is left, and without the encoder a pass over PolNeAR and our marks takes a fraction of a minute.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from sayso.language import tasks as table
from sayso.language.pieces import Pieces
from training.batches import IGNORED, Example, collate, cut
from training.corpora import marked, polnear
from training.fit import DEVICE, SEED, rate
from training.network import Network, RoleHead

PASSES = 8
WINDOWS = 8
"""Windows in a batch."""
PEAK_RATE = 1e-3
UNREAD = 0.2
"""Share of windows whose layer is hidden, so that no trust in it is learned that training texts alone deserve."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A window as the finished network sees it: words [W, D] and layer [W, L] in 16 bits, rows of roles."""

    words: Tensor
    layer: Tensor
    rows: list[int]
    roles: list[list[int]]


def refine(corpora: Path, base: Path, run: Path) -> None:
    """Train the role head of `run/joint.pt` on; write `run/weights.pt`."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tasks = table.load(run / "tasks.json")
    network = Network(base, tasks).eval().to(DEVICE)
    network.load_state_dict(torch.load(run / "joint.pt", weights_only=True, map_location=DEVICE))
    pieces = Pieces(base / "tokenizer.json")
    documents = [*polnear.read(corpora / "polnear/train"), *marked.attributed(corpora)]
    examples = [example for document in documents for example in cut(document, pieces, tasks) if example.rows["role"]]
    windows = list(_freeze(network, examples))
    head = network.heads["role"]
    assert isinstance(head, RoleHead)
    _train(head, windows, chance)
    torch.save(network.state_dict(), run / "weights.pt")


def _freeze(network: Network, examples: Sequence[Example]) -> Iterator[Frozen]:
    for example in examples:
        batch = collate([example], network.tasks).to(DEVICE)
        with torch.no_grad(), torch.autocast(DEVICE, dtype=torch.bfloat16):
            words, _ = network.words(batch.pieces, batch.shapes, batch.mask, batch.firsts)
            layer = network.tags(network.tasks["role"].reads, words).float().softmax(-1)
        yield Frozen(words[0].half(), layer[0].half(), example.rows["role"], example.roles["role"])


def _train(head: RoleHead, windows: list[Frozen], chance: random.Random) -> None:
    steps = PASSES * (len(windows) // WINDOWS + 1)
    optimizer = torch.optim.AdamW(head.parameters(), lr=PEAK_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps))
    head.train()
    for number in range(PASSES):
        chance.shuffle(windows)
        losses = []
        for first in range(0, len(windows), WINDOWS):
            loss = _loss(head, windows[first : first + WINDOWS], chance)
            loss.backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(float(loss))
        print(f"pass {number + 1}/{PASSES}  role {sum(losses) / len(losses):.4f}", flush=True)
    head.eval()


def _loss(head: RoleHead, windows: Sequence[Frozen], chance: random.Random) -> Tensor:
    """Mean cross-entropy over the words of all cues' rows."""
    total = torch.zeros((), device=DEVICE)
    count = 0
    for window in windows:
        words = functional.dropout(window.words.float().unsqueeze(0), 0.25)
        layer = window.layer.float().unsqueeze(0) * float(chance.random() > UNREAD)
        rows = torch.tensor(window.rows, device=DEVICE)
        scores = head(words, layer, rows)[0].transpose(0, 1)
        total = total + functional.cross_entropy(
            scores, torch.tensor(window.roles, device=DEVICE), ignore_index=IGNORED, reduction="sum"
        )
        count += len(window.rows) * len(window.words)
    return total / count
