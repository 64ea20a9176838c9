"""Where else a text tells who bears a name: in front of the clause, by what the bearer has, beside the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar.tags import SUBJECTS

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Named

POLITE = frozenset({"mr", "mrs", "ms", "miss"})
FRONTED = ("advcl", "dislocated", "obl", "nsubj:outer", "appos", "nmod:desc", "parataxis")
"""How parsers hang a description without a verb that stands before its subject."""


def in_front(syntax: Syntax, name: int) -> int | None:
    """The noun that describes a subject from the front of its clause: "Now the region's governor, Hasan left"."""
    analysis = syntax.analysis
    if name < 2 or syntax.forms[name - 1] != "," or analysis.relations[name] not in SUBJECTS:
        return None
    for noun in syntax.children(analysis.heads[name], *FRONTED):
        plain = noun < name and analysis.upos[noun] == "NOUN" and not syntax.marker(noun)
        if plain and syntax.child(noun, "cop", "case", "mark", "nsubj") is None and _reaches(syntax, noun, name - 1):
            return noun
    return None


def name_behind(syntax: Syntax, noun: int) -> int | None:
    """The name behind a comma that the parser hung on an office's place: "the governor of Hama, Ali Hasan"."""
    analysis = syntax.analysis
    if analysis.upos[noun] != "NOUN" or analysis.xpos[noun] == "NNS":
        return None
    for place in syntax.children(noun, "nmod"):
        name = None if syntax.labels[place] == "person" else syntax.child(place, "appos")
        named = None if name is None else syntax.names[name]
        apart = named is not None and place < named.first and syntax.forms[named.first - 1] == ","
        if apart and name is not None and syntax.labels[name] == "person" and analysis.upos[place] == "PROPN":
            return name
    return None


def _reaches(syntax: Syntax, noun: int, comma: int) -> bool:
    """Whether nothing but the description stands before the comma."""
    inside = set(syntax.subtree(noun))
    return all(word in inside for word in range(noun, comma))


def campaigns(syntax: Syntax, name: int, candidacies: frozenset[str], settings: frozenset[str]) -> bool:
    """Whether the name's bearer has what candidates have, or says something where they do."""
    analysis = syntax.analysis
    relation, head = analysis.relations[name], analysis.heads[name]
    if relation in ("nmod:poss", "compound"):
        owned = {analysis.lemmas[word] for word in (head, name + 1) if name < word < len(analysis.lemmas)}
        return not owned.isdisjoint(candidacies)
    if relation != "nsubj" or head not in syntax.cued:
        return False
    return any(_phrase(syntax, place) in settings for place in syntax.children(head, "obl", "obj", "iobj"))


def _phrase(syntax: Syntax, noun: int) -> str:
    """The noun with a noun right before it that tells which: "campaign stop"."""
    lemmas = syntax.analysis.lemmas
    return f"{lemmas[noun - 1]} {lemmas[noun]}" if syntax.analysis.heads[noun - 1] == noun else lemmas[noun]


def is_of(syntax: Syntax, noun: int, bodies: frozenset[str]) -> bool:
    """Whether the noun is of one of these: "the captain of the school's team", "the team captain"."""
    of = (word for word in syntax.children(noun, "nmod", "compound", "nmod:poss"))
    return any(syntax.analysis.lemmas[word] in bodies and syntax.marker(word) in ("", "of", "'s", "’s") for word in of)


def is_namesake(syntax: Syntax, named: Named, other: Named) -> bool:
    """Whether another name is the same, or a fuller one with the same last word."""
    if syntax.lower[named.first : named.end] == syntax.lower[other.first : other.end]:
        return True
    short = named.end - named.first == 1 or syntax.lower[named.first].rstrip(".") in POLITE
    return short and other.end - other.first > 1 and syntax.lower[other.end - 1] == syntax.lower[named.end - 1]
