"""Universal NER's IOB2 files: number, word and label in columns, `# text` lines, a blank line after a sentence."""

from __future__ import annotations

from pathlib import Path

from training.documents import Document

LABELS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def read(path: Path, annotated: frozenset[str]) -> list[Document]:
    """The documents of a file; each sentence stands as a paragraph, since the file marks none."""
    documents: list[Document] = []
    position = 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        if "# newdoc" in block or not documents:
            documents.append(Document(str(len(documents)), "", [], []))
            documents[-1].tags["entity"], documents[-1].annotated["entity"] = [], annotated
            position = 0
        document = documents[-1]
        first = len(document.words)
        for row in rows:
            document.words.append((position, position + len(row[1])))
            document.text += row[1] + " "
            position += len(row[1]) + 1
            document.tags["entity"].append(_label(row[2]))
        if rows:
            document.paragraphs.append((first, len(document.words)))
    return documents


def _label(label: str) -> str:
    edge, _, kind = label.partition("-")
    return f"{edge}-{LABELS[kind]}" if kind in LABELS else "O"
