"""Articles with how many of their claims pass a filter, a page at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import numpy as np

from sayso.columns import paging
from sayso.columns.counting import Counts
from sayso.columns.masks import mask
from sayso.columns.pages import dated, ranks
from sayso.columns.paging import Key, Keys, Walk
from sayso.columns.snapshot import Snapshot
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.words.direction import right_to_left


@dataclass(frozen=True, slots=True)
class Head:
    """What a list of claims shows of their articles."""

    article_id: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its text: how many of its claims pass, and how many of those people decided about."""

    article_id: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    path: str | None
    words: int
    claims: int
    decided: int
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """How many articles there are, the cursor of the next page (None: this is the last), and this page's."""

    total: int
    next: str | None
    rows: tuple[ArticleRow, ...]


def articles(
    now: Snapshot, which: Filter = EVERYTHING, sort: str = "position", limit: int = 50, after: str | None = None
) -> ArticlePage:
    """Every article, or those with a claim that passes the filter, by `sort`, which `-` before it turns round.

    `sort` is position (by article_id), published, outlet, title or claims. LedgerError for another one, or a cursor
    that isn't this sort's.
    """
    passing = mask(now, which)
    size = len(now.article_ids)
    claims = np.bincount(now.article[passing], minlength=size)
    decided = np.bincount(now.article[passing & (now.claims.review > 0)], minlength=size)
    keys = _keys(now, sort, claims)
    listed = claims > 0 if which != EVERYTHING else np.ones(size, np.bool_)
    page = Walk(sort, keys, ArticleKeys(now)).page(listed, limit, after)
    rows = (_listed(now, row, int(claims[row]), int(decided[row])) for row in page.rows.tolist())
    return ArticlePage(page.total, page.next, tuple(rows))


def head(now: Snapshot, row: int) -> Head:
    """What a list shows of the article in a row of `articles`."""
    of = now.articles
    language = now.text("label", of.language[row])
    return Head(
        article_id=now.article_ids[row],
        title=now.text("head", of.title[row]),
        outlet=now.text("outlet", of.outlet[row]),
        published=now.text("date", of.published[row]),
        language=language,
        right_to_left=right_to_left(language),
    )


def _listed(now: Snapshot, row: int, claims: int, decided: int) -> ArticleRow:
    shown, of = head(now, row), now.articles
    return ArticleRow(
        article_id=shown.article_id,
        title=shown.title,
        outlet=shown.outlet,
        authors=msgspec.json.decode(now.text("head", of.authors[row]) or "[]", type=tuple[str, ...]),
        published=shown.published,
        language=shown.language,
        path=now.text("head", of.path[row]),
        words=int(of.words[row]),
        claims=claims,
        decided=decided,
        right_to_left=shown.right_to_left,
    )


@dataclass(frozen=True, slots=True)
class ArticleKeys:
    """Articles by their id."""

    now: Snapshot

    def key(self, row: int) -> Key:
        """Of a row in `articles`."""
        return self.now.article_ids[row], -1

    def row(self, key: Key) -> tuple[int, bool]:
        """The row of that article, or of the first after it; and whether it is there."""
        row = bisect_left(self.now.article_ids, key[0])
        return row, self.now.article_ids[row : row + 1] == (key[0],)


def _keys(now: Snapshot, sort: str, claims: Counts) -> Keys:
    known: dict[str, Callable[[], Keys]] = {
        "position": lambda: np.zeros(len(claims)),
        "published": lambda: dated(now.published[0]),
        "outlet": lambda: now.memo(ranks, now.tables["outlet"])[now.articles.outlet],
        "title": lambda: now.memo(ranks, now.tables["head"])[now.articles.title],
        "claims": lambda: claims.astype(np.float64),
    }
    name = sort.removeprefix("-")
    if name not in known:
        raise LedgerError(f"sort is {sort!r}; it must be one of {', '.join(known)}, or one with - before it")
    keys = known[name]()
    return paging.turned(keys) if sort != name else keys
