"""How sure a claim is, 0 … 1: a logistic model of what its sentence and its voices show.

`WEIGHTS` are log-odds for each thing that `evidence` finds, fitted (ridge logistic regression, drawn towards an
earlier fit to 1,306 claims) to 1,079 claims of 40 news articles and government statements, each read against the text;
a claim is right where its predicate, content, voices and stance are. Of 1,079 claims of other texts, read later, those
at .5–.6, .6–.7, .7–.8, .8–.85 and .85–.9 were right in 48, 64, 75, 83 and 89 %; the expected calibration error was
.021. In the fit none was of one word: such claims keep the odds of the earlier one.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from math import exp, log
from typing import TYPE_CHECKING

from sayso.claims.grammar.predicates import governor
from sayso.claims.grammar.tags import FILLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.voices import Link
    from sayso.language.analysis import Attribution
    from sayso.words.records import Span

WEIGHTS = {
    "always": 1.36,
    "arcs": 0.36,
    "least": 0.64,
    "predicate": 0.44,
    "voices": 0.74,
    "unheard": -1.12,
    "nominal": -0.15,
    "side": -0.58,
    "bare": -0.81,
    "two parts": -1.24,
    "more parts": -1.98,
    "one word": -4.12,
    "two words": -1.7,
    "length": 0.3,
    "broken": -0.36,
}
FLOOR = 0.01
"""The least probability whose logarithm is taken."""
LEAST = log(FLOOR)
BORROWING = frozenset({"xcomp", "advcl", "ccomp"})
"""Relations of clauses that borrow another verb's subject as a fragment of its own."""


class Confidence:
    """Weighs the claims of one article."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._logs = [log(sure) if sure > FLOOR else LEAST for sure in syntax.analysis.certain]

    def of(self, predicate: int, content: Sequence[Span], chain: Sequence[Link], *, quoted: bool) -> float:
        """The probability that predicate, voices and content are right, rounded to 4 digits.

        `quoted` says whether the predicate stands in quotation marks.
        """
        found = self.evidence(predicate, content, chain, quoted=quoted)
        return round(1 / (1 + exp(-sum([WEIGHTS[name] * value for name, value in found.items() if value]))), 4)

    def evidence(
        self, predicate: int, content: Sequence[Span], chain: Sequence[Link], *, quoted: bool
    ) -> dict[str, float]:
        """What tells for or against a claim, by the names of `WEIGHTS`. Probabilities come as logarithms.

        `arcs` is the mean over the content's words of the model's certainty of their arcs, `least` the least of them,
        `voices` the sum over the chain of the least certain part of each attribution.
        """
        arcs = self._arcs(content)
        own = _without_subject(self._syntax, predicate, content)
        total = sum([len(span.text.split()) for span in content])
        return {
            "always": 1,
            "arcs": sum(arcs) / len(arcs) if arcs else 0,
            "least": min(arcs, default=0),
            "predicate": self._logs[predicate],
            "voices": sum([_log(_sure(link.attribution)) for link in chain]),
            "unheard": quoted and not chain,
            **self._shape(predicate),
            "two parts": len(own) == 2,
            "more parts": len(own) > 2,
            "one word": total == 1,
            "two words": total == 2,
            "length": log(max(1, total)),
            "broken": self._syntax.sentence[predicate] in self._broken,
        }

    def _arcs(self, content: Sequence[Span]) -> list[float]:
        starts, found = self._syntax.analysis.starts, list[float]()
        for span in content:
            first = bisect_left(starts, span.start)
            found += self._logs[first : bisect_left(starts, span.end, first)]
        return found

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
        verbs = (word for word in finite if analysis.upos[word] == "VERB" and syntax.child(word, *FILLED) is None)
        return sum(syntax.subject(word) is None for word in verbs) > 1


def _without_subject(syntax: Syntax, predicate: int, content: Sequence[Span]) -> Sequence[Span]:
    """The content without a first fragment that only brings an infinitive's or participle's subject along."""
    if len(content) < 2:
        return content
    top, subject = governor(syntax, predicate), syntax.subject(predicate)
    if subject is None or syntax.analysis.relations[top] not in BORROWING:
        return content
    first, position = content[0], syntax.analysis.starts[subject]
    brought = first.start <= position < first.end <= syntax.analysis.starts[top]
    return content[1:] if brought else content


def _sure(known: Attribution) -> float:
    """The model's confidence in the least certain part of an attribution."""
    parts = (known.cue_confidence, known.content_confidence, known.source_confidence if known.source else 1.0)
    return min(parts)


def _log(probability: float) -> float:
    return log(probability) if probability > FLOOR else LEAST
