"""Tolls: who died of force, where no verb of force tells it: "died in an airstrike", "nine civilian deaths", "lost ten
fighters". Who died of anything else was not killed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.events.classes import kinds
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

AMID = frozenset({"in", "during", "from", "by", "under", "amid"})
ACCIDENTS = frozenset({"operation", "fire", "blast", "explosion"})
"""What force stands behind only now and then."""


def undergoes(syntax: Syntax, verb: int) -> bool:
    """Whether a verb tells a loss of its subject's."""
    return syntax.analysis.lemmas[verb] in words("losing")


def fallen(syntax: Syntax, verb: int) -> list[int]:
    """The places of which a verb tells that they fell: "Saraqib fell to the rebels"; shells that fall are none."""
    subject = syntax.agent(verb) if syntax.analysis.lemmas[verb] == "fall" else None
    places = [] if subject is None else syntax.conjuncts(subject)
    return [] if any("weapon" in kinds(syntax, place) for place in places) else places


def is_loss(syntax: Syntax, verb: int) -> bool:
    """Whether somebody died of force or lost fighters."""
    if syntax.analysis.lemmas[verb] != "die":
        lost = syntax.child(verb, "obj")
        return lost is not None and _are_fighters(syntax, lost)
    lemmas = syntax.analysis.lemmas
    amid = (word for word in syntax.children(verb, "obl") if syntax.marker(word) in AMID)
    return any("weapon" in kinds(syntax, word) and lemmas[word] not in ACCIDENTS for word in amid)


def dead(syntax: Syntax, noun: int) -> list[int]:
    """Who is dead before a noun of tolls: "civilian deaths", where nobody else is told to do it."""
    if syntax.analysis.lemmas[noun] not in words("tolls"):
        return []
    before = syntax.children(noun, "amod", "compound", "nmod:unmarked")
    return [word for word in before if word < noun and syntax.analysis.lemmas[word] in words("slain")]


def _are_fighters(syntax: Syntax, lost: int) -> bool:
    held = kinds(syntax, lost)
    return "armed" in held and "vehicle" not in held and syntax.analysis.xpos[lost] != "NN"


@cache
def words(use: str) -> frozenset[str]:
    """The words that the vocabulary lists for tolls."""
    return frozenset(vocabulary.load("event_types")["ASSAULT"].words[use])
