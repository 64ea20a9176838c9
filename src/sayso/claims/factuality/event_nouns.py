"""What an event noun's own phrase says of whether it is there: its article, and what its verb wants of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.factuality import signatures
from sayso.claims.grammar.predicates import words as predicate_words

if TYPE_CHECKING:
    from sayso.claims.factuality.signatures import Signature
    from sayso.claims.grammar.syntax import Syntax

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
PURPOSED = frozenset({"suppose", "mean", "intend", "design", "aim"})
REFUSED = frozenset({"refuse", "decline"})


def has_purpose(syntax: Syntax, noun: int) -> bool:
    """Whether its verb tells what else it was to do: "the truce was meant to end this", but not "to begin"."""
    lemmas, verb = syntax.analysis.lemmas, syntax.analysis.heads[noun]
    if syntax.analysis.relations[noun] != "nsubj:pass" or lemmas[verb] not in PURPOSED:
        return False
    infinitive = syntax.child(verb, "xcomp")
    if infinitive is None or syntax.marker(infinitive) != "to" or syntax.is_passive(infinitive):
        return False
    return syntax.child(infinitive, "obj") is not None and lemmas[infinitive] not in predicate_words("light", "verb")


def is_open_object(syntax: Syntax, noun: int, head: int) -> bool:
    """Whether the noun is there only if its verb comes true: "would bring attacks", not "would end the attacks"."""
    objects = syntax.analysis.relations[noun] in ("obj", "nsubj:pass") or syntax.marker(noun) == "with"
    return objects and syntax.analysis.upos[head] == "VERB" and _is_indefinite(syntax, noun)


def is_turned_down(syntax: Syntax, noun: int, embedded: tuple[int, Signature]) -> bool:
    """ "Refused requests", "declined an invitation": it was made all the same, as what is refused otherwise is not."""
    lemmas = syntax.analysis.lemmas
    governor, _ = embedded
    return lemmas[governor] in REFUSED and lemmas[noun] in signatures.classes("nouns")


def _is_indefinite(syntax: Syntax, noun: int) -> bool:
    lemmas, relations = syntax.analysis.lemmas, syntax.analysis.relations
    return not any(
        relations[child] == "nmod:poss" or (relations[child] == "det" and lemmas[child] in DEFINITE)
        for child in syntax.dependents[noun]
    )
