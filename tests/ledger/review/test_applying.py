"""What the claims of an article are, once people decided: the laws."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given

from sayso.ledger.review.applying import apply, meanings
from sayso.ledger.review.records import Decision, Edit, EventEdit, NamedOffsets, Verdict
from sayso.words.records import Claim, Correction
from tests.ledger.review.making import ARTICLE, CLAIMS, SHELLED, VISITED, decisions, other_model, retyped, words
from tests.spans import assert_quotes


def by_id(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: claim.claim_id)


def decided(number: int, reviewer: str, verdict: Verdict, edit: Edit | None = None, claim: Claim = SHELLED) -> Decision:
    return Decision(number, ARTICLE.article_id, claim.claim_id, verdict, edit, claim, reviewer, "2026-01-01")


def reviewed(*found: Decision, claims: tuple[Claim, ...] = CLAIMS) -> dict[str, str | None]:
    return {claim.claim_id: claim.review for claim in apply(ARTICLE, claims, found).claims}


def test_without_decisions_the_models_claims_stand() -> None:
    assert apply(ARTICLE, CLAIMS, ()).claims == CLAIMS


@given(decisions())
def test_the_models_claims_can_be_had_back_from_what_stands(found: list[Decision]) -> None:
    applied = apply(ARTICLE, CLAIMS, found)
    undecided = [claim for claim in applied.claims if claim.review is None]
    assert by_id([*undecided, *applied.given.values()]) == by_id(CLAIMS)
    assert len({claim.claim_id for claim in applied.claims}) == len(CLAIMS)


@given(decisions())
def test_what_was_taken_back_was_never_decided(found: list[Decision]) -> None:
    undone = [replace(decision, undone="2026") for decision in found]
    assert apply(ARTICLE, CLAIMS, undone).claims == CLAIMS
    assert apply(ARTICLE, CLAIMS, [*found, *undone]) == apply(ARTICLE, CLAIMS, found)


@given(decisions())
def test_the_order_in_which_reviewers_decide_does_not_matter(found: list[Decision]) -> None:
    together = [replace(decision, final=False) for decision in found]
    turned = [replace(decision, number=-decision.number) for decision in together]
    assert by_id(apply(ARTICLE, CLAIMS, turned).claims) == by_id(apply(ARTICLE, CLAIMS, together).claims)


@given(decisions())
def test_whatever_was_kept_stands_as_it_was_under_any_model(found: list[Decision]) -> None:
    before = {claim.claim_id: claim for claim in apply(ARTICLE, CLAIMS, found).claims}
    for claims in (other_model().claims, ()):
        after = {claim.claim_id: claim for claim in apply(ARTICLE, claims, found).claims}
        for claim in before.values():
            if claim.review in ("accepted", "edited", "disputed"):
                assert after[claim.claim_id] == claim


@given(decisions())
def test_every_text_is_the_articles(found: list[Decision]) -> None:
    assert_quotes(ARTICLE.text, apply(ARTICLE, CLAIMS, found).claims)


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        (["accept"], "accepted"),
        (["reject"], "rejected"),
        (["edit"], "edited"),
        (["accept", "accept"], "accepted"),
        (["edit", "edit"], "edited"),
        (["reject", "reject"], "rejected"),
        (["accept", "reject"], "disputed"),
        (["accept", "edit"], "disputed"),
        (["reject", "edit"], "disputed"),
    ],
)
def test_reviewers_who_agree_settle_a_claim(verdicts: list[Verdict], state: str) -> None:
    for turned in permutations(verdicts):
        found = [
            decided(number, f"reviewer {number}", verdict, retyped("RETREAT") if verdict == "edit" else None)
            for number, verdict in enumerate(turned)
        ]
        assert reviewed(*found)[SHELLED.claim_id] == state


def test_a_disputed_claim_stands_as_the_model_gave_it() -> None:
    found = apply(ARTICLE, CLAIMS, [decided(1, "ada", "accept"), decided(2, "grace", "edit", retyped("RETREAT"))])
    (claim,) = [claim for claim in found.claims if claim.claim_id == SHELLED.claim_id]
    assert claim == replace(SHELLED, review="disputed")


def test_the_latest_decision_of_a_reviewer_counts() -> None:
    assert reviewed(decided(1, "ada", "reject"), decided(2, "ada", "accept"))[SHELLED.claim_id] == "accepted"


def test_a_final_decision_settles_a_dispute() -> None:
    final = replace(decided(3, "grace", "reject"), final=True)
    later = decided(4, "mary", "accept")
    assert reviewed(decided(1, "ada", "accept"), decided(2, "mary", "reject"), final, later)[SHELLED.claim_id] == (
        "rejected"
    )


def test_a_new_models_claim_gives_way_to_the_one_that_was_decided() -> None:
    new = other_model().claims
    assert reviewed(decided(1, "ada", "accept"), claims=new) == {SHELLED.claim_id: "accepted", "n2": None, "n3": None}


def test_what_a_new_model_does_not_find_is_put_back_if_somebody_stands_by_it() -> None:
    new = other_model().claims
    assert VISITED.claim_id in reviewed(decided(1, "ada", "accept", claim=VISITED), claims=new)
    assert VISITED.claim_id not in reviewed(decided(1, "ada", "reject", claim=VISITED), claims=new)


def test_a_rejection_says_nothing_of_another_sources_claim() -> None:
    elsewhere = replace(SHELLED, claim_id="n1", voices=SHELLED.voices[-1:])
    assert reviewed(decided(1, "ada", "reject"), claims=(elsewhere,)) == {"n1": None}
    assert reviewed(decided(1, "ada", "accept"), claims=(elsewhere,)) == {SHELLED.claim_id: "accepted"}


def test_what_a_person_said_of_a_mention_holds_for_that_mention_alone() -> None:
    forces = words("government forces")
    edit = Edit(event=EventEdit(actors=(NamedOffsets(forces.start, forces.end, "SY.MIL"),)))
    wanted = Correction("actor", "government forces", "SY.MIL", ARTICLE.article_id, forces.start)
    assert meanings(ARTICLE, [decided(1, "ada", "edit", edit)]) == [wanted]
    assert meanings(ARTICLE, [decided(1, "ada", "edit", edit), decided(2, "grace", "accept")]) == []
