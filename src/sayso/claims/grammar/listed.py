"""Whether a word is in a list of the vocabulary, by its dictionary form or, where the model errs, by its form."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.grammar.predicates import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.claims.grammar.syntax import Syntax


def is_listed(syntax: Syntax, word: int, term: str, use: str) -> bool:
    """Whether the word is in a list of the vocabulary `predicates`."""
    analysis = syntax.analysis
    return analysis.lemmas[word] in words(term, use) or syntax.lower[word] in _forms(term, use)


@cache
def all_of(*lists: tuple[str, str]) -> frozenset[str]:
    """All words of several lists (term and use), with their forms: no other word is listed in any."""
    return frozenset[str]().union(*(words(*known) | _forms(*known) for known in lists))


def inflected(verbs: Iterable[str]) -> frozenset[str]:
    """The regular forms of verbs: "believe" → believe, believes, believed, believing; "try" → tries."""
    single = [verb for verb in verbs if " " not in verb]
    return frozenset(
        form
        for verb in single
        for form in (verb, verb + "s", verb + "d", verb + "ed", verb.removesuffix("e") + "ing", *_of_y(verb))
    )


def _of_y(verb: str) -> tuple[str, ...]:
    return (verb[:-1] + "ies", verb[:-1] + "ied") if verb.endswith("y") else ()


@cache
def _forms(term: str, use: str) -> frozenset[str]:
    return inflected(words(term, use))
