"""Which claims to look at next: the same ones as by `sayso.ledger.review.queue`, out of the columns."""

from __future__ import annotations

import numpy as np

from sayso.columns.masks import mask
from sayso.columns.pages import walk
from sayso.columns.paging import Page
from sayso.columns.snapshot import Snapshot
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.review.queue import POOL, Order, mixed


def queue(
    now: Snapshot,
    which: Filter = EVERYTHING,
    by: Order = "uncertainty",
    limit: int = 20,
    skip: str | None = None,
) -> Page:
    """Rows in `claims` of the claims that pass the filter and that the reviewer `skip` hasn't decided about.

    `total` counts all that pass. There is no next page: each decision makes another queue.
    """
    passing = mask(now, which)
    waiting = passing if skip is None else passing & ~mask(now, Filter(review="any", reviewer=skip))
    way = walk(now, by)
    if by == "position":
        rows = way.page(waiting, limit, None).rows
    else:
        article, event_type = now.article, now.claims.event_type
        pool = way.page(waiting, limit * POOL, None).rows.tolist()
        rows = np.array(mixed(pool, lambda row: (int(article[row]), int(event_type[row])))[:limit], np.intp)
    return Page(int(np.count_nonzero(passing)), None, rows)
