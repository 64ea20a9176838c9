"""What the map, the timeline and the network draw."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response, StreamingResponse

from sayso.columns import (
    ActorCount,
    Edge,
    Network,
    PlaceCount,
    Snapshot,
    Tick,
    Timeline,
    actors,
    mask,
    network,
    places,
    timeline,
)
from sayso.columns.network import Kind
from sayso.exports import FORMATS, TableFormat, export
from sayso.exports.network import gexf, graphml
from sayso.ledger import Filter
from sayso.web.answers import JsonRoute, Rows
from sayso.web.desk import TheDesk
from sayso.web.files import TABLE_TYPES, TABLES, attached, documented, exported, tabled
from sayso.web.filters import Which
from sayso.web.models import Places, Tie

routes = APIRouter(route_class=JsonRoute, tags=["pictures"])

_GRAPHS = (FORMATS["gexf"], FORMATS["graphml"])
_ALL = 1_000_000
"""Edges: more than any network has that a person looks at."""

Period = Annotated[
    Literal["day", "month", "year", "auto"], Query(description="What a tick stands for; auto: what is readable.")
]
Called = Annotated[str, Query(max_length=200, description="Only those whose name holds this.")]
Edges = Annotated[int, Query(ge=1, le=5_000, description="So many edges at most, the strongest.")]
GraphFormat = Literal["json", "csv", "gexf", "graphml"]
Most = Annotated[int, Query(ge=1, le=1_000, description="So many at most.")]


@routes.get("/places")
def list_places(desk: TheDesk, which: Which) -> Places:
    """The places of events, the most frequent first."""
    now = desk.columns.now()
    return Places(places(now, which), claims=_count(now, which), placed=_placed(now, which))


@routes.get("/timeline")
def get_timeline(desk: TheDesk, which: Which, period: Period = "auto") -> Timeline:
    """The claims along time, by the dates of their events."""
    return timeline(desk.columns.now(), which, period)


@routes.get("/actors")
def list_actors(desk: TheDesk, which: Which, limit: Most = 100, q: Called = "") -> Rows[ActorCount]:
    """Who acts, undergoes and says, the most frequent first."""
    return Rows(actors(desk.columns.now(), which, limit, q))


@routes.get("/network")
def get_network(desk: TheDesk, which: Which, links: Kind = "events", limit: Edges = 200) -> Network:
    """Who does what to whom, or who quotes whom."""
    return network(desk.columns.now(), which, links, limit)


@routes.get("/places.geojson", responses=documented("application/geo+json"))
def export_map(desk: TheDesk, which: Which) -> Response:
    """The places of events, each with its claim."""
    return exported(lambda out: export(desk.ledger, "claims", "geojson", out, which), "geojson", "places")


@routes.get("/places.{form}", responses=TABLES)
def export_places(desk: TheDesk, which: Which, form: TableFormat) -> Response:
    """All places as a table."""
    return tabled(places(desk.columns.now(), which), PlaceCount, form, "places")


@routes.get("/timeline.{form}", responses=TABLES)
def export_timeline(desk: TheDesk, which: Which, form: TableFormat, period: Period = "auto") -> Response:
    """The timeline as a table."""
    return tabled(timeline(desk.columns.now(), which, period).ticks, Tick, form, "timeline")


@routes.get("/actors.{form}", responses=TABLES)
def export_actors(desk: TheDesk, which: Which, form: TableFormat, q: Called = "") -> Response:
    """All actors as a table."""
    return tabled(actors(desk.columns.now(), which, q=q), ActorCount, form, "actors")


@routes.get("/network.{form}", responses=documented(*TABLE_TYPES.values(), *(one.media_type for one in _GRAPHS)))
def export_network(desk: TheDesk, which: Which, form: GraphFormat, links: Kind = "events") -> Response:
    """The whole network: its edges as a table, or as a graph for Gephi, networkx and others."""
    found = network(desk.columns.now(), which, links, _ALL)
    if form == "json" or form == "csv":
        return tabled(map(_tie, found.edges), Tie, form, "network")
    write = gexf if form == "gexf" else graphml
    headers = attached(f"sayso-network.{form}")
    return StreamingResponse(write(found), media_type=FORMATS[form].media_type, headers=headers)


def _tie(edge: Edge) -> Tie:
    return Tie(edge.source, edge.target, edge.claims, edge.sign, dict(edge.types))


def _count(now: Snapshot, which: Filter) -> int:
    return int(mask(now, which).sum())


def _placed(now: Snapshot, which: Filter) -> int:
    """Of these claims, those with a known place."""
    if which.place_id is not None:
        return _count(now, which)
    return _count(now, which) - _count(now, replace(which, place_id=""))
