"""Rows in some order, a page at a time.

A page ends with a cursor: where its last row stands by the order and by article and position. So the next page begins
right after it, though claims came, went or changed in between.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.columns.texts import Mask, Rows
from sayso.ledger.errors import LedgerError

Keys = NDArray[np.float64]
"""What rows are sorted by, lowest first; rows of equal keys stay in the order of the ledger, and `inf` comes last."""
Key = tuple[str, int]
"""The article of a row, and a claim's position in it; -1 for the article itself."""


@dataclass(frozen=True, eq=False)
class Page:
    """How many rows pass, the cursor of the next page (None: this is the last), and this page's rows."""

    total: int
    next: str | None
    rows: Rows


class Cursor(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Where a page ended."""

    sort: str
    value: float | None
    key: Key


class Level(Protocol):
    """What is listed: rows that have keys, in the order of these."""

    def key(self, row: int) -> Key:
        """The key of a row."""

    def row(self, key: Key) -> tuple[int, bool]:
        """The row of a key, or of the first key after it; and whether that key is there."""


@dataclass(frozen=True, eq=False)
class Walk:
    """A way through the rows of a level by `keys`. No order of all is kept: a page is picked out of what passes."""

    sort: str
    keys: Keys
    level: Level

    def page(self, passing: Mask, limit: int, after: str | None) -> Page:
        """The rows that pass, after a cursor. LedgerError where the cursor is no such thing, or of another sort."""
        rows = np.flatnonzero(passing)
        left = rows if after is None else self._later(rows, after)
        found = self._first(left, limit)
        more = 0 < limit < len(left)
        return Page(len(rows), self._cursor(int(found[-1])) if more else None, found)

    def _first(self, rows: Rows, limit: int) -> Rows:
        """The first so many of the rows, which come by number."""
        keys = self.keys[rows]
        if limit < len(rows):
            last = np.partition(keys, limit)[limit]
            before = np.flatnonzero(keys < last)
            chosen = np.concatenate([before, np.flatnonzero(keys == last)[: limit - len(before)]])
            rows, keys = rows[chosen], keys[chosen]
        return rows[np.argsort(keys, kind="stable")]

    def _later(self, rows: Rows, after: str) -> Rows:
        """The rows that come after that of a cursor, or after where it was."""
        cursor = _read(after)
        if cursor is None or cursor.sort != self.sort:
            raise LedgerError(f"there is no page after {after!r} by {self.sort}; start again without it")
        row, there = self.level.row(cursor.key)
        was = np.inf if cursor.value is None else cursor.value
        key = float(self.keys[row]) if there else was
        keys = self.keys[rows]
        later: Mask = (keys > key) | ((keys == key) & (rows > row if there else rows >= row))
        return rows[later]

    def _cursor(self, row: int) -> str:
        value = float(self.keys[row])
        cursor = Cursor(self.sort, None if np.isinf(value) else value, self.level.key(row))
        return urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def _read(text: str) -> Cursor | None:
    try:
        return msgspec.json.decode(urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=Cursor)
    except (ValueError, msgspec.MsgspecError):
        return None


def turned(keys: Keys) -> Keys:
    """The keys that sort the other way round; `inf` comes last here too."""
    return np.where(np.isinf(keys), keys, -keys)
