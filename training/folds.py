"""Figures on corpora that have no dev part, CAMEO's actors, PLOVER's pairs and our own examples, by folds.

For each fold the heads that the fourth round brings learn anew from the other folds alone, over the encoder of the
third round, which has seen none of these corpora. So the figures are of heads that saw four fifths of the data. What
has the same text is in the same fold.
"""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch

from sayso.language import tasks as table
from sayso.language.model import Model
from sayso.language.pieces import Pieces
from sayso.language.tasks import Task
from training import export, fit
from training.batches import Example, cut
from training.documents import Document
from training.evaluation import calibration, events, parties, triggers
from training.evaluation.counts import Figures
from training.mixture import MIXTURE
from training.network import Network

PLAN = fit.ROUNDS[3]
NAMES = {
    "actors": "CAMEO's actors, with our events",
    "pairs": "PLOVER's pairs, with our events",
    "own": "Our own examples",
}
"""The parts of the mixture that are scored, by a short name."""
PARTS = {name: next(part for part in MIXTURE if part.name == long) for name, long in NAMES.items()}


@dataclass(slots=True)
class Tallies:
    """What all folds' networks said of the documents that they had not seen."""

    actors: parties.Tally = field(default_factory=parties.Tally)
    pairs: events.Tally = field(default_factory=events.Tally)
    own: dict[str, triggers.Tally] = field(default_factory=dict)
    told: list[calibration.Told] = field(default_factory=list)
    """How certain the heads are of our own examples, and whether they are right."""

    def add(self, model: Model, held: Mapping[str, Sequence[Document]]) -> None:
        """Score one fold."""
        self.actors.add(model, held["actors"])
        self.pairs.add(model, held["pairs"])
        triggers.tally(model, held["own"], self.own)
        self.told += calibration.meant(model, held["own"])

    def figures(self) -> Figures:
        """By corpus."""
        own = {name: tally.figures() for name, tally in self.own.items()}
        return {"arguments": self.actors.figures(), "event-type": self.pairs.figures(), "triggers": own}


def score(corpora: Path, base: Path, run: Path, count: int) -> Figures:
    """Train and score `count` networks; their weights in 32 bits lie in `run/fold-N` and are taken from there again.

    After each fold the figures of all so far are in `run/folds.json`, which `card` takes. What `calibrate` reads is
    written to `run/told.json`.
    """
    found = {name: part.read(corpora) for name, part in PARTS.items()}
    tallies = Tallies()
    figures: Figures = {}
    for number in range(count):
        folder = run / f"fold-{number}"
        if not (folder / "model.json").is_file():
            kept = {name: [one for one in all_ if fold(one, count) != number] for name, all_ in found.items()}
            train(kept, base, run, folder)
        model = Model(folder, threads=torch.get_num_threads())
        tallies.add(model, {name: [one for one in all_ if fold(one, count) == number] for name, all_ in found.items()})
        figures = {"folds": f"{number + 1} of {count}"} | tallies.figures()
        (run / "folds.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    calibration.write(tallies.told, run / "told.json")
    return figures


def fold(document: Document, count: int) -> int:
    """The number of the fold that a document is in, by its text."""
    return zlib.crc32(" ".join(document.text.split()).encode()) % count


def train(kept: Mapping[str, Sequence[Document]], base: Path, run: Path, folder: Path) -> None:
    """Train one network on the documents of each part and export it to `folder`."""
    tasks = table.load(run / "tasks.json")
    torch.manual_seed(fit.SEED)
    network = Network(base, tasks)
    fit.start(network, run / "round-3" / "joint.pt")
    folder.mkdir(parents=True, exist_ok=True)
    fit.learn(network, order(kept, base, tasks), tasks, folder, PLAN, resume=True)
    table.save(tasks, folder / "tasks.json")
    (folder / "joint.pt").replace(folder / "weights.pt")
    export.export(folder, base, folder, folder.name)


def order(kept: Mapping[str, Sequence[Document]], base: Path, tasks: Mapping[str, Task]) -> list[list[Example]]:
    """The batches of one fold's training."""
    pieces = Pieces(base / "tokenizer.json")
    cuts = [
        (
            part.passes[PLAN.round - 1],
            part.size,
            [example for document in kept[name] for example in cut(document, pieces, tasks)],
        )
        for name, part in PARTS.items()
    ]
    return fit.batches(cuts, random.Random(fit.SEED), PLAN.pieces)
