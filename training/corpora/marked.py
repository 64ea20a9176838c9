"""What was marked for this project in texts of corpora, kept apart from them by offsets (`training/marked`).

`events.jsonl` has the marks of our own examples, `names.jsonl` people, organisations, places (and nationalities, in
news), `kinds.jsonl` named or unnamed sources and their kinds, `attributions.jsonl` who says what in news and reports of
conflict, `parties.jsonl` actors and recipients as CAMEO's data has them, `trees.jsonl` the syntax of long sentences of
news. The texts stay where they are.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.corpora import examples, plover, polnear, spans
from training.corpora.examples import MarkError
from training.corpora.names import NAMED
from training.corpora.plain import read_column, read_ecb
from training.documents import UNKNOWN, Characters, Document, Range, Tree, covered, divide, lines, paint
from training.documents import spans as ranges

MARKED = Path(__file__).parents[1] / "marked"
Pieces = list[list[int]]
NEWS = ("geoparsing/GWN.xml", "polnear/train", "time/tbaq")
"""Corpora of news in whose articles events are marked."""
PARSED = ("sentence", "upos", "xpos")
"""Tags that a marked tree comes with."""
NEWS_NAMES = NAMED | {"nationality"}


def with_events(documents: Sequence[Document], corpus: str, marks: Path = MARKED / "events.jsonl") -> list[Document]:
    """Those of a corpus's documents in which events are marked, with all that the corpus itself says of them.

    MarkError for a mark that doesn't hold.
    """
    known = {document.name: document for document in reversed(documents)}
    return [_with_events(known[row["document"]], row) for row in _rows(marks) if row["corpus"] == corpus]


def stories(path: Path, corpus: str, marks: Path = MARKED / "events.jsonl") -> list[Document]:
    """The beginnings of machine-written stories (a column of a CSV file) in which events are marked."""
    ends = {row["document"]: row["end"] for row in _rows(marks) if row["corpus"] == corpus}
    told = [document for document in read_column(path, "text") if document.name in ends]
    return with_events([_beginning(one.name, one.text, ends[one.name]) for one in told], corpus, marks)


def news_events(corpora: Path, marks: Path = MARKED / "events.jsonl") -> list[Document]:
    """The beginnings of news articles in which events are marked."""
    return [
        _with_events(_beginning(row["document"], text, row["end"]), row) for row, text in _read(corpora, marks, NEWS)
    ]


def with_names(documents: Sequence[Document], corpus: str, marks: Path = MARKED / "names.jsonl") -> list[Document]:
    """All documents of a corpus with the names marked in them; a word that isn't marked is no name."""
    names = {row["document"]: row["names"] for row in _rows(marks) if row["corpus"] == corpus}
    return [_named(document, names[document.name], NAMED) for document in documents]


def news_names(corpora: Path, corpus: str, marks: Path = MARKED / "names.jsonl") -> list[Document]:
    """The paragraphs of a corpus's texts whose names are marked."""
    made = []
    texts = TEXTS[corpus](corpora / corpus)
    for row in _rows(marks):
        if row["corpus"] == corpus:
            paragraphs = [(start, end) for start, end in row["within"]]
            text = texts[row["document"]]
            made.append(_named(_paragraphs(row["document"], text, paragraphs), row["names"], NEWS_NAMES))
    return made


def kinds(corpora: Path, marks: Path = MARKED / "kinds.jsonl") -> list[Document]:
    """The paragraphs of texts in which sources are marked: `source_named` and `source_kind`."""
    made = []
    for row, text in _read(corpora, marks):
        document = _paragraphs(row["document"], text, [(start, end) for start, end, *_ in row["sources"]])
        document.tags = {name: [None] * len(document.words) for name in ("source_named", "source_kind")}
        for start, end, named, kind in row["sources"]:
            for word in range(*covered(document.words, start, end)):
                document.tags["source_named"][word], document.tags["source_kind"][word] = named, kind
        made.append(document)
    return made


def attributed(corpora: Path, marks: Path = MARKED / "attributions.jsonl") -> list[Document]:
    """The texts in which every attribution is marked, as `polnear.read` gives them."""
    return [
        polnear.document(row["document"], text, [_link(*parts) for parts in row["attributions"]])
        for row, text in _read(corpora, marks)
    ]


def trees(corpora: Path, marks: Path = MARKED / "trees.jsonl") -> list[Document]:
    """The paragraphs of texts in which the syntax of some sentences is marked: tree and parts of speech.

    Of the sentences beside them nothing is said. MarkError where a sentence's words aren't those that were marked.
    """
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    texts = {}
    for row, text in _read(corpora, marks):
        texts[row["corpus"], row["document"]] = text
        rows.setdefault((row["corpus"], row["document"]), []).append(row)
    return [_parsed(name, texts[corpus, name], marked) for (corpus, name), marked in rows.items()]


def with_trees(documents: Sequence[Document], corpora: Path, marks: Path = MARKED / "trees.jsonl") -> list[Document]:
    """Documents that have a tree, with the marked sentences in place of what theirs says of these."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row, text in _read(corpora, marks):
        rows.setdefault(text, []).append(row)
    for document in documents:
        for row in rows.get(document.text, ()):
            _parse(document, row)
    return list(documents)


def _parsed(name: str, text: str, rows: Sequence[dict[str, Any]]) -> Document:
    document = _paragraphs(name, text, [(row["start"], row["end"]) for row in rows])
    count = len(document.words)
    document.tree = Tree([UNKNOWN] * count, [""] * count)
    document.tags = {task: [None] * count for task in PARSED}
    document.sentences = [(0, count)]
    for row in rows:
        _parse(document, row)
    return document


def _parse(document: Document, row: dict[str, Any]) -> None:
    """Write the marks of one sentence over what a document has there."""
    assert document.tree is not None
    assert document.sentences is not None
    first, end = covered(document.words, row["start"], row["end"])
    heads = [int(head) for head in row["heads"].split()]
    if len(heads) != end - first:
        raise MarkError(f"{document.name}: {end - first} words from {row['start']} on, {len(heads)} of them marked")
    document.tree.heads[first:end] = [first + head - 1 if head else -1 for head in heads]
    document.tree.relations[first:end] = row["relations"].split()
    document.tags["sentence"][first:end] = ["start"] + ["inside"] * (end - first - 1)
    for task in ("upos", "xpos"):
        document.tags[task][first:end] = row[task].split()
    if "lemma" in document.tags:
        document.tags["lemma"][first:end] = [None] * (end - first)
    around = [
        part
        for start, stop in document.sentences
        for part in ((start, min(stop, first)), (max(start, end), stop))
        if part[0] < part[1]
    ]
    document.sentences = sorted([*around, (first, end)])


def _link(source: Pieces, cue: Pieces, content: Pieces) -> polnear.Link:
    pieces = [tuple((start, end) for start, end in part) for part in (source, cue, content)]
    return polnear.Link(source=pieces[0], cue=pieces[1], content=pieces[2])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _read(corpora: Path, marks: Path, of: Container[str] | None = None) -> Iterator[tuple[dict[str, Any], str]]:
    """Each row of a file of marks, or those in texts `of` some corpora, with the text that its corpus has under that
    name.
    """
    known: dict[str, dict[str, str]] = {}
    for row in _rows(marks):
        corpus = row["corpus"]
        if of is not None and corpus not in of:
            continue
        if corpus not in known:
            known[corpus] = TEXTS[corpus](corpora / corpus)
        yield row, known[corpus][row["document"]]


def given(document: Document) -> list[Range]:
    """The stretches that a corpus itself marks: the sides of its pairs, or its parties in their order."""
    if document.pairs:
        return [side for pair in document.pairs for side in (pair.actor, pair.recipient) if side]
    return [(first, end) for first, end, _ in ranges(document.tags.get("party", []))]


def with_parties(documents: Sequence[Document], corpus: str, marks: Path = MARKED / "parties.jsonl") -> list[Document]:
    """The documents with `party`; where none are marked nothing is said."""
    found = {row["document"]: row["parties"] for row in _rows(marks) if row["corpus"] == corpus}
    return [_with_parties(document, found.get(document.name)) for document in documents]


def _with_parties(document: Document, parties: Sequence[tuple[int, int, str]] | None) -> Document:
    tags: list[str | None] = [None if parties is None else "O"] * len(document.words)
    for start, end, label in parties or ():
        paint(tags, covered(document.words, start, end), label)
    return replace(document, tags=document.tags | {"party": tags})


def _with_events(document: Document, row: dict[str, Any]) -> Document:
    found = examples.Marked(document.name, document.text)
    for *place, mark in row["marks"]:
        examples.mark(found, _characters(document, place), [_resolved(document, mark)])
    examples.check(found)
    said = examples.document(found, document)
    return replace(said, tags=document.tags | said.tags, attributions=document.attributions)


def _characters(document: Document, place: Sequence[int]) -> Characters:
    """Two offsets, or what the corpus's stretch of this number has."""
    if len(place) == 2:
        return place[0], place[1]
    first, end = given(document)[place[0]]
    return document.words[first][0], document.words[end - 1][1]


def _resolved(document: Document, mark: str) -> str:
    """A mark with the root that the corpus gives to its pair, where it says "root"."""
    if "=root:" not in mark:
        return mark
    assert document.pairs, f"{document.name} has no pair"
    return mark.replace("=root:", f"={document.pairs[0].types[0]}:")


def _beginning(name: str, text: str, end: int) -> Document:
    return Document(name, text[:end], *divide(text[:end]))


def _named(document: Document, names: Sequence[tuple[int, int, str]], labels: frozenset[str]) -> Document:
    tags: list[str | None] = ["O"] * len(document.words)
    for start, end, label in names:
        place = covered(document.words, start, end)
        if place[0] == place[1] or label not in labels:
            raise MarkError(f"{document.name}: {document.text[start:end]!r} is no {label}")
        paint(tags, place, label)
    return replace(document, tags=document.tags | {"entity": tags}, annotated=document.annotated | {"entity": labels})


def _paragraphs(name: str, text: str, within: Sequence[Characters]) -> Document:
    """A text's paragraphs (lines) that one of these stretches begins in."""
    every = lines(text)
    starts = [start for start, _ in every]
    chosen = sorted({bisect_right(starts, start) - 1 for start, _ in within})
    return Document(name, text, *divide(text, [every[number] for number in chosen]))


def _articles(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode("utf-8") for path in (folder / "text").glob("*.txt")}


def _of(documents: Sequence[Document]) -> dict[str, str]:
    return {document.name: document.text for document in documents}


TEXTS: dict[str, Callable[[Path], dict[str, str]]] = {
    "polnear/train": _articles,
    "re3d": lambda folder: _of(spans.read_re3d(folder)),
    "time/tbaq": lambda folder: _of(spans.read_timeml(spans.timeml_paths(folder))),
    "geoparsing/GWN.xml": lambda path: _of(spans.read_gwn(path)),
    "geoparsing/lgl.xml": lambda path: _of(spans.read_lgl(path)),
    "plover/plv_train.jsonl": lambda path: _of(plover.read_pairs(path)),
    "plover/cameo_actors_train.conll": lambda path: _of(plover.read_actors(path)),
    "plover/ngec_synthetic_train.csv": lambda path: _of(read_column(path, "text")),
    "factappeal/train.csv": lambda path: _of(read_column(path, "sentence")),
    "ecbplus/documents.jsonl": lambda path: _of(read_ecb(path)),
}
"""The texts by name of each corpus that has marks, by its path among the corpora."""
