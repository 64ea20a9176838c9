"""Clauses about a noun that tell something of it, and don't only say which one is meant.

They are set off ("the convoy, which left Hama, …"), their noun is ("…, a toll that Ankara disputes"), they tell the
time ("the week that he left") or say what the noun is about ("the belief that the truce would hold").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar.tags import FILLED, FINITE, RELATIVE
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

THAT = frozenset({"that", "whether"})
SET_OFF = frozenset({",", "–", "—", "--"})
INDEFINITE = frozenset({"a", "an"})
_CLIMB = 8
"""Conjuncts before one that are followed."""


def first_of(syntax: Syntax, word: int) -> int:
    """The first of the words that this one is coordinated with, or the word itself."""
    relations, heads = syntax.analysis.relations, syntax.analysis.heads
    for _ in range(_CLIMB):
        if relations[word] != "conj" or heads[word] < 0:
            break
        word = heads[word]
    return word


def is_set_off(syntax: Syntax, word: int) -> bool:
    """Whether a comma or dash sets the clause off: it adds a claim and doesn't say which one is meant."""
    analysis = syntax.analysis
    if analysis.relations[word] not in ("acl:relcl", "advcl:relcl"):
        return False
    first = min([word, *syntax.dependents[word]])
    if analysis.upos[first] == "PUNCT":
        return True
    return first > 0 and syntax.forms[first - 1] in SET_OFF


def adds(syntax: Syntax, word: int) -> bool:
    """Whether a relative clause tells something, and doesn't only say which one is meant.

    It is set off itself, its noun is ("…, a toll that Ankara disputes") or tells the time ("the week that he left").
    """
    if is_set_off(syntax, word):
        return True
    analysis = syntax.analysis
    noun = analysis.heads[word]
    if analysis.relations[word] != "acl:relcl" or noun < 0 or syntax.child(word, *FILLED) is None:
        return False
    timed = analysis.lemmas[noun] in vocabulary.load("predicates")["opening"].words["time"]
    if timed and not syntax.has(word, "obj", RELATIVE):
        return True
    first = syntax.subtree(noun)[0]
    beside = analysis.relations[noun] in ("appos", "parataxis") and syntax.has(noun, "det", INDEFINITE)
    return beside and syntax.forms[max(first, 1) - (not syntax.signs[first])] in SET_OFF


def is_by_the_way(syntax: Syntax, word: int) -> bool:
    """Whether the word is a finite verb of a relative clause that is set off: "Karim, who had met Hadi, said …".

    That somebody spoke "on condition of anonymity" is told of the speaking.
    """
    analysis = syntax.analysis
    if analysis.lemmas[word] in vocabulary.load("predicates")["functional"].words["scene"]:
        return False
    finite = analysis.xpos[word] in FINITE or syntax.child(word, "aux", "aux:pass", "cop") is not None
    return finite and is_set_off(syntax, first_of(syntax, word))


def is_noun_clause(syntax: Syntax, word: int) -> bool:
    """Whether the clause says what its noun is about: "the belief that the truce would hold"."""
    noun = syntax.analysis.heads[word]
    if syntax.marker(word) not in THAT or syntax.child(word, *FILLED) is None or noun < 0:
        return False
    lemma = syntax.analysis.lemmas[noun]
    reporting = vocabulary.load("predicates")["reporting"].words
    contentful = lemma in reporting["noun"] or lemma in reporting["content"]
    return contentful or syntax.analysis.upos[noun] == "ADJ"
