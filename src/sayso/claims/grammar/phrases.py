"""Noun phrases as mentions: which words stand for an actor, without what is said of them.

A mention is the noun with what stands before it (its article left out) and an "of" phrase after it: "Turkish forces",
"two members of the army". Relative clauses, appositions and coordinated phrases are not part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.words.records import Mention

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

BEFORE = frozenset({"amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "flat", "advmod", "det"})
AFTER = frozenset({"flat", "nmod:desc", "compound", "fixed", "goeswith"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any"})
WHOLE = frozenset({"person", "organisation", "place", "facility", "military_unit"})
"""Labels of names that a mention never cuts."""
_LONGEST = 12
"""Words of a mention: longer ones come from a broken parse and are cut down to the head's own words."""


def bounds(syntax: Syntax, head: int) -> tuple[int, int]:
    """The range of the mention whose head this is."""
    relations = syntax.analysis.relations
    first, end = head, head + 1
    for child in reversed(syntax.dependents[head]):
        if child < head and relations[child] in BEFORE and _near(syntax, child, first):
            first = min(syntax.subtree(child)[0], first)
    for child in syntax.dependents[head]:
        near = child - end < 4 or (syntax.analysis.upos[head] == "NUM" and syntax.subtree(child)[0] == end)
        if child > head and near and (relations[child] in AFTER or _is_of(syntax, child)):
            end = max(_end(syntax, child), end)
    if end - first > _LONGEST:
        first, end = head, head + 1
    name = syntax.names[head]
    if name is not None and name.label in WHOLE:
        first, end = min(first, name.first), max(end, name.end)
    counted = {part for child in syntax.children(head, "nummod") for part in syntax.subtree(child)}
    while (
        first < head
        and first not in counted
        and (syntax.lower[first] in ARTICLES or syntax.analysis.upos[first] in ("PUNCT", "CCONJ", "ADP"))
    ):
        first += 1
    return first, end


def mention(syntax: Syntax, head: int) -> Mention:
    """The noun phrase with this head, or the one word of a nationality before a noun."""
    first, end = (head, head + 1) if syntax.analysis.upos[head] == "ADJ" else bounds(syntax, head)
    analysis = syntax.analysis
    return Mention(analysis.starts[first], analysis.ends[end - 1], analysis.slice(first, end))


def _near(syntax: Syntax, child: int, first: int) -> bool:
    """Whether only punctuation or hyphens stand between the dependent and the phrase so far."""
    last = syntax.subtree(child)[-1]
    return all(syntax.analysis.upos[between] == "PUNCT" for between in range(last + 1, first)) and first - last < 4


def _is_of(syntax: Syntax, child: int) -> bool:
    return syntax.analysis.relations[child] == "nmod" and syntax.marker(child) == "of"


def _end(syntax: Syntax, child: int) -> int:
    """Where the phrase of a dependent ends, without its own relative clauses and appositions."""
    return bounds(syntax, child)[1] if _is_of(syntax, child) else syntax.subtree(child)[-1] + 1
