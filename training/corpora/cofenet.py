"""CofeNet's rows: one paragraph a line, CoreNLP's tokens with one BIO layer of source, cue and content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from training.corpora import polnear
from training.corpora.plain import signed
from training.documents import Characters, Range


@dataclass(slots=True)
class Rows:
    """The rows of one article that follow each other: their tokens as a text, and each row as a range of tokens.

    `name` is the article's; an article that two people annotated comes twice.
    """

    name: str
    text: str
    words: list[Characters]
    rows: list[Range]
    labels: list[str]


def read(path: Path) -> Iterator[Rows]:
    """Neighbouring rows with the same id together, in the file's order."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    for name, group in groupby(rows, key=lambda row: str(row["id"])):
        yield _joined(polnear.article(name), [(row["tokens"], row["labels"]) for row in group])


def _joined(name: str, rows: list[tuple[list[str], list[str]]]) -> Rows:
    found = Rows(name, "", [], [], [])
    parts: list[str] = []
    position = 0
    for tokens, labels in rows:
        first = len(found.words)
        for token in tokens:
            form = signed(token)
            found.words.append((position, position + len(form)))
            parts.append(form)
            position += len(form) + 1
        found.rows.append((first, len(found.words)))
        found.labels += labels
    found.text = " ".join(parts)
    return found
