"""A training run: batches of the mixture in random order, a pass over each corpus as often as the mixture says.

The teacher is trained so first, then the small network, which learns the teacher's scores beside the annotation.
"""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from sayso.language import tasks as table
from sayso.language.pieces import Pieces
from sayso.language.tasks import Task
from training import export, silver
from training.batches import Batch, Example, collate, cut
from training.corpora import marked
from training.documents import Document
from training.losses import total
from training.mixture import MIXTURE, PLAIN, Part
from training.network import Network
from training.teacher import Teacher, learned, vocabulary

SEED = 20181015
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
PIECES = 2_560
"""Word pieces in a batch, padding included."""
HEAD_RATE = 1e-3
WARM_UP = 0.08
LONGER = 3.0
"""How many times the mixture's passes the small network makes with a teacher: it learns less by heart then."""
CHECKPOINT = 500
"""Steps between checkpoints."""
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


def batches(
    parts: Sequence[tuple[float, float, Sequence[Example]]], chance: random.Random, most: int = PIECES
) -> list[list[Example]]:
    """All batches of a run in random order; each batch is of one corpus and of windows of similar length.

    A part is the passes over it, the size of its batches and its windows; a size of 1 is `most` word pieces, padding
    included.
    """
    made: list[list[Example]] = []
    for times, share, examples in parts:
        size = int(most * share)
        for number in range(int(times) + (times % 1 > 0)):
            drawn = list(examples) if number + 1 <= times else chance.sample(examples, int(len(examples) * (times % 1)))
            drawn.sort(key=lambda example: (len(example.pieces), chance.random()))
            batch: list[Example] = []
            for example in drawn:
                if batch and (len(batch) + 1) * len(example.pieces) > size:
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


@dataclass(frozen=True, slots=True)
class Plan:
    """What differs between the runs: the encoder's peak learning rate, whose passes of the mixture (from 1), how many
    times these, the word pieces in a batch, and the share of word pieces that are hidden from the network.

    With a rate of 0 only the heads that read several layers learn, and all else stays as it is. Of the weights that a
    run started from its result keeps the share `kept`: between both lie weights that do well at what each does well
    (Wortsman et al. 2022, WiSE-FT). `silver` teaches it the trees that the network before it reads (`training.silver`).
    """

    encoder_rate: float
    round: int = 1
    passes: float = 1.0
    pieces: int = PIECES
    hidden: float = 0.0
    head_rate: float = HEAD_RATE
    kept: float = 0.0
    silver: bool = False


TEACHER = Plan(6e-5)
ROUNDS = (
    Plan(2e-4),
    Plan(1.5e-4, round=2),
    Plan(1.2e-4, round=3, hidden=0.08),
    Plan(0.0, round=4),
    Plan(8e-5, round=5, head_rate=5e-4, kept=0.3, silver=True),
    Plan(0.0, round=6, head_rate=5e-4),
)
"""The third round hides word pieces, since the treebank is known by heart by then. The fourth brings what events,
sources and mentions mean, to heads over the finished encoder; in the fifth all learn together, which factuality
and coreference need; in the sixth these heads settle over the encoder that this leaves (docs/model.md).
"""
TAUGHT = Plan(3e-4, passes=LONGER, pieces=2 * PIECES)


def teach(corpora: Path, small: Path, base: Path, run: Path, share: float = 1.0, *, resume: bool = False) -> None:
    """Train the teacher with the encoder in `base` on the word pieces of `small`: write `run/joint.pt`."""
    tasks, order = prepared(corpora, small, run, TEACHER, share)
    learn(Network(base, tasks, vocabulary(small, base)), order, tasks, run, TEACHER, resume=resume)


def train(
    corpora: Path,
    base: Path,
    run: Path,
    share: float = 1.0,
    parts: Sequence[Part] = MIXTURE,
    *,
    resume: bool = False,
) -> None:
    """Train all heads on the parts in rounds, each from the last one's weights; write `joint.pt` and `tasks.json`.

    A checkpoint is written every CHECKPOINT steps; `resume` goes on from it. `share` reads only that share of each
    corpus's passes, for a quick trial.
    """
    before: Path | None = None
    for plan in ROUNDS:
        folder = run if plan is ROUNDS[-1] else run / f"round-{plan.round}"
        if not (resume and folder != run and (folder / "joint.pt").is_file()):
            read = own_trees(corpora, base, before, parts) if plan.silver and before is not None else None
            tasks, order = prepared(corpora, base, folder, plan, share, parts, read)
            network = Network(base, tasks)
            if before is not None:
                start(network, before / "joint.pt")
            learn(network, order, tasks, folder, plan, resume=resume)
            if before is not None and plan.kept:
                average(before / "joint.pt", folder / "joint.pt", plan.kept)
        before = folder


def own_trees(corpora: Path, base: Path, run: Path, parts: Sequence[Part]) -> Path:
    """The file of what the network of a run reads in the parts that want it."""
    path = run / "silver.jsonl"
    if not path.is_file():
        network = Network(base, table.load(run / "tasks.json"))
        start(network, run / "joint.pt")
        export.write(network.eval(), base, run / "reader", "reader", whole=True)
        silver.write([one for part in parts if part.silver for one in part.read(corpora)], run / "reader", path)
    return path


def train_taught(
    corpora: Path, base: Path, run: Path, teacher: Path, share: float = 1.0, *, resume: bool = False
) -> None:
    """Train all heads on the mixture and on plain texts, in one long round, beside a teacher that `teach` trained.

    `teacher` is the folder of its encoder; its weights are in `run/teacher`.
    """
    tasks, order = prepared(corpora, base, run, TAUGHT, share, (*MIXTURE, *PLAIN))
    lessons = Teacher.load(teacher, base, tasks, run / "teacher" / "joint.pt", DEVICE)
    learn(Network(base, tasks), order, tasks, run, TAUGHT, lessons, resume=resume)


def average(earlier: Path, later: Path, kept: float) -> None:
    """Bring the later weights back towards the earlier ones, by this share of the way."""
    old, new = (torch.load(path, weights_only=True, map_location="cpu") for path in (earlier, later))
    for name, value in new.items():
        if value.is_floating_point() and name in old and old[name].shape == value.shape:
            new[name] = torch.lerp(value, old[name], kept)
    torch.save(new, later)


def start(network: Network, weights: Path) -> None:
    """Take over the weights of an earlier run, as far as names and shapes are the same."""
    mine = network.state_dict()
    found = torch.load(weights, weights_only=True, map_location="cpu")
    same = {name: value for name, value in found.items() if name in mine and mine[name].shape == value.shape}
    network.load_state_dict(mine | same)


def prepared(
    corpora: Path,
    base: Path,
    run: Path,
    plan: Plan,
    share: float,
    parts: Sequence[Part] = MIXTURE,
    read: Path | None = None,
) -> tuple[dict[str, Task], list[list[Example]]]:
    """The task table of the mixture, written to `run`, and the batches of a run; `read` is a file of `silver`."""
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED + plan.round)
    chance = random.Random(SEED + plan.round)
    documents = [(part, part.read(corpora)) for part in parts]
    tasks = collected([document for _, found in documents for document in found])
    table.save(tasks, run / "tasks.json")
    pieces = Pieces(base / "tokenizer.json")
    if read is not None:
        documents = [
            (part, marked.with_trees(silver.add(found, read), corpora) if part.silver else found)
            for part, found in documents
        ]
    cuts = [
        (
            part.passes[plan.round - 1] * plan.passes * share,
            part.size,
            [example for document in found for example in cut(document, pieces, tasks)],
        )
        for part, found in documents
    ]
    return tasks, batches(cuts, chance, plan.pieces)


def learn(
    network: Network,
    order: Sequence[Sequence[Example]],
    tasks: Mapping[str, Task],
    run: Path,
    plan: Plan,
    teacher: Teacher | None = None,
    *,
    resume: bool,
) -> None:
    """Train a network on batches in their order and write `run/joint.pt`; see Plan for the rest."""
    network.joint = True
    network.to(DEVICE).train()
    if not plan.encoder_rate:
        network.freeze()
    optimizer = adamw(network, plan.encoder_rate, plan.head_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, len(order)))
    begin = _restore(run, network, optimizer, schedule) if resume and (run / "checkpoint.pt").is_file() else 0
    log = Log(len(order))
    for step in range(begin, len(order)):
        batch = hide(collate(order[step], tasks), plan.hidden, network.hidden_piece).to(DEVICE)
        losses = advance(network, batch, optimizer, schedule, teacher)
        log.add(step + 1, losses, batch.pieces.numel())
        if (step + 1) % CHECKPOINT == 0 or step + 1 == len(order):
            _save(run, step + 1, network, optimizer, schedule)
    torch.save(network.state_dict(), run / "joint.pt")


def advance(
    network: Network,
    batch: Batch,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    teacher: Teacher | None,
) -> dict[str, Tensor]:
    """Learn one batch; returns its losses by name, those of what the teacher says as "taught NAME"."""
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        losses = _losses(network, batch, network.tasks, teacher)
    torch.stack(list(losses.values())).sum().backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    optimizer.zero_grad(set_to_none=True)
    return losses


def hide(batch: Batch, share: float, hidden: int | None) -> Batch:
    """The batch with that share of its word pieces, [CLS] and [SEP] apart, replaced by the piece `hidden`."""
    if not share or hidden is None:
        return batch
    drawn = torch.rand(batch.pieces.shape) < share
    inside = batch.mask.bool() & (batch.shapes > 0)
    return replace(batch, pieces=batch.pieces.masked_fill(drawn & inside, hidden))


def _losses(network: Network, batch: Batch, tasks: Mapping[str, Task], teacher: Teacher | None) -> dict[str, Tensor]:
    """All losses of a batch; see `advance`."""
    lesson = None if teacher is None else teacher.lesson(batch)
    heads = None if batch.heads is None else batch.heads.clamp(min=0)
    scores = network(batch.pieces, batch.shapes, batch.mask, batch.firsts, heads if lesson is None else lesson.heads)
    scores = {name: score.float() for name, score in scores.items()}
    losses = total(scores, batch, tasks)
    if lesson is not None:
        losses |= {f"taught {name}": loss for name, loss in learned(scores, lesson, batch, tasks).items()}
    return losses


class Log:
    """Means of the losses, printed every 50 steps."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._started = time.monotonic()
        self._pieces = 0
        self._losses: dict[str, list[Tensor]] = defaultdict(list)

    def add(self, step: int, losses: Mapping[str, Tensor], pieces: int) -> None:
        """Count a step; its losses stay on their device until they are printed."""
        self._pieces += pieces
        for name, loss in losses.items():
            self._losses[name].append(loss.detach())
        if step % 50 == 0:
            means = {name: round(float(torch.stack(found).mean()), 3) for name, found in self._losses.items()}
            speed = self._pieces / (time.monotonic() - self._started)
            print(f"step {step}/{self._steps}  {speed:.0f} pieces/s  {means}", flush=True)
            self._losses.clear()


def adamw(network: Network, encoder_rate: float, head_rate: float = HEAD_RATE) -> torch.optim.Optimizer:
    """The optimizer, with peak rates of the encoder and of all else."""
    encoder = list(network.encoder.parameters())
    inside = {id(parameter) for parameter in encoder}
    rest = [parameter for parameter in network.parameters() if id(parameter) not in inside]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": encoder_rate}, {"params": rest, "lr": head_rate}], weight_decay=0.01, fused=True
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
