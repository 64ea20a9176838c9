"""What people note of claims and articles."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, exists, insert, select

from sayso.ledger import writer
from sayso.ledger.errors import LedgerError, NotFoundError
from sayso.ledger.review.records import Comment
from sayso.ledger.schema import articles, claims, comments

_LONGEST = 10_000


def add(connection: Connection, article_id: str, claim_id: str | None, text: str, reviewer: str) -> Comment:
    """Keep a comment. LedgerError where it is empty or too long, or there is no such article or claim."""
    text = text.replace("\0", "").strip()  # PostgreSQL can't keep it
    if not 0 < len(text) <= _LONGEST:
        raise LedgerError(f"a comment has 1 to {_LONGEST:,} characters; this one has {len(text):,}")
    if not reviewer.strip():
        raise LedgerError("a comment needs the name of who makes it")
    if not connection.execute(select(exists().where(articles.c.article_id == article_id))).scalar():
        raise NotFoundError(f"there is no article {article_id!r}")
    own = claims.c.article_id == article_id, claims.c.claim_id == claim_id
    if claim_id is not None and not connection.execute(select(exists().where(*own))).scalar():
        raise NotFoundError(f"the article has no claim {claim_id!r}")
    made = datetime.now(UTC).isoformat(timespec="seconds")
    values = {"article_id": article_id, "reviewer": reviewer, "made": made, "text": text}
    values |= {"claim_id": claim_id} if claim_id else {}
    number = connection.execute(insert(comments).values(values).returning(comments.c.number)).scalar_one()
    writer.touch(connection, [article_id])
    return Comment(number, article_id, claim_id, reviewer, made, text)


def read(connection: Connection, article_id: str | None, claim_id: str | None, limit: int | None) -> list[Comment]:
    """The comments on an article or a claim, or all; the latest `limit` of them, in the order they were made."""
    query = select(comments).order_by(comments.c.number.desc()).limit(limit)
    if article_id is not None:
        query = query.where(comments.c.article_id == article_id)
    if claim_id is not None:
        query = query.where(comments.c.claim_id == claim_id)
    rows = connection.execute(query).all()
    return [Comment(r.number, r.article_id, r.claim_id, r.reviewer, r.made, r.text) for r in reversed(rows)]
