"""Edits by themselves: a claim as one, two as one, and what is new in one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import UNSET, UnsetType
from msgspec.structs import replace as replaced

from sayso.ledger.review.editing import SCORES
from sayso.ledger.review.records import (
    Edit,
    EventEdit,
    NamedOffsets,
    Offsets,
    PlaceOffsets,
    Presented,
    TimeOffsets,
)
from sayso.words.records import Article, Claim, Correction, Event, ResolutionKind, Span

S = TypeVar("S", Edit, EventEdit)
M = TypeVar("M", NamedOffsets, PlaceOffsets)


def merged(first: Edit, then: Edit) -> Edit:
    """Both edits, one after the other."""
    both = _over(first, then)
    if isinstance(first.event, EventEdit) and isinstance(then.event, EventEdit):
        return replaced(both, event=_over(first.event, then.event))
    return both


def whole(claim: Claim) -> Edit:
    """The claim as an edit that sets every field, without what names mean: what people agree on or don't."""
    nearest, event = claim.voices[0], claim.event
    return Edit(
        content=tuple(_offsets(part) for part in claim.content),
        predicate=_offsets(claim.predicate),
        source=None if nearest.start is None or nearest.end is None else Offsets(nearest.start, nearest.end),
        cue=None if nearest.cue is None else _offsets(nearest.cue),
        stance=nearest.stance,
        source_kind=nearest.source_kind,
        named=nearest.named,
        factuality=Presented(claim.factuality.label, claim.factuality.score),
        event=None if event is None else _whole_event(event),
    )


def changes(claim: Claim, edit: Edit) -> Edit:
    """The edit without what the claim has anyway."""
    event, judged = edit.event, edit.factuality
    if isinstance(event, EventEdit) and claim.event is not None:
        event = _changes_of_event(claim.event, event)
    if isinstance(judged, Presented) and judged.score is UNSET:
        judged = UNSET if judged.label == claim.factuality.label else Presented(judged.label, SCORES[judged.label])
    before = whole(claim)
    # A cue goes with its source, but for one that is given.
    cue = None if edit.source is None and edit.cue is UNSET else edit.cue
    edit = replaced(edit, cue=cue, event=event, factuality=judged)
    both = _over(before, edit)
    if both.source is None and both.cue is None:  # the article itself, whose voice nobody edits
        edit = replaced(edit, stance=UNSET, source_kind=UNSET, named=UNSET)
    new = _without(edit, before)
    if new.source is UNSET:
        return new
    # Another source would take its kind and its name from its words; one that is taken away, its cue along.
    kept = edit.cue if new.source is None and edit.cue else new.cue
    return replaced(new, cue=kept, source_kind=edit.source_kind, named=edit.named)


def names(article: Article, edit: Edit) -> list[Correction]:
    """What the edit says that mentions mean: corrections that hold for these mentions alone."""
    event = edit.event
    if not isinstance(event, EventEdit):
        return []

    def correction(kind: ResolutionKind, marked: Offsets, meaning: str | None) -> Correction:
        text = article.text[marked.start : marked.end]
        return Correction(kind, text, meaning, article.article_id, marked.start)

    acting = (*(event.actors or ()), *(event.recipients or ()))
    return [
        *(correction("actor", one, one.actor_id) for one in acting if one.actor_id is not UNSET),
        *(correction("place", one, one.place_id) for one in event.places or () if one.place_id is not UNSET),
        *(correction("moment", one, one.value) for one in [event.time] if one and one.value is not UNSET),
    ]


def _over(first: S, then: S) -> S:
    """Both, field by field; where both have one, the second's."""
    set_now = {name: value for name in then.__struct_fields__ if (value := getattr(then, name)) is not UNSET}
    return replaced(first, **set_now)


def _without(edit: S, base: S) -> S:
    """The edit without the fields that are the same in another."""
    same = [name for name in edit.__struct_fields__ if getattr(edit, name) == getattr(base, name)]
    return replaced(edit, **dict.fromkeys(same, UNSET))


def _whole_event(event: Event) -> EventEdit:
    return EventEdit(
        type=event.type,
        mode=event.mode,
        actors=tuple(NamedOffsets(one.start, one.end) for one in event.actors),
        recipients=tuple(NamedOffsets(one.start, one.end) for one in event.recipients),
        places=tuple(PlaceOffsets(one.start, one.end) for one in event.places),
        time=None if event.time is None else TimeOffsets(event.time.start, event.time.end),
    )


def _changes_of_event(event: Event, edit: EventEdit) -> EventEdit | UnsetType:
    """What is new in an edit of an event. An id or value that a mention has anyway is none that a person gave."""
    ids = {(one.start, one.end): one.actor_id for one in (*event.actors, *event.recipients)}
    places = {(one.start, one.end): one.place_id for one in event.places}
    time = edit.time
    if time and event.time and time == TimeOffsets(event.time.start, event.time.end, event.time.value):
        time = TimeOffsets(time.start, time.end)
    plain = replaced(
        edit,
        actors=_given(edit.actors, lambda one: one.actor_id == ids.get((one.start, one.end), UNSET)),
        recipients=_given(edit.recipients, lambda one: one.actor_id == ids.get((one.start, one.end), UNSET)),
        places=_given(edit.places, lambda one: one.place_id == places.get((one.start, one.end), UNSET)),
        time=time,
    )
    left = _without(plain, _whole_event(event))
    return UNSET if left == EventEdit() else left


def _given(marked: tuple[M, ...] | UnsetType, known: Callable[[M], bool]) -> tuple[M, ...] | UnsetType:
    if marked is UNSET:
        return UNSET
    return tuple(type(one)(one.start, one.end) if known(one) else one for one in marked)


def _offsets(span: Span) -> Offsets:
    return Offsets(span.start, span.end)
