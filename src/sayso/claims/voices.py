"""The chain of voices of a claim: every attribution whose content holds its predicate, nearest first."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from sayso.claims.attributions import asides, speaker, stances, turns
from sayso.claims.grammar import cue_words
from sayso.claims.grammar.ranges import holds, members, size
from sayso.claims.sources import bodies, kinds, reference
from sayso.words.records import Span, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Analysis, Attribution, Range
    from sayso.words.records import Article


ASKING = "media"
"""The kind of whoever asks the questions of a transcript."""
_TRAILING = frozenset(",;:(")
"""Signs that annotators leave at the end of a source ("the envoy, a diplomat, said", "the envoy ("one of three")")."""


class Link(NamedTuple):
    """One voice of a chain with the attribution that it comes from."""

    voice: Voice
    attribution: Attribution
    said: frozenset[int]
    """The words of the attribution's content."""


class Voices:
    """The voices of one article, each made once, and the chains that they form."""

    def __init__(self, syntax: Syntax, attributions: Sequence[Attribution]) -> None:
        self._syntax = syntax
        self._attributions = attributions
        self._sizes = [size(known.content) for known in attributions]
        self._links: dict[int, Link] = {}
        self._described = {
            number: kinds.describe(syntax, known.source)
            for number, known in enumerate(attributions)
            if known.source and not bodies.is_nobody(syntax, known)
        }
        for number in turns.askers(syntax.analysis, attributions):
            self._described[number] = self._described[number]._replace(kind=ASKING)
        self._speakers = reference.resolve(syntax, attributions, self._described)

    def chains(self, predicates: Sequence[int]) -> dict[int, list[Link]]:
        """For each predicate (in order) its voices without the article's own, nearest first."""
        holding: dict[int, list[int]] = {predicate: [] for predicate in predicates}
        for number, known in enumerate(self._attributions):
            for first, end in known.content:
                for predicate in predicates[bisect_left(predicates, first) : bisect_left(predicates, end)]:
                    if not holds(known.cue, predicate):
                        holding[predicate].append(number)
        asserted = {predicate: self._asserted(predicate, numbers) for predicate, numbers in holding.items()}
        return {predicate: self._chain(predicate, numbers) for predicate, numbers in asserted.items()}

    def _asserted(self, predicate: int, numbers: list[int]) -> list[int]:
        """Those of the attributions that the predicate is told in; the others hold its relative clause by the way."""
        noun = asides.relative_of(self._syntax, predicate) if numbers else None
        if noun is None:
            return numbers
        return [number for number in numbers if not self._tells_by_the_way(number, noun)]

    def _tells_by_the_way(self, number: int, noun: int) -> bool:
        """Whether the noun of a relative clause stands in what is denied, asked, demanded or the like."""
        known = self._attributions[number]
        if not holds(known.content, noun):
            return False
        return asides.is_phrase(self._syntax, known) or stances.stance(self._syntax, known) != asides.ASSERTING

    def _chain(self, predicate: int, numbers: list[int]) -> list[Link]:
        """Smaller contents lie within larger ones. An outer voice says that the inner one speaks.

        Of two voices that don't nest only the one with the nearer cue is kept.
        """
        chain: list[int] = []
        for number in sorted(numbers, key=lambda number: (self._sizes[number], self._distance(number, predicate))):
            if not chain or self._says_that(number, chain[-1]):
                chain.append(number)
            elif len(chain) == 1 and self._distance(number, predicate) < self._distance(chain[0], predicate):
                chain = [number]
        return [self._link(number) for number in chain]

    def _distance(self, number: int, predicate: int) -> int:
        cue = self._attributions[number].cue
        return abs(cue[0][0] - predicate) if cue else 0

    def _says_that(self, outer: int, inner: int) -> bool:
        """Whether the outer content holds the inner cue, or is a clause that "according to" vouches for as a whole."""
        said, cue = self._attributions[outer], self._attributions[inner].cue
        if said.cue == cue or not cue:
            return False
        if holds(said.content, cue[0][0]):
            return True
        sentence = self._syntax.sentence
        beside = bool(said.cue) and sentence[said.cue[0][0]] == sentence[cue[0][0]]
        head = cue_words.head_word(self._syntax.analysis, said.cue) if beside else None
        return head is not None and speaker.after_according(self._syntax, head) is not None

    def _link(self, number: int) -> Link:
        if number not in self._links:
            known = self._attributions[number]
            self._links[number] = Link(self._voice(number), known, frozenset(members(known.content)))
        return self._links[number]

    def _voice(self, number: int) -> Voice:
        analysis, known = self._syntax.analysis, self._attributions[number]
        stance = stances.stance(self._syntax, known)
        cue = _span(analysis, known.cue, cue_words.head_word(analysis, known.cue)) if known.cue else None
        described = self._described.get(number)
        if described is None:
            return Voice(None, None, None, cue, stance, None, named=False)
        source = _span(analysis, known.source, described.head)
        speaker = self._speakers[number]
        return Voice(
            source.start, source.end, source.text, cue, stance, speaker.kind, speaker.named, same_as=speaker.same_as
        )


def own(article: Article) -> Voice:
    """The article's own voice, the last of every chain: it has no offsets, and is named if the outlet is known."""
    return Voice(None, None, None, None, "says", "media", named=article.outlet is not None)


def _span(analysis: Analysis, ranges: tuple[Range, ...], head: int) -> Span:
    """The one range that holds the head; a voice's offsets are a single stretch."""
    first, end = next(((first, end) for first, end in ranges if first <= head < end), ranges[0])
    while end - 1 > first and analysis.form(end - 1) in _TRAILING:
        end -= 1
    start, stop = analysis.starts[first], analysis.ends[end - 1]
    return Span(start, stop, analysis.text[start:stop])
