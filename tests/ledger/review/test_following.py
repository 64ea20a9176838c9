"""Comments go with the claim that they were made on, whatever becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.ledger import Filter, Ledger
from tests.databases import Opened
from tests.ledger.build import MODEL, dossier
from tests.ledger.review.making import ARTICLE, CLAIMS, KILLED, SHELLED, VISITED, other_model


@pytest.fixture
def ledger(opened: Opened) -> Iterator[Ledger]:
    """Each claim of the article has a comment that names it, and the article has one."""
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        for claim_id in (*(claim.claim_id for claim in CLAIMS), None):
            ledger.review.comment(ARTICLE.article_id, claim_id or "all", reviewer="ada", claim_id=claim_id)
        yield ledger


def noted(ledger: Ledger) -> dict[str, str | None]:
    """Each comment with the claim that it is on now."""
    return {comment.text: comment.claim_id for comment in ledger.review.comments(article_id=ARTICLE.article_id)}


def read_again(ledger: Ledger) -> None:
    ledger.add(ledger.start_run("en-2", "0.2"), other_model())


def test_they_go_over_to_the_claim_that_another_model_makes_of_it(ledger: Ledger) -> None:
    read_again(ledger)
    assert noted(ledger) == {
        SHELLED.claim_id: "n1",
        KILLED.claim_id: "n2",
        VISITED.claim_id: VISITED.claim_id,  # which makes no such claim: the comment is still the article's
        "all": None,
    }
    assert {claim.claim_id for claim in ledger.claims(Filter(commented=True))} == {"n1", "n2"}


def test_they_stay_with_a_claim_that_was_decided_until_that_is_taken_back(ledger: Ledger) -> None:
    number = ledger.review.decide(SHELLED.claim_id, "accept", reviewer="ada").decision.number
    read_again(ledger)
    assert noted(ledger)[SHELLED.claim_id] == SHELLED.claim_id
    ledger.review.undo(number)
    assert noted(ledger)[SHELLED.claim_id] == "n1"


def test_of_two_claims_with_its_predicate_they_choose_the_one_of_its_source(ledger: Ledger) -> None:
    by_another = replace(SHELLED, claim_id="a1", voices=VISITED.voices)
    reading = replace(other_model(), claims=(by_another, *other_model().claims))
    ledger.add(ledger.start_run("en-2", "0.2"), reading)
    assert noted(ledger)[SHELLED.claim_id] == "n1"
