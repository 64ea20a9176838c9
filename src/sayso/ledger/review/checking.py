"""Whether an edit fits its article and the vocabulary: nothing that a client sends is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import UNSET

from sayso.ledger.errors import LedgerError
from sayso.ledger.review.records import Edit, EventEdit, Offsets
from sayso.words import vocabulary
from sayso.words.records import Article, Claim

_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_SCORE = 3.0
_LONGEST_ID = 200


def check(article: Article, edit: Edit) -> None:
    """LedgerError where a span isn't in the article or empty, or a label isn't in the vocabulary."""
    for name, marked in _spans(edit):
        _check_span(article, name, marked)
    if edit.content is not UNSET:
        _check_content(edit.content)
    for vocabulary_name, key in _keys(edit):
        _check_key(vocabulary_name, key)
    if edit.factuality is not UNSET and edit.factuality.score is not UNSET:
        score = edit.factuality.score
        if not -_SCORE <= score <= _SCORE:
            raise LedgerError(f"the score is {score:g}; it must lie between -3 and 3")
    if isinstance(edit.event, EventEdit):
        _check_event(edit.event)


def check_whole(claim: Claim, edit: Edit) -> None:
    """LedgerError where what comes of an edit is no claim: no content or no predicate, an event without a type, or a
    mode of another type.
    """
    if not claim.content or not claim.predicate.text:
        raise LedgerError("a claim needs its content and its predicate: mark both in the article")
    event = claim.event
    if event is None:
        return
    if not event.type:
        raise LedgerError("an event needs its type; see `sayso vocabulary event_types`")
    if not isinstance(edit.event, EventEdit) or not edit.event.mode:
        return
    fitting = [key for key, mode in vocabulary.load("event_modes").items() if event.type in mode.words["types"]]
    if event.mode not in fitting:
        raise LedgerError(f"{event.type} has no mode {event.mode!r}; it has {', '.join(fitting) or 'none'}")


def _spans(edit: Edit) -> Iterator[tuple[str, Offsets]]:
    yield from (("content", part) for part in edit.content or ())
    yield from (
        (name, marked)
        for name, marked in (("predicate", edit.predicate), ("source", edit.source), ("cue", edit.cue))
        if isinstance(marked, Offsets)
    )
    event = edit.event
    if isinstance(event, EventEdit):
        yield from (("actor", one) for one in event.actors or ())
        yield from (("recipient", one) for one in event.recipients or ())
        yield from (("place", one) for one in event.places or ())
        yield from (("time", one) for one in [event.time] if one)


def _check_span(article: Article, name: str, marked: Offsets) -> None:
    length = len(article.text)
    if not 0 <= marked.start < marked.end <= length:
        raise LedgerError(
            f"the {name} at {marked.start}–{marked.end} is no stretch of the article, which has {length:,} characters"
        )
    if not article.text[marked.start : marked.end].strip():
        raise LedgerError(f"the {name} at {marked.start}–{marked.end} holds no word")


def _check_content(content: tuple[Offsets, ...]) -> None:
    if not content:
        raise LedgerError("a claim needs its content; to say that there is none, reject it")
    for one, following in pairwise(content):
        if following.start < one.end:
            raise LedgerError(f"the content's parts at {one.start} and {following.start} overlap or are out of order")


def _keys(edit: Edit) -> Iterator[tuple[str, str]]:
    event = edit.event if isinstance(edit.event, EventEdit) else EventEdit()
    for name, key in (
        ("stances", edit.stance),
        ("source_kinds", edit.source_kind),
        ("factuality", edit.factuality and edit.factuality.label),
        ("event_types", event.type),
        ("event_modes", event.mode),
    ):
        if isinstance(key, str):
            yield name, key


def _check_key(name: str, key: str) -> None:
    if key not in vocabulary.load(name):
        raise LedgerError(f"{key!r} is none of {', '.join(vocabulary.load(name))}; see `sayso vocabulary {name}`")


def _check_event(event: EventEdit) -> None:
    ids = [one.actor_id for part in (event.actors, event.recipients) for one in part or ()]
    ids += [one.place_id for one in event.places or ()]
    for meaning in ids:
        if isinstance(meaning, str) and not 0 < len(meaning) <= _LONGEST_ID:
            raise LedgerError(f"an id has 1 to {_LONGEST_ID} characters; `sayso names` shows ids to choose from")
    value = event.time.value if event.time else None
    if isinstance(value, str) and not _ISO.fullmatch(value):
        raise LedgerError(f"the time is {value!r}; it must look like 2018, 2018-10 or 2018-10-15")
