"""The claim that an edit makes: of another claim, or of an article alone."""

from __future__ import annotations

from dataclasses import replace

from msgspec import UNSET, UnsetType

from sayso.ledger.review.records import (
    NOTHING,
    Edit,
    EventEdit,
    NamedOffsets,
    Offsets,
    PlaceOffsets,
    Presented,
    TimeOffsets,
)
from sayso.words import identity, vocabulary
from sayso.words.records import (
    Article,
    Claim,
    ClaimKind,
    Event,
    Factuality,
    Mention,
    Moment,
    Place,
    Span,
    Voice,
)

PERSON = "person"
"""The `model` of a claim that a person added."""

_NOBODY = Voice(None, None, None, None, "says", None, named=False)
"""Somebody whom the article doesn't name."""
SCORES = {
    "happened": 3.0,
    "did_not_happen": -3.0,
    "will": 2.4,
    "planned": 1.6,
    "demanded": 1.2,
    "possible": 1.2,
    "conditional": 1.0,
    "general": 2.6,
    "statement": 2.8,
}
"""What the coder of claims gives a plain case of each label."""


def edited(article: Article, claim: Claim, edit: Edit) -> Claim:
    """The claim with the edit, all texts from the article; its id stays. Names that it brings are looked up later."""
    if edit == NOTHING:
        return claim
    event = claim.event if edit.event is UNSET else _event(article, claim.event, edit.event)
    kind: ClaimKind = "statement" if event is None else "event"
    return replace(
        claim,
        kind=claim.kind if edit.event is UNSET else kind,
        content=claim.content if edit.content is UNSET else tuple(_span(article, part) for part in edit.content),
        predicate=claim.predicate if edit.predicate is UNSET else _span(article, edit.predicate),
        voices=_voices(article, claim.voices, edit),
        factuality=_factuality(claim.factuality, edit.factuality),
        event=event,
    )


def added(article: Article, edit: Edit) -> Claim:
    """The claim that a person found. Its id is the one that the coder would give it."""
    blank = Claim(
        claim_id="",
        article_id=article.article_id,
        kind="statement",
        content=(),
        predicate=Span(0, 0, ""),
        voices=(Voice(None, None, None, None, "says", "media", named=article.outlet is not None),),
        factuality=Factuality(SCORES["happened"], "happened"),
        event=None,
        confidence=1.0,
        model=PERSON,
    )
    claim = edited(article, blank, edit)
    if edit.factuality is UNSET and claim.event is None:
        claim = replace(claim, factuality=Factuality(SCORES["statement"], "statement"))
    found = identity.claim_id(article.article_id, claim.kind, claim.content, claim.predicate, claim.voices)
    return replace(claim, claim_id=found)


def _span(article: Article, marked: Offsets) -> Span:
    return Span(marked.start, marked.end, article.text[marked.start : marked.end])


def _factuality(before: Factuality, presented: Presented | UnsetType) -> Factuality:
    if presented is UNSET or (presented.score is UNSET and presented.label == before.label):
        return before
    score = SCORES[presented.label] if presented.score is UNSET else presented.score
    return Factuality(score, presented.label)


def _voices(article: Article, chain: tuple[Voice, ...], edit: Edit) -> tuple[Voice, ...]:
    nearest, further = (chain[0], chain[1:]) if len(chain) > 1 else (_NOBODY, chain)
    source = nearest if edit.source is UNSET else _source(article, nearest, edit.source)
    cue = _cue(article, nearest.cue, edit)
    if source.start is None and cue is None:
        return chain[-1:]
    return (
        replace(
            source,
            cue=cue,
            stance=nearest.stance if edit.stance is UNSET else edit.stance,
            source_kind=source.source_kind if edit.source_kind is UNSET else edit.source_kind,
            named=source.named if edit.named is UNSET else edit.named,
        ),
        *further,
    )


def _source(article: Article, before: Voice, marked: Offsets | None) -> Voice:
    """The nearest voice with another source. One that shares no word with the old is of another kind."""
    if marked is None:
        return _NOBODY
    text = article.text[marked.start : marked.end]
    shares = before.start is not None and before.end is not None and _meet(before.start, before.end, marked)
    kind = before.source_kind if shares else None
    return Voice(marked.start, marked.end, text, None, before.stance, kind, named=_is_named(text))


def _cue(article: Article, before: Span | None, edit: Edit) -> Span | None:
    """The cue; it goes with its source, but for one that is given: then somebody says so who isn't named."""
    if edit.cue is UNSET:
        return None if edit.source is None else before
    return None if edit.cue is None else _span(article, edit.cue)


def _meet(start: int, end: int, marked: Offsets) -> bool:
    return start < marked.end and marked.start < end


def _is_named(source: str) -> bool:
    """Whether a word of it has a capital, an article at its beginning left aside: "The ministry" is not named."""
    words = source.split()
    return any(word[0].isupper() for word in words[words[0].lower() in ("the", "a", "an") :])


def _event(article: Article, event: Event | None, edit: EventEdit | None) -> Event | None:
    if edit is None:
        return None
    held = event or Event("", None, (), (), (), None, ())
    acting = {(one.start, one.end): one for one in (*held.actors, *held.recipients)}
    places = {(one.start, one.end): one for one in held.places}
    return replace(
        held,
        type=held.type if edit.type is UNSET else edit.type,
        mode=_mode(held, edit),
        actors=held.actors if edit.actors is UNSET else _mentions(article, edit.actors, acting),
        recipients=held.recipients if edit.recipients is UNSET else _mentions(article, edit.recipients, acting),
        places=held.places if edit.places is UNSET else tuple(_place(article, one, places) for one in edit.places),
        time=held.time if edit.time is UNSET else _moment(article, held.time, edit.time),
    )


def _mode(held: Event, edit: EventEdit) -> str | None:
    """The mode: with another type, the old one goes unless that type has it too."""
    if edit.mode is not UNSET:
        return edit.mode
    if edit.type in (UNSET, held.type):
        return held.mode
    known = vocabulary.load("event_modes").get(held.mode or "")
    return held.mode if known is not None and edit.type in known.words["types"] else None


def _mentions(
    article: Article, marked: tuple[NamedOffsets, ...], known: dict[tuple[int, int], Mention]
) -> tuple[Mention, ...]:
    return tuple(_mention(article, one, known.get((one.start, one.end))) for one in marked)


def _mention(article: Article, marked: NamedOffsets, known: Mention | None) -> Mention:
    span = _span(article, marked)
    if known is not None and marked.actor_id in (UNSET, known.actor_id):
        return known
    return Mention(span.start, span.end, span.text, marked.actor_id or None)


def _place(article: Article, marked: PlaceOffsets, known: dict[tuple[int, int], Place]) -> Place:
    held = known.get((marked.start, marked.end))
    if held is not None and marked.place_id in (UNSET, held.place_id):
        return held
    span = _span(article, marked)
    return Place(span.start, span.end, span.text, place_id=marked.place_id or None)


def _moment(article: Article, held: Moment | None, marked: TimeOffsets | None) -> Moment | None:
    if marked is None:
        return None
    span = _span(article, marked)
    if held is not None and (held.start, held.end) == (span.start, span.end) and marked.value in (UNSET, held.value):
        return held
    return Moment(span.start, span.end, span.text, marked.value or None)
