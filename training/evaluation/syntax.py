"""Parsing, on CoNLL-U files: on gold words and sentences, and from raw text aligned by characters; on a file of marks
such as `training/marked/trees_dev.jsonl`, whose texts lie in ../shared/corpora, on the marked sentences alone.

From raw text the score is that of the CoNLL 2018 shared task (Zeman et al. 2018): F1 over words whose characters,
head and universal relation agree. On gold words LAS is given with whole relations and with universal ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.language import lemmas
from sayso.language.analysis import Analysis
from sayso.language.model import Model
from training.corpora import conllu, marked
from training.corpora.geoparsing import CORPORA
from training.documents import UNKNOWN, Characters, Document, lines
from training.evaluation.counts import Counts, Figures

_OPENS = {"start": 1, "inside": -1, None: 0}
"""What is given of where sentences start, by the label that a corpus has."""


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """LAS, UAS, part of speech and lemma accuracy on gold words; F1 from raw text."""
    marks = [document for path in paths if path.suffix == ".jsonl" for document in marked.trees(CORPORA, path)]
    documents = [document for path in paths if path.suffix != ".jsonl" for document in conllu.read(path)]
    figures: Figures = {"gold words": _given(model, marks + documents)}
    return figures | {"raw text": _raw(model, documents)} if documents else figures


def _given(model: Model, documents: Sequence[Document]) -> Figures:
    right = dict.fromkeys(("uas", "las", "las_universal", "upos", "xpos", "lemma"), 0)
    words = 0
    for document in documents:
        assert document.tree is not None
        assert document.sentences is not None
        opens = [_OPENS[label] for label in document.tags["sentence"]]
        text = model.prepared(
            document.text, [w[0] for w in document.words], [w[1] for w in document.words], document.paragraphs
        )
        found = model.read(text, opens)
        rules = document.tags.get("lemma", [None] * len(document.words))
        for word in range(len(document.words)):
            if document.tree.heads[word] == UNKNOWN:
                continue
            words += 1
            same = found.heads[word] == document.tree.heads[word]
            gold, relation = document.tree.relations[word], found.relations[word]
            right["uas"] += same
            right["las"] += same and relation == gold
            right["las_universal"] += same and _universal(relation) == _universal(gold)
            right["upos"] += found.upos[word] == document.tags["upos"][word]
            right["xpos"] += found.xpos[word] == document.tags["xpos"][word]
            right["lemma"] += found.lemmas[word] == _lemma(rules[word], found.form(word))
    if not any("lemma" in document.tags for document in documents):
        del right["lemma"]
    figures: Figures = {name: round(100 * n / words, 2) for name, n in right.items()}
    return figures | {"words": words}


def _lemma(rule: str | None, form: str) -> str | None:
    """The gold lemma, from the rule that the loader made of it."""
    return None if rule is None else lemmas.apply(rule, form)


def _universal(relation: str) -> str:
    return relation.split(":")[0]


def _raw(model: Model, documents: Sequence[Document]) -> Figures:
    counts = {name: Counts() for name in ("words", "sentences", "uas", "las", "upos")}
    for document in documents:
        found = model.read(model.prepare(document.text, lines(document.text)))
        gold, predicted = _facts(document), _found(found)
        for name, count in counts.items():
            count.add(gold[name], predicted[name])
    return {name: count.figures()["f1"] for name, count in counts.items()}


Facts = dict[str, set[tuple[object, ...]]]


def _facts(document: Document) -> Facts:
    assert document.tree is not None
    assert document.sentences is not None
    relations = document.tree.relations
    upos = [tag or "" for tag in document.tags["upos"]]
    return _collect(document.words, document.sentences, document.tree.heads, relations, upos)


def _found(analysis: Analysis) -> Facts:
    words = list(zip(analysis.starts, analysis.ends, strict=True))
    return _collect(words, analysis.sentences, analysis.heads, analysis.relations, analysis.upos)


def _collect(
    words: Sequence[Characters],
    sentences: Sequence[tuple[int, int]],
    heads: Sequence[int],
    relations: Sequence[str],
    upos: Sequence[str],
) -> Facts:
    """What is scored, each as a tuple of characters' offsets and labels."""
    tops = [words[head] if head >= 0 else (-1, -1) for head in heads]
    return {
        "words": set(words),
        "sentences": {(words[first][0], words[end - 1][1]) for first, end in sentences},
        "uas": {(*word, *top) for word, top in zip(words, tops, strict=True)},
        "las": {(*word, *top, _universal(r)) for word, top, r in zip(words, tops, relations, strict=True)},
        "upos": {(*word, tag) for word, tag in zip(words, upos, strict=True)},
    }
