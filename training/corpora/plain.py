"""Text of which no tag is read: what a teacher alone speaks about."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from training.documents import Characters, Document, divide

_CLOSING = frozenset(".,;:!?)]}%'’”") | {"''", "n't", "'s", "’s"}
_OPENING = frozenset("([{$“‘")
_SIGNS = {
    "``": "“",
    "''": "”",
    "`": "‘",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}


def read_ecb(path: Path, without: frozenset[str] = frozenset()) -> list[Document]:
    """The articles of ECB+ (`documents.jsonl`), a sentence a paragraph; `without` names topics left out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        _document(row["doc_id"], "\n".join(joined(words) for words in row["sentences"]))
        for row in rows
        if row["topic"] not in without
    ]


def read_column(path: Path, column: str) -> list[Document]:
    """Each row of one column of a CSV file as a document."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_document(f"{path.stem} {number}", row[column]) for number, row in enumerate(csv.DictReader(file))]


def joined(words: list[str]) -> str:
    """Words as running text: no space before closing punctuation or after opening."""
    return spread(words)[0]


def spread(words: list[str]) -> tuple[str, list[Characters]]:
    """Words as running text, and where each stands in it."""
    text = ""
    places: list[Characters] = []
    for word in words:
        tight = not text or word in _CLOSING or text[-1] in _OPENING
        text += word if tight else f" {word}"
        places.append((len(text) - len(word), len(text)))
    return text, places


def signed(token: str) -> str:
    """A token of the Penn Treebank as it stands in a text: "``" is a quotation mark, "-LRB-" a bracket."""
    return _SIGNS.get(token, token) or "_"


def _document(name: str, text: str) -> Document:
    words, paragraphs = divide(text)
    return Document(name, text, words, paragraphs)
