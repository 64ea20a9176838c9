"""The encoder alone: what the model runs over an article, prepared beforehand, and the job that only encodes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from sayso.language.model import Model

from sayso import articles
from sayso.language.pieces import Pieces
from sayso.language.windows import pack
from sayso.language.words import split
from sayso.words.records import Article

Window = list[int]
"""The word pieces that the encoder reads at once."""


class Encode:
    """Windows → the number of pieces in each, after one run of the encoder over it. See `sayso.workers.Job`."""

    takes: type[Window] = Window
    gives: type[int] = int

    def __init__(self, model: str) -> None:
        self._model = Model.load(model)

    def __call__(self, batch: Sequence[Window], /) -> list[int]:
        """Encode, and throw the vectors away."""
        self._model.encode_only(batch)
        return [len(window) for window in batch]

    @staticmethod
    def lost(item: Window, reason: str, /) -> int:
        """A figure without all of the work would be wrong."""
        raise RuntimeError(f"the encoder died over {len(item)} pieces: {reason}")


def windows(folder: Path) -> Iterator[Window]:
    """The windows of all articles in a folder, as reading makes them."""
    with as_file(files("sayso") / "models" / "en" / "tokenizer.json") as tokenizer:
        pieces = Pieces(tokenizer)
    for path in sorted(folder.rglob("*.txt")):
        for article in articles.read(path):
            if isinstance(article, Article):
                yield from _windows(article, pieces)


def _windows(article: Article, pieces: Pieces) -> Iterator[Window]:
    forms: list[str] = []
    paragraphs: list[tuple[int, int]] = []
    for paragraph in article.paragraphs:
        first = len(forms)
        forms += [article.text[start:end] for start, end in split(article.text, paragraph.start, paragraph.end)]
        paragraphs.append((first, len(forms)))
    ids = [pieces.of(form)[0] for form in forms]
    for window in pack(paragraphs, [len(each) for each in ids], forms):
        read = [pieces.first]
        for first, end in window:
            read += [number for word in ids[first:end] for number in word]
            read.append(pieces.between)
        yield read
