"""What people decide and note about claims."""

from __future__ import annotations

from bisect import bisect_left
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query
from fastapi.responses import Response, StreamingResponse
from msgspec import Struct

from sayso.columns import ClaimPage, Snapshot, progress
from sayso.columns.articles import Head, head
from sayso.exports import TableFormat
from sayso.ledger.review.queue import Order
from sayso.ledger.review.records import NOTHING, Agreement, Comment, Decided, Decision, Edit, Progress, Verdict
from sayso.web.access import Reviewer, Visitor
from sayso.web.answers import JsonRoute, Refused, Rows, sent
from sayso.web.desk import TheDesk
from sayso.web.files import TABLES, attached, documented, tabled
from sayso.web.filters import Which
from sayso.web.models import DisputeRow
from sayso.words.records import Claim

routes = APIRouter(route_class=JsonRoute, tags=["review"])

Limit = Annotated[int, Query(ge=1, le=500)]
Few = Annotated[int, Query(ge=1, le=100)]
Name = Annotated[str | None, Query(max_length=200)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
By = Annotated[str | None, Query(max_length=200, description="Only this reviewer's.")]


class NewDecision(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody decides about a claim. `seen` is the number of the last decision about it that they saw, 0: none.

    `final` settles a dispute between reviewers; it takes the role of an owner.
    """

    claim_id: str
    verdict: Verdict
    edit: Edit = NOTHING
    seen: int | None = None
    final: bool = False


class NewClaim(Struct, frozen=True, forbid_unknown_fields=True):
    """A claim that the model missed; `edit` has its content and predicate at least."""

    article_id: str
    edit: Edit


class NewComment(Struct, frozen=True, forbid_unknown_fields=True):
    """A comment on an article, or on one of its claims."""

    article_id: str
    text: Annotated[str, msgspec.Meta(max_length=10_000)]
    claim_id: str | None = None


@routes.get("/queue")
def get_queue(
    desk: TheDesk, who: Visitor, which: Which, by: Order = "uncertainty", limit: Few = 20, *, skip_mine: bool = True
) -> ClaimPage:
    """The claims to decide about next; without `skip_mine` those that one decided about come too."""
    return desk.columns.queue(which, by, limit, skip=who.name if skip_mine else None)


@routes.post("/decisions")
def decide(desk: TheDesk, who: Reviewer, given: Annotated[NewDecision, sent(NewDecision)]) -> Decided:
    """Decide about a claim."""
    if given.final and not who.may("owner"):
        raise Refused(403, "only an owner settles disputes")
    return desk.decide(
        lambda review: review.decide(
            given.claim_id, given.verdict, reviewer=who.name, edit=given.edit, seen=given.seen, final=given.final
        )
    )


@routes.post("/claims")
def add_claim(desk: TheDesk, who: Reviewer, given: Annotated[NewClaim, sent(NewClaim)]) -> Decided:
    """Add a claim that the model missed."""
    return desk.decide(lambda review: review.add(given.article_id, given.edit, reviewer=who.name))


@routes.delete("/decisions/{number}")
def undo_decision(desk: TheDesk, who: Reviewer, number: Number) -> Decided:
    """Take a decision back: one's own, or as an owner anyone's."""
    by = None if who.may("owner") else who.name
    return desk.decide(lambda review: review.undo(number, by=by))


@routes.get("/decisions")
def list_decisions(desk: TheDesk, reviewer: By = None, claim_id: Name = None, limit: Limit = 100) -> Rows[Decision]:
    """The decisions that hold, the latest first."""
    return Rows(desk.ledger.review.decisions(reviewer=reviewer, claim_id=claim_id, limit=limit))


@routes.get("/decisions.{form}", responses=TABLES)
def export_decisions(desk: TheDesk, form: TableFormat) -> Response:
    """Every decision, also those that were taken back."""
    return tabled(desk.ledger.review.decisions(undone=True), Decision, form, "decisions")


@routes.post("/comments")
def add_comment(desk: TheDesk, who: Reviewer, given: Annotated[NewComment, sent(NewComment)]) -> Comment:
    """Write a comment."""
    return desk.ledger.review.comment(given.article_id, given.text, reviewer=who.name, claim_id=given.claim_id)


@routes.get("/comments")
def list_comments(desk: TheDesk, article_id: Name = None, claim_id: Name = None, limit: Limit = 100) -> Rows[Comment]:
    """The latest comments, in the order they were made."""
    return Rows(desk.ledger.review.comments(article_id=article_id, claim_id=claim_id, limit=limit))


@routes.get("/progress")
def get_progress(desk: TheDesk, which: Which) -> Progress:
    """How many of the claims that pass the filter were decided about."""
    return progress(desk.columns.now(), which)


@routes.get("/agreement")
def get_agreement(desk: TheDesk) -> Agreement:
    """How far reviewers agree beyond chance."""
    return desk.ledger.review.agreement()


@routes.get("/disputes")
def list_disputes(desk: TheDesk) -> Rows[DisputeRow]:
    """The claims about which reviewers differ."""
    now = desk.columns.now()
    found = desk.ledger.review.disputes()
    return Rows(tuple(DisputeRow(one.claim, _head(now, one.claim), one.decisions) for one in found))


@routes.get("/examples.jsonl", responses=documented("application/x-ndjson"))
def export_examples(desk: TheDesk) -> Response:
    """Every decided claim as an example to train on."""
    lines = (msgspec.json.encode(example) + b"\n" for example in desk.ledger.review.examples())
    return StreamingResponse(lines, media_type="application/x-ndjson", headers=attached("sayso-examples.jsonl"))


def _head(now: Snapshot, claim: Claim) -> Head:
    return head(now, bisect_left(now.article_ids, claim.article_id))
