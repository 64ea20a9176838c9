"""What people decided about names: kept in the ledger, and stronger than what any run says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from sayso.ledger.errors import LedgerError, NotFoundError
from sayso.ledger.fulltext import folded
from sayso.ledger.schema import articles, corrections, resolutions
from sayso.ledger.search import fold
from sayso.words.records import MERGED, Correction, ResolutionKind


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction as the ledger keeps it: its number, from 1, when it was made, ISO time in UTC, and by whom."""

    number: int
    made: str
    correction: Correction
    reviewer: str | None = None


def add(connection: Connection, correction: Correction, reviewer: str | None) -> KeptCorrection:
    """Keep a correction. LedgerError where it names nothing."""
    if not correction.text.strip():
        raise LedgerError("a correction needs the name that it is about")
    made = datetime.now(UTC).isoformat(timespec="seconds")
    values = {
        "kind": correction.kind,
        "text": correction.text,
        "chosen_id": correction.id,
        "article_id": correction.article_id,
        "made": made,
        "reviewer": reviewer,
    }
    number = connection.execute(insert(corrections).values(values).returning(corrections.c.number)).scalar_one()
    return KeptCorrection(number, made, correction, reviewer)


def merge(connection: Connection, keep: str, ids: Sequence[str], reviewer: str | None) -> tuple[KeptCorrection, ...]:
    """Keep that actors are one. LedgerError where one of them is in no article, or is the one to keep."""
    held = (kept.correction for kept in read(connection))
    merged = {one.text.removeprefix(MERGED): one.id for one in held if one.text.startswith(MERGED)}
    if merged.get(keep):
        raise LedgerError(f"{keep} has been merged into {merged[keep]}; keep that one")
    known = set(connection.execute(select(resolutions.c.chosen_id).where(resolutions.c.chosen_id.in_(ids))).scalars())
    for one in ids:
        if one not in known or one == keep:
            raise LedgerError(f"no article has an actor {one!r} to merge; `sayso actors` shows ids")
    return tuple(add(connection, Correction("actor", MERGED + one, keep), reviewer) for one in dict.fromkeys(ids))


def remove(connection: Connection, number: int) -> KeptCorrection:
    """Take a correction back. LedgerError where there is none."""
    found = next((kept for kept in read(connection) if kept.number == number), None)
    if found is None:
        raise NotFoundError(f"there is no correction {number}")
    connection.execute(delete(corrections).where(corrections.c.number == number))
    return found


def read(connection: Connection) -> tuple[KeptCorrection, ...]:
    """Every correction, the first first."""
    rows = connection.execute(select(corrections).order_by(corrections.c.number))
    return tuple(
        KeptCorrection(
            row.number,
            row.made,
            Correction(cast("ResolutionKind", row.kind), row.text, row.chosen_id, row.article_id),
            row.reviewer,
        )
        for row in rows
    )


def forget(connection: Connection, changed: Iterable[KeptCorrection]) -> int:
    """Mark the articles that have such names as not looked up; returns how many they are."""
    affected = or_(*(_affected(kept.correction) for kept in changed))
    return connection.execute(update(articles).where(affected).values(world=None)).rowcount


def _affected(correction: Correction) -> ColumnElement[bool]:
    if correction.article_id is not None:
        return articles.c.article_id == correction.article_id
    if correction.text.startswith(MERGED):  # once they are merged, a resolution only shows which one they are now
        meant: ColumnElement[bool] = resolutions.c.chosen_id.in_([correction.text.removeprefix(MERGED), correction.id])
    else:
        meant = folded(resolutions.c.text).contains(fold(correction.text), autoescape=True)
    of_kind = select(resolutions.c.article_id).where(resolutions.c.kind == correction.kind, meant)
    return articles.c.article_id.in_(of_kind)
