"""FactAppeal's CSV files: sentences with the sources that they appeal to, named or not, and of what kind."""

from __future__ import annotations

import csv
from pathlib import Path

from training.corpora import inline
from training.documents import Document, covered, divide

NAMED = {"Named": "named", "Unnamed": "unnamed"}
KINDS = (
    *("Active_Participant", "Direct_Evidence", "Expert", "Expert_Document", "News_Report"),
    *("Official", "Witness", "null"),
)


def read(path: Path) -> list[Document]:
    """A document a sentence, `source_named` and `source_kind` on its sources' words; others say nothing."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [_document(f"{path.stem} {number}", row["annotation"]) for number, row in enumerate(rows)]


def _document(name: str, marked: str) -> Document:
    text, found = inline.read(marked)
    words, paragraphs = divide(text)
    document = Document(name, text, words, paragraphs)
    named: list[str | None] = [None] * len(words)
    kinds: list[str | None] = [None] * len(words)
    for one in found:
        tag, *rest = one.tag.split(":")
        if tag != "Source" or len(rest) != 2:
            continue
        first, end = covered(words, one.start, one.end)
        named[first:end] = [NAMED[rest[0]]] * (end - first)
        kinds[first:end] = [rest[1]] * (end - first)
    document.tags = {"source_named": named, "source_kind": kinds}
    return document
