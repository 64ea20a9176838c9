"""Which actor of the list a name means in an article, where several have it or it is also an ordinary word."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.world.actors import findings, offices
from sayso.world.actors.actor_list import Named
from sayso.world.actors.context import Context
from sayso.world.actors.findings import Finding
from sayso.world.actors.tables import Actor

_SURE, _SEAT, _PRESENT, _AT_HOME, _NOWHERE, _GONE, _STRANGE = 0.97, 0.96, 0.9, 0.68, 0.55, 0.5, 0.3
_LEAST = 0.5
"""Below this, a name is taken for something that the list doesn't hold."""
_FAMILIAR = 0.05
"""Share of the countries an article mentions, from which on an actor of that country is at home in it."""
_TIED = 0.6
"""What is left of a score where a second actor fits as well."""


def fitting(context: Context, text: str, named: Iterable[Named], owner: str | None) -> Finding | None:
    """The actor of a name that fits the article best, or None; `owner` is the state that stands beside the name."""
    weighed = sorted(((_fit(context, name, owner), _rank(context, name.actor), name) for name in named), key=_order)
    if not weighed or weighed[0][0] <= _LEAST:
        return None
    score, rank, best = weighed[0]
    rivals = [name.actor for _, _, name in weighed[1:]]
    tied = len(weighed) > 1 and weighed[1][:2] == (score, rank)
    sure = f"“{text}” is a name of {best.actor.name}."
    why = f"“{text}” may be {best.actor.name}, which fits this article." if best.doubtful else sure
    return findings.listed(best.actor, score * (_TIED if tied else 1), why, rivals)


def _rank(context: Context, actor: Actor) -> tuple[bool, int]:
    """Who of several people is meant more likely: whoever was in office on the article's date, or often was."""
    terms = context.actors.terms_of(actor.id)
    return context.date is not None and any(term.holds(context.date) for term in terms), len(terms)


def _order(weighed: tuple[float, tuple[bool, int], Named]) -> tuple[float, bool, int, str]:
    score, (in_office, terms), named = weighed
    return -score, not in_office, -terms, named.actor.id


def _fit(context: Context, named: Named, owner: str | None) -> float:
    """How well an actor fits the article, 0 … 1."""
    actor = named.actor
    gone = context.date is not None and not offices.within(context.date, actor.since, actor.until)
    if not named.doubtful:
        return _PRESENT if gone else _SEAT if named.seat else _SURE
    if gone:
        return _GONE
    if actor.id in context.present:
        return _PRESENT
    if not actor.countries:
        return _NOWHERE
    share = sum(context.countries.share(country) for country in actor.countries)
    at_home = owner in actor.countries if owner else share > _FAMILIAR
    return _AT_HOME + min(share, 1.0) / 10 if at_home else _STRANGE
