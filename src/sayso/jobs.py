"""The two jobs of a run, each over a batch: files → articles, and articles → claims.

Either runs in this process, in a `Workers` pool, or wherever else batches are mapped over classes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sayso.language.analysis import Analysis
from sayso.words.records import Article, Claim, Entity


class Analyser(Protocol):
    """What a coder needs of a model: `sayso.language.Model`, or a stand-in."""

    @property
    def name(self) -> str:
        """Name and version of the weights."""

    def analyse(self, article: Article) -> Analysis:
        """Tags and arcs over the words of an article."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file gave. `errors` are the arguments of `ArticleError`: exceptions don't cross between processes."""

    articles: tuple[Article, ...]
    errors: tuple[tuple[str, str, int | None], ...]


class FileReader:
    """Files → articles. A path travels as bytes (`os.fsencode`): it need not be text."""

    takes = bytes
    gives = FileRead
    # Twice what `sayso.articles.readers.pdf` gives itself between pages.
    most_seconds: float | None = 120.0

    def __call__(self, batch: Sequence[bytes], /) -> list[FileRead]:
        """All articles and errors of each file."""
        return [self._read(os.fsdecode(path)) for path in batch]

    @staticmethod
    def lost(item: bytes, reason: str, /) -> FileRead:
        """A file that a process died of."""
        return FileRead((), ((os.fsdecode(item), reason, None),))

    def _read(self, path: str) -> FileRead:
        from sayso import articles  # here: a process that holds a model has no use for it

        found, errors = [], []
        for article in articles.read(Path(path)):
            if isinstance(article, Article):
                found.append(article)
            else:
                errors.append((article.name, article.reason, article.row))
        return FileRead(tuple(found), tuple(errors))


@dataclass(frozen=True, slots=True)
class Coded:
    """What one article gave, by which model; `failure` is the reason if nothing."""

    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    model: str = ""
    words: int = 0
    failure: str | None = None


class Coder:
    """Articles → claims and entities, by one model that is loaded once.

    A subclass may bring a model of its own: `load` gives it, `version` its name without loading it.
    """

    takes = Article
    gives = Coded
    most_seconds: float | None = None

    def __init__(self, model: str) -> None:
        self._model = self.load(model)

    def __call__(self, batch: Sequence[Article], /) -> list[Coded]:
        """The claims of each article, or why there are none."""
        return [self._code(article) for article in batch]

    @staticmethod
    def lost(item: Article, reason: str, /) -> Coded:  # noqa: ARG004
        """An article that a process died of."""
        return Coded(failure=reason)

    @staticmethod
    def load(model: str) -> Analyser:
        """The model of that name. Raises what `Model.load` raises."""
        from sayso.language.model import Model  # here, so that only a process that holds a model loads its runtime

        return Model.load(model)

    @staticmethod
    def version(model: str) -> str:
        """Name and version of the weights, as a claim's `model` holds it. FileNotFoundError if there are none."""
        shipped = Path(__file__).parent / "models" / model
        folder = shipped if shipped.is_dir() else Path(model)
        file = folder / "model.json"
        if not file.is_file():
            raise FileNotFoundError(f"there are no weights {model!r}: {file} is missing")
        return str(json.loads(file.read_text(encoding="utf-8"))["name"])

    def claims(self, article: Article, analysis: Analysis) -> Sequence[Claim]:
        """The coder of claims over what the model said."""
        from sayso.claims import code

        return code(article, analysis)

    def _code(self, article: Article) -> Coded:
        try:
            analysis = self._model.analyse(article)
            claims = tuple(self.claims(article, analysis))
        except Exception as error:
            return Coded(failure=f"a mistake in Sayso ({type(error).__name__}: {error}); please report it")
        return Coded(claims, tuple(_entities(analysis)), self._model.name, len(analysis.starts))


def _entities(analysis: Analysis) -> Iterator[Entity]:
    for named in analysis.entities:
        start, end = analysis.starts[named.first], analysis.ends[named.end - 1]
        yield Entity(start, end, analysis.text[start:end], named.label, named.confidence)
