"""The encoder alone: the shipped graph cut off where its heads begin, and what it reads of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

import sayso
from sayso import articles
from sayso.language.model import Model, Text
from sayso.words.records import Article

Window = list[list[int]]
"""The word pieces that the encoder reads at once, and their shapes."""


class Encode:
    """Windows → the number of pieces in each, after one run of the encoder over it. See `sayso.workers.Job`."""

    takes = Window
    gives = int
    most_seconds: float | None = None

    def __init__(self, graph: str) -> None:
        # As in `sayso.language.model`, so that the heads and what follows them are the only difference.
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def __call__(self, batch: Sequence[Window], /) -> list[int]:
        """Encode, and throw the vectors away."""
        for pieces, shapes in batch:
            self._session.run(None, {"pieces": np.array([pieces]), "shapes": np.array([shapes])})
        return [len(pieces) for pieces, _ in batch]

    @staticmethod
    def lost(item: Window, reason: str, /) -> int:
        """A figure without all of the work would be wrong."""
        raise RuntimeError(f"the encoder died over {len(item[0])} pieces: {reason}")


def cut(graph: Path) -> None:
    """Write the shipped graph without its heads: "encoded" is what they read, see training/export.py."""
    shipped = Path(sayso.__file__).parent / "models" / "en" / "model.onnx"
    onnx.utils.extract_model(shipped, graph, ["pieces", "shapes"], ["encoded"])


def windows(folder: Path) -> Iterator[Window]:
    """The windows of all articles in a folder, as reading makes them."""
    model = Model.load("en")
    for path in sorted(folder.rglob("*.txt")):
        for article in articles.read(path):
            if isinstance(article, Article):
                offsets = [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
                yield from _windows(model, model.prepare(article.text, offsets))


def _windows(model: Model, text: Text) -> Iterator[Window]:
    for window in text.windows():
        pieces, shapes = [model.pieces.first], [0]
        for first, end in window:
            for known, shape in text.known[first:end]:
                pieces += known
                shapes += [shape] * len(known)
            pieces.append(model.pieces.between)
            shapes.append(0)
        yield [pieces, shapes]
