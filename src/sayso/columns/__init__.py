"""All claims of a ledger as columns in memory, for answers while a person waits.

with Ledger.open("claims.db") as ledger:
    columns = Columns.open(ledger)
    which = Filter(source="ministry", without=Filter(outlet='"SANA"'))
    columns.claims(which, sort="-confidence")
    now = columns.now()
    facets(now, which, ("outlet", "event_type"))
    timeline(now, which)
"""

from sayso.columns.actors import ActorCount, actors
from sayso.columns.articles import ArticlePage, ArticleRow, Head, articles
from sayso.columns.columns import ClaimPage, ClaimRow, Columns
from sayso.columns.facets import FACETS, Facet, Value, facets
from sayso.columns.masks import mask
from sayso.columns.network import Edge, Network, Node, network
from sayso.columns.pages import SORTS, page
from sayso.columns.paging import Page
from sayso.columns.places import PlaceCount, places
from sayso.columns.progress import progress
from sayso.columns.queue import queue
from sayso.columns.snapshot import Snapshot
from sayso.columns.timeline import Period, Tick, Timeline, timeline

__all__ = [
    "FACETS",
    "SORTS",
    "ActorCount",
    "ArticlePage",
    "ArticleRow",
    "ClaimPage",
    "ClaimRow",
    "Columns",
    "Edge",
    "Facet",
    "Head",
    "Network",
    "Node",
    "Page",
    "Period",
    "PlaceCount",
    "Snapshot",
    "Tick",
    "Timeline",
    "Value",
    "actors",
    "articles",
    "facets",
    "mask",
    "network",
    "page",
    "places",
    "progress",
    "queue",
    "timeline",
]
