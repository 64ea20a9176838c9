"""One layer of spans and each cue's row of roles → attributions.

1. Cues, sources and contents are the spans of the layer: there the model is surest of where they begin and end.
2. Each cue takes the source to whose words its row gives the role most probably.
3. Each content goes to the nearest of the cues whose rows give it most.
4. Where a cue's own row holds a content with another cue inside, that whole stretch is its content: contents nest.

Thresholds were chosen on PolNeAR's dev articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from sayso.language import spans
from sayso.language.analysis import Attribution, Range

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.language.spans import Found

    Scores = NDArray[np.float32]

OUTSIDE = 0.25
"""Added to the log-probability of being in no span: the tags alone mark more than annotators do."""
BEGIN = -1.4
"""Added to the log-probability that a content begins: the tags alone cut contents too often."""
JOIN = 2.0
"""A content that begins right where another ends is one with it unless beginning is more likely by this much (log)."""
LEAST = 0.3
"""Mean probability of a role below which a span isn't tied to a cue."""
NEARLY = 0.8
"""Share of the highest probability from which on a cue claims a content as surely."""


@dataclass(slots=True)
class _Part:
    """What a cue has of one role so far: its ranges and the confidence of the least certain."""

    ranges: list[Range] = field(default_factory=list)
    confidence: float = 1.0

    def add(self, span: Range, confidence: float) -> None:
        self.ranges.append(span)
        self.confidence = min(self.confidence, confidence)

    def sure(self) -> float:
        return self.confidence if self.ranges else 0.0


def decode(
    layer: Scores,
    roles: Scores,
    possible: NDArray[np.generic],
    labels: Sequence[str],
    role_labels: Sequence[str],
    breaks: Sequence[int],
) -> list[Attribution]:
    """The attributions of one window, in words of that window, by cue.

    `layer` [W, 1 + 2·L] are log-probabilities of the classes of `labels`; `roles` [C, R, W] scores of the classes of
    `role_labels` for every word with each of the R words that may belong to a cue, whose numbers are `possible`;
    `breaks` are the first words of paragraphs.
    """
    found = spans.found(layer, breaks, _settled(layer, 1 + 2 * labels.index("content"), breaks))
    cues, sources, contents = (
        [span for span in found if labels[span[2]] == name] for name in ("cue", "source", "content")
    )
    if not cues:
        return []
    rows = _log_softmax(_of_cues(roles, possible, cues))
    shares = np.exp(rows)
    says = _means(shares, sources, role_labels.index("source"))
    said = _means(shares, contents, role_labels.index("content"))
    owners = _owners(said, cues, contents)
    nested = role_labels.index("content")
    return [
        _attribution(
            cue,
            _source(says[number], sources),
            _nest(_content(number, owners, contents), _stretches(rows[:, number].T, breaks, cues), nested, cue, cues),
        )
        for number, cue in enumerate(cues)
    ]


def _settled(layer: Scores, begin: int, breaks: Sequence[int]) -> Scores:
    """The layer with what its tags alone get wrong weighed in; `begin` is the class that begins a content."""
    layer = layer.copy()
    layer[:, 0] += OUTSIDE
    layer[:, begin] += BEGIN
    top = layer.argmax(1)
    before = np.concatenate(([0], top[:-1]))
    joins = (top == begin) & ((before == begin) | (before == begin + 1))
    joins &= layer[:, begin + 1] + JOIN > layer[:, begin]
    joins[list(breaks)] = False
    layer[joins, begin] = -np.inf
    return layer


def _of_cues(roles: Scores, possible: NDArray[np.generic], cues: Sequence[Found]) -> Scores:
    """[C, cues, W]: the mean of the scores of each cue's words."""
    means = np.zeros((len(roles), len(cues), roles.shape[2]), dtype=np.float32)
    for number, (first, end) in enumerate(np.searchsorted(possible, [cue[:2] for cue in cues]).tolist()):
        if first < end:
            means[:, number] = roles[:, first:end].mean(1)
    return means


def _means(shares: Scores, found: Sequence[Found], role: int) -> Scores:
    """[cues, spans]: the mean over a span's words of the probability that they have the role with the cue."""
    have = shares[1 + 2 * role] + shares[2 + 2 * role]
    means: Scores = np.array([have[:, first:end].mean(1) for first, end, _, _ in found], dtype=np.float32).T
    return means.reshape(len(have), len(found))


def _source(says: Scores, sources: Sequence[Found]) -> _Part:
    part = _Part()
    if sources and says[best := int(says.argmax())] > LEAST:
        first, end, _, sure = sources[best]
        part.add((first, end), sure)
    return part


def _owners(said: Scores, cues: Sequence[Found], contents: Sequence[Found]) -> list[int]:
    """The cue of each content, or −1: the nearest of those that claim it about as surely as any.

    A content within a content is claimed by both cues; the inner one is nearer, and the outer one has it by nesting.
    """
    owners = []
    for number, (first, end, _, _) in enumerate(contents):
        shares = said[:, number]
        claiming = np.flatnonzero(shares > max(LEAST, NEARLY * float(shares.max()))).tolist()
        owners.append(min(claiming, key=lambda cue: _apart(cues[cue], first, end), default=-1))
    return owners


def _apart(cue: Found, first: int, end: int) -> int:
    """Words between a cue and a range."""
    return max(first - cue[1], cue[0] - end, 0)


def _content(cue: int, owners: Sequence[int], contents: Sequence[Found]) -> _Part:
    part = _Part()
    for owner, (first, end, _, sure) in zip(owners, contents, strict=True):
        if owner == cue:
            part.add((first, end), sure)
    return part


def _stretches(row: Scores, breaks: Sequence[int], cues: Sequence[Found]) -> list[Found]:
    """The spans of one cue's own row; not looked for where there is no other cue that could lie in them."""
    return spans.found(row, breaks) if len(cues) > 1 else []


def _nest(part: _Part, row: Sequence[Found], content: int, cue: Found, cues: Sequence[Found]) -> _Part:
    """The content with the stretches of the cue's own row that hold another cue in place of what lies in them."""
    for first, end, role, sure in row:
        if role != content or not any(first <= c[0] and c[1] <= end for c in cues if c is not cue):
            continue
        rest = [span for span in part.ranges if not (first <= span[0] and span[1] <= end)]
        if not any(span[0] < end and first < span[1] for span in rest):
            part = _Part(sorted([*rest, (first, end)]), min(part.confidence, sure))
    return part


def _attribution(cue: Found, source: _Part, content: _Part) -> Attribution:
    return Attribution(
        ((cue[0], cue[1]),), tuple(source.ranges), tuple(content.ranges), cue[3], source.sure(), content.sure()
    )


def _log_softmax(scores: Scores) -> Scores:
    """Log-probabilities of the classes, which are the first axis."""
    shifted = scores - scores.max(0)
    result: Scores = shifted - np.log(np.exp(shifted).sum(0))
    return result
