"""What a word stands for, as far as events ask for it: who can act, what can be hit.

The kinds are the keys of the vocabulary `noun_classes`, and: "named_person", "nationality" and "document" for
entities, "name" for a name of no label, "pronoun", "thing" (it), "number" and "time".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.syntax import Syntax

Kinds = frozenset[str]

NONE: Kinds = frozenset()
NAME: Kinds = frozenset({"name"})
ARMED: Kinds = frozenset({"armed"})
NUMBER: Kinds = frozenset({"number"})
PRONOUN: Kinds = frozenset({"pronoun"})
THING: Kinds = frozenset({"thing"})
TIME: Kinds = frozenset({"time"})
OF_LABEL: Mapping[str, Kinds] = {
    "person": frozenset({"named_person"}),
    "organisation": frozenset({"organisation"}),
    "place": frozenset({"place"}),
    "facility": frozenset({"facility"}),
    "nationality": frozenset({"nationality"}),
    "military_unit": frozenset({"armed"}),
    "weapon": frozenset({"weapon"}),
    "vehicle": frozenset({"vehicle"}),
    "document": frozenset({"document"}),
    "time": TIME,
    "money": frozenset({"goods"}),
}
TELLING = frozenset({"organisation", "facility", "vehicle", "military_unit", "nationality"})
"""Labels beside which the noun itself still says something: "the Free Syrian Army" is armed."""
OTHERS = frozenset({"he", "she", "they", "we", "him", "her", "them", "us"})
PEOPLE = OTHERS | {"i", "you", "me", "who", "whom", "everyone", "someone", "many", "both"}
ACTORS = frozenset(
    {
        *("armed", "person", "official", "organisation", "place", "nationality"),
        *("named_person", "pronoun", "name", "number"),
    }
)
"""Who can do something to somebody, or have it done to them."""
TARGETS = frozenset({"armed", "person", "facility", "vehicle", "place", "number", "nationality"})
"""What is hit in the literal sense, if it is hit."""
DATING = frozenset({"nummod", "obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:unmarked"})
"""Relations in which a bare number is a date or a measure, and nobody."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today yesterday tomorrow tonight year month week day night morning afternoon evening "
    "hour minute decade century time".split()
)
INERT = frozenset({"nature", "market", "policy", "goods", "document", "martial", "time"})


@cache
def _of_nouns() -> Mapping[str, Kinds]:
    found: dict[str, set[str]] = {}
    for key, term in vocabulary.load("noun_classes").items():
        for noun in term.words["nouns"]:
            found.setdefault(noun, set()).add(key)
    return {noun: frozenset(keys) for noun, keys in found.items()}


def kinds(syntax: Syntax, word: int) -> Kinds:
    """What the word, the head of a phrase, stands for; empty if that is not known."""
    upos, lemma = syntax.analysis.upos[word], syntax.analysis.lemmas[word]
    if upos in ("PRON", "DET"):
        return PRONOUN if lemma in PEOPLE else THING if lemma == "it" else NONE
    label = syntax.labels[word]
    if lemma in CALENDAR or label == "time":
        return TIME
    if upos == "NUM":
        return NUMBER if syntax.analysis.relations[word] not in DATING else NONE
    if label == "place" and "armed" in _of_nouns().get(lemma, NONE):
        return ARMED
    by_lemma, by_label = _of_nouns().get(lemma, NONE), OF_LABEL.get(label)
    if by_label is not None:
        return by_label | by_lemma if label in TELLING or upos != "PROPN" else by_label
    return by_lemma or (NAME if upos == "PROPN" and not label else NONE)


def is_actor(syntax: Syntax, word: int) -> bool:
    """Whether the phrase can stand for somebody who acts or is acted on."""
    return bool(kinds(syntax, word) & ACTORS)


def is_substantive(syntax: Syntax, word: int) -> bool:
    """Whether the phrase tells who is meant: a name or noun, or a pronoun for others than the two who talk."""
    return syntax.analysis.upos[word] not in ("PRON", "DET") or syntax.analysis.lemmas[word] in OTHERS


def is_inert(found: Kinds) -> bool:
    """Whether what is known of the word rules out that it acts: a flood, a market, a plan."""
    return bool(found & INERT) and not found & ACTORS
