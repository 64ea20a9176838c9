"""Whom "who" and "which" stand for: the noun that the relative clause belongs to, or the one right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.sources import mentions

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.mentions import Mention


def find(syntax: Syntax, pronoun: int) -> Mention | None:
    """The noun phrase that the relative clause belongs to, or the one right before where that is nobody; no date."""
    beside = (noun for noun in (_head(syntax, pronoun), _before(syntax, pronoun)) if noun is not None)
    nouns = [noun for noun in beside if syntax.labels[noun] != "time"]
    found = [mentions.of_noun(syntax, _name_of(syntax, noun)) for noun in nouns]
    if not found:
        return None
    who = syntax.analysis.lemmas[pronoun] == "who"
    joined = len(nouns) > 1 and nouns[1] in syntax.conjuncts(nouns[0])
    is_name = syntax.analysis.upos[nouns[-1]] == "PROPN" and syntax.labels[nouns[-1]] != "place"
    return found[-1] if joined or (who and not found[0].is_person and is_name) else found[0]


def _head(syntax: Syntax, pronoun: int) -> int | None:
    for word in syntax.ancestors(pronoun):
        if syntax.analysis.relations[word] == "acl:relcl":
            head = syntax.analysis.heads[word]
            return head if 0 <= head < pronoun else None
    return None


def _before(syntax: Syntax, pronoun: int) -> int | None:
    """The noun right before the pronoun, over a comma."""
    before = pronoun - 2 if pronoun > 1 and syntax.forms[pronoun - 1] == "," else pronoun - 1
    same = before >= 0 and syntax.sentence[before] == syntax.sentence[pronoun]
    return before if same and syntax.analysis.upos[before] in ("NOUN", "PROPN") else None


def _name_of(syntax: Syntax, noun: int) -> int:
    """The name that a description is in apposition to: "Hasan, now the minister, who"."""
    head = syntax.analysis.heads[noun]
    beside = syntax.analysis.relations[noun] == "appos" and syntax.analysis.upos[head] == "PROPN"
    return head if beside and syntax.labels[head] != "place" else noun
