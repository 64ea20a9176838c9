"""Our own whole articles (`training/articles`): marks inside the text as in our examples, and the names in it.

`names.tsv` beside them has one line a name of an article: the file's name without `.txt`, the label, the name. A name
is marked wherever it stands in that article as words of its own, the longest first.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.corpora import examples
from training.corpora.examples import MarkError
from training.corpora.names import NAMED
from training.documents import Document, covered, paint

LABELS = NAMED | {"nationality"}
NAMES = "names.tsv"


def read(folder: Path) -> list[Document]:
    """The articles of a folder. MarkError for a mark that doesn't hold, and for a name that the article lacks."""
    names = _names(folder / NAMES)
    found = []
    for file in sorted(folder.glob("*.txt")):
        listed = names.pop(file.stem, {})
        told = examples.read(file)
        missing = {name for name in listed if not any(_places(one.text, name) for one in told)}
        if missing:
            raise MarkError(f"{file.name}: {min(missing)!r} is listed as a name and doesn't occur")
        found += [named(one, listed) if listed else unsaid(one) for one in told]
    if names:
        raise MarkError(f"{folder / NAMES}: there is no article {min(names)!r}")
    return found


def unsaid(document: Document) -> Document:
    """The document with nothing said of its names: neighbours in a batch say something."""
    document.tags["entity"] = [None] * len(document.words)
    document.annotated["entity"] = LABELS
    return document


def named(document: Document, names: Mapping[str, str]) -> Document:
    """The document with these names marked wherever they stand; a word in none of them is no name.

    `names` has their labels. MarkError for a label that names don't have.
    """
    tags: list[str | None] = ["O"] * len(document.words)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if names[name] not in LABELS:
            raise MarkError(f"{document.name}: a name is no {names[name]!r}")
        for start in _places(document.text, name):
            first, end = covered(document.words, start, start + len(name))
            if first < end and all(tag == "O" for tag in tags[first:end]):
                paint(tags, (first, end), names[name])
    document.tags["entity"] = tags
    document.annotated["entity"] = LABELS
    return document


def _places(text: str, name: str) -> Sequence[int]:
    return [found.start() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def _names(path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            for article, label, name in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                found[article][name] = label
    return dict(found)
