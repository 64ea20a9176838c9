"""How sure a claim is, 0 … 1: a logistic model of what its sentence and its voices show.

`WEIGHTS` are log-odds for each thing that `evidence` finds, fitted to claims that were read against the text; a claim
is right where its predicate, content, voices and stance are.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from math import exp, log
from typing import TYPE_CHECKING

from sayso.claims.predicates import SUBJECTS, governor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.syntax import Syntax
    from sayso.claims.voices import Link
    from sayso.language.analysis import Attribution
    from sayso.words.records import Span

WEIGHTS = {
    "always": 2.6,
    "arcs": 2.0,
    "least": 0.3,
    "predicate": 0.6,
    "voices": 1.5,
    "nameless": -0.8,
    "unheard": -1.5,
    "quoted": -0.1,
    "nominal": -0.5,
    "bare": -0.5,
    "side": -0.3,
    "two parts": -0.7,
    "more parts": -2.0,
    "scrap": -0.6,
    "one word": -4.0,
    "two words": -1.8,
    "length": -0.1,
    "broken": -0.7,
}
FLOOR = 0.01
"""The least probability whose logarithm is taken."""
BORROWING = frozenset({"xcomp", "advcl", "ccomp"})
"""Relations of clauses that borrow another verb's subject as a fragment of its own, which is no scrap."""


class Confidence:
    """Weighs the claims of one article."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    def of(self, predicate: int, content: Sequence[Span], chain: Sequence[Link], *, quoted: bool) -> float:
        """The probability that predicate, voices and content are right, rounded to 4 digits.

        `quoted` says whether the predicate stands in quotation marks.
        """
        found = self.evidence(predicate, content, chain, quoted=quoted)
        return round(1 / (1 + exp(-sum(WEIGHTS[name] * value for name, value in found.items()))), 4)

    def evidence(
        self, predicate: int, content: Sequence[Span], chain: Sequence[Link], *, quoted: bool
    ) -> dict[str, float]:
        """What tells for or against a claim, by the names of `WEIGHTS`. Probabilities come as logarithms.

        `arcs` is the mean over the content's words of the model's certainty of their arcs, `least` the least of them,
        `voices` the sum over the chain of the least certain part of each attribution.
        """
        arcs = self._arcs(content)
        own = _without_subject(self._syntax, predicate, content)
        words = [len(span.text.split()) for span in own]
        total = sum(len(span.text.split()) for span in content)
        return {
            "always": 1,
            "arcs": sum(arcs) / len(arcs) if arcs else 0,
            "least": min(arcs, default=0),
            "predicate": _log(self._syntax.analysis.certain[predicate]),
            "voices": sum(_log(_sure(link.attribution)) for link in chain),
            "nameless": sum(not link.attribution.source for link in chain),
            "unheard": quoted and not chain,
            "quoted": quoted,
            **self._shape(predicate),
            "two parts": len(words) == 2,
            "more parts": len(words) > 2,
            "scrap": len(words) > 1 and min(words) < 3,
            "one word": total == 1,
            "two words": total == 2,
            "length": log(max(1, total)),
            "broken": self._syntax.sentence[predicate] in self._broken,
        }

    def _arcs(self, content: Sequence[Span]) -> list[float]:
        analysis = self._syntax.analysis
        bounds = [
            (bisect_left(analysis.starts, span.start), bisect_left(analysis.starts, span.end)) for span in content
        ]
        return [_log(sure) for first, end in bounds for sure in analysis.certain[first:end]]

    def _shape(self, predicate: int) -> dict[str, float]:
        syntax = self._syntax
        verbal = syntax.is_verbal(predicate)
        side = verbal and syntax.analysis.relations[predicate] in ("acl", "acl:relcl", "advcl")
        return {
            "nominal": not verbal,
            "side": side,
            "bare": verbal and not side and syntax.subject(predicate) is None,
        }

    @cached_property
    def _broken(self) -> frozenset[int]:
        """Sentences in which two finite verbs hang on nothing that gives them a subject: their trees can't be right."""
        return frozenset(
            number for number, (first, end) in enumerate(self._syntax.analysis.sentences) if self._is_broken(first, end)
        )

    def _is_broken(self, first: int, end: int) -> bool:
        syntax, analysis = self._syntax, self._syntax.analysis
        finite = (word for word in range(first, end) if analysis.xpos[word] in ("VBZ", "VBD"))
        verbs = (word for word in finite if analysis.upos[word] == "VERB" and syntax.child(word, *SUBJECTS) is None)
        return sum(syntax.subject(word) is None for word in verbs) > 1


def _without_subject(syntax: Syntax, predicate: int, content: Sequence[Span]) -> Sequence[Span]:
    """The content without a first fragment that only brings an infinitive's or participle's subject along."""
    top, subject = governor(syntax, predicate), syntax.subject(predicate)
    if len(content) < 2 or subject is None or syntax.analysis.relations[top] not in BORROWING:
        return content
    first, position = content[0], syntax.analysis.starts[subject]
    brought = first.start <= position < first.end <= syntax.analysis.starts[top]
    return content[1:] if brought else content


def _sure(known: Attribution) -> float:
    """The model's confidence in the least certain part of an attribution."""
    parts = (known.cue_confidence, known.content_confidence, known.source_confidence if known.source else 1.0)
    return min(parts)


def _log(probability: float) -> float:
    return log(max(FLOOR, probability))
