"""Turns of a transcript: paragraphs that begin with a name in capitals and a colon, "HASAN: We will stay."

Two different names make a transcript. A turn goes on over the paragraphs that follow it up to the next one where most
of the article is turns; where only a part of it is, paragraphs between may be the writer's, and a turn is one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.claims.grammar.marks import OPENING
from sayso.language.analysis import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.language.analysis import Analysis, Range

CERTAINTY = 0.9
"""How sure a turn's speaker is; an estimate, to be calibrated with the rest."""
_NAME = 5
"""Most words of a name with its titles: "FOREIGN MINISTER AHMAD HASAN"."""
_SHORTEST = 2
"""Letters that a name has at least: "A:" begins a list."""


class Turn(NamedTuple):
    """Who speaks, by the name's words, and the paragraphs of the turn, by number."""

    name: Range
    paragraphs: tuple[int, ...]

    def attribution(self, analysis: Analysis) -> Attribution:
        """The name as source, its colon as cue, and what follows to the turn's end as content."""
        _, colon = self.name
        own, *others = (analysis.paragraphs[number] for number in self.paragraphs)
        content = ((colon + 1, own[1]), *others)
        return Attribution(((colon, colon + 1),), (self.name,), content, CERTAINTY, CERTAINTY, CERTAINTY)


def find(analysis: Analysis, kinds: Sequence[str]) -> list[Turn]:
    """The turns of an article whose paragraphs have these kinds, in order; none where it has no transcript."""
    spoken = [number for number, kind in enumerate(kinds) if kind in ("text", "quote")]
    begun = {number: name for number in spoken if (name := _name(analysis, number)) is not None}
    if len({_text(analysis, name) for name in begun.values()}) < 2:
        return []
    starts = sorted(begun)
    goes_on = 2 * len(starts) >= sum(number >= starts[0] for number in spoken)
    ends = [*starts[1:], starts[-1] + 1] if goes_on else [start + 1 for start in starts]
    return [
        Turn(begun[start], tuple(number for number in spoken if start <= number < end))
        for start, end in zip(starts, ends, strict=True)
    ]


def _name(analysis: Analysis, number: int) -> Range | None:
    """The words before a colon at the paragraph's start, if all are in capitals and something follows."""
    first, end = analysis.paragraphs[number]
    if first < end and analysis.form(first) in OPENING:
        first += 1
    for word in range(first, min(first + _NAME + 1, end - 1)):
        form = analysis.form(word)
        if form == ":":
            return (first, word) if len(_text(analysis, (first, word))) >= _SHORTEST else None
        if not form.replace(".", "").replace("-", "").replace("’", "").isalpha() or not form.isupper():
            return None
    return None


def _text(analysis: Analysis, name: Range) -> str:
    return " ".join(analysis.form(word) for word in range(*name))


def askers(analysis: Analysis, attributions: Sequence[Attribution]) -> set[int]:
    """The turns, by number, of whoever asks the questions of a transcript, while somebody else answers them."""
    asked: dict[str, list[bool]] = {}
    turns: dict[int, str] = {}
    for number, known in enumerate(attributions):
        if known.source and _is_turn(analysis, known):
            turns[number] = _text(analysis, known.source[0])
            words = (word for part in known.content for word in range(*part))
            asked.setdefault(turns[number], []).append(any(analysis.form(word) == "?" for word in words))
    shares = {name: sum(answers) / len(answers) for name, answers in asked.items()}
    asking = {name for name, share in shares.items() if share > 1 / 2 and len(asked[name]) > 1}
    return {number for number, name in turns.items() if name in asking} if len(asking) < len(shares) else set()


def _is_turn(analysis: Analysis, known: Attribution) -> bool:
    """Whether an attribution is of a name in capitals before a colon."""
    (first, end), *others = known.source
    colon = known.cue == ((end, end + 1),) and analysis.form(end) == ":"
    return colon and not others and all(analysis.form(word).isupper() for word in range(first, end))
