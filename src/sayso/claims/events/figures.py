"""Figures: objects with which a verb is none of its events: "mobilised voters", "gave his name", "fought the fire".

The verbs and their objects stand in the vocabulary `figures`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.events.classes import kinds
from sayso.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.claims.events.arguments import Arguments
    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.grammar.syntax import Syntax

COMPLETING = ("obj", "nsubj:pass", "iobj", "xcomp")
COMPLETING_AFTER = {"cut": frozenset({"on", "in", "across"}), "deliver": frozenset({"on"})}
"""Prepositions after which such an object may stand, too: "cut on the hand", "delivered on its pledges"."""


def is_figure(syntax: Syntax, verb: int, type_: str) -> bool:
    """Whether the verb's object makes it no event of this type."""
    lemmas = syntax.analysis.lemmas
    known = _objects().get(lemmas[verb])
    if known is None:
        return False
    objects = {lemmas[child] for child in syntax.children(verb, *COMPLETING)}
    after = COMPLETING_AFTER.get(lemmas[verb], ())
    objects |= {lemmas[child] for child in syntax.children(verb, "obl") if syntax.marker(child) in after}
    return any(type_ in types or not types for types, nouns in known if objects & nouns)


def is_private(syntax: Syntax, verb: int, lemma: str, trigger: Trigger, found: Arguments) -> bool:
    """Whether a verb of measures and aid tells what happens to one person or thing: "was cut in the crash", "sent him
    home", "the lane will be closed".
    """
    direct = found.direct if found.direct is not None else syntax.child(verb, "obj", "nsubj:pass")
    if direct is None:
        return False
    held = kinds(syntax, direct)
    if lemma == "cut":
        people = held & {"person", "official", "named_person", "pronoun"}
        return bool(people) and trigger.type in ("SANCTION", "COERCE") and syntax.child(verb, "compound:prt") is None
    if lemma == "send":
        alone = trigger.type == "AID" and bool(held & {"named_person", "pronoun"})
        single = "weapon" in held and not held & {"armed", "vehicle"} and syntax.analysis.xpos[direct] == "NN"
        return alone or (single and trigger.type in ("AID", "MOBILIZE"))
    return lemma == "close" and not found.agents and syntax.analysis.lemmas[direct] in words("way")


def is_vague(syntax: Syntax, thing: int | None) -> bool:
    """Whether it isn't told what is signed or strengthened: "papers of accession" and "the military presence" are."""
    if thing is None or syntax.analysis.lemmas[thing] not in ("presence", "document", "paper"):
        return False
    near = syntax.children(thing, "amod", "compound", "nmod", "nmod:unmarked")
    return not any(kinds(syntax, child) & {"martial", "armed", "policy"} for child in near)


@cache
def words(key: str) -> frozenset[str]:
    """The objects that the vocabulary lists under one key."""
    return frozenset(vocabulary.load("figures")[key].words["objects"])


@cache
def _objects() -> Mapping[str, list[tuple[frozenset[str], frozenset[str]]]]:
    """By verb: types that it is none of, or none for all, with the objects that make it so."""
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for key, term in vocabulary.load("figures").items():
        for verb in term.words["verbs"]:
            found.setdefault(verb, []).append((frozenset(term.words.get("types", ())), words(key)))
    return found
