"""The model: text → tags and arcs, in ONNX Runtime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.language import calibration, decoding, lemmas, sentences, tasks, windows, words
from sayso.language.analysis import Analysis, Range
from sayso.language.pieces import Pieces
from sayso.words.records import Article

Arrays = dict[str, NDArray[np.float32]]


@dataclass(slots=True)
class Text:
    """A text made ready: its words, the paragraphs as ranges of words, each word's pieces and shape."""

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    paragraphs: list[Range]
    known: list[tuple[tuple[int, ...], int]]

    def windows(self) -> list[windows.Window]:
        """The windows that the model reads it in."""
        return windows.pack(self.paragraphs, [len(ids) for ids, _ in self.known], self.forms)


class Model:
    """One set of weights, ready to run; a process needs one. Loading takes about a third of a second."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        for file in ("model.onnx", "model.json", "tasks.json", "tokenizer.json"):
            if not (folder / file).is_file():
                raise FileNotFoundError(f"{folder} holds no model: {file} is missing")
        known = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.name: str = known["name"]
        self.scales: calibration.Scales = calibration.read(known.get("confidence", {}))
        self.tasks = tasks.load(folder / "tasks.json")
        self.pieces = Pieces(folder / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._outputs = [output.name for output in self._session.get_outputs()]
        self.lemmas = lemmas.Lemmas(self.tasks["lemma"].classes, self.pieces.words)

    @classmethod
    def load(cls, name: str = "en", threads: int = 1) -> Model:
        """The weights that ship with the package, by language, or those in a folder, by path."""
        shipped = Path(__file__).parent.parent / "models" / name
        return cls(shipped if shipped.is_dir() else Path(name), threads)

    def prepare(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Text:
        """Divide a text into words; `paragraphs` are offsets of what is to be read."""
        starts: list[int] = []
        ends: list[int] = []
        ranges: list[Range] = []
        for start, end in paragraphs:
            first = len(starts)
            for word_start, word_end in words.split(text, start, end):
                starts.append(word_start)
                ends.append(word_end)
            ranges.append((first, len(starts)))
        return self.prepared(text, starts, ends, ranges)

    def prepared(self, text: str, starts: list[int], ends: list[int], paragraphs: list[Range]) -> Text:
        """A text whose words are given, as treebanks give them."""
        forms = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        return Text(text, starts, ends, forms, paragraphs, [self.pieces.of(form) for form in forms])

    def run(self, text: Text, window: windows.Window, opens: Sequence[int]) -> Arrays:
        """The graph's outputs for one window by name, without the leading axis of size 1 (see training/export.py).

        `opens` tells, for every word of the *text*, whether a sentence starts there (see `sentences`).
        """
        ids, shapes = [self.pieces.first], [0]
        firsts: list[int] = []
        starts: list[int] = []
        for first, end in window:
            starts += opens[first:end]
            for known, shape in text.known[first:end]:
                firsts.append(len(ids))
                ids += known
                shapes += [shape] * len(known)
            ids.append(self.pieces.between)
            shapes.append(0)
        feed = {"pieces": ids, "shapes": shapes, "firsts": firsts, "opens": starts}
        values = self._session.run(None, {name: np.array([value], dtype=np.int64) for name, value in feed.items()})
        return {name: value[0] for name, value in zip(self._outputs, values, strict=True)}

    def analyse(self, article: Article) -> Analysis:
        """Tags and arcs over the words of an article."""
        return self.read(self.prepare(article.text, [(part.start, part.end) for part in article.paragraphs]))

    def read(self, text: Text, opens: Sequence[int] | None = None) -> Analysis:
        """Tags and arcs over the words of a prepared text.

        `opens` tells for every word whether a sentence starts there; by default what `sentences` is certain of.
        """
        if opens is None:
            opens = sentences.certain(text.forms, text.starts, text.ends, text.paragraphs)
        analysis = Analysis(
            text.text, text.starts, text.ends, [], [], [], [], [], [], [], list(text.paragraphs), [], [], self.name
        )
        decoder = decoding.Decoder(analysis, self)
        for window in text.windows():
            decoder.add(window, self.run(text, window, opens))
        return replace(analysis, meaning=decoder.finish())
