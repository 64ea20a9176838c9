"""What a person marked as place or time stays so when names are looked up; what these words mean is filled in."""

from __future__ import annotations

from dataclasses import replace

from msgspec import UNSET

from sayso.ledger.review.records import Edit, EventEdit, PlaceOffsets, TimeOffsets
from sayso.words.records import Candidate, Claim, Moment, Place, Reading


def kept(reading: Reading, claim: Claim, edit: Edit | None) -> Claim:
    """A claim whose names were looked up, with the places and the time that the edit gives it."""
    event = claim.event
    if event is None or edit is None or not isinstance(edit.event, EventEdit):
        return claim
    if edit.event.places is not UNSET:
        known = {(place.start, place.end): place for place in event.places}
        event = replace(event, places=tuple(_place(reading, one, known) for one in edit.event.places))
    if edit.event.time is not UNSET:
        event = replace(event, time=_moment(reading, event.time, edit.event.time))
    return replace(claim, event=event)


def _place(reading: Reading, marked: PlaceOffsets, known: dict[tuple[int, int], Place]) -> Place:
    """The place as it was looked up in the claim, else in the article: linking leaves datelines out of events."""
    from sayso.world.places import as_place  # here: a ledger is opened without the gazetteer

    linked = known.get((marked.start, marked.end))
    if linked is not None and linked.place_id is not None:
        return linked
    text = reading.article.text[marked.start : marked.end]
    found = _chosen(reading, marked)
    if found is None:
        return Place(marked.start, marked.end, text, place_id=marked.place_id or None)
    return as_place(found, marked.start, marked.end, text)


def _chosen(reading: Reading, marked: PlaceOffsets) -> Candidate | None:
    offsets = marked.start, marked.end
    here = (one for one in reading.resolutions if one.kind == "place" and (one.start, one.end) == offsets)
    return next((one.chosen for one in here), None)


def _moment(reading: Reading, linked: Moment | None, marked: TimeOffsets | None) -> Moment | None:
    if marked is None:
        return None
    text = reading.article.text[marked.start : marked.end]
    known = linked or Moment(marked.start, marked.end, text)
    return replace(known, start=marked.start, end=marked.end, text=text)
