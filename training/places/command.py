"""`python -m training places`: annotated articles → the weights of the choice among places."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.language.model import Model
from sayso.words.records import Entity
from sayso.world import places as shipped
from sayso.world.gazetteer import Gazetteer
from sayso.world.places.candidates import Candidates
from training.corpora import geoparsing
from training.corpora.geoparsing import Geoparsed
from training.evaluation.counts import Figures
from training.evaluation.places import Given, Raw, add_raw, entities, resolution
from training.places.examples import Example, example, given, marked
from training.places.fit import fit

WEIGHTS = Path(shipped.__file__).parent / "weights.json"
_SEED = 3

Read = tuple[Geoparsed, list[Entity]]


def train(model: Model, paths: Sequence[Path], codes: Sequence[Path]) -> None:
    """Train on all articles of the files and write the weights into the package."""
    read = _read(model, paths)
    with gazetteers(codes) as opened:
        ranker = fit([one for gazetteer in opened for one in _examples(read, Candidates(gazetteer))])
    WEIGHTS.write_text(ranker.write(), encoding="utf-8")
    print(f"trained on {len(read)} articles; wrote {WEIGHTS.name}")


def cross_validate(model: Model, paths: Sequence[Path], codes: Sequence[Path], folds: int) -> Figures:
    """Each fold of the articles scored by weights trained on the others; figures by file and gazetteer."""
    read = _read(model, paths)
    random.Random(_SEED).shuffle(read)
    told: dict[str, tuple[Given, Raw]] = {}
    with gazetteers(codes) as opened:
        for fold in range(folds):
            rest = [one for number, one in enumerate(read) if number % folds != fold]
            ranker = fit([one for gazetteer in opened for one in _examples(rest, Candidates(gazetteer))])
            for document, found in read[fold::folds]:
                for gazetteer, name in zip(opened, ("default", "with codes"), strict=False):
                    key = f"{document.article.article_id.rpartition('-')[0]}, {name}"
                    names, raw = told.setdefault(key, (Given(), Raw()))
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
def gazetteers(codes: Sequence[Path]) -> Iterator[list[Gazetteer]]:
    """The default gazetteer alone, and, where there are code lists, one with them."""
    with TemporaryDirectory() as folder:
        opened = []
        for name, added in (("default", []), ("codes", codes)):
            if name == "default" or added:
                gazetteer = Gazetteer.open(Path(folder) / name)
                for path in added:
                    gazetteer.add(path)
                opened.append(gazetteer)
        yield opened
        for gazetteer in opened:
            gazetteer.close()
