"""What a person asks of the desk in an afternoon: filters as they come to mind, and every view under each of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlencode

from sayso.columns import FACETS, Columns, Snapshot, actors, articles, facets, network, places, progress, timeline
from sayso.ledger import Filter

_OPEN = ("event_type", "factuality", "source", "actor", "place", "outlet", "review")
"""The facets that the page of claims opens with."""
_REVIEWER = "somebody"
Parameters = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class View:
    """What is asked: as a call of the library, and as a path below `/api` with parameters."""

    name: str
    call: Callable[[Columns, Filter], object]
    path: str
    parameters: tuple[tuple[str, str], ...] = ()


VIEWS = (
    View("a page of claims", lambda columns, which: columns.claims(which), "claims"),
    View(
        "a page in another order",
        lambda columns, which: columns.claims(which, "-published"),
        "claims",
        (("sort", "-published"),),
    ),
    View(
        f"{len(_OPEN)} facets",
        lambda columns, which: facets(columns.now(), which, _OPEN),
        "facets",
        (("names", ",".join(_OPEN)),),
    ),
    View(f"all {len(FACETS)} facets", lambda columns, which: facets(columns.now(), which), "facets"),
    View(
        "articles",
        lambda columns, which: articles(columns.now(), which, "-claims"),
        "articles",
        (("sort", "-claims"),),
    ),
    View("actors", lambda columns, which: actors(columns.now(), which, 100), "actors", (("limit", "100"),)),
    View("map", lambda columns, which: places(columns.now(), which), "places"),
    View("timeline", lambda columns, which: timeline(columns.now(), which), "timeline"),
    View("network of actors", lambda columns, which: network(columns.now(), which), "network"),
    View(
        "network of sources",
        lambda columns, which: network(columns.now(), which, "sources"),
        "network",
        (("links", "sources"),),
    ),
    View("queue", lambda columns, which: columns.queue(which, skip=_REVIEWER), "queue"),
    View("progress", lambda columns, which: progress(columns.now(), which), "progress"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """One view under one filter."""

    view: View
    which: Filter

    @property
    def address(self) -> str:
        """Below the desk's own."""
        return f"/api/{self.view.path}?{urlencode([*self.view.parameters, *query(self.which)])}"


def questions(now: Snapshot) -> list[Question]:
    """Every view under every filter, mixed, but always in the same order."""
    asked = [Question(view, which) for which in filters(now) for view in VIEWS]
    random.Random(1).shuffle(asked)  # noqa: S311 -- no secret
    return asked


def filters(now: Snapshot) -> Iterator[Filter]:
    """Filters from none to many conditions, with values that are frequent, middling and rare in the ledger."""
    common = {name: [value.value for value in facet.values] for name, facet in facets(now, size=40).items()}
    outlet, actor, source, place = (common[name] for name in ("outlet", "actor", "source", "place"))
    one, two, *_ = common["event_type"]
    word = now.content[0].split()[-1]
    yield Filter()
    yield Filter(outlet=outlet[0])
    yield Filter(outlet=(outlet[1], outlet[2], outlet[9]))
    yield Filter(event_type=one)
    yield Filter(event_type=(one, two), factuality="happened")
    yield Filter(actor_id=actor[0])
    yield Filter(source_id=source[5], since="2017")
    yield Filter(source="resident")
    yield Filter(source=source[-1].strip('"'), kind="event")
    yield Filter(place_id=place[30])
    yield Filter(country=("SY", "IQ"), since="2015", until="2016-06")
    yield Filter(bbox=(20.0, 10.0, 60.0, 45.0))
    yield Filter(since="2018-10", until="2018-10")
    yield Filter(min_confidence=0.9, named=True)
    yield Filter(text=word)
    yield Filter(text=f"{word[:3]}*", event_type=one)
    yield Filter(without=Filter(outlet=outlet[0], event_type=two))
    yield Filter(source_kind="official", stance="denies", without=Filter(country="SY"))
    yield Filter(actor="", kind="event")
    yield Filter(review="none", factuality=("will", "planned"), without=Filter(source=""))


def query(which: Filter, prefix: str = "") -> Parameters:
    """A filter as the parameters of an address."""
    found: Parameters = []
    for field in fields(which):
        value = getattr(which, field.name)
        if field.name == "without":
            found += query(value, "not_") if value else []
        elif value is not None:
            found += [(prefix + field.name, text) for text in _texts(field.name, value)]
    return found


def _texts(name: str, value: Any) -> list[str]:
    if name == "bbox":
        return [",".join(map(str, value))]
    if isinstance(value, tuple):
        return list(value)
    return [str(value).lower() if isinstance(value, bool) else str(value)]
