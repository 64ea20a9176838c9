"""How sure the parser is on text that no treebank has: folders of brat files like PolNeAR's, or files of marks.

The mean probability of a word's head and relation, in per cent, and the share of words under a half. A network that
learns nothing but attributions from such text can forget its syntax there, while all figures on treebanks stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.language.model import Model
from training.documents import Document
from training.evaluation import links
from training.evaluation.counts import Figures


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """The mean over all words of the texts, each read once."""
    texts = {document.text: document for path in paths for document in links.documents(path)}
    every = np.array([certain for text in texts.values() for certain in _certain(model, text)])
    return {
        "words": len(every),
        "mean": round(100 * float(every.mean()), 2),
        "under a half": round(100 * float((every < 0.5).mean()), 2),
    }


def _certain(model: Model, document: Document) -> list[float]:
    starts, ends = [start for start, _ in document.words], [end for _, end in document.words]
    return model.read(model.prepared(document.text, starts, ends, document.paragraphs)).certain
