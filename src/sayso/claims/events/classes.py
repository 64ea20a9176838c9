"""What a word stands for, as far as events ask for it: who can act, what can be hit.

The kinds are the keys of the vocabulary `noun_classes`, and: "named_person", "nationality" and "document" for
entities, "name" for a name of no label, "pronoun", "thing" (it), "number" and "time".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.events import lexicon
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Named

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
ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "somebody"})
PEOPLE = OTHERS | ANYBODY | {"i", "you", "me", "who", "whom", "many", "both"}
ACTORS = frozenset(
    {
        *("armed", "person", "official", "organisation", "place", "nationality"),
        *("named_person", "pronoun", "name", "number"),
    }
)
"""Who can do something to somebody, or have it done to them."""
TARGETS = frozenset({"armed", "person", "facility", "vehicle", "place", "number", "nationality"})
"""What is hit in the literal sense, if it is hit."""
FORCE = frozenset({"armed", "weapon", "vehicle"})
"""What force is used by or with."""
DATING = frozenset({"nummod", "obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:unmarked"})
"""Relations in which a bare number is a date or a measure, and nobody."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today yesterday tomorrow tonight year month week day night morning afternoon evening "
    "hour minute decade century time".split()
)
CONTAINERS = frozenset(
    "number range group dozen score ten hundred thousand million couple handful majority band mob crowd wave pair "
    "lot most some all several half last rest series string spate barrage salvo volley".split()
)
"""Nouns that count or gather what "of" introduces after them."""
_NESTED = 3
"""Numbers and groups within each other that are looked through."""
MASS = frozenset({"justice", "force", "intelligence", "authority", "security", "leadership"})
"""Nouns that without an article or a plural stand for nobody: "demanded justice", "the use of force"."""
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
    word = members(syntax, word)
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
    if lemma in MASS and upos == "NOUN" and not label and _is_mass(syntax, word):
        return NONE
    by_lemma = _of_nouns().get(lemma) or _of_nouns().get(syntax.lower[word], NONE)
    by_label = OF_LABEL.get(label)
    if by_label is not None:
        return by_label | by_lemma if label in TELLING or upos != "PROPN" else by_label
    named = upos == "PROPN" and not label and lemma.lower() not in lexicon.load().nouns  # "Cessation of Hostilities"
    return by_lemma or (NAME if named else NONE)


def _is_mass(syntax: Syntax, noun: int) -> bool:
    """Whether a noun is neither counted nor anybody's."""
    single = syntax.analysis.xpos[noun] == "NN"
    return single and syntax.child(noun, "det", "nmod:poss", "compound", "amod", "nummod") is None


def members(syntax: Syntax, word: int) -> int:
    """Of whom there are so many: "fighters" in "a group of fighters" and in "tens of thousands of fighters"."""
    for _ in range(_NESTED):
        if syntax.analysis.lemmas[word] not in CONTAINERS:
            break
        phrases = (child for child in syntax.children(word, "nmod") if child > word and syntax.marker(child) == "of")
        word = next(phrases, word)
    return word


def is_place_name(syntax: Syntax, name: Named) -> bool:
    """Whether what the model took for a place is one by its words: no "supply route", no "Kurds", no "VBIED"."""
    last = max(range(name.first, name.end), key=lambda word: not name.first <= syntax.analysis.heads[word] < name.end)
    known = _of_nouns().get(syntax.analysis.lemmas[last], NONE)
    if not any(syntax.forms[word][0].isupper() for word in range(name.first, name.end)):
        return False
    named = {"place", "organisation", *(["facility"] if syntax.forms[last][0].isupper() else [])}
    return not known or bool(known & named)


def is_actor(syntax: Syntax, word: int) -> bool:
    """Whether the phrase can stand for somebody who acts or is acted on."""
    return bool(kinds(syntax, word) & ACTORS)


def is_substantive(syntax: Syntax, word: int) -> bool:
    """Whether the phrase tells who is meant: a name or noun, or a pronoun for others than the two who talk; "anyone who
    approached" does, too.
    """
    if syntax.analysis.upos[word] not in ("PRON", "DET") or syntax.analysis.lemmas[word] in OTHERS:
        return True
    return syntax.analysis.lemmas[word] in ANYBODY and syntax.child(word, "acl:relcl", "acl") is not None


def is_inert(found: Kinds) -> bool:
    """Whether what is known of the word rules out that it acts: a flood, a market, a plan."""
    return bool(found & INERT) and not found & ACTORS
