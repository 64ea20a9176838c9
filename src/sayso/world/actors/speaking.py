"""As what a listed actor speaks: what the text doesn't say of a source, the list may."""

from __future__ import annotations

from functools import cache

from sayso.words import vocabulary
from sayso.world.actors.actor_list import ActorList


def speaks_as(listed: ActorList, actor_id: str, date: str | None) -> str | None:
    """The kind of source that an actor is, a key of the vocabulary `source_kinds`; None where the list doesn't tell.

    A person is what the body is in which they held an office on the date, an ISO prefix, if all such are alike; where
    there is no date, all that they ever held.
    """
    actor = listed.get(actor_id)
    if actor is None or actor.kind != "person":
        return None if actor is None else _kinds().get(actor.kind)
    held = (listed.office(term.office) for term in listed.terms_of(actor_id) if date is None or term.holds(date))
    bodies = (listed.get(office.body) for office in held if office is not None and office.body)
    found = {_kinds().get(body.kind) for body in bodies if body is not None}
    return found.pop() if len(found) == 1 else None


@cache
def _kinds() -> dict[str, str]:
    """The kind of source that each kind of actor is."""
    terms = vocabulary.load("source_kinds").items()
    return {kind: key for key, term in terms for kind in term.words.get("actor", ())}
