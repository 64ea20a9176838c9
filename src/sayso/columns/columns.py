"""A ledger's claims in memory, in step with the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Self

import numpy as np
from sqlalchemy import Connection, func, select

from sayso.columns import cache
from sayso.columns.articles import Head, head
from sayso.columns.loading import Source, coders, load
from sayso.columns.pages import ClaimKeys, page
from sayso.columns.paging import Page
from sayso.columns.queue import queue
from sayso.columns.snapshot import Snapshot
from sayso.columns.splicing import splice
from sayso.columns.texts import Coder
from sayso.ledger import EVERYTHING, Filter, Ledger
from sayso.ledger.review.queue import Order
from sayso.ledger.schema import articles, runs
from sayso.ledger.writer import revision
from sayso.words.records import Claim


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list, with its article and how many comments it has."""

    claim: Claim
    article: Head
    comments: int


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """How many claims pass, the cursor of the next page (None: this is the last), and this page's."""

    total: int
    next: str | None
    rows: tuple[ClaimRow, ...]


_MANY = 5
"""Where more than one article in so many changed, all are read again: that is faster than to sort them in."""


class Columns:
    """Every claim of a ledger as columns: what lists, facets, maps and timelines are computed from.

    Any number of threads may ask at once. A snapshot never changes; `now` gives the newest.
    """

    def __init__(self, ledger: Ledger, known: Snapshot | None = None) -> None:
        """`Columns.open` is the way in. `known` is a snapshot of the ledger as it was."""
        self.ledger = ledger
        self._snapshot = known
        self._coders: dict[str, Coder] | None = None
        self._refreshing = Lock()

    @classmethod
    def open(cls, ledger: Ledger) -> Self:
        """Read a ledger's claims, or what was put by of them the last time and what changed since then."""
        with ledger.transaction() as connection:
            identity = _identity(connection, ledger.where)
        known = None if identity is None else cache.load(identity)
        columns = cls(ledger, known)
        snapshot = columns.now()
        if identity is not None and snapshot is not known and len(snapshot) >= cache.SMALLEST:
            cache.save(snapshot, identity)
        return columns

    def now(self) -> Snapshot:
        """The claims as the ledger has them now: the same snapshot as the last time where nothing changed."""
        with self._refreshing, self.ledger.transaction() as connection:
            old = self._snapshot
            if old is None or revision(connection) != old.revision:
                self._snapshot = (old and self._changed(connection, old)) or self._read(connection)
            assert self._snapshot is not None
            return self._snapshot

    def _changed(self, connection: Connection, old: Snapshot) -> Snapshot | None:
        """The old snapshot with the articles that changed; None where it is no use, or all may as well be read."""
        later = select(articles.c.article_id).where(articles.c.revision > old.revision)
        changed = list(connection.execute(later).scalars())
        if len(changed) * _MANY > len(old.article_ids):
            return None
        # The texts go on having the codes that they have; new ones get new codes.
        self._coders = self._coders or coders(old.tables)
        new = splice(old, load(Source(connection, self._coders, changed)))
        return new if _agrees(connection, new) else None

    def _read(self, connection: Connection) -> Snapshot:
        self._coders = coders()
        return load(Source(connection, self._coders))

    def claims(
        self, which: Filter = EVERYTHING, sort: str = "position", limit: int = 50, after: str | None = None
    ) -> ClaimPage:
        """The claims that pass a filter, whole, in the order of `pages.page`, which says what it refuses."""
        now = self.now()
        return self._whole(now, page(now, which, sort, limit, after))

    def queue(
        self, which: Filter = EVERYTHING, by: Order = "uncertainty", limit: int = 20, skip: str | None = None
    ) -> ClaimPage:
        """What `Review.queue` gives, whole; the total is of all that pass the filter."""
        now = self.now()
        return self._whole(now, queue(now, which, by, limit, skip))

    def _whole(self, now: Snapshot, found: Page) -> ClaimPage:
        rows = {row: ClaimKeys(now).key(row) for row in found.rows.tolist()}
        claims = self.ledger.claims_at(list(rows.values()))
        # A claim that went since the snapshot was taken is left out.
        listed = (
            ClaimRow(claims[key], head(now, int(now.article[row])), int(now.claims.comments[row]))
            for row, key in rows.items()
            if key in claims
        )
        return ClaimPage(found.total, found.next, tuple(listed))


def _agrees(connection: Connection, now: Snapshot) -> bool:
    """Whether these are the ledger's articles: not so where it is another one, restored or copied to its place."""
    count, total = connection.execute(select(func.count(), func.sum(articles.c.revision))).one()
    return (count, total or 0) == (len(now.articles.revision), int(now.articles.revision.sum(dtype=np.int64)))


def _identity(connection: Connection, where: str) -> str | None:
    """What tells a ledger from any other: where it is, and when it was first written to. None without a file."""
    started = connection.execute(select(runs.c.started).order_by(runs.c.number).limit(1)).scalar()
    if started is None or where == ":memory:":
        return None
    return f"{where if '://' in where else Path(where).resolve()} {started}"
