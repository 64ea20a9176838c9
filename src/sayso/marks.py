"""Where an article's sources, cues and contents stand, numbered, for whoever draws them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.words.records import Claim, Voice

MarkKind = Literal["source", "cue", "content"]
_Key = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text. What has one `number` belongs together: a source, its cue, and the contents it is said of."""

    start: int
    end: int
    kind: MarkKind
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under the same marks, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks(claims: Sequence[Claim]) -> tuple[Mark, ...]:
    """The marks of an article's claims, outermost first where they nest. What only the article says has none."""
    numbers = _numbers(claims)
    found = {mark for claim in claims for mark in _of_claim(claim, numbers)}
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.number)))


def pieces(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text from `start` to `end`, cut wherever a mark begins or ends."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(at for mark in inside for at in (mark.start, mark.end) if start < at < end)})
    for left, right in pairwise(cuts):
        yield Piece(left, right, tuple(mark for mark in inside if mark.start <= left and mark.end >= right))


def _of_claim(claim: Claim, numbers: Mapping[_Key, int]) -> Iterator[Mark]:
    for voice in claim.voices:
        number = numbers.get(_key(voice))
        if number is not None:
            yield from (Mark(start, end, kind, number) for start, end, kind in _of_voice(voice))
    number = numbers.get(_key(claim.voices[0]))
    if number is not None:
        yield from (Mark(span.start, span.end, "content", number) for span in claim.content)


def _of_voice(voice: Voice) -> Iterator[tuple[int, int, MarkKind]]:
    if voice.start is not None and voice.end is not None:
        yield voice.start, voice.end, "source"
    if voice.cue is not None:
        yield voice.cue.start, voice.cue.end, "cue"


def _numbers(claims: Sequence[Claim]) -> dict[_Key, int]:
    """Voices but the article's own, from 1, in the order in which they stand in the text."""
    keys = {_key(voice) for claim in claims for voice in claim.voices} - {()}
    return {key: number for number, key in enumerate(sorted(keys), 1)}


def _key(voice: Voice) -> _Key:
    """What tells one voice from another, whatever it does with a content: where it stands. Empty: the article's own."""
    return tuple((start, end) for start, end, _ in _of_voice(voice))
