"""What people decided about names: kept in the ledger, and stronger than what any run says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from sayso.ledger.errors import LedgerError
from sayso.ledger.fulltext import folded
from sayso.ledger.schema import articles, corrections, resolutions
from sayso.ledger.search import fold
from sayso.words.records import Correction, ResolutionKind


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction as the ledger keeps it: its number, from 1, and when it was made, ISO time in UTC."""

    number: int
    made: str
    correction: Correction


def add(connection: Connection, correction: Correction) -> int:
    """Keep a correction; the articles whose names it speaks of are to be looked up again. Returns their number."""
    if not correction.text.strip():
        raise LedgerError("a correction needs the name that it is about")
    number = connection.execute(select(func.coalesce(func.max(corrections.c.number), 0))).scalar_one() + 1
    connection.execute(
        insert(corrections).values(
            number=number,
            kind=correction.kind,
            text=correction.text,
            chosen_id=correction.id,
            article_id=correction.article_id,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
        )
    )
    return _forget(connection, correction)


def remove(connection: Connection, number: int) -> int:
    """Take a correction back; returns how many articles are to be looked up again. LedgerError where there is none."""
    found = next((decision for decision in read(connection) if decision.number == number), None)
    if found is None:
        raise LedgerError(f"there is no correction {number}")
    connection.execute(delete(corrections).where(corrections.c.number == number))
    return _forget(connection, found.correction)


def read(connection: Connection) -> tuple[Decision, ...]:
    """Every correction, the first first."""
    rows = connection.execute(select(corrections).order_by(corrections.c.number))
    return tuple(
        Decision(
            row.number,
            row.made,
            Correction(cast("ResolutionKind", row.kind), row.text, row.chosen_id, row.article_id),
        )
        for row in rows
    )


def _forget(connection: Connection, correction: Correction) -> int:
    """Mark the articles that have such a name as not looked up."""
    named = folded(resolutions.c.text).contains(fold(correction.text), autoescape=True)
    affected = select(resolutions.c.article_id).where(resolutions.c.kind == correction.kind, named)
    here: ColumnElement[bool] = articles.c.article_id.in_(affected)
    if correction.article_id is not None:
        here = articles.c.article_id == correction.article_id
    return connection.execute(update(articles).where(here).values(world=None)).rowcount
