"""What people decided about claims: the lines that `sayso examples` writes (docs/review.md, "Examples to train on").

A text says nothing of the claims in it that nobody decided about, so every word is "not annotated" but for those of
the claims:

- the predicate: its type of event (`none` where somebody took an event away: who accepts a statement may have
  overlooked that it is one), its manner and its score;
- what is who, where, when and how many to its event: those words, and that all others of the window are none of these;
- the nearest voice: its cue and source, and that what is claimed lies in what it says. A claim is one clause of that,
  so where the content begins and ends is left open (`Attributed.partial`);
- every voice: whether it is named, and its kind where FactAppeal has that kind too.

A rejected claim says that something about it is wrong, not what: the predicate, the voice, the factuality or the type.
Nothing is learned from it word by word; what stands instead is learned where somebody edited or added a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from sayso.ledger.review.examples import Example
from sayso.words.records import Claim, Event, Mention, Moment, Place, Quantity, Span, Voice
from training.corpora.examples import KINDS, NONE
from training.documents import Argued, Attributed, Document, Pair, Range, covered, divide, paint

_Part = Span | Mention | Place | Moment | Quantity
SCALE = "factuality:uw"
TAGS = ("event_type", "manner", "source_named", "source_kind", "attribution")
_BEFORE_TIMES = frozenset("after at before between by during for from in of on since through until within".split())
"""Words that our own examples count to a time, and the ledger doesn't."""


def read(path: Path) -> list[Document]:
    """A document for each stretch of text with claims that stand. ValueError names the line that is no example."""
    kept = sorted((one for one in _lines(path) if one.positive), key=_stretch)
    return [_document(list(group)) for _, group in groupby(kept, key=_stretch)]


def counted(path: Path) -> tuple[int, int]:
    """How many of a file's claims stand, and how many were rejected."""
    positive = [one.positive for one in _lines(path)]
    return sum(positive), len(positive) - sum(positive)


def _lines(path: Path) -> Iterator[Example]:
    decode = msgspec.json.Decoder(Example).decode
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield decode(line)
            except msgspec.MsgspecError as error:
                raise ValueError(f"{path}:{number} is no line of `sayso examples`: {error}") from None


def _stretch(example: Example) -> tuple[str, int, str]:
    return example.article_id, example.start, example.text


def _document(decided: list[Example]) -> Document:
    first = decided[0]
    words, paragraphs = divide(first.text)
    made = Document(f"{first.article_id} {first.start}", first.text, words, paragraphs)
    made.tags = {name: [None] * len(words) for name in TAGS}
    made.scores = {SCALE: [None] * len(words)}
    claims = [example.claim for example in decided]
    for example in decided:
        _predicate(made, example)
        for voice in example.claim.voices:
            _source(made, voice)
    events = [(_at(made, claim.predicate), claim.event) for claim in claims if claim.event]
    made.events = [_argued(made, place, event) for place, event in events if _size(place) == 1]
    made.pairs = [pair for place, event in events if _size(place) > 1 and (pair := _pair(made, event))]
    made.attributions = [known for claim in claims if (known := _nearest(made, claim))]
    return made


def _predicate(made: Document, example: Example) -> None:
    """Its tags and score. Of a predicate of several words nobody said which evokes the event: see `_pair`."""
    claim, before = example.claim, example.before
    word, end = _at(made, claim.predicate)
    if end - word == 1:
        taken = NONE if before is not None and before.event is not None else None
        made.tags["event_type"][word] = claim.event.type if claim.event else taken
        made.tags["manner"][word] = claim.factuality.label
        made.scores[SCALE][word] = claim.factuality.score


def _source(made: Document, voice: Voice) -> None:
    """What a voice's words say of it; a pronoun or "the source" is called named for what it stands for."""
    place = _of_voice(made, voice)
    if place is None or voice.same_as is not None:
        return
    for word in range(*place):
        made.tags["source_named"][word] = "named" if voice.named else "unnamed"
        made.tags["source_kind"][word] = KINDS.get(voice.source_kind or "")


def _nearest(made: Document, claim: Claim) -> Attributed | None:
    """The attribution that the claim stands in, as far as it is known; its cue and source are tagged too."""
    voice = claim.voices[0]
    if voice.cue is None or not _size(cue := _at(made, voice.cue)):
        return None
    source = _of_voice(made, voice)
    if source is not None:
        paint(made.tags["attribution"], source, "source")
    paint(made.tags["attribution"], cue, "cue")
    content = [place for part in claim.content if _size(place := _at(made, part)) > 1]
    if not content and source is None:
        return None
    return Attributed(list(range(*cue)), [] if source is None else [source], content, partial=True)


def _argued(made: Document, place: Range, event: Event) -> Argued:
    parts: list[tuple[str, tuple[_Part, ...]]] = [
        ("quantity", event.quantities),  # first: of "two barracks", both are the recipient, as in our own examples
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("place", event.places),
    ]
    found = [(name, _at(made, part)) for name, of in parts for part in of]
    if event.time is not None:
        found.append(("time", _with_preposition(made, _at(made, event.time))))
    return Argued(place[0], found)


def _pair(made: Document, event: Event) -> Pair | None:
    """What stands between the event's first actor and its first recipient; None where it has neither."""
    sides = [_at(made, side[0]) if side else None for side in (event.actors, event.recipients)]
    return Pair((event.type,), sides[0], sides[1]) if any(sides) else None


def _with_preposition(made: Document, place: Range) -> Range:
    first, end = place
    before = made.forms()[first - 1].lower() if first else ""
    return (first - 1, end) if before in _BEFORE_TIMES else place


def _of_voice(made: Document, voice: Voice) -> Range | None:
    if voice.start is None or voice.end is None:
        return None
    place = covered(made.words, voice.start, voice.end)
    return place if _size(place) else None


def _at(made: Document, part: _Part) -> Range:
    return covered(made.words, part.start, part.end)


def _size(place: Range) -> int:
    return place[1] - place[0]
