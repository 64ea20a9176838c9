"""What people decided about claims, as words with targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from sayso.ledger.review.examples import Example
from sayso.words.records import Claim, Event, Factuality, Mention, Moment, Place, Quantity, Span, Voice
from training.corpora import corrections
from training.documents import Document

TEXT = "The ministry denied that its jets had struck two barracks near Idlib on Tuesday.\n"
ARTICLE = Voice(None, None, None, None, "says", "media", named=True)


def span(words: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), words


VOICE = Voice(*span("The ministry"), Span(*span("denied")), "denies", "official", named=True)
STRUCK = Event(
    "ASSAULT",
    None,
    (Mention(*span("its jets")),),
    (Mention(*span("two barracks")),),
    (Place(*span("Idlib")),),
    Moment(*span("Tuesday")),
    (Quantity(*span("two")),),
)
CLAIM = Claim(
    claim_id="c",
    article_id="a",
    kind="event",
    content=(Span(*span("its jets had struck two barracks")),),
    predicate=Span(*span("struck")),
    voices=(VOICE, ARTICLE),
    factuality=Factuality(2.6, "happened"),
    event=STRUCK,
    confidence=0.8,
    model="en-0.4",
)


def read(
    folder: Path, claims: Sequence[Claim], before: Claim | None = None, *, positive: bool = True
) -> list[Document]:
    """The documents of claims that people kept, or rejected, in TEXT; `before` is what the model made of each."""
    lines = [Example("a", "en", 0, TEXT, positive, "edited", 1, claim, before) for claim in claims]
    (folder / "x.jsonl").write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    return corrections.read(folder / "x.jsonl")


def said(document: Document, task: str) -> dict[str, str]:
    """What is said of each word of which something is said."""
    return {form: label for form, label in zip(document.forms(), document.tags[task], strict=True) if label}


def test_a_claim_says_something_of_its_own_words_only(tmp_path: Path) -> None:
    (document,) = read(tmp_path, [CLAIM])
    assert said(document, "event_type") == {"struck": "ASSAULT"}
    assert said(document, "manner") == {"struck": "happened"}
    assert [score for score in document.scores["factuality:uw"] if score is not None] == [2.6]
    assert said(document, "source_named") == {"The": "named", "ministry": "named"}
    assert said(document, "source_kind") == {"The": "Official", "ministry": "Official"}
    assert said(document, "attribution") == {"The": "B-source", "ministry": "I-source", "denied": "B-cue"}


def test_what_is_who_where_when_and_how_many_to_the_event_is_all_that_there_is(tmp_path: Path) -> None:
    (document,) = read(tmp_path, [CLAIM])
    assert document.events is not None
    (event,) = document.events
    forms = document.forms()
    assert forms[event.trigger] == "struck"
    assert {part: " ".join(forms[first:end]) for part, (first, end) in event.arguments} == {
        "actor": "its jets",
        "recipient": "two barracks",
        "place": "Idlib",
        "quantity": "two",
        "time": "on Tuesday",
    }


def test_a_claim_is_one_clause_of_what_is_said_and_says_so(tmp_path: Path) -> None:
    (document,) = read(tmp_path, [CLAIM])
    assert document.attributions is not None
    (known,) = document.attributions
    forms = document.forms()
    assert known.partial
    assert [forms[word] for word in known.cue] == ["denied"]
    assert [" ".join(forms[first:end]) for first, end in known.content] == ["its jets had struck two barracks"]


def test_an_event_that_was_taken_away_is_none_and_a_statement_that_was_accepted_may_be_one(tmp_path: Path) -> None:
    statement = replace(CLAIM, event=None, kind="statement", voices=(ARTICLE,))
    (taken,) = read(tmp_path, [statement], CLAIM)
    assert said(taken, "event_type") == {"struck": "none"}
    assert taken.events == []
    assert taken.attributions == []
    (accepted,) = read(tmp_path, [statement], statement)
    assert said(accepted, "event_type") == {}
    assert said(accepted, "manner") == {"struck": "happened"}


def test_a_predicate_of_several_words_tells_what_stands_between_the_two(tmp_path: Path) -> None:
    (document,) = read(tmp_path, [replace(CLAIM, predicate=Span(*span("had struck")))])
    assert said(document, "event_type") == {}
    assert document.events == []
    assert document.pairs is not None
    assert [(pair.types, pair.actor, pair.recipient) for pair in document.pairs] == [(("ASSAULT",), (4, 6), (8, 10))]


def test_who_is_named_elsewhere_teaches_nothing_of_the_words_that_stand_for_them(tmp_path: Path) -> None:
    pronoun = replace(VOICE, same_as=Span(*span("Idlib")))
    (document,) = read(tmp_path, [replace(CLAIM, voices=(pronoun, ARTICLE))])
    assert said(document, "source_named") == {}
    assert said(document, "attribution")["denied"] == "B-cue"


def test_claims_in_the_same_text_become_one_document(tmp_path: Path) -> None:
    other = replace(CLAIM, predicate=Span(*span("denied")), event=replace(STRUCK, type="REJECT"), voices=(ARTICLE,))
    (document,) = read(tmp_path, [CLAIM, other])
    assert said(document, "event_type") == {"denied": "REJECT", "struck": "ASSAULT"}


def test_a_rejection_says_that_something_is_wrong_and_not_what(tmp_path: Path) -> None:
    assert read(tmp_path, [CLAIM], positive=False) == []


def test_a_line_that_is_no_example_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('\n{"text": "He left."}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.jsonl:2 is no line of `sayso examples`"):
        corrections.read(tmp_path / "x.jsonl")
