"""What names mean: candidates to pick from, corrections, and actors that are one."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from msgspec import Meta, Struct

from sayso import linking
from sayso.columns import actors
from sayso.ledger.corrections import KeptCorrection
from sayso.web.access import Reviewer, reviewer
from sayso.web.answers import JsonRoute, Refused, Rows, sent
from sayso.web.desk import TheDesk
from sayso.web.models import Candidates, NameDecision
from sayso.words.records import Candidate, Correction
from sayso.world.actors import Proposal

routes = APIRouter(route_class=JsonRoute, tags=["names"])

Called = Annotated[str, Query(min_length=1, max_length=200)]
Limit = Annotated[int, Query(ge=1, le=100)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


class NewCorrection(Struct, frozen=True, forbid_unknown_fields=True):
    """What a name means: `id` of a place or an actor, null for nothing of the kind; in one article, or everywhere."""

    kind: Literal["place", "actor"]
    text: str
    id: str | None
    article_id: str | None = None


class NewMerge(Struct, frozen=True, forbid_unknown_fields=True):
    """Actors that are one: each of `ids` is `keep`."""

    keep: str
    ids: Annotated[tuple[str, ...], Meta(min_length=1, max_length=100)]


@routes.get("/gazetteer")
def find_places(desk: TheDesk, q: Called, limit: Limit = 20) -> Candidates:
    """Places that a name may mean."""
    with desk.world() as world:
        return Candidates(world.named("place", q, limit))


@routes.get("/actors/known")
def find_actors(desk: TheDesk, q: Called, limit: Limit = 20) -> Candidates:
    """Actors of that name in the list, and those of the ledger whose name holds it."""
    with desk.world() as world:
        found = {one.id: one for one in world.named("actor", q, limit)}
    for one in actors(desk.columns.now(), limit=limit, q=q):
        found.setdefault(one.actor_id, Candidate(one.actor_id, one.name, one.type, one.country, 0.5))
    return Candidates(tuple(found.values())[:limit])


@routes.get("/corrections")
def list_corrections(desk: TheDesk) -> Rows[NameDecision]:
    """What people decided about names, the first first."""
    return Rows(tuple(map(_row, desk.ledger.corrections())))


@routes.post("/corrections")
def correct(desk: TheDesk, who: Reviewer, given: Annotated[NewCorrection, sent(NewCorrection)]) -> NameDecision:
    """Say what a name means; the articles that have it are looked up again."""
    correction = Correction(given.kind, given.text, given.id, given.article_id)
    with desk.world() as world:
        if given.id is not None and world.kind_of(given.id) != given.kind:
            raise Refused(400, f"{given.id!r} is no {given.kind}")
        desk.ledger.correct(correction, reviewer=who.name)
        linking.relink(desk.ledger, world)
    return next(_row(kept) for kept in reversed(desk.ledger.corrections()) if kept.correction == correction)


@routes.delete("/corrections/{number}", status_code=204, dependencies=[Depends(reviewer)])
def undo_correction(desk: TheDesk, number: Number) -> None:
    """Take it back."""
    with desk.world() as world:
        desk.ledger.undo(number)
        linking.relink(desk.ledger, world)


@routes.get("/merges")
def list_merges(desk: TheDesk) -> Rows[Proposal]:
    """Actors of several articles that may be one: proposals."""
    return Rows(desk.merges())


@routes.post("/merges")
def merge(desk: TheDesk, who: Reviewer, given: Annotated[NewMerge, sent(NewMerge)]) -> Rows[NameDecision]:
    """Say that actors are one. Each correction that this makes can be taken back."""
    with desk.world() as world:
        made = desk.ledger.merge(given.keep, given.ids, reviewer=who.name)
        linking.relink(desk.ledger, world)
    return Rows(tuple(map(_row, made)))


def _row(kept: KeptCorrection) -> NameDecision:
    one = kept.correction
    return NameDecision(kept.number, one.kind, one.text, one.id, one.article_id, kept.made, kept.reviewer)
