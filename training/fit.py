"""The training run: batches of the mixture in random order, one pass over each corpus as often as the mixture says."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from sayso.language import tasks as table
from sayso.language.pieces import Pieces
from sayso.language.tasks import Task
from training.documents import Document
from training.examples import Example, collate, cut
from training.losses import total
from training.mixture import MIXTURE
from training.network import Network

SEED = 20181015
PIECES = 2_560
"""Word pieces in a batch, padding included."""
ENCODER_RATE = 2e-4
HEAD_RATE = 1e-3
WARM_UP = 0.08
LEAST_LEMMA = 2
"""A lemma rule seen less often is no class of its own; the word then stands as it is."""


def collected(documents: Sequence[Document]) -> dict[str, Task]:
    """The task table with the labels that the documents show, most frequent first."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for name in ("upos", "xpos", "lemma"):
            seen[name].update(label for label in document.tags.get(name, []) if label is not None)
        if document.tree is not None:
            seen["syntax"].update(document.tree.relations)
    least = {"lemma": LEAST_LEMMA}
    return table.resolve(
        {name: [label for label, n in count.most_common() if n >= least.get(name, 1)] for name, count in seen.items()}
    )


def batches(parts: Sequence[tuple[float, Sequence[Example]]], chance: random.Random) -> list[list[Example]]:
    """All batches of a run in random order; each batch is of one corpus and of windows of similar length."""
    made: list[list[Example]] = []
    for times, examples in parts:
        for number in range(int(times) + (times % 1 > 0)):
            drawn = list(examples) if number + 1 <= times else chance.sample(examples, int(len(examples) * (times % 1)))
            drawn.sort(key=lambda example: (len(example.pieces), chance.random()))
            batch: list[Example] = []
            for example in drawn:
                if batch and (len(batch) + 1) * len(example.pieces) > PIECES:
                    made.append(batch)
                    batch = []
                batch.append(example)
            if batch:
                made.append(batch)
    chance.shuffle(made)
    return made


def rate(step: int, steps: int) -> float:
    """Learning rate as a share of its peak: a linear rise, then a linear fall to zero."""
    warm = int(steps * WARM_UP)
    return step / max(1, warm) if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def train(corpora: Path, base: Path, run: Path, share: float = 1.0, *, resume: bool = False) -> None:
    """Train all heads on the mixture: write `run/joint.pt`, `run/tasks.json` and a checkpoint every 200 steps.

    `share` reads only that share of each corpus's passes, for a quick trial. `resume` goes on from the checkpoint.
    """
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    documents = [(part, part.read(corpora)) for part in MIXTURE]
    tasks = collected([document for _, found in documents for document in found])
    table.save(tasks, run / "tasks.json")
    pieces = Pieces(base / "tokenizer.json")
    parts = [
        (part.times * share, [example for document in found for example in cut(document, pieces, tasks)])
        for part, found in documents
    ]
    order = batches(parts, chance)
    network = Network(base, tasks)
    network.joint = True
    _run(network, order, tasks, run, resume=resume)


def _run(
    network: Network, order: Sequence[Sequence[Example]], tasks: Mapping[str, Task], run: Path, *, resume: bool
) -> None:
    optimizer = _optimizer(network)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, len(order)))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device).train()
    begin = _restore(run, network, optimizer, schedule) if resume else 0
    started, seen = time.monotonic(), 0
    sums: dict[str, float] = {}
    for step in range(begin, len(order)):
        batch = collate(order[step], tasks)
        with torch.autocast(device, dtype=torch.bfloat16):
            heads = None if batch.heads is None else batch.heads.clamp(min=0).to(device)
            scores = network(*(t.to(device) for t in (batch.pieces, batch.shapes, batch.mask, batch.firsts)), heads)
        losses = total(
            {name: score.float().cpu() if device == "cpu" else score.float() for name, score in scores.items()},
            batch,
            tasks,
        )
        loss = torch.stack(list(losses.values())).sum()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        seen += batch.pieces.numel()
        for name, value in losses.items():
            sums[name] = sums.get(name, 0.0) + float(value)
            sums[f"{name} batches"] = sums.get(f"{name} batches", 0.0) + 1
        if (step + 1) % 50 == 0:
            means = {n: round(sums[n] / sums[f"{n} batches"], 3) for n in sums if not n.endswith(" batches")}
            speed = seen / (time.monotonic() - started)
            print(f"step {step + 1}/{len(order)}  {speed:.0f} pieces/s  {means}", flush=True)
            sums.clear()
        if (step + 1) % 200 == 0 or step + 1 == len(order):
            _save(run, step + 1, network, optimizer, schedule)
    torch.save(network.state_dict(), run / "joint.pt")


def _optimizer(network: Network) -> torch.optim.Optimizer:
    encoder = list(network.encoder.parameters())
    inside = {id(parameter) for parameter in encoder}
    rest = [parameter for parameter in network.parameters() if id(parameter) not in inside]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": rest, "lr": HEAD_RATE}], weight_decay=0.01, fused=True
    )


def _save(
    run: Path,
    step: int,
    network: Network,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
) -> None:
    state = {
        "step": step,
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
    }
    torch.save(state, run / "checkpoint.new")
    (run / "checkpoint.new").replace(run / "checkpoint.pt")


def _restore(
    run: Path, network: Network, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR
) -> int:
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])
