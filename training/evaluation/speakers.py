"""Speakers: whom a voice that is a pronoun or a phrase such as "the source" is tied to, on marked sources.

`PATH` is a file such as `training/marked/speakers.jsonl`: one source a line, with corpus ("re3d" or "polnear"),
document, start, end, kind ("he", "she", "they", "first", "who", "definite") and antecedents, the [start, end] of each
mention of the same speaker that says more. The texts are read from ../shared/corpora and go the whole way to claims.

A marked source is a *voice* if a claim has one that overlaps it, and *tied* if that voice has a `same_as`. The tie is
right if the words that say who `same_as` is (its head, and a name in apposition to it) meet a marked antecedent: the
"Hasan" in "Hasan's lawyer" is no mention of Hasan as a speaker. A voice whose own words hold an antecedent ("Hasan,
who") needs no tie: it counts as tied rightly.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from sayso.claims import code
from sayso.claims.grammar import syntax as trees
from sayso.claims.grammar.syntax import Syntax
from sayso.claims.sources import kinds
from sayso.language.model import Model
from sayso.words.records import Claim, Voice
from training.evaluation import actors
from training.evaluation.counts import Figures

Offsets = tuple[int, int]
KINDS = ("he", "she", "they", "first", "who", "definite")


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked source with every mention that it may be tied to."""

    corpus: str
    document: str
    start: int
    end: int
    kind: str
    antecedents: tuple[Offsets, ...]


@dataclass(slots=True)
class Score:
    """How many marked sources of each kind there are, speak, are tied, and are tied to the right speaker."""

    marks: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)
    tied: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, mark: Mark, voice: Voice | None, told: Sequence[Offsets]) -> None:
        """Count one source; `told` are the words that say who speaks, by the voice itself or by its tie."""
        self.marks[mark.kind] += 1
        self.voices[mark.kind] += voice is not None
        self.tied[mark.kind] += voice is not None and (voice.same_as is not None or is_right(mark, told))
        self.right[mark.kind] += is_right(mark, told)

    def figures(self) -> Figures:
        """Percentages and counts, over all and by kind."""
        marks, voices, tied, right = (found.total() for found in (self.marks, self.voices, self.tied, self.right))
        return {
            "sources": marks,
            "no voice of any claim": marks - voices,
            "right": _percent(right, marks),
            "right of the voices": _percent(right, voices),
            "tied of the voices": _percent(tied, voices),
            "right of the tied": _percent(right, tied),
        } | {kind: self._of(kind) for kind in KINDS if self.marks[kind]}

    def _of(self, kind: str) -> dict[str, int]:
        counts = {"sources": self.marks, "voices": self.voices, "tied": self.tied, "right": self.right}
        return {name: found[kind] for name, found in counts.items()}


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """Ties over the marks of all files."""
    total = Score()
    for mark, voice, told in judged(model, [mark for path in paths for mark in read(path)]):
        total.add(mark, voice, told)
    return total.figures()


def read(path: Path) -> list[Mark]:
    """The marks of one file."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Mark(**row | {"antecedents": tuple((start, end) for start, end in row["antecedents"])}) for row in rows]


def judged(model: Model, marks: Sequence[Mark]) -> Iterator[tuple[Mark, Voice | None, list[Offsets]]]:
    """Each mark with its voice and the words that say who speaks; marks of one document have to stand together."""
    for (corpus, document), own in groupby(marks, key=lambda mark: (mark.corpus, mark.document)):
        article = actors.article(corpus, document)
        analysis = model.analyse(article)
        syntax, claims = trees.index(analysis), code(article, analysis)
        for mark in own:
            voice = find(mark, claims)
            yield mark, voice, [] if voice is None else _told(syntax, voice)


def find(mark: Mark, claims: Sequence[Claim]) -> Voice | None:
    """The shortest voice of the claims that overlaps the marked source."""
    found = [
        (voice.end - voice.start, voice.start, voice)
        for claim in claims
        for voice in claim.voices
        if voice.start is not None and voice.end is not None and voice.start < mark.end and mark.start < voice.end
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def is_right(mark: Mark, told: Sequence[Offsets]) -> bool:
    """Whether one of the words that say who speaks lies in a marked antecedent."""
    return any(start < right and left < end for start, end in told for left, right in mark.antecedents)


def _told(syntax: Syntax, voice: Voice) -> list[Offsets]:
    assert voice.start is not None
    assert voice.end is not None
    own = _naming(syntax, (voice.start, voice.end))
    return own if voice.same_as is None else own + _naming(syntax, (voice.same_as.start, voice.same_as.end))


def _naming(syntax: Syntax, span: Offsets) -> list[Offsets]:
    """The head of a phrase and the heads of what stands in apposition to it."""
    analysis = syntax.analysis
    inside = [word for word, start in enumerate(analysis.starts) if span[0] <= start < span[1]]
    head = kinds.head_word(analysis, ((inside[0], inside[-1] + 1),))
    beside = [word for word in syntax.children(head, "appos", "flat") if word in inside]
    return [(analysis.starts[word], analysis.ends[word]) for word in (head, *beside)]


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
