"""Who does what to whom, and who quotes whom, as nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal, get_args

import msgspec
import numpy as np

from sayso.columns.counting import Counts, Meanings, largest, named, once, people, sources
from sayso.columns.masks import mask
from sayso.columns.snapshot import Numbers, Snapshot, owners, starts
from sayso.columns.texts import Codes
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.words import vocabulary

Kind = Literal["events", "sources"]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, a source or an outlet. `field` of a filter set to `value` finds its claims.

    `type` is a key of the vocabulary `actor_kinds`, "unlisted", "words" for a source that is no known actor, or
    "outlet". `claims` counts it once for every edge of every claim, edges that were left out included.
    """

    id: str
    label: str
    type: str
    country: str | None
    claims: int
    field: str
    value: str


class Edge(msgspec.Struct, frozen=True, rename={"source": "from", "target": "to"}):
    """From one node to another: in how many claims, by event type (of sources: by stance).

    `sign` is the mean over these, from −1 (all conflict) to 1 (all cooperation), by the vocabulary `quad_classes`; of
    sources 0.
    """

    source: str
    target: str
    claims: int
    types: Mapping[str, int]
    sign: float


@dataclass(frozen=True, slots=True)
class Network:
    """The strongest edges and their nodes, the strongest first, and how many edges were left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


@dataclass(frozen=True, eq=False)
class Links:
    """An edge of one claim a row: the claim, the pair of nodes, the code of its type; and the nodes of each pair."""

    claim: Codes
    pair: Codes
    type: Codes
    start: Codes
    end: Codes

    def ends(self, pair: int) -> tuple[int, int]:
        """The two nodes of a pair."""
        return int(self.start[pair]), int(self.end[pair])


def network(now: Snapshot, which: Filter = EVERYTHING, kind: Kind = "events", limit: int = 200) -> Network:
    """The network of the claims that pass the filter, of at most so many edges.

    `events`: from actors to recipients that are known. `sources`: from the outlet to the source that it quotes, and
    from that to the one which it quotes in turn. LedgerError for another kind.
    """
    if kind not in get_args(Kind):
        raise LedgerError(f"kind is {kind!r}; it must be one of {', '.join(get_args(Kind))}")
    links = _events(now) if kind == "events" else _sources(now)
    here = mask(now, which)[links.claim]
    pair, types = links.pair[here], links.type[here]
    counts = np.bincount(pair, minlength=len(links.start))
    chosen = largest(counts, limit, lambda code: " ".join(_node(now, kind, end, 0).id for end in links.ends(code)))
    by_type = _by_type(pair, types, chosen, len(links.start), len(now.tables["label"]))
    touched = _touched(counts, links)
    ends = list(map(links.ends, chosen))
    nodes = {code: _node(now, kind, code, int(touched[code])) for code in {*chain.from_iterable(ends)}}
    edges = (
        _edge(now, nodes[start], nodes[end], row, signed=kind == "events")
        for (start, end), row in zip(ends, by_type, strict=True)
    )
    listed = sorted(nodes.values(), key=lambda node: (-node.claims, node.id))
    return Network(tuple(listed), tuple(edges), int(np.count_nonzero(counts)) - len(chosen))


def _by_type(pair: Codes, types: Codes, chosen: list[int], pairs: int, labels: int) -> Counts:
    """A row for each chosen pair: how many claims are of each type."""
    among = np.zeros(pairs, np.bool_)
    among[chosen] = True
    kept = among[pair]
    rank = np.zeros(pairs, np.int64)
    rank[chosen] = np.arange(len(chosen))
    flat = np.bincount(rank[pair[kept]] * labels + types[kept], minlength=len(chosen) * labels)
    return flat.reshape(len(chosen), labels)


def _touched(counts: Counts, links: Links) -> Counts:
    """How many claims touch each node; an edge from a node to itself counts once."""
    size = int(max(links.start.max(initial=0), links.end.max(initial=0))) + 1
    others = np.where(links.start == links.end, 0, counts)
    both = np.bincount(links.start, weights=counts, minlength=size) + np.bincount(links.end, others, minlength=size)
    return both.astype(np.intp)


def _edge(now: Snapshot, start: Node, end: Node, by_type: Counts, *, signed: bool) -> Edge:
    codes = np.flatnonzero(by_type).tolist()
    types = {now.tables["label"][code]: int(by_type[code]) for code in codes}
    claims = sum(types.values())
    sign = sum(signs().get(name, 0) * count for name, count in types.items()) / claims if signed else 0.0
    most_first = dict(sorted(types.items(), key=lambda one: (-one[1], one[0])))
    return Edge(start.id, end.id, claims, most_first, round(sign, 3))


@cache
def signs() -> Mapping[str, int]:
    """1 for the event types that are cooperation, −1 for those that are conflict."""
    classes = vocabulary.load("quad_classes").values()
    return {name: 1 if "cooperation" in each.key else -1 for each in classes for name in each.words["event_types"]}


def _node(now: Snapshot, kind: Kind, code: int, claims: int) -> Node:
    """The node of a code: of an actor, of a source's words, or, after those, of an outlet."""
    known = people(now)
    if code >= len(known.labels):
        outlet = now.tables["outlet"][code - len(known.labels)]
        return Node(f"outlet:{outlet}", outlet, "outlet", None, claims, "outlet", f'"{outlet}"')
    if code >= known.ids:
        words = known.labels[code]
        return Node(f'"{words}"', words, "words", None, claims, "source", f'"{words}"')
    actor_id, actor = now.tables["actor"][code], named(now, code)
    field = "actor_id" if kind == "events" else "source_id"
    return Node(actor_id, actor.name, actor.type, actor.country, claims, field, actor_id)


def _events(now: Snapshot) -> Links:
    claims = now.claims
    return now.memo(_acts, now.acting.actor, claims.actors, now.receiving.actor, claims.recipients, claims.event_type)


def _acts(actor: Codes, actors: Numbers, recipient: Codes, recipients: Numbers, event_type: Codes) -> Links:
    """Each actor of a claim with each of its recipients."""
    claim = owners(actors)
    times = recipients[claim]
    claim, start = np.repeat(claim, times), np.repeat(actor, times)
    number = np.arange(len(claim)) - np.repeat(np.cumsum(times) - times, times)
    end = recipient[starts(recipients)[claim] + number]
    return _links(claim, start, end, event_type[claim])


def _sources(now: Snapshot) -> Links:
    outlets = now.memo(_outlets, now.articles.outlet, now.article)
    return now.memo(_quotes, sources(now), now.claims.voices, outlets, people(now), now.voices.stance)


def _outlets(outlet: Codes, article: Codes) -> Codes:
    return outlet[article]


def _quotes(source: Codes, voices: Numbers, outlet: Codes, known: Meanings, stance: Codes) -> Links:
    """Each voice with the next one, which quotes it, or with the outlet where it is the last."""
    claim = owners(voices)
    following = np.roll(source, -1)
    last = claim != np.roll(claim, -1)
    last[-1:] = True
    of_outlet = np.where(outlet > 0, outlet + len(known.labels), 0)[claim]
    return _links(claim, np.where(last, of_outlet, following), source, stance)


def _links(claim: Codes, start: Codes, end: Codes, types: Codes) -> Links:
    """The edges whose two ends are known, each once a claim."""
    known = (start > 0) & (end > 0)
    claim, start, end, types = claim[known], start[known], end[known], types[known]
    size = int(end.max(initial=0)) + 1
    found, pair = np.unique(start.astype(np.int64) * size + end, return_inverse=True)
    pair = pair.astype(np.int32)
    first = once(claim, pair)
    of_pair = (found // size).astype(np.int32), (found % size).astype(np.int32)
    return Links(claim[first], pair[first], types[first], *of_pair)
