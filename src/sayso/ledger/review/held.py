"""Decisions as the tables hold them, and what the writer asks of them whenever it writes an article's claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, insert, select

from sayso.ledger.review import naming
from sayso.ledger.review.applying import apply, settle_all
from sayso.ledger.review.records import Decision, Edit, Verdict
from sayso.ledger.rows import Stored
from sayso.ledger.schema import decisions, given
from sayso.words.records import Claim, Reading


def read(connection: Connection, *conditions: ColumnElement[bool]) -> list[Decision]:
    """The decisions that meet the conditions, in the order they were made."""
    query = select(decisions).where(*conditions).order_by(decisions.c.number)
    return [decision_of(row) for row in connection.execute(query)]


def latest(connection: Connection, conditions: Sequence[ColumnElement[bool]], limit: int | None) -> list[Decision]:
    """The last of those that meet the conditions, the very last first."""
    query = select(decisions).where(*conditions).order_by(decisions.c.number.desc()).limit(limit)
    return [decision_of(row) for row in connection.execute(query)]


def holding(connection: Connection, article_id: str) -> list[Decision]:
    """The decisions about an article's claims that were not taken back."""
    return read(connection, decisions.c.article_id == article_id, decisions.c.undone.is_(None))


def decision_of(row: Stored) -> Decision:
    """The decision of a row of `decisions`."""
    return Decision(
        number=row.number,
        article_id=row.article_id,
        claim_id=row.claim_id,
        verdict=msgspec.convert(row.verdict, Verdict),
        edit=None if row.edit is None else msgspec.convert(row.edit, Edit),
        before=None if row.before is None else msgspec.convert(row.before, Claim),
        reviewer=row.reviewer,
        made=row.made,
        final=bool(row.final),
        undone=row.undone,
    )


def apply_to(connection: Connection, reading: Reading) -> Reading:
    """A model's reading of an article with what people decided before; its names are to be looked up again then."""
    held = holding(connection, reading.article.article_id)
    if not held:
        return reading
    applied = apply(reading.article, reading.claims, held)
    give(connection, reading.article.article_id, applied.given.values())
    return replace(reading, claims=applied.claims, world="")


def keep_names(connection: Connection, reading: Reading) -> Reading:
    """A reading whose names were looked up, with the places and times that people marked in the model's place."""
    held = holding(connection, reading.article.article_id)
    if not held:
        return reading
    edits = {one.claim.claim_id: one.edit for one in settle_all(reading.article, held) if one.kept}
    claims = (naming.kept(reading, claim, edits.get(claim.claim_id)) for claim in reading.claims)
    return replace(reading, claims=tuple(claims))


def models_claims(connection: Connection, article_id: str, standing: Iterable[Claim]) -> list[Claim]:
    """The claims of an article as the model gave them, where `standing` are those that stand."""
    rows = connection.execute(select(given.c.claim).where(given.c.article_id == article_id)).scalars()
    return [*(claim for claim in standing if claim.review is None), *msgspec.convert(list(rows), list[Claim])]


def give(connection: Connection, article_id: str, claims: Iterable[Claim]) -> None:
    """Keep the model's claims that give way to what people decided."""
    connection.execute(delete(given).where(given.c.article_id == article_id))
    rows = [
        {"article_id": article_id, "claim_id": claim.claim_id, "claim": msgspec.to_builtins(claim)} for claim in claims
    ]
    if rows:
        connection.execute(insert(given), rows)
