"""Universal Dependencies' CoNLL-U files (EWT, GUM): sentences, tags, lemmas, trees; GUM's named entities.

The text of a document is rebuilt from `# text` lines and SpaceAfter, a paragraph a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.language import lemmas
from training.corpora import names
from training.documents import Document, Range, Tree, paint

_GUM_LABELS = {"person": "person", "organization": "organisation", "place": "place"}


@dataclass(slots=True)
class Sentence:
    """One sentence as its lines: text, the rows of its words, and whether a document or paragraph starts with it."""

    text: str
    rows: list[list[str]]
    document: str | None
    paragraph: bool


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in order."""
    text, document, paragraph = "", None, False
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ").rstrip("\n")
            elif line.startswith("# newdoc"):
                document = line.split("=", 1)[-1].strip()
            elif line.startswith("# newpar"):
                paragraph = True
            elif not line.strip() and rows:
                yield Sentence(text, rows, document, paragraph)
                text, rows, document, paragraph = "", [], None, False
            elif line[0].isdigit() and (row := line.rstrip("\n").split("\t"))[0].isdigit():
                rows.append(row)


def read(path: Path) -> list[Document]:
    """The documents of a file. Entities are read where the file has them (`Entity=` in the last column)."""
    documents: list[Document] = []
    group: list[Sentence] = []
    for sentence in sentences(path):
        if sentence.document is not None and group:
            documents.append(_document(group))
            group = []
        group.append(sentence)
    if group:
        documents.append(_document(group))
    return documents


def _document(group: list[Sentence]) -> Document:
    text = ""
    document = Document(group[0].document or "", "", [], [], [])
    tags: dict[str, list[str | None]] = {"sentence": [], "upos": [], "xpos": [], "lemma": []}
    tree = Tree([], [])
    rows = [row for sentence in group for row in sentence.rows]
    assert document.sentences is not None
    for number, sentence in enumerate(group):
        if number:
            text += "\n" if sentence.paragraph else " "
        first = len(document.words)
        position = len(text)
        text += sentence.text
        for row in sentence.rows:
            found = text.find(row[1], position)
            start = position if found < 0 else found
            document.words.append((start, start + len(row[1])))
            position = start + len(row[1])
            tree.heads.append(first + int(row[6]) - 1 if row[6] != "0" else -1)
            tree.relations.append(row[7])
            tags["upos"].append(row[3])
            tags["xpos"].append(row[4])
            tags["lemma"].append(lemmas.rule(row[1], row[2]))
        end = len(document.words)
        tags["sentence"] += ["start"] + ["inside"] * (end - first - 1)
        document.sentences.append((first, end))
        if sentence.paragraph or not document.paragraphs:
            document.paragraphs.append((first, end))
        else:
            document.paragraphs[-1] = (document.paragraphs[-1][0], end)
    document.text, document.tags, document.tree = text, tags, tree
    if any("Entity=" in row[9] for row in rows):
        tags["entity"] = _names(rows, tree)
        document.antecedents = _antecedents(rows, tree)
        document.mentions = [(span, name) for span, _, name in _marked(rows)]
        document.annotated["entity"] = frozenset({"person", "organisation", "place"})
    return document


def _names(rows: list[list[str]], tree: Tree) -> list[str | None]:
    """GUM marks every mention; of those, the names: the proper nouns around a mention's head, without titles."""
    labels: list[str | None] = ["O"] * len(rows)
    for (first, end), kind in _mentions(rows):
        label = _GUM_LABELS.get(kind)
        if label is None:
            continue
        head = _head(tree, first, end)
        if not _proper(rows[head]):
            continue
        low = high = head
        while low > first and _in_name(rows, low - 1):
            low -= 1
        while high + 1 < end and _in_name(rows, high + 1):
            high += 1
        while not _proper(rows[low]):
            low += 1
        while not _proper(rows[high]):
            high -= 1
        while label == "person" and low < high and names.is_title(rows[low][1]):
            low += 1
        if all(labels[word] == "O" for word in range(low, high + 1)):
            paint(labels, (low, high + 1), label)
    return labels


def _antecedents(rows: list[list[str]], tree: Tree) -> list[int]:
    """For each word the head of the mention before it that means the same, itself for a first one, −1 for no mention.

    Of mentions with one head word the outermost counts.
    """
    antecedents = [-1] * len(rows)
    last: dict[str, int] = {}
    for (first, end), _, name in sorted(_marked(rows), key=lambda mention: (_head(tree, *mention[0]), -mention[0][1])):
        head = _head(tree, first, end)
        if antecedents[head] < 0:
            antecedents[head] = last.get(name, head)
            last[name] = head
    return antecedents


def _in_name(rows: list[list[str]], word: int) -> bool:
    """Whether a word beside a proper noun belongs to the name."""
    return _proper(rows[word]) or rows[word][1] in {"of", "for", "-", "the", "&"}


def _proper(row: list[str]) -> bool:
    """Whether the row is a proper noun's; Penn's tag counts "United" in "United States" among them."""
    return row[3] == "PROPN" or row[4] in {"NNP", "NNPS"}


def _head(tree: Tree, first: int, end: int) -> int:
    """The word of a range whose head lies outside it; the last of several."""
    tops = [word for word in range(first, end) if not first <= tree.heads[word] < end]
    return tops[0] if tops else end - 1


def _mentions(rows: list[list[str]]) -> list[tuple[Range, str]]:
    """GUM's mentions, outer before inner: ranges of words and their type."""
    found = [(span, kind) for span, kind, _ in _marked(rows)]
    return sorted(found, key=lambda mention: (mention[0][0], -mention[0][1]))


def _marked(rows: list[list[str]]) -> list[tuple[Range, str, str]]:
    """GUM's bracketed mentions as they close: ranges of words, their type, and the name of what they mean."""
    found: list[tuple[Range, str, str]] = []
    opened: list[tuple[str, int, str]] = []
    for word, row in enumerate(rows):
        value = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            name, *fields = mark.strip("()").split("-")
            kind = fields[0] if fields else ""
            if not mark.startswith("("):
                begun = next((one for one in reversed(opened) if one[0] == name), None)
                if begun is not None:
                    opened.remove(begun)
                    found.append(((begun[1], word + 1), begun[2], name))
            elif mark.endswith(")"):
                found.append(((word, word + 1), kind, name))
            else:
                opened.append((name, word, kind))
    return found
