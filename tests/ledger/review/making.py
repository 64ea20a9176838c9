"""What people may decide about the claims of one article of our own wording."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite
from msgspec import UNSET

from sayso.ledger.review.edits import changes
from sayso.ledger.review.records import (
    NOTHING,
    Decision,
    Edit,
    EventEdit,
    NamedOffsets,
    Offsets,
    PlaceOffsets,
    Presented,
    TimeOffsets,
    Verdict,
)
from sayso.words.records import Claim, Event, Reading
from tests.ledger.build import AGENCY, agency, at

ARTICLE = agency().article
CLAIMS = agency().claims
SHELLED, KILLED, VISITED = CLAIMS
REVIEWERS = ("ada", "grace", "mary")
TYPES = ("ASSAULT", "CONSULT", "RETREAT")


def words(text: str) -> Offsets:
    """Where words stand in the article."""
    start, end, _ = at(AGENCY, text)
    return Offsets(start, end)


def retyped(event_type: str) -> Edit:
    return Edit(event=EventEdit(type=event_type))


_WORDS = st.sampled_from([Offsets(*match.span()) for match in re.finditer(r"\w+", AGENCY)])
_IDS = st.sampled_from([UNSET, None, "Q1", "SY", "geonames:1"])


def _some(field: SearchStrategy[object]) -> SearchStrategy[object]:
    return st.just(UNSET) | field


_MENTIONS = st.builds(lambda at, meaning: NamedOffsets(at.start, at.end, meaning), _WORDS, _IDS)
_PLACES = st.builds(lambda at, meaning: PlaceOffsets(at.start, at.end, meaning), _WORDS, _IDS)
_VALUES = st.sampled_from([UNSET, None, "2018-10", "2018-10-15"])
_TIMES = st.builds(lambda at, value: TimeOffsets(at.start, at.end, value), _WORDS, _VALUES)


_EVENTS = st.builds(
    EventEdit,
    type=st.sampled_from(TYPES),
    mode=st.just(UNSET) | st.none(),
    actors=_some(st.lists(_MENTIONS, max_size=2).map(tuple)),
    recipients=_some(st.lists(_MENTIONS, max_size=2).map(tuple)),
    places=_some(st.lists(_PLACES, max_size=2).map(tuple)),
    time=_some(st.none() | _TIMES),
)
EDITS = st.builds(
    Edit,
    content=_some(_WORDS.map(lambda one: (one,))),
    predicate=_some(_WORDS),
    source=_some(st.none() | _WORDS),
    cue=_some(st.none() | _WORDS),
    stance=_some(st.sampled_from(["says", "denies"])),
    source_kind=_some(st.sampled_from([None, "official", "witness"])),
    named=_some(st.booleans()),
    factuality=_some(st.builds(Presented, st.sampled_from(["happened", "planned"]))),
    event=_some(st.none() | _EVENTS),
)
"""Edits that fit the article and the vocabulary."""


@composite
def decisions(draw: DrawFn) -> list[Decision]:
    """Decisions about the article's claims, each reviewer at most one about each."""
    chosen = draw(st.lists(st.tuples(st.sampled_from(CLAIMS), st.sampled_from(REVIEWERS)), unique=True, max_size=6))
    return [decision(draw, number, *pair) for number, pair in enumerate(chosen, 1)]


def decision(draw: DrawFn, number: int, claim: Claim, reviewer: str) -> Decision:
    verdict: Verdict = draw(st.sampled_from(["accept", "reject", "edit"]))
    edit = changes(claim, draw(EDITS)) if verdict == "edit" else NOTHING
    final = draw(st.integers(0, 9)) == 0
    return Decision(number, ARTICLE.article_id, claim.claim_id, verdict, edit, claim, reviewer, "2026", final)


def other_model() -> Reading:
    """The article as another model reads it: other ids and types, without the last claim, and with one more."""
    first, second, _ = CLAIMS
    claims = (
        replace(first, claim_id="n1", event=Event("AID", None, (), (), (), None, ()), confidence=0.2),
        replace(second, claim_id="n2", content=(first.content[0],)),
        replace(second, claim_id="n3", predicate=first.content[0], voices=second.voices[-1:]),
    )
    return replace(agency(), claims=tuple(replace(claim, model="en-2") for claim in claims), model="en-2")
