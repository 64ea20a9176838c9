"""Where the time goes: the stages of the main path one after another, in one process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sayso import articles
from sayso.claims import code
from sayso.language.model import Model
from sayso.ledger import Ledger
from sayso.version import __version__
from sayso.words.records import Article, Entity, Reading
from sayso.world.linking import World

STAGES = {
    "articles": "files → articles",
    "language": "tags and arcs: the encoder, its heads, decoding",
    "claims": "who says that who did what",
    "world": "what names mean",
    "ledger": "into SQLite, on disk",
}
Clock = defaultdict[str, float]
"""Seconds by stage."""
_WARM_UP = 3
"""Articles read before the clock starts, so that word lists are loaded and looked-up names are not."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: microseconds a word (split at white space), and its share of all stages."""

    name: str
    does: str
    microseconds: float
    share: float


def measure(folder: Path) -> list[Stage]:
    """Read all texts of a folder once, a stage at a time for each."""
    clock: Clock = defaultdict(float)
    model, world = Model.load(), World.open()
    words = 0
    with TemporaryDirectory() as scratch, Ledger.open(Path(scratch) / "ledger.db") as ledger:
        run = ledger.start_run(model.name, __version__)
        for number, path in enumerate(sorted(folder.rglob("*.txt"))):
            if number == _WARM_UP:
                clock.clear()
                words = 0
            with _timed(clock, "articles"):
                found = [article for article in articles.read(path) if isinstance(article, Article)]
            for article in found:
                words += len(article.text.split())
                _read(article, model, world, ledger, run, clock)
    total = sum(clock.values())
    return [Stage(name, does, clock[name] / words * 1e6, clock[name] / total) for name, does in STAGES.items()]


def _read(article: Article, model: Model, world: World, ledger: Ledger, run: str, clock: Clock) -> None:
    with _timed(clock, "language"):
        analysis = model.analyse(article)
    with _timed(clock, "claims"):
        claims = tuple(code(article, analysis))
    spans = ((analysis.starts[named.first], analysis.ends[named.end - 1], named) for named in analysis.entities)
    entities = tuple(Entity(a, b, article.text[a:b], named.label, named.confidence) for a, b, named in spans)
    with _timed(clock, "world"):
        reading = world.link(Reading(article, claims, entities, model.name))
    with _timed(clock, "ledger"):
        ledger.add(run, reading)


@contextmanager
def _timed(clock: Clock, stage: str) -> Iterator[None]:
    begun = perf_counter()
    yield
    clock[stage] += perf_counter() - begun
