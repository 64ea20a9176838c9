"""The one form that every corpus is brought into: words with tags and arcs, and None where it does not say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.language import words

Range = tuple[int, int]
Characters = tuple[int, int]


UNKNOWN = 1_000_000_000
"""The head of a word of which none is known."""


@dataclass(slots=True)
class Tree:
    """Syntactic heads (word numbers, −1 for a root, UNKNOWN) and relations of all words of a document."""

    heads: list[int]
    relations: list[str]


@dataclass(slots=True)
class Attributed:
    """One attribution in word numbers: every word of the cue, and the ranges of source and content.

    A `partial` one says that the content takes these words in, not where it begins, and nothing of words beside them.
    """

    cue: list[int]
    source: list[Range]
    content: list[Range]
    partial: bool = False


@dataclass(slots=True)
class Pair:
    """Who did something to whom in word numbers, and the event types that it may be. A side not marked is None."""

    types: tuple[str, ...]
    actor: Range | None
    recipient: Range | None


@dataclass(slots=True)
class Argued:
    """What belongs to one event: its trigger word, and the ranges of words by what they are to it."""

    trigger: int
    arguments: list[tuple[str, Range]]


@dataclass(slots=True)
class Document:
    """One text of a corpus. `tags` holds a label for each word by task; None stands for "not annotated".

    For tasks of spans a label is B-X, I-X or O. `annotated` names, by task, the span labels that the corpus marks
    at all: an O then only says that the word is none of *those*. `scores` holds a number for each word by task.
    `antecedents` tells for each word that heads a mention the head of the mention before it that means the same, the
    word itself where there is none; −1 for words that head no mention. `mentions` are all of them, as ranges of words
    with the name of what they mean.
    """

    name: str
    text: str
    words: list[Characters]
    paragraphs: list[Range]
    sentences: list[Range] | None = None
    tags: dict[str, list[str | None]] = field(default_factory=dict)
    annotated: dict[str, frozenset[str]] = field(default_factory=dict)
    tree: Tree | None = None
    attributions: list[Attributed] | None = None
    scores: dict[str, list[float | None]] = field(default_factory=dict)
    pairs: list[Pair] | None = None
    events: list[Argued] | None = None
    antecedents: list[int] | None = None
    mentions: list[tuple[Range, str]] | None = None

    def forms(self) -> list[str]:
        """The words as they stand in the text."""
        return [self.text[start:end] for start, end in self.words]


def divide(text: str, paragraphs: Iterable[Characters] | None = None) -> tuple[list[Characters], list[Range]]:
    """Words of a text and the paragraphs as ranges of words; by default each line is a paragraph."""
    found: list[Characters] = []
    ranges: list[Range] = []
    for start, end in paragraphs if paragraphs is not None else lines(text):
        first = len(found)
        found += words.split(text, start, end)
        if len(found) > first:
            ranges.append((first, len(found)))
    return found, ranges


def lines(text: str) -> list[Characters]:
    """Offsets of the lines of a text, without their ends."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    return spans


def covered(found: Sequence[Characters], start: int, end: int) -> Range:
    """The range of words that lie, at least in part, within [start, end); may be empty."""
    first = bisect_right(found, start, key=lambda word: word[1])
    last = bisect_left(found, end, key=lambda word: word[0])
    return first, max(first, last)


def paint(labels: list[str | None], span: Range, label: str) -> None:
    """Write B-label, I-label … over a range of words."""
    first, end = span
    for word in range(first, end):
        labels[word] = f"{'B' if word == first else 'I'}-{label}"


def spans(labels: Sequence[str | None]) -> list[tuple[int, int, str]]:
    """Spans (first, end, label) of a layer of B-, I- and O; an I- that follows nothing of its kind begins one."""
    found: list[tuple[int, int, str]] = []
    for word, label in enumerate(labels):
        if label is None or label == "O":
            continue
        edge, kind = label.split("-", 1)
        if edge == "I" and found and found[-1][1] == word and found[-1][2] == kind:
            found[-1] = (found[-1][0], word + 1, kind)
        else:
            found.append((word, word + 1, kind))
    return found
