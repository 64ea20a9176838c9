"""Finding claims: pages of them, one of them, facets, and search by words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from sayso.columns import ClaimPage, facets
from sayso.exports import TableFormat, export
from sayso.ledger import Hit, LedgerError
from sayso.ledger.reader import key_of
from sayso.ledger.rows import roles
from sayso.web.answers import JsonRoute, Refused, Rows
from sayso.web.desk import Desk, TheDesk
from sayso.web.files import TABLES, exported, tabled
from sayso.web.filters import Which
from sayso.web.models import ClaimWhole, FacetRow, Facets
from sayso.words.direction import right_to_left
from sayso.words.records import Claim, Resolution

routes = APIRouter(route_class=JsonRoute, tags=["claims"])

Sort = Annotated[str, Query(max_length=40, description="What to sort by; - before it turns the order round.")]
Limit = Annotated[int, Query(ge=1, le=500, description="Rows of a page.")]
After = Annotated[str | None, Query(max_length=2_000, description="`next` of the page before.")]
Names = Annotated[str, Query(max_length=500, description="Facets, separated by commas; none is all of them.")]
Size = Annotated[int, Query(ge=1, le=1_000, description="So many values at most.")]
Labelled = Annotated[str, Query(max_length=200, description="Only values whose label holds this.")]
Words = Annotated[str, Query(max_length=1_000, description='Words; "side by side"; a beginnin*.')]


@routes.get("/claims")
def list_claims(
    desk: TheDesk, which: Which, sort: Sort = "position", limit: Limit = 50, after: After = None
) -> ClaimPage:
    """The claims that pass the filter, a page at a time."""
    return desk.columns.claims(which, sort, limit, after)


@routes.get("/claims/{claim_id}")
def get_claim(desk: TheDesk, claim_id: str) -> ClaimWhole:
    """A claim with its article, decisions, comments, and what its names may mean."""
    claim = _claim(desk, claim_id)
    article = desk.ledger.article(claim.article_id)
    return ClaimWhole(
        claim=claim,
        article=article,
        right_to_left=right_to_left(article.language),
        decisions=desk.ledger.review.decisions(claim_id=claim_id),
        comments=desk.ledger.review.comments(claim_id=claim_id),
        resolutions=tuple(_of(claim, desk.ledger.resolutions(claim.article_id))),
    )


@routes.get("/facets")
def get_facets(desk: TheDesk, which: Which, names: Names = "", size: Size = 12, q: Labelled = "") -> Facets:
    """How many claims have each value; a facet ignores the filter's own condition on itself."""
    return Facets(facets(desk.columns.now(), which, _split(names), size, q))


@routes.get("/search")
def search(desk: TheDesk, q: Words, limit: Annotated[int, Query(ge=1, le=100)] = 20) -> Rows[Hit]:
    """Articles that hold all of the words in title or text, best first."""
    return Rows(tuple(desk.ledger.search(q, limit=limit)))


@routes.get("/claims.{form}", responses=TABLES)
def export_claims(desk: TheDesk, which: Which, form: TableFormat) -> Response:
    """All claims that pass the filter."""
    if form == "json":
        return tabled(desk.ledger.claims(which), Claim, form, "claims")
    return exported(lambda out: export(desk.ledger, "claims", "csv", out, which, texts=False), "csv", "claims")


@routes.get("/facets.{form}", responses=TABLES)
def export_facets(
    desk: TheDesk, which: Which, form: TableFormat, names: Names = "", size: Size = 1_000, q: Labelled = ""
) -> Response:
    """Facets as a table, a row a value."""
    found = facets(desk.columns.now(), which, _split(names), size, q)
    rows = (FacetRow(name, *astuple(value)) for name, facet in found.items() for value in facet.values)
    return tabled(rows, FacetRow, form, "facets")


def _claim(desk: Desk, claim_id: str) -> Claim:
    try:
        with desk.ledger.transaction() as connection:
            key = key_of(connection, claim_id)
    except LedgerError:
        raise Refused(404, "there is no such claim") from None
    return desk.ledger.claims_at([key])[key]


def _of(claim: Claim, found: Iterable[Resolution]) -> Iterable[Resolution]:
    """What the mentions in a claim were taken to mean."""
    spans = [(voice.start, voice.end) for voice in claim.voices if voice.start is not None and voice.end is not None]
    spans += [(span.start, span.end) for role, held in roles(claim) if role != "content" for span in held]
    return (one for one in found if any(one.start < end and start < one.end for start, end in spans))


def _split(names: str) -> tuple[str, ...]:
    return tuple(filter(None, names.split(",")))
