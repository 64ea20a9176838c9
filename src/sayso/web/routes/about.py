"""What this is: the ledger in numbers, its runs, and what labels and columns mean."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter

from sayso.exports import Codebook
from sayso.exports import codebook as make_codebook
from sayso.exports.codebook import Label
from sayso.ledger import Failure, Run, Summary
from sayso.web.answers import JsonRoute, Rows
from sayso.web.desk import TheDesk
from sayso.words import vocabulary as vocabularies
from sayso.words.vocabulary import Term

routes = APIRouter(route_class=JsonRoute, tags=["about"])


@routes.get("/summary")
def summary(desk: TheDesk) -> Summary:
    """The ledger in numbers."""
    return desk.ledger.summary()


@routes.get("/vocabulary")
def vocabulary() -> dict[str, tuple[Label, ...]]:
    """Every label that a record may hold, with its definition and source, by vocabulary."""
    return _vocabulary()


@routes.get("/codebook")
def codebook() -> Codebook:
    """What each column of an export means, and each label in it."""
    return make_codebook()


@routes.get("/runs")
def runs(desk: TheDesk) -> Rows[Run]:
    """Every call of `sayso read`, the first first."""
    return Rows(desk.ledger.runs())


@routes.get("/runs/{run_id}/failures")
def failures(desk: TheDesk, run_id: str) -> Rows[Failure]:
    """What a run could not read."""
    return Rows(desk.ledger.failures(run_id))


@cache
def _vocabulary() -> dict[str, tuple[Label, ...]]:
    return {name: tuple(map(_label, vocabularies.load(name).values())) for name in vocabularies.names()}


def _label(term: Term) -> Label:
    return Label(term.key, term.name, term.definition, term.source)
