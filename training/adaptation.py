"""Training that goes on from finished weights, on what people decided about claims.

Beside their lines it reads our own examples; and about every word of all these texts the network as it was speaks as a
teacher, so that what nobody corrected stays as it was, in the tasks of which these texts say nothing too (learning
without forgetting, Li and Hoiem 2016).
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import torch

from sayso.language.pieces import Pieces
from sayso.language.tasks import Task
from training import export, fit, restoration, smoothing
from training.batches import Example, collate, cut
from training.corpora import corrections, examples
from training.documents import Document
from training.mixture import OWN
from training.network import Network
from training.teacher import Teacher

PASSES = 8
"""Over what people decided."""
OWN_PASSES = 1
ENCODER_RATE = 3e-5
HEAD_RATE = 3e-4
"""A third of the rates of training: the weights are finished."""
SIZE = 0.5
"""Of batches, beside those of training: corrections are few, and should make more than a handful of steps."""
SHOWN = 400
"""Examples of ours that show what 8 bits have to hold."""


def adapt(paths: Sequence[Path], weights: Path, base: Path, folder: Path, name: str) -> None:
    """Train the weights in `weights` on with files of `sayso examples`; write them, int8, to `folder` as `name`.

    `weights` is an exported folder or a run with `weights.pt`, trained from the encoder in `base`. ValueError where a
    line is no example, nothing is to be learned, or the weights can't be read.
    """
    torch.manual_seed(fit.SEED)
    chance = random.Random(fit.SEED)
    documents = [document for path in paths for document in corrections.read(path)]
    if not documents:
        raise ValueError(f"no claim that somebody kept in {', '.join(map(str, paths))}: there is nothing to learn from")
    network = load(weights, base)
    pieces = Pieces(base / "tokenizer.json")
    decided = _cut(documents, pieces, network.tasks)
    own = _cut(examples.read(OWN), pieces, network.tasks)
    _learn(network, fit.batches([(PASSES, SIZE, decided), (OWN_PASSES, SIZE, own)], chance))
    smoothing.smooth(network, decided + chance.sample(own, min(SHOWN, len(own))))
    export.write(network, base, folder, name, whole=False)
    _carry(weights, folder)
    print(f"{len(decided)} windows of decided claims, {len(own)} of our own; {folder} holds {name}")


def _carry(weights: Path, folder: Path) -> None:
    """Leave confidences scaled as they were; `python -m training calibrate` fits them anew."""
    if (weights / "model.json").is_file():
        known, new = (json.loads((one / "model.json").read_text(encoding="utf-8")) for one in (weights, folder))
        (folder / "model.json").write_text(json.dumps(known | new, indent=1) + "\n", encoding="utf-8")


def load(weights: Path, base: Path) -> Network:
    """The network of a run or of an exported folder. ValueError where it is neither."""
    if (weights / "weights.pt").is_file():
        return export.load(weights, base)
    if (weights / "model.onnx").is_file():
        return restoration.restore(weights, base)
    raise ValueError(f"{weights} holds no weights: neither a run's weights.pt nor an exported model.onnx")


def _cut(documents: Sequence[Document], pieces: Pieces, tasks: Mapping[str, Task]) -> list[Example]:
    return [example for document in documents for example in cut(_suited(document, tasks), pieces, tasks)]


def _suited(document: Document, tasks: Mapping[str, Task]) -> Document:
    """The document without what weights of an older table have no head for."""
    return replace(
        document,
        tags={name: labels for name, labels in document.tags.items() if name in tasks},
        events=document.events if "argument" in tasks else None,
        pairs=document.pairs if "dyad" in tasks else None,
    )


def _learn(network: Network, order: Sequence[Sequence[Example]]) -> None:
    teacher = Teacher(deepcopy(network).to(fit.DEVICE))
    network.to(fit.DEVICE).train()
    optimizer = fit.adamw(network, ENCODER_RATE, HEAD_RATE)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: fit.rate(step, len(order)))
    log = fit.Log(len(order))
    for step, batch in enumerate(order, start=1):
        made = collate(batch, network.tasks).to(fit.DEVICE)
        log.add(step, fit.advance(network, made, optimizer, schedule, teacher), made.pieces.numel())
    network.cpu().eval()
