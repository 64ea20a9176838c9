"""Who the actors of a ledger are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import resolutions
from sayso.words import lines


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as the list or the ledger knows it. `type` is a key of the vocabulary `actor_kinds`, or "unlisted"."""

    actor_id: str
    name: str
    type: str
    country: str | None


Actors = Mapping[str, Actor]
"""By id."""


def read(ledger: Ledger) -> Actors:
    """Every actor that some mention was taken to mean."""
    known = resolutions.c
    query = (
        select(known.chosen_id, func.min(known.name), func.min(known.type), func.max(known.country))
        .where(known.kind == "actor", known.chosen_id.is_not(None))
        .group_by(known.chosen_id)
    )
    with ledger.transaction() as connection:
        rows = connection.execute(query).all()
    found = (Actor(key, lines.one_line(name or "") or key, kind or "unlisted", land) for key, name, kind, land in rows)
    return {actor.actor_id: actor for actor in found if actor.name.strip()}
