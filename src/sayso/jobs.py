"""The two jobs of a run, each over a batch: files → articles, and articles → claims.

Either runs in this process, in a `Workers` pool, or wherever else batches are mapped over classes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec

from sayso.language.analysis import Analysis
from sayso.words.records import Article, Claim, Correction, Entity, Reading, Resolution


class Analyser(Protocol):
    """What a coder needs of a model: `sayso.language.Model`, or a stand-in."""

    @property
    def name(self) -> str:
        """Name and version of the weights."""

    def analyse(self, article: Article) -> Analysis:
        """Tags and arcs over the words of an article."""


class Linker(Protocol):
    """What a coder needs to look names up: `sayso.world.World`, or a stand-in."""

    @property
    def version(self) -> str:
        """Of all that it looks names up in."""

    def link(self, reading: Reading, corrections: Sequence[Correction] = ()) -> Reading:
        """The reading with what its names mean."""


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
    resolutions: tuple[Resolution, ...] = ()
    world: str = ""
    words: int = 0
    failure: str | None = None

    def reading(self, article: Article) -> Reading:
        """The article's reading, where there is no failure."""
        return Reading(article, self.claims, self.entities, self.model, self.resolutions, self.world)


class Coder:
    """Articles → claims, entities and what names mean, by one model that is loaded once.

    A subclass may bring a model and a world of its own: `load` and `world` give them, `version` the model's name
    without loading it. `corrections` are a person's, as JSON.
    """

    takes = Article
    gives = Coded
    most_seconds: float | None = None

    def __init__(self, model: str, corrections: str = "[]") -> None:
        self._model = self.load(model)
        self._world = self.world()
        self._corrections = msgspec.json.decode(corrections, type=tuple[Correction, ...])

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
    def prepare(progress: Callable[[str], None] | None = None) -> None:
        """Build what names are looked up in where there is none, of which `progress` is told: before several processes
        would at once. Raises what `World.open` raises for that.
        """
        from sayso.world.gazetteer import building, folders

        building.default(folders.cache(), progress)

    @staticmethod
    def world(progress: Callable[[str], None] | None = None) -> Linker:
        """What names are looked up in; built at first, of which `progress` is told. Raises what `World.open` raises."""
        from sayso.world.linking import World

        return World.open(progress)

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
            read = Reading(article, claims, tuple(_entities(analysis)), self._model.name)
            linked = self._world.link(read, self._corrections)
        except Exception as error:
            return Coded(failure=f"a mistake in Sayso ({type(error).__name__}: {error}); please report it")
        words = len(analysis.starts)
        return Coded(linked.claims, linked.entities, linked.model, linked.resolutions, linked.world, words)


def _entities(analysis: Analysis) -> Iterator[Entity]:
    for named in analysis.entities:
        start, end = analysis.starts[named.first], analysis.ends[named.end - 1]
        yield Entity(start, end, analysis.text[start:end], named.label, named.confidence)
