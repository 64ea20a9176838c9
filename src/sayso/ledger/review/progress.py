"""How far people have got."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, func, select

from sayso.ledger.conditions import Condition, conditions
from sayso.ledger.filter import Filter
from sayso.ledger.review.records import Progress
from sayso.ledger.schema import claims, decisions


def progress(connection: Connection, which: Filter) -> Progress:
    """Of the claims that pass the filter; where it says nothing of review, of the rejected too."""
    wanted = conditions(replace(which, review="any") if which.review is None else which)
    total = connection.execute(select(func.count()).select_from(claims).where(*wanted)).scalar_one()
    # Few claims are decided about: to seek those is quicker than to look at the state of every one.
    about = claims.c.claim_id.in_(select(decisions.c.claim_id).where(decisions.c.undone.is_(None)))
    of_state = select(claims.c.review, func.count()).where(about, *wanted).group_by(claims.c.review)
    states = dict(map(tuple, connection.execute(of_state.order_by(claims.c.review))))
    return Progress(total, sum(states.values()), states, _by_reviewer(connection, wanted))


def _by_reviewer(connection: Connection, wanted: list[Condition]) -> dict[str, int]:
    made = decisions.alias()  # a condition may ask for decisions, too
    count = func.count(made.c.claim_id.distinct())
    query = (
        select(made.c.reviewer, count)
        .join(claims, claims.c.claim_id == made.c.claim_id)
        .where(made.c.undone.is_(None), *wanted)
        .group_by(made.c.reviewer)
        .order_by(count.desc(), made.c.reviewer)
    )
    return dict(map(tuple, connection.execute(query)))
