"""Comments go over to the claims that take the place of those they were made on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from sayso.ledger.reader import claims_of
from sayso.ledger.review.applying import successor
from sayso.ledger.schema import comments
from sayso.words.records import Claim


def follow(connection: Connection, article_id: str, claims: Iterable[Claim]) -> None:
    """Before an article gets other claims: let comments follow those that go. Where nothing takes a claim's place, they
    stay with the article.
    """
    mine = comments.c.article_id == article_id
    noted = set(connection.execute(select(comments.c.claim_id).where(mine, comments.c.claim_id.is_not(None))).scalars())
    coming = {claim.claim_id: claim for claim in claims}
    if noted <= coming.keys():
        return
    standing = {claim.claim_id: claim for claim in claims_of(connection, article_id)}
    new = [claim for claim_id, claim in coming.items() if claim_id not in standing]
    for claim_id in noted & standing.keys() - coming.keys():
        if heir := successor(standing[claim_id], new):
            gone = comments.c.claim_id == claim_id
            connection.execute(update(comments).where(mine, gone).values(claim_id=heir.claim_id))
