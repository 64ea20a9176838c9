"""Decided claims as examples to train on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest

from sayso.ledger import Ledger
from sayso.ledger.review.examples import Example
from sayso.words.records import Paragraph
from tests.databases import Opened
from tests.ledger.build import AGENCY, MODEL, agency
from tests.ledger.review.making import ARTICLE, SHELLED, VISITED, retyped
from tests.ledger.review.test_reviewing import MISSED
from tests.spans import assert_quotes

TITLE = AGENCY.index("\n")


@pytest.fixture
def ledger(opened: Opened) -> Iterator[Ledger]:
    """The agency's article as a title and a paragraph."""
    paragraphs = (Paragraph(0, TITLE, "title"), Paragraph(TITLE + 1, len(AGENCY)))
    with opened() as ledger:
        article = replace(ARTICLE, paragraphs=paragraphs)
        ledger.add(ledger.start_run(MODEL, "0.1"), replace(agency(), article=article))
        yield ledger


def test_a_claim_comes_with_its_paragraph_and_offsets_into_it(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "accept", reviewer="ada")
    (found,) = ledger.review.examples()
    assert found.text == AGENCY[TITLE + 1 :]
    assert found.start == TITLE + 1
    assert found.claim.predicate.start == SHELLED.predicate.start - found.start
    assert_quotes(found.text, (found.claim, found.before))
    assert msgspec.json.decode(msgspec.json.encode(found), type=Example) == found


def test_what_was_kept_is_positive_and_what_was_rejected_negative(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("RETREAT"))
    ledger.review.decide(SHELLED.claim_id, "accept", reviewer="grace")
    ledger.review.decide(VISITED.claim_id, "reject", reviewer="ada")
    ledger.review.add(ARTICLE.article_id, MISSED, reviewer="ada")
    edited, rejected, added = ledger.review.examples()
    assert [(one.review, one.positive, one.reviewers) for one in (edited, rejected, added)] == [
        ("edited", True, 2),
        ("rejected", False, 1),
        ("added", True, 1),
    ]
    assert edited.claim.event is not None
    assert edited.before is not None
    assert edited.before.event is not None
    assert (edited.before.event.type, edited.claim.event.type) == ("ASSAULT", "RETREAT")
    assert added.before is None


def test_a_dispute_is_no_example_before_it_is_settled(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "accept", reviewer="ada")
    number = ledger.review.decide(SHELLED.claim_id, "reject", reviewer="grace").decision.number
    assert list(ledger.review.examples()) == []
    ledger.review.undo(number)
    assert len(list(ledger.review.examples())) == 1
