"""From the tables of the ledger to columns: all articles, or those that changed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Integer, Select, String, Table, cast, func, select

from sayso.columns import days
from sayso.columns.snapshot import (
    UNLISTED,
    Articles,
    Claims,
    Known,
    Mentions,
    Named,
    Numbers,
    Reviewers,
    Sites,
    Snapshot,
    Voices,
)
from sayso.columns.texts import Coder, Texts
from sayso.ledger.schema import articles, claims, comments, decisions, resolutions, spans, voices
from sayso.ledger.search import spread
from sayso.ledger.writer import revision
from sayso.words.records import Box

TABLES = ("head", "date", "outlet", "text", "actor", "place", "label")
_ROWS_A_TIME = 20_000
_MOST_IDS = 500
"""In one statement: a database takes only so many parameters."""

Array = NDArray[Any]
Query = Select[*tuple[Any, ...]]
Maker = Callable[[Sequence[Any]], Array]
"""Makes a column of the values that a database gives."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where columns come from: the ledger's tables within one transaction, all articles or only some."""

    connection: Connection
    coders: Mapping[str, Coder]
    only: Sequence[str] | None = None

    def rows(self, query: Query, by: Table) -> Iterator[Sequence[Any]]:
        """The rows of a query, some thousands at a time, of the articles that are asked for."""
        for batch in self._batches(query, by):
            yield from self.connection.execute(batch, execution_options=_STREAMED).partitions(_ROWS_A_TIME)

    def _batches(self, query: Query, by: Table) -> Iterator[Query]:
        if self.only is None:
            yield query
            return
        for at in range(0, len(self.only), _MOST_IDS):
            yield query.where(by.c.article_id.in_(self.only[at : at + _MOST_IDS]))

    def columns(self, query: Query, by: Table, makers: Sequence[Maker]) -> list[Array]:
        """A column for each maker, of the query's column of that place; the last one takes all that are left."""
        chunks: list[list[Array]] = [[make(())] for make in makers]
        for rows in self.rows(query, by):
            values: list[Sequence[Any]] = list(zip(*rows, strict=True))
            if len(values) > len(makers):
                values[len(makers) - 1 :] = [list(zip(*values[len(makers) - 1 :], strict=True))]
            for chunk, make, value in zip(chunks, makers, values, strict=True):
                chunk.append(make(value))
        return [np.concatenate(chunk) for chunk in chunks]

    def code(self, table: str) -> Maker:
        """Codes into a table."""
        return lambda values: self.coders[table].codes(values, len(values))


_STREAMED = {"stream_results": True, "yield_per": _ROWS_A_TIME}


def coders(tables: Mapping[str, Texts] | None = None) -> dict[str, Coder]:
    """What gives texts their codes, going on from these tables."""
    return {name: Coder(tables[name] if tables else None) for name in TABLES}


def load(source: Source) -> Snapshot:
    """The columns of all articles, or of those that the source is for."""
    with _unswept():
        return _loaded(source)


@contextmanager
def _unswept() -> Iterator[None]:
    """No search for garbage: rows by the million are none, and to look through them takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _loaded(source: Source) -> Snapshot:
    # First: what changes while the rest is read has a higher revision, and the next refresh brings it in whole.
    newest = revision(source.connection)
    ids, heads = _heads(source)
    keys = _Keys({article_id: number for number, article_id in enumerate(ids)})
    told = _claims(source, keys)
    voiced = _parts(source, keys, _VOICES, voices, _voice_makers(source))
    mention = [source.code("text"), source.code("actor")]
    acting, receiving = (_parts(source, keys, _mentions(role), spans, mention) for role in ("actor", "recipient"))
    sites = _parts(source, keys, _SITES, spans, [*mention, _place_maker(source)])
    reviewers = _parts(source, keys, _REVIEWERS, claims, [source.code("label")])
    counts: dict[str, Array] = {
        "voices": voiced.counts,
        "actors": acting.counts,
        "recipients": receiving.counts,
        "places": sites.counts,
        "reviewers": reviewers.counts,
        "deadline": _parts(source, keys, _DEADLINES, spans, []).counts,
        "comments": _parts(source, keys, _COMMENTS, claims, []).counts,
    }
    return Snapshot(
        revision=newest,
        tables={name: coder.texts() for name, coder in source.coders.items()},
        actors=_actors(source),
        articles=Articles(*[*heads, np.bincount(keys.articles, minlength=len(ids)).astype(np.int32)]),
        claims=Claims(*told, **counts),
        voices=Voices(*voiced.columns),
        acting=Mentions(*acting.columns),
        receiving=Mentions(*receiving.columns),
        sites=Sites(*sites.columns),
        reviewers=Reviewers(*reviewers.columns),
        content=_content(source, keys),
    )


class _Keys:
    """Numbers for claims: article and position in one, so that rows of other tables find their claim."""

    def __init__(self, articles: Mapping[str, int]) -> None:
        self.article = articles
        self.sorted: Array = np.zeros(0, np.int64)

    def of(self, values: Sequence[str]) -> Array:
        """An article's part of the key."""
        return np.fromiter((self.article.get(value, -1) for value in values), np.int64, len(values)) << 32

    @property
    def articles(self) -> Array:
        """The number of each claim's article."""
        return self.sorted >> 32

    def rows(self, keys: Array) -> Array:
        """The row of each key's claim, -1 where there is none."""
        if not len(self.sorted):
            return np.full(len(keys), -1, np.int64)
        rows = np.minimum(np.searchsorted(self.sorted, keys), len(self.sorted) - 1)
        return np.where(self.sorted[rows] == keys, rows, -1)


@dataclass(frozen=True, slots=True)
class _Parts:
    counts: Numbers
    columns: list[Array]


def _heads(source: Source) -> tuple[list[str], list[Array]]:
    a = articles.c
    query = select(
        a.article_id, a.title, cast(a.authors, String), a.path, a.published, a.outlet, a.language, a.words, a.revision
    )
    head, more = source.code("head"), [source.code(table) for table in ("date", "outlet", "label")]
    columns = source.columns(query, articles, [head, head, head, head, *more, _numbers, _numbers])
    table = source.coders["head"].texts()
    ids = [table[code] for code in columns[0].tolist()]
    order = sorted(range(len(ids)), key=ids.__getitem__)
    return [ids[number] for number in order], [column[order] for column in columns]


def _claims(source: Source, keys: _Keys) -> list[Array]:
    """The columns of `Claims` that come from the table `claims`, in order."""
    c, label = claims.c, source.code("label")
    query = select(
        *(c.article_id, c.position, c.kind, c.event_type, c.event_mode, c.factuality_label, c.review),
        *(c.confidence, c.time_earliest, c.time_latest),
    )
    first, last = days.firsts(), days.lasts()
    makers: list[Maker] = [
        *(keys.of, _numbers, label, label, label, label, label, _floats),
        *(lambda values: _days(first, values), lambda values: _days(last, values)),
    ]
    article, *columns = source.columns(query, claims, makers)
    key = article | columns[0]
    order = np.argsort(key, kind="stable")
    order = order[np.searchsorted(key[order], 0) :]
    keys.sorted = key[order]
    return [column[order] for column in columns]


def _parts(source: Source, keys: _Keys, query: Query, by: Table, makers: Sequence[Maker]) -> _Parts:
    """What belongs to claims: the query's first columns are article, position and number."""
    article, position, number, *columns = source.columns(query, by, [keys.of, _numbers, _numbers, *makers])
    rows = keys.rows(article | position)
    order = np.lexsort((number, rows))
    order = order[np.searchsorted(rows[order], 0) :]
    counts = np.bincount(rows[order], minlength=len(keys.sorted)).astype(np.int32)
    return _Parts(counts, [column[order] for column in columns])


def _key(table: Table) -> tuple[Any, Any]:
    return table.c.article_id, table.c.position


_VOICES: Query = select(
    *(*_key(voices), voices.c.number, voices.c.text, voices.c.same_as_text, voices.c.actor_id),
    *(voices.c.source_kind, voices.c.stance, cast(voices.c.named, Integer)),
).where(voices.c.text.is_not(None))
_DEADLINES: Query = select(*_key(spans), spans.c.number).where(spans.c.role == "time", spans.c.deadline.is_(True))
_SITES: Query = select(
    *(*_key(spans), spans.c.number, spans.c.text, spans.c.actor_id),
    *(spans.c.place_id, spans.c.name, spans.c.country, spans.c.admin1, spans.c.precision),
    *(spans.c.lat, spans.c.lon, cast(spans.c.extent, String)),
).where(spans.c.role == "place")
_REVIEWERS: Query = (
    select(*_key(claims), func.min(decisions.c.number), decisions.c.reviewer)
    .join(decisions, decisions.c.claim_id == claims.c.claim_id)
    .where(decisions.c.undone.is_(None))
    .group_by(*_key(claims), decisions.c.reviewer)
)
_COMMENTS: Query = select(*_key(claims), comments.c.number).join(comments, comments.c.claim_id == claims.c.claim_id)


def _mentions(role: str) -> Query:
    return select(*_key(spans), spans.c.number, spans.c.text, spans.c.actor_id).where(spans.c.role == role)


def _voice_makers(source: Source) -> list[Maker]:
    text, label = source.code("text"), source.code("label")
    return [text, text, source.code("actor"), label, label, _numbers]


def _place_maker(source: Source) -> Maker:
    """Codes of places by all that is known of them; each is put into JSON once."""
    codes: dict[tuple[Any, ...], int] = {}
    coder = source.coders["place"]

    def code(told: tuple[Any, ...]) -> int:
        if told not in codes:
            place_id, name, country, admin1, precision, lat, lon, extent = told
            box = extent and msgspec.json.decode(extent, type=Box | None)
            known = Known(place_id, name, country, admin1, precision, lat, lon, box)
            codes[told] = coder[msgspec.json.encode(known).decode()]
        return codes[told]

    return lambda values: np.fromiter(map(code, values), np.int32, len(values))


def _content(source: Source, keys: _Keys) -> Texts:
    query = select(*_key(spans), spans.c.number, spans.c.text).where(spans.c.role == "content")
    found: list[str] = []
    parts = _parts(source, keys, query, spans, [lambda values: _kept(found, map(spread, values))])
    held = [""] * len(keys.sorted)
    owner = np.repeat(np.arange(len(held)), parts.counts).tolist()
    for claim, number in zip(owner, parts.columns[0].tolist(), strict=True):
        held[claim] += ("\n" if held[claim] else "") + found[number]
    return Texts.of(held)


def _kept(found: list[str], texts: Iterable[str]) -> Numbers:
    """The texts put by, as their numbers there."""
    first = len(found)
    found.extend(texts)
    return np.arange(first, len(found), dtype=np.int32)


def _actors(source: Source) -> dict[str, Named]:
    """Name, kind and country of the actors that were chosen for some mention."""
    r = resolutions.c
    query: Query = (
        select(r.chosen_id, func.min(r.name), func.min(r.type), func.max(r.country))
        .where(r.kind == "actor", r.chosen_id.is_not(None))
        .group_by(r.chosen_id)
    )
    rows = (row for some in source.rows(query, resolutions) for row in some)
    return {row[0]: Named(row[1] or row[0], row[2] or UNLISTED, row[3]) for row in rows}


def _numbers(values: Sequence[Any]) -> Numbers:
    return np.fromiter(values, np.int32, len(values))


def _floats(values: Sequence[Any]) -> NDArray[np.float64]:
    return np.fromiter(values, np.float64, len(values))


def _days(of: days.Days, values: Sequence[Any]) -> Numbers:
    return np.fromiter(map(of.__getitem__, values), np.int32, len(values))
