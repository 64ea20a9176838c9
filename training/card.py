"""The model card: every figure in it is computed here, by the evaluation that `python -m training evaluate` runs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.language.model import Model
from training.evaluation import TASKS
from training.evaluation.counts import Figures
from training.mixture import MIXTURE

TEMPLATE = Path(__file__).parent / "card.md"


OWN = "training/"
"""What was written and marked for this project: paths that begin so are its own, all others lie among the corpora."""
MARKED = f"{OWN}marked/"
WARS = f"{OWN}articles_dev"

CLAIMED = ("claims", "triggers", "f1")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the card: where it comes from, and where it stands in the evaluation's object."""

    name: str
    task: str
    path: str
    keys: tuple[str, ...]


ROWS = (
    Row("LAS, gold words", "syntax", "ewt/dev.conllu", ("gold words", "las_universal")),
    Row("LAS, gold words, whole relations", "syntax", "ewt/dev.conllu", ("gold words", "las")),
    Row("UAS, gold words", "syntax", "ewt/dev.conllu", ("gold words", "uas")),
    Row("part of speech, gold words", "syntax", "ewt/dev.conllu", ("gold words", "upos")),
    Row("lemma, gold words", "syntax", "ewt/dev.conllu", ("gold words", "lemma")),
    Row("LAS, raw text (CoNLL 2018)", "syntax", "ewt/dev.conllu", ("raw text", "las")),
    Row("sentences, raw text", "syntax", "ewt/dev.conllu", ("raw text", "sentences")),
    Row(
        "LAS in reports of conflict and news, our trees",
        "syntax",
        f"{MARKED}trees_dev.jsonl",
        ("gold words", "las_universal"),
    ),
    Row("certainty of arcs in PolNeAR's articles, mean, %", "certainty", "polnear/dev", ("mean",)),
    Row("source, exact F1", "attribution", "polnear/cofenet_dev.jsonl", ("source", "f1")),
    Row("cue, exact F1", "attribution", "polnear/cofenet_dev.jsonl", ("cue", "f1")),
    Row("content, exact F1", "attribution", "polnear/cofenet_dev.jsonl", ("content", "f1")),
    Row("source–cue–content triples, exact F1", "links", "polnear/dev", ("exact", "f1")),
    Row("source–cue–content triples, overlap F1", "links", "polnear/dev", ("overlap", "f1")),
    Row(
        "triples in reports of conflict, our marks, exact F1",
        "links",
        f"{MARKED}attributions_dev.jsonl",
        ("exact", "f1"),
    ),
    Row("the same, overlap F1", "links", f"{MARKED}attributions_dev.jsonl", ("overlap", "f1")),
    Row("triples in our own articles about wars, exact F1", "links", WARS, ("exact", "f1")),
    Row("the same, overlap F1", "links", WARS, ("overlap", "f1")),
    Row("typed triggers in our own articles about wars, as claims have them, F1", "events", WARS, CLAIMED),
    Row("the same, the heads alone, F1", "events", WARS, ("heads alone", "triggers", "f1")),
    Row("their manner, as claims have it, %", "events", WARS, ("claims", "manner")),
    Row("person, organisation, place on UNER, F1", "entities", "uner_ewt/dev.iob2", ("exact", "all", "f1")),
    Row("all types on re3d's BBC part, F1", "entities", "re3d:BBC Online", ("exact", "all", "f1")),
    Row("the same, ignoring determiners, F1", "entities", "re3d:BBC Online", ("ignoring determiners", "all", "f1")),
    Row("time expressions, TimeBank, strict F1", "times", "time/tbaq:held-out", ("raw text", "strict")),
    Row("the same, relaxed F1", "times", "time/tbaq:held-out", ("raw text", "relaxed")),
    Row("the same, value F1", "times", "time/tbaq:held-out", ("raw text", "value")),
    Row("time expressions, WikiWars, strict F1", "times", "time/wikiwars_train:held-out", ("raw text", "strict")),
    Row("the same, relaxed F1", "times", "time/wikiwars_train:held-out", ("raw text", "relaxed")),
    Row("the same, value F1", "times", "time/wikiwars_train:held-out", ("raw text", "value")),
    Row("kind of a given source, macro-F1", "source-kind", "factappeal/val.csv", ("given the source", "macro-F1")),
    Row("the same, raw text", "source-kind", "factappeal/val.csv", ("raw text", "macro-F1")),
    Row("factuality of claims on UW, mean absolute error", "factuality", "factuality/uw_dev.jsonl", ("claims", "MAE")),
    Row("the same, Pearson's r", "factuality", "factuality/uw_dev.jsonl", ("claims", "r")),
    Row("the same, the head alone", "factuality", "factuality/uw_dev.jsonl", ("head alone", "r")),
    Row("coreference on GUM, all mentions, CoNLL F1", "coreference", "gum/dev.conllu", ("CoNLL",)),
    Row(
        "whom a pronoun or a noun that speaks means, %", "speakers", f"{MARKED}speakers.jsonl", ("right of the voices",)
    ),
    Row("actors: the right country, %", "actors", f"{MARKED}actors.jsonl", ("country",)),
    Row("actors: the right one, where the list has it, %", "actors", f"{MARKED}actors.jsonl", ("actor of those",)),
    Row(
        "places: the right one, its name given, %",
        "places",
        f"{MARKED}places.jsonl",
        ("places", "given the name", "exact id"),
    ),
)

FOLDED = (
    ("PLOVER's root of a given pair, macro-F1", ("event-type", "given the pair", "macro-F1")),
    ("the same, raw text", ("event-type", "raw text", "macro-F1")),
    ("actors and recipients of CAMEO's data, exact F1", ("arguments", "exact", "all", "f1")),
    ("the same, overlap F1", ("arguments", "overlapping", "all", "f1")),
    ("typed triggers of our own examples, the heads alone, F1", ("triggers", "heads alone", "triggers", "f1")),
    ("the same, as claims have them, F1", ("triggers", "claims", "triggers", "f1")),
)
"""What `python -m training folds` measures where no dev part is kept apart, and where it stands in its object."""


def write(corpora: Path, weights: Path, whole: Path | None, folds: Path | None) -> None:
    """Evaluate `weights` (and the same in 32 bits, if given) on the dev sets and write `weights/README.md`.

    `folds` is the file that `python -m training folds` writes.
    """
    shipped = _figures(Model(weights, threads=2), corpora)
    plain = _figures(Model(whole, threads=2), corpora) if whole else {}
    size = (weights / "model.onnx").stat().st_size / 1e6
    text = TEMPLATE.read_text(encoding="utf-8").format(
        name=Model(weights).name,
        size=f"{size:.1f}",
        data="\n".join(_data()),
        figures="\n".join(_table(shipped, plain)),
        folded="\n".join(_folded({} if folds is None else json.loads(folds.read_text(encoding="utf-8")))),
    )
    (weights / "README.md").write_text(text, encoding="utf-8")


def _figures(model: Model, corpora: Path) -> dict[tuple[str, str], Figures]:
    """The evaluation's object by task and path."""
    wanted = dict.fromkeys((row.task, row.path) for row in ROWS)
    return {(task, path): TASKS[task](model, [_place(corpora, path)]) for task, path in wanted}


def _place(corpora: Path, path: str) -> Path:
    return Path(path) if path.startswith(OWN) else corpora / path


def _data() -> Iterator[str]:
    yield "| Corpus | Passes, round by round | Terms |"
    yield "|---|---|---|"
    for part in MIXTURE:
        yield f"| {part.name} | {' + '.join(f'{passes:g}' for passes in part.passes)} | {part.terms} |"


def _table(shipped: Mapping[tuple[str, str], Figures], plain: Mapping[tuple[str, str], Figures]) -> Iterator[str]:
    yield "| Figure (dev) | int8, as shipped | 32 bits | `python -m training evaluate …` |"
    yield "|---|---:|---:|---|"
    for row in ROWS:
        key = (row.task, row.path)
        other = f"{_value(plain[key], row.keys):.2f}" if plain else "–"
        where = row.path if row.path.startswith(OWN) else f"…/{row.path}"
        yield f"| {row.name} | {_value(shipped[key], row.keys):.2f} | {other} | `{row.task} {where}` |"


def _folded(figures: Figures) -> Iterator[str]:
    if not figures:
        return
    yield f"| Figure ({figures['folds']} folds) | |"
    yield "|---|---:|"
    for name, keys in FOLDED:
        yield f"| {name} | {_value(figures, keys):.2f} |"


def _value(figures: Figures, keys: tuple[str, ...]) -> float:
    value: object = figures
    for key in keys:
        assert isinstance(value, dict)
        value = value[key]
    assert isinstance(value, (int, float))
    return float(value)
