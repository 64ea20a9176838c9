"""How far reviewers agree, and about what they don't."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.ledger import Edit, Ledger
from tests.databases import Opened
from tests.ledger.build import MODEL, dossier
from tests.ledger.review.making import CLAIMS, SHELLED, VISITED, retyped, words


@pytest.fixture
def ledger(opened: Opened) -> Iterator[Ledger]:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        yield ledger


def test_of_one_reviewer_there_is_no_agreement(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "accept", reviewer="ada")
    found = ledger.review.agreement()
    assert (found.reviewers, found.units, found.alpha) == ((), 0, None)


def test_agreement_counts_verdicts_and_for_what_was_kept_the_fields(ledger: Ledger) -> None:
    for claim in CLAIMS:
        ledger.review.decide(claim.claim_id, "accept", reviewer="ada")
    ledger.review.decide(CLAIMS[0].claim_id, "accept", reviewer="grace")
    ledger.review.decide(CLAIMS[1].claim_id, "reject", reviewer="grace")
    ledger.review.decide(CLAIMS[2].claim_id, "edit", reviewer="grace", edit=retyped("RETREAT"))
    found = ledger.review.agreement()
    assert (found.reviewers, found.units) == (("ada", "grace"), 3)
    # Accept: 4, reject: 1, edit: 1; of the 6 pairs 4 differ, of 30 that chance would draw 18 do.
    assert found.alpha == pytest.approx(1 - 5 * 4 / 18)
    # ASSAULT and ASSAULT, CONSULT and RETREAT.
    assert found.by_field["event_type"] == pytest.approx(1 - 3 * 2 / 10)
    assert found.by_field["factuality"] is None
    assert found.by_field["source"] == 1.0


def test_who_accepts_an_edit_agrees_with_it(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("RETREAT"))
    ledger.review.decide(SHELLED.claim_id, "accept", reviewer="grace")
    ledger.review.decide(VISITED.claim_id, "reject", reviewer="ada")
    ledger.review.decide(VISITED.claim_id, "reject", reviewer="grace")
    assert ledger.review.agreement().alpha == 1.0
    assert ledger.review.disputes() == ()


def test_a_dispute_lists_each_reviewers_latest_until_it_is_settled(ledger: Ledger) -> None:
    source = Edit(source=words("A resident"))
    first = ledger.review.decide(SHELLED.claim_id, "accept", reviewer="ada").decision
    ledger.review.decide(SHELLED.claim_id, "reject", reviewer="grace")
    second = ledger.review.decide(SHELLED.claim_id, "edit", reviewer="grace", edit=source).decision
    (dispute,) = ledger.review.disputes()
    assert (dispute.claim.claim_id, dispute.decisions) == (SHELLED.claim_id, (first, second))
    before = ledger.review.agreement()
    settled = ledger.review.decide(SHELLED.claim_id, "edit", reviewer="mary", edit=source, final=True)
    assert ledger.review.disputes() == ()
    assert settled.claim is not None
    assert (settled.claim.review, settled.claim.voices[0].text) == ("edited", "A resident")
    assert ledger.review.agreement() == before
