"""Event factuality (UW, MEANTIME, UDS-IH2): JSON lines of one tokenised sentence each, −3 … +3 on event heads.

The tokens, joined by spaces, become running text (`plain.joined`); each keeps its place as a word.
"""

from __future__ import annotations

import json
from pathlib import Path

from training.corpora.plain import signed, spread
from training.documents import Document


def read(path: Path, scale: str = "factuality") -> list[Document]:
    """A document a sentence; `scale` names the score, since UDS's annotators judged otherwise than UW's."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_document(f"{path.stem} {number}", row, scale) for number, row in enumerate(rows)]


def _document(name: str, row: dict[str, object], scale: str) -> Document:
    text, words = spread([signed(token) for token in str(row["text"]).split(" ")])
    scores: list[float | None] = [None] * len(words)
    targets = row["targets"]
    assert isinstance(targets, list)
    for target in targets:
        scores[target["span1"][0]] = float(target["label"])
    document = Document(name, text, words, [(0, len(words))])
    document.scores[scale] = scores
    return document
