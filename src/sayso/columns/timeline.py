"""Claims along time, by the dates of their events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from sayso.columns import days
from sayso.columns.counting import Pairs
from sayso.columns.masks import mask
from sayso.columns.presented import AHEAD, DENIED, HAPPENED, manner
from sayso.columns.snapshot import Numbers, Snapshot
from sayso.columns.texts import Rows
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter

Period = Literal["year", "month", "day"]
Choice = Period | Literal["auto"]
Ticks = np.ndarray[tuple[int], np.dtype[np.int64]]
"""Years, months or days since 1970."""
_UNITS: dict[Period, Literal["Y", "M", "D"]] = {"year": "Y", "month": "M", "day": "D"}
_MOST_DAYS, _MOST_MONTHS = 92, 120
"""Ticks that a page shows side by side and a person still tells apart: a quarter's days, ten years' months."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One stretch of the timeline: an ISO prefix and the claims whose event lies in it, by how they present it.

    `forecasts` are of events that will happen, are planned, demanded, possible or conditional. `deadlines` are claims,
    of any kind, by whose date something is to be done.
    """

    period: str
    claims: int
    happened: int
    denied: int
    forecasts: int
    articles: int
    deadlines: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """The ticks that hold claims, in order. `undated` claims have no date, or one less precise than the period."""

    period: Period
    ticks: tuple[Tick, ...]
    undated: int


def timeline(now: Snapshot, which: Filter = EVERYTHING, period: Choice = "auto") -> Timeline:
    """The claims that pass the filter and whose event has a date at least as precise as the period.

    LedgerError for another period than year, month, day and auto: the finest whose ticks are not too many.
    """
    if period not in (*_UNITS, "auto"):
        raise LedgerError(f"period is {period!r}; it must be one of {', '.join(get_args(Period))}, auto")
    rows = np.flatnonzero(mask(now, which))
    dated = rows[(now.claims.first[rows] != days.HIGHEST) & (now.claims.last[rows] != days.LOWEST)]
    chosen = _period(now.claims.first[dated], period)
    start = _ticks(now.claims.first[dated], chosen)
    same = start == _ticks(now.claims.last[dated], chosen)
    ticks = _counted(now, dated[same], start[same], chosen)
    return Timeline(chosen, ticks, undated=len(rows) - int(same.sum()))


def _period(first: Numbers, period: Choice) -> Period:
    if period != "auto":
        return period
    if not len(first):
        return "month"
    # A stray date, a century off, is not to decide.
    low, high = np.percentile(first, (5, 95))
    if high - low <= _MOST_DAYS:
        return "day"
    return "month" if (high - low) / 30 <= _MOST_MONTHS else "year"


def _ticks(day: Numbers, period: Period) -> Ticks:
    return day.astype("datetime64[D]").astype(f"datetime64[{_UNITS[period]}]").astype(np.int64)


def _counted(now: Snapshot, claims: Rows, ticks: Ticks, period: Period) -> tuple[Tick, ...]:
    if not len(claims):
        return ()
    lowest = int(ticks.min())
    code = (ticks - lowest).astype(np.int32)
    size, how = int(code.max()) + 1, manner(now)[claims]
    counts = [np.bincount(code, minlength=size)]
    counts += [np.bincount(code[how == kind], minlength=size) for kind in (HAPPENED, DENIED, AHEAD)]
    counts.append(Pairs(claims.astype(np.int32), code).articles(now, size))
    counts.append(np.bincount(code[now.claims.deadline[claims] > 0], minlength=size))
    filled = np.flatnonzero(counts[0])
    names = np.datetime_as_string((filled + lowest).astype(f"datetime64[{_UNITS[period]}]"))
    rows = np.stack(counts)[:, filled].T.tolist()
    return tuple(Tick(str(name), *row) for name, row in zip(names, rows, strict=True))
