"""What the model says about one article: tags on its words and arcs between them.

Words are numbered through the article from 0. A *range* is a pair (first, end) of word numbers, end excluded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.language.meaning import Meaning  # noqa: TC004 - numpy is not for those who only read the rest

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: a range of words, its label (vocabulary `entity_labels`) and the model's confidence, 0 … 1."""

    first: int
    end: int
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with the source and the content that its arcs lead to.

    Each part is a tuple of ranges in order: several where other words stand between them (“…,” said X, “…”).
    `source` is empty where nobody is named ("it is believed that"). Each confidence is the probability, 0 … 1, that the
    words of that part are exactly right (`calibration`); it is 0 for an empty part. A content may lie within another's
    (a chain of voices) and may hold its own source and cue ("X said that …" inside what Y wrote).
    """

    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    cue_confidence: float
    source_confidence: float
    content_confidence: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tags and arcs over the words of one article. Every list has one entry a word."""

    text: str
    starts: list[int]
    """Character offset of each word's first character in `text`."""
    ends: list[int]
    """Character offset after each word's last character."""
    lemmas: list[str]
    """Dictionary form, lower case ("said" → "say")."""
    upos: list[str]
    """Universal part of speech: VERB, NOUN, PROPN, AUX, …"""
    xpos: list[str]
    """Penn Treebank tag: VBD, NNS, MD, …"""
    heads: list[int]
    """Number of the word each word depends on; −1 for the root of a sentence."""
    relations: list[str]
    """Universal Dependencies relation to the head, with subtype: nsubj, nsubj:pass, obl:agent, advcl, …"""
    certain: list[float]
    """The model's probability of each word's head and relation together, 0 … 1."""
    sentences: list[Range]
    paragraphs: list[Range]
    """One range for each of `Article.paragraphs`, in that order; empty (first == end) where it holds no word."""
    entities: list[Named]
    """In order of position."""
    attributions: list[Attribution]
    """In order of the cue's position."""
    model: str
    """Name and version of the weights, as a claim's `model` holds it."""
    parties: list[Named] = field(default_factory=list)
    """Who does something (`actor`) to whom (`recipient`), in order of position; empty where the weights don't say."""
    meaning: Meaning | None = field(default=None, compare=False)
    """What events, sources and mentions mean; None where the weights don't say. No part of what makes two equal."""

    def form(self, word: int) -> str:
        """The word as it stands in the text."""
        return self.text[self.starts[word] : self.ends[word]]

    def slice(self, first: int, end: int) -> str:
        """The text from word `first` to the word before `end`, with what stands between them."""
        return self.text[self.starts[first] : self.ends[end - 1]]
