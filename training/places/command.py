"""`python -m training places`: annotated articles → the weights of the choice among places."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.language.model import Model
from sayso.words.records import Entity
from sayso.world import places as shipped
from sayso.world.gazetteer import Gazetteer, building, folders
from sayso.world.places.candidates import Candidates
from sayso.world.places.ranker import Ranker
from training.corpora import geoparsing
from training.corpora.geoparsing import Geoparsed
from training.evaluation.counts import Figures
from training.evaluation.places import Given, Raw, add_raw, entities, resolution
from training.places.containers import reports
from training.places.examples import Example, example, given, marked
from training.places.fit import fit
from training.places.stories import stories

WEIGHTS = Path(shipped.__file__).parent / "weights.json"
_SEED = 3

Read = tuple[Geoparsed, list[Entity]]
Judged = tuple[Geoparsed, list[Entity], Ranker]


def train(model: Model, paths: Sequence[Path]) -> None:
    """Train on all articles of the files and write the weights into the package."""
    read = _read(model, paths)
    with default() as gazetteer:
        WEIGHTS.write_text(_fitted(read, gazetteer).write(), encoding="utf-8")
    print(f"trained on {len(read)} articles; wrote {WEIGHTS.name}")


def transfer(model: Model, paths: Sequence[Path], others: Sequence[Path]) -> Figures:
    """The articles of other files scored by weights trained on these; figures by file."""
    with default() as gazetteer:
        ranker = _fitted(_read(model, paths), gazetteer)
        return _figures([(document, found, ranker) for document, found in _read(model, others)], gazetteer)


def cross_validate(model: Model, paths: Sequence[Path], folds: int) -> Figures:
    """Each fold of the articles scored by weights trained on the others; figures by file."""
    read = _read(model, paths)
    random.Random(_SEED).shuffle(read)
    judged: list[Judged] = []
    with default() as gazetteer:
        for fold in range(folds):
            ranker = _fitted([one for number, one in enumerate(read) if number % folds != fold], gazetteer)
            judged += [(document, found, ranker) for document, found in read[fold::folds]]
        return _figures(judged, gazetteer)


def _fitted(read: Sequence[Read], gazetteer: Gazetteer) -> Ranker:
    candidates = Candidates(gazetteer)
    made_up = (example(story, given(story), candidates) for story in chain(stories(), reports()))
    return fit([*_examples(read, candidates), *made_up])


def _figures(judged: Sequence[Judged], gazetteer: Gazetteer) -> Figures:
    told: dict[str, tuple[Given, Raw]] = {}
    for document, found, ranker in judged:
        names, raw = told.setdefault(document.article.article_id.rpartition("-")[0], (Given(), Raw()))
        names.add(resolution([document], gazetteer, ranker))
        add_raw(raw, document, found, gazetteer, ranker)
    return {key: {"given the name": g.figures(), "from raw text": r.figures()} for key, (g, r) in sorted(told.items())}


def _read(model: Model, paths: Sequence[Path]) -> list[Read]:
    return [(document, entities(model, document)) for path in paths for document in geoparsing.read(path)]


def _examples(read: Sequence[Read], candidates: Candidates) -> Iterator[Example]:
    """Each article twice: with its annotated names, and with what the model marked."""
    for document, found in read:
        for mentions in (given(document), marked(document, found)):
            one = example(document, mentions, candidates) if mentions else None
            if one is not None and len(one.sheet.group):
                yield one


@contextmanager
def default() -> Iterator[Gazetteer]:
    """The gazetteer without what the user added to it."""
    with TemporaryDirectory() as folder:
        gazetteer = Gazetteer(building.default(folders.cache()), Path(folder) / "none.sqlite")
        yield gazetteer
        gazetteer.close()
