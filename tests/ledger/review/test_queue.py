"""Which claims to look at next, and how far people have got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.ledger import Filter, Ledger
from sayso.ledger.review.records import Progress
from sayso.words.records import Claim, Reading
from tests.databases import Opened
from tests.ledger.build import MODEL, dossier, make_article, make_claim, reading
from tests.ledger.review.making import CLAIMS, SHELLED, VISITED


@pytest.fixture
def ledger(opened: Opened) -> Iterator[Ledger]:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        yield ledger


def article(number: int, *confidences: float) -> Reading:
    """An article with a claim for each confidence, in that order."""
    text = " ".join(f"Town {turn} fell." for turn in range(len(confidences)))
    made = make_article(f"{number:016}", text, None, None, None)
    claims = [
        replace(make_claim(made, f"Town {turn} fell", f"Town {turn}"), confidence=confidence)
        for turn, confidence in enumerate(confidences)
    ]
    return reading(made, *claims)


def told(claims: tuple[Claim, ...]) -> list[tuple[str, float]]:
    return [(claim.article_id[-1], claim.confidence) for claim in claims]


def test_the_least_certain_come_first_but_no_article_fills_the_queue(opened: Opened) -> None:
    with opened() as ledger:
        readings = [article(1, 0.51, 0.5, 0.52), article(2, 0.3, 0.45)]
        ledger.add_many(ledger.start_run(MODEL, "0.1"), readings)
        mixed = [("1", 0.5), ("1", 0.51), ("2", 0.45), ("1", 0.52), ("2", 0.3)]
        assert told(ledger.review.queue()) == mixed
        assert told(ledger.review.queue(limit=2)) == mixed[:2]


def test_by_position_claims_come_as_they_stand(ledger: Ledger) -> None:
    assert ledger.review.queue(by="position") == tuple(ledger.claims())
    assert ledger.review.queue(by="position", limit=2) == tuple(ledger.claims(limit=2))


def test_what_i_decided_is_skipped_and_what_others_did_is_not(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "accept", reviewer="ada")
    mine = {claim.claim_id for claim in ledger.review.queue(skip="ada")}
    theirs = {claim.claim_id for claim in ledger.review.queue(skip="grace")}
    assert SHELLED.claim_id in theirs - mine
    assert {claim.claim_id for claim in ledger.review.queue(Filter(review="none"))} == mine


def test_a_filter_says_what_to_look_at(ledger: Ledger) -> None:
    assert [claim.claim_id for claim in ledger.review.queue(Filter(event_type="CONSULT"))] == [VISITED.claim_id]


def test_progress_by_what_came_of_it_and_by_reviewer(ledger: Ledger) -> None:
    total = ledger.count()
    assert ledger.review.progress() == Progress(total, 0, {}, {})
    shelled, killed, visited = (claim.claim_id for claim in CLAIMS)
    ledger.review.decide(shelled, "accept", reviewer="ada")
    ledger.review.decide(shelled, "reject", reviewer="grace")
    ledger.review.decide(killed, "reject", reviewer="grace")
    number = ledger.review.decide(visited, "accept", reviewer="ada").decision.number
    ledger.review.undo(number)
    by_state, by_reviewer = {"disputed": 1, "rejected": 1}, {"grace": 2, "ada": 1}
    assert ledger.review.progress() == Progress(total, 2, by_state, by_reviewer)
    assert ledger.review.progress(Filter(event_type="ASSAULT")) == Progress(
        1, 1, {"disputed": 1}, {"ada": 1, "grace": 1}
    )
