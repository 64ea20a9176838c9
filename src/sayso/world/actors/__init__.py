"""Actors: the list of them, and which one each mention in an article means."""

from sayso.world.actors.actor_list import ActorList, Named
from sayso.world.actors.adding import add
from sayso.world.actors.findings import candidate
from sayso.world.actors.linking import Mentioned, link, mentions
from sayso.world.actors.proposals import Proposal, proposals
from sayso.world.actors.speaking import speaks_as
from sayso.world.actors.tables import Actor, ActorListError, Alias

__all__ = [
    "Actor",
    "ActorList",
    "ActorListError",
    "Alias",
    "Mentioned",
    "Named",
    "Proposal",
    "add",
    "candidate",
    "link",
    "mentions",
    "proposals",
    "speaks_as",
]
