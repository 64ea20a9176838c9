"""PLOVER's data: sentences with a marked actor and recipient and the root of what happens between them, and CAMEO's
actor and recipient spans.
"""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

from training.corpora import inline
from training.corpora.plain import signed, spread
from training.documents import Document, Pair, covered, divide, paint, spans

ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}
"""Roots of an older PLOVER by the types that took their place."""
_SIDES = {"S": "actor", "T": "recipient"}


def read_pairs(path: Path) -> list[Document]:
    """`plv_*.jsonl`: a document a row, with one pair."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_pair(f"{path.stem} {row['id']}", row["marked"], row["root"]) for row in rows]


def types_of(root: str) -> tuple[str, ...]:
    """The event types that a root of the data stands for."""
    return ROOTS.get(root, (root,))


def _pair(name: str, marked: str, root: str) -> Document:
    text, found = inline.read(marked)
    words, paragraphs = divide(text)
    sides = {one.tag: covered(words, one.start, one.end) for one in found}
    document = Document(name, text, words, paragraphs)
    document.pairs = [Pair(types_of(root), sides.get("s"), sides.get("t"))]
    return document


def read_actors(path: Path) -> list[Document]:
    """`cameo_actors_*.conll`: a document a sentence, with its `party` spans."""
    lines = path.read_text(encoding="utf-8").splitlines()
    groups = [list(group) for filled, group in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    return [_actors(f"{path.stem} {number}", group) for number, group in enumerate(groups)]


def _actors(name: str, lines: list[str]) -> Document:
    rows = [line.rsplit(" ", 1) if " " in line else line.rsplit("\t", 1) for line in lines]
    text, words = spread([signed(token.strip()) for token, _ in rows])
    labels: list[str | None] = ["O"] * len(words)
    for first, end, side in spans([label for _, label in rows]):
        if side in _SIDES:
            paint(labels, (first, end), _SIDES[side])
    document = Document(name, text, words, [(0, len(words))])
    document.tags["party"] = labels
    return document
