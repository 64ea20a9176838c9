"""Claims in some order, a page at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from sayso.columns import days, paging
from sayso.columns.masks import mask
from sayso.columns.paging import Key, Keys, Page, Walk
from sayso.columns.snapshot import Numbers, Snapshot, starts
from sayso.columns.texts import Codes, Texts
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter


def page(
    now: Snapshot, which: Filter = EVERYTHING, sort: str = "position", limit: int = 50, after: str | None = None
) -> Page:
    """Rows in `claims` of the claims that pass, by `sort`, one of `SORTS`; `-` before it turns it round.

    `after` is the cursor of the page before. LedgerError for another sort, or a cursor that isn't this sort's.
    """
    return walk(now, sort).page(mask(now, which), limit, after)


def walk(now: Snapshot, sort: str) -> Walk:
    """The way through all claims by a sort. LedgerError for another one."""
    return Walk(sort, _keys(now, sort), ClaimKeys(now))


@dataclass(frozen=True, slots=True)
class ClaimKeys:
    """Claims by their article and their position in it."""

    now: Snapshot

    def key(self, row: int) -> Key:
        """Of a row in `claims`."""
        return self.now.article_ids[self.now.article[row]], int(self.now.claims.position[row])

    def row(self, key: Key) -> tuple[int, bool]:
        """The row of that claim, or of the first after it; and whether it is there."""
        article_id, position = key
        ids = self.now.article_ids
        article = bisect_left(ids, article_id)
        start = int(self.now.article_starts[article])
        if article == len(ids) or ids[article] != article_id:
            return start, False
        positions = self.now.claims.position[start : self.now.article_starts[article + 1]].tolist()
        at = bisect_left(positions, position)
        return start + at, positions[at : at + 1] == [position]


def _keys(now: Snapshot, sort: str) -> Keys:
    name = sort.removeprefix("-")
    if name not in SORTS:
        raise LedgerError(f"sort is {sort!r}; it must be one of {', '.join(SORTS)}, or one with - before it")
    keys = SORTS[name](now)
    return now.memo(paging.turned, keys) if sort != name else keys


def ranks(table: Texts) -> Keys:
    """For each code, its text's place in alphabetical order, whatever its case and accents; None comes last."""
    folded = list(table.folded)
    order = sorted(range(1, len(folded)), key=folded.__getitem__)
    ranks = np.full(len(folded), np.inf)
    ranks[order] = np.arange(len(order))
    return ranks


def _alphabetical(table: Texts, codes: Codes) -> Keys:
    return ranks(table)[codes]


def _nearest(voices: Numbers, text: Codes) -> Codes:
    """The words of each claim's nearest source; 0 where the article speaks for itself."""
    first = np.minimum(starts(voices)[:-1], max(0, len(text) - 1))
    return np.where(voices > 0, text[first], 0).astype(np.int32) if len(text) else np.zeros(len(voices), np.int32)


def _of_article(keys: Keys, article: Codes) -> Keys:
    return keys[article]


def dated(day: Numbers) -> Keys:
    """Days as keys; none comes last."""
    return np.where((day == days.HIGHEST) | (day == days.LOWEST), np.inf, day)


def _uncertainty(confidence: Keys) -> Keys:
    return np.abs(confidence - 0.5)


def _by_label(column: str, now: Snapshot) -> Keys:
    return now.memo(_alphabetical, now.tables["label"], getattr(now.claims, column))


def _by_published(now: Snapshot) -> Keys:
    return now.memo(_of_article, now.memo(dated, now.published[0]), now.article)


def _by_outlet(now: Snapshot) -> Keys:
    return now.memo(_of_article, now.memo(_alphabetical, now.tables["outlet"], now.articles.outlet), now.article)


def _by_source(now: Snapshot) -> Keys:
    return now.memo(_alphabetical, now.tables["text"], now.memo(_nearest, now.claims.voices, now.voices.text))


SORTS: dict[str, Callable[[Snapshot], Keys]] = {
    "position": lambda now: now.memo(np.zeros_like, now.claims.confidence),
    "confidence": lambda now: now.claims.confidence,
    "uncertainty": lambda now: now.memo(_uncertainty, now.claims.confidence),
    "published": _by_published,
    "time": lambda now: now.memo(dated, now.claims.first),
    "outlet": _by_outlet,
    "event_type": partial(_by_label, "event_type"),
    "factuality": partial(_by_label, "factuality"),
    "source": _by_source,
}
"""What claims are sorted by. `uncertainty` is how near a confidence is to one half, the nearest first."""
