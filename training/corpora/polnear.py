"""PolNeAR: attributions in political news, as brat stand-off files beside texts of one paragraph a line.

`T` lines are spans (fragments joined by ";"), `E` lines join one cue to its sources and contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.documents import Attributed, Characters, Document, Range, covered, divide, paint

_SPAN = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_LINK = re.compile(r"E\d+\t(.+)")
_MARKER = re.compile(r"_[0-9a-f]{4}$")


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution in characters: the fragments of its cue, source (may be empty) and content."""

    cue: tuple[Characters, ...]
    source: tuple[Characters, ...]
    content: tuple[Characters, ...]


def annotated(folder: Path) -> Iterator[tuple[str, str, list[Link]]]:
    """Name, text and attributions of every annotation file under `folder`; a text read twice comes twice."""
    for path in sorted((folder / "attributions").glob("*.ann")):
        text = (folder / "text" / f"{article(path.stem)}.txt").read_bytes().decode("utf-8")
        yield path.stem, text, links(path.read_text(encoding="utf-8"))


def article(name: str) -> str:
    """The name of the article that an annotation is of; it ends in a mark of who annotated."""
    return _MARKER.sub("", name)


def links(stand_off: str) -> list[Link]:
    """The attributions of one brat file that have a cue and a content."""
    spans: dict[str, tuple[Characters, ...]] = {}
    found = []
    for line in stand_off.split("\n"):
        if match := _SPAN.match(line):
            spans[match[1]] = tuple(_pair(fragment) for fragment in match[3].split(";"))
        elif match := _LINK.match(line):
            parts: dict[str, list[Characters]] = {"Cue": [], "Source": [], "Content": []}
            for field in match[1].split():
                role, name = field.split(":")
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(name, ()))
            if parts["Cue"] and parts["Content"]:
                found.append(Link(*(tuple(sorted(parts[role])) for role in ("Cue", "Source", "Content"))))
    return found


def _pair(fragment: str) -> Characters:
    start, end = fragment.split()
    return int(start), int(end)


def read(folder: Path) -> list[Document]:
    """The annotated articles of a folder with `text/` and `attributions/`."""
    return [document(name, text, found) for name, text, found in annotated(folder)]


def document(name: str, text: str, found: Sequence[Link]) -> Document:
    """A text with all attributions that somebody found in it."""
    words, paragraphs = divide(text)
    attributions = [
        Attributed(
            [word for span in link.cue for word in range(*covered(words, *span))],
            _ranges(words, link.source),
            _ranges(words, link.content),
        )
        for link in found
    ]
    made = Document(name, text, words, paragraphs)
    made.attributions = [a for a in attributions if a.cue and a.content]
    made.tags["attribution"] = flat(len(words), made.attributions)
    made.annotated["attribution"] = frozenset({"source", "cue", "content"})
    return made


def _ranges(words: list[Characters], fragments: tuple[Characters, ...]) -> list[Range]:
    return [span for fragment in fragments if (span := covered(words, *fragment))[0] < span[1]]


def flat(count: int, attributions: list[Attributed]) -> list[str | None]:
    """One layer of labels for all attributions: sources and cues over contents, inner contents over outer ones."""
    labels: list[str | None] = ["O"] * count
    for span in sorted((r for a in attributions for r in a.content), key=lambda r: r[0] - r[1]):
        paint(labels, span, "content")
    for attribution in attributions:
        for span in attribution.source:
            paint(labels, span, "source")
    for attribution in attributions:
        for span in runs(attribution.cue):
            paint(labels, span, "cue")
    return labels


def runs(words: list[int]) -> list[Range]:
    """Neighbouring words as ranges."""
    ranges: list[Range] = []
    for word in words:
        if ranges and ranges[-1][1] == word:
            ranges[-1] = (ranges[-1][0], word + 1)
        else:
            ranges.append((word, word + 1))
    return ranges
