"""The task table: which tags and arcs the model gives, read from `tasks.toml` or from the copy beside the weights."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

Kind = Literal["tag", "tree", "role", "score", "link", "pair"]


@dataclass(frozen=True, slots=True)
class Task:
    """One head of the model. `labels` are as the table names them; `classes` are what the head tells apart.

    `reads` is the tag task that says which words have roles: those of its label `by`, whose role is also given the
    layer's scores beside the words; without `by`, those of any label but its first. Both are "" for other kinds.
    `sort` names the projection that a tag, a score or a pair reads.
    """

    name: str
    kind: Kind
    labels: tuple[str, ...]
    spans: bool
    reads: str
    by: str
    definition: str
    sort: str

    @property
    def classes(self) -> tuple[str, ...]:
        """The labels; for spans "O" and a "B-" and an "I-" for each, in that order."""
        if not self.spans:
            return self.labels
        return ("O", *(f"{edge}-{label}" for label in self.labels for edge in "BI"))


def table() -> dict[str, Task]:
    """The tasks by name in the order of the model's outputs; labels that corpora give are still empty."""
    text = (files("sayso.language") / "tasks.toml").read_text(encoding="utf-8")
    return {name: _task(name, row) for name, row in tomllib.loads(text).items()}


def resolve(found: Mapping[str, Sequence[str]]) -> dict[str, Task]:
    """The table with the labels that were found in the corpora, for the tasks that leave them open."""
    return {
        name: replace(task, labels=tuple(found[name])) if name in found and not task.labels else task
        for name, task in table().items()
    }


def save(tasks: Mapping[str, Task], path: Path) -> None:
    """Write a resolved table as JSON."""
    rows = {t.name: {key: value for key, value in asdict(t).items() if key != "name"} for t in tasks.values()}
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path) -> dict[str, Task]:
    """Read a resolved table."""
    return {name: _task(name, row) for name, row in json.loads(path.read_text(encoding="utf-8")).items()}


def _task(name: str, row: Mapping[str, Any]) -> Task:
    spans = row.get("spans", False)
    return Task(
        name,
        row["kind"],
        tuple(row["labels"]),
        spans,
        row.get("reads", ""),
        row.get("by", ""),
        row["definition"],
        row.get("sort", "spans" if spans else "words"),
    )
