"""Documents → windows with their targets → batches of tensors."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

import numpy as np
import torch
from torch import Tensor

from sayso.language import windows
from sayso.language.pieces import Pieces
from sayso.language.tasks import Task
from training.documents import Document, Pair, Range

IGNORED = -100
"""A target that no loss counts."""
UNSAID = -1
"""A target O of a corpus that marks only some of a task's labels: any class that it does not mark is right."""


@dataclass(slots=True)
class Example:
    """One window. Word numbers are the window's own; heads are 1-based with 0 for the root."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    tags: dict[str, list[int]] = field(default_factory=dict)
    unsaid: dict[str, list[int]] = field(default_factory=dict)
    """By task, the classes that an UNSAID target allows."""
    sentences: list[int] | None = None
    """Number of each word's sentence; heads are sought within it."""
    heads: list[int] | None = None
    relations: list[int] | None = None
    rows: dict[str, list[int]] = field(default_factory=dict)
    """By task of roles, the words that have them, and for each the role class of every word of the window."""
    roles: dict[str, list[list[int]]] = field(default_factory=dict)
    scores: dict[str, list[float]] = field(default_factory=dict)
    """By task and label (`factuality:uw`), NaN where nothing is said."""
    pairs: list[Pair] = field(default_factory=list)
    antecedents: list[int] | None = None
    """0 for a word that heads no mention; 1-based otherwise, as heads are."""


def cut(document: Document, pieces: Pieces, tasks: Mapping[str, Task]) -> Iterator[Example]:
    """The windows of a document."""
    forms = document.forms()
    known = [pieces.of(form) for form in forms]
    sizes = [len(ids) for ids, _ in known]
    for window in windows.pack(document.paragraphs, sizes, forms):
        example, numbers = _input(window, known, pieces)
        _tags(example, document, numbers, tasks)
        if document.tree is not None:
            _tree(example, document, numbers, tasks["syntax"])
        if document.attributions is not None:
            _attributed(example, document, numbers, tasks["role"])
        if document.events is not None:
            _argued(example, document, numbers, tasks["argument"])
        _meaning(example, document, numbers)
        yield example


def _input(
    window: windows.Window, known: Sequence[tuple[tuple[int, ...], int]], pieces: Pieces
) -> tuple[Example, list[int]]:
    """The window's pieces, and the document's number of each of its words."""
    ids, shapes, firsts, numbers = [pieces.first], [0], [], []
    for first, end in window:
        for word in range(first, end):
            firsts.append(len(ids))
            numbers.append(word)
            ids += known[word][0]
            shapes += [known[word][1]] * len(known[word][0])
        ids.append(pieces.between)
        shapes.append(0)
    return Example(ids, shapes, firsts), numbers


def _tags(example: Example, document: Document, numbers: Sequence[int], tasks: Mapping[str, Task]) -> None:
    for name, labels in document.tags.items():
        task = tasks[name]
        index = {label: number for number, label in enumerate(task.classes)}
        marked = document.annotated.get(name, frozenset(task.labels))
        partial = task.spans and marked != frozenset(task.labels)
        targets = []
        for word in numbers:
            label = labels[word]
            if label == "O" and partial:
                targets.append(UNSAID)
            else:
                targets.append(IGNORED if label is None else index.get(label, IGNORED))
        example.tags[name] = targets
        if partial:
            example.unsaid[name] = [
                number for label, number in index.items() if label == "O" or label[2:] not in marked
            ]


def _tree(example: Example, document: Document, numbers: Sequence[int], task: Task) -> None:
    assert document.tree is not None
    assert document.sentences is not None
    place = {word: number for number, word in enumerate(numbers)}
    index = {label: number for number, label in enumerate(task.classes)}
    sentence = np.zeros(len(document.words), dtype=np.int64)
    for number, (first, end) in enumerate(document.sentences):
        sentence[first:end] = number
    heads, relations = document.tree.heads, document.tree.relations
    example.sentences = [int(sentence[word]) for word in numbers]
    example.heads = [0 if heads[word] < 0 else place.get(heads[word], IGNORED - 1) + 1 for word in numbers]
    example.relations = [index.get(relations[word], IGNORED) for word in numbers]


def _attributed(example: Example, document: Document, numbers: Sequence[int], task: Task) -> None:
    assert document.attributions is not None
    rows, roles = example.rows.setdefault("role", []), example.roles.setdefault("role", [])
    place = {word: number for number, word in enumerate(numbers)}
    index = {label: number for number, label in enumerate(task.classes)}
    for attribution in document.attributions:
        cue = [place[word] for word in attribution.cue if word in place]
        if not cue:
            continue
        row = [IGNORED if attribution.partial else 0] * len(numbers)
        for label, ranges in (("content", attribution.content), ("source", attribution.source)):
            for first, end in ranges:
                inside = [place[word] for word in range(first, end) if word in place]
                for number, word in enumerate(inside):
                    row[word] = index[f"{'I' if number else 'B'}-{label}"]
                if inside and label == "content" and attribution.partial:
                    row[inside[0]] = IGNORED
        if set(row) == {IGNORED}:
            continue
        rows += cue
        roles += [row] * len(cue)


def _argued(example: Example, document: Document, numbers: Sequence[int], task: Task) -> None:
    assert document.events is not None
    rows, roles = example.rows.setdefault("argument", []), example.roles.setdefault("argument", [])
    place = {word: number for number, word in enumerate(numbers)}
    for event in document.events:
        if event.trigger not in place:
            continue
        row = [0] * len(numbers)
        for label, (first, end) in event.arguments:
            for word in range(first, end):
                if word in place:
                    row[place[word]] = task.classes.index(label)
        rows.append(place[event.trigger])
        roles.append(row)


def _meaning(example: Example, document: Document, numbers: Sequence[int]) -> None:
    """Scores, pairs and antecedents."""
    place = {word: number for number, word in enumerate(numbers)}
    for name, scores in document.scores.items():
        found = (scores[word] for word in numbers)
        example.scores[name] = [math.nan if score is None else score for score in found]
    for pair in document.pairs or ():
        sides = [None if side is None else _within(side, place) for side in (pair.actor, pair.recipient)]
        if (sides[0] or not pair.actor) and (sides[1] or not pair.recipient):
            example.pairs.append(Pair(pair.types, sides[0], sides[1]))
    if document.antecedents is not None:
        known = [document.antecedents[word] for word in numbers]
        # A mention whose antecedent lies before the window is the first one in it.
        example.antecedents = [0 if one < 0 else place.get(one, number) + 1 for number, one in enumerate(known)]


def _within(side: Range, place: Mapping[int, int]) -> Range | None:
    """A range of the document's words as one of the window's; None where the window doesn't hold it."""
    first, end = side
    return (place[first], place[end - 1] + 1) if first in place and end - 1 in place else None


@dataclass(slots=True)
class Batch:
    """Examples of one corpus, padded: B windows, P pieces, W words."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    firsts: Tensor
    tags: dict[str, Tensor]
    """[B, W] by task."""
    unsaid: dict[str, Tensor]
    """By task the classes [C] that UNSAID allows, as booleans."""
    sentences: Tensor | None
    heads: Tensor | None
    relations: Tensor | None
    rows: dict[str, Tensor]
    """[R, 2] by task: window and word of each row of roles."""
    roles: dict[str, Tensor]
    """[R, W] by task."""
    scores: dict[str, Tensor]
    """[B, W] by task and label."""
    pairs: list[tuple[int, Pair]]
    """With the number of the window."""
    antecedents: Tensor | None
    """[B, W]"""

    def to(self, device: str) -> Batch:
        """The batch on a device."""
        moved = {
            f.name: {name: tensor.to(device) for name, tensor in value.items()}
            if isinstance(value, dict)
            else value.to(device)
            for f in fields(self)
            if (value := getattr(self, f.name)) is not None and f.name != "pairs"
        }
        return replace(self, **moved)  # type: ignore[arg-type]


def collate(examples: Sequence[Example], tasks: Mapping[str, Task]) -> Batch:
    """Pad examples of one corpus into tensors."""
    wide = max(len(e.pieces) for e in examples)
    count = max(len(e.firsts) for e in examples)
    unsaid = {}
    for name, allowed in examples[0].unsaid.items():
        unsaid[name] = torch.zeros(len(tasks[name].classes), dtype=torch.bool)
        unsaid[name][allowed] = True
    tree = examples[0].heads is not None
    linked = examples[0].antecedents is not None
    return Batch(
        pieces=_padded([e.pieces for e in examples], wide, 0),
        shapes=_padded([e.shapes for e in examples], wide, 0),
        mask=_padded([[1] * len(e.pieces) for e in examples], wide, 0),
        firsts=_padded([e.firsts for e in examples], count, 0),
        tags={name: _padded([e.tags[name] for e in examples], count, IGNORED) for name in examples[0].tags},
        unsaid=unsaid,
        sentences=_padded([e.sentences or [] for e in examples], count, -1) if tree else None,
        heads=_padded([e.heads or [] for e in examples], count, IGNORED) if tree else None,
        relations=_padded([e.relations or [] for e in examples], count, IGNORED) if tree else None,
        rows={name: _rows([e.rows[name] for e in examples]) for name in examples[0].rows},
        roles={
            name: _padded([role for e in examples for role in e.roles[name]], count, IGNORED)
            for name in examples[0].roles
        },
        scores={name: _scored([e.scores[name] for e in examples], count) for name in examples[0].scores},
        pairs=[(number, pair) for number, e in enumerate(examples) for pair in e.pairs],
        antecedents=_padded([e.antecedents or [] for e in examples], count, IGNORED) if linked else None,
    )


def _rows(words: Sequence[Sequence[int]]) -> Tensor:
    return torch.tensor([(number, word) for number, of in enumerate(words) for word in of], dtype=torch.long).view(
        -1, 2
    )


def _scored(lists: Sequence[Sequence[float]], width: int) -> Tensor:
    array = np.full((len(lists), width), np.nan, dtype=np.float32)
    for number, values in enumerate(lists):
        array[number, : len(values)] = values
    return torch.from_numpy(array)


def _padded(lists: Sequence[Sequence[int]], width: int, filling: int) -> Tensor:
    array = np.full((len(lists), width), filling, dtype=np.int64)
    for number, values in enumerate(lists):
        array[number, : len(values)] = values
    return torch.from_numpy(array)
