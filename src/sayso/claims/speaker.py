"""Who says what a cue says, by the tree: its subject, the noun after "according to", or the noun beside the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims import stances

if TYPE_CHECKING:
    from sayso.claims.syntax import Syntax

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
LEFT_OUT = ("case", "punct", "acl:relcl", "cc")
"""What depends on a noun and is no part of the source."""
_LONGEST = 25
"""Words of a source; of a longer phrase only the head is taken."""
_FINAL = 7
"""Words of a source before a cue that ends its sentence, and one more."""


def find(syntax: Syntax, cue: set[int]) -> set[int]:
    """The words of whoever says it; empty where the tree names nobody."""
    inverted = _before_a_final_cue(syntax, cue)
    if inverted:
        return inverted
    head = stances.deciding(syntax.analysis, sorted(cue))
    noun = after_according(syntax, head)
    if noun is None:
        noun = _after_an_inverted_cue(syntax, cue)
    if noun is None and syntax.analysis.upos[head] in ("VERB", "AUX"):
        noun = syntax.agent(head)
    return set() if noun is None or noun in cue else phrase(syntax, noun) - cue


def after_according(syntax: Syntax, head: int) -> int | None:
    """The noun of "according to": the cue is its case marker."""
    if syntax.analysis.relations[head] not in ("case", "fixed"):
        return None
    above = syntax.analysis.heads[head]
    return above if above >= 0 else None


def _before_a_final_cue(syntax: Syntax, cue: set[int]) -> set[int]:
    """The few words between a comma and a cue that ends its sentence or is set off: "…, officials say, …"."""
    analysis = syntax.analysis
    first, last = min(cue), max(cue)
    start, end = analysis.sentences[syntax.sentence[first]]
    set_off = last + 1 < end and syntax.forms[last + 1] == ","
    if not set_off and any(upos != "PUNCT" for upos in analysis.upos[last + 1 : end]):
        return set()
    word = first - 1
    while word >= start and first - word <= _FINAL and analysis.upos[word] in NOMINAL:
        word -= 1
    parted = word >= start and syntax.forms[word] in (",", "”", '"')
    return set(range(word + 1, first)) if parted and word + 1 < first else set()


def _after_an_inverted_cue(syntax: Syntax, cue: set[int]) -> int | None:
    """The noun right behind a verb that follows a quotation: "“…,” says Hasan, a driver"."""
    analysis = syntax.analysis
    first, last = min(cue), max(cue)
    if first == 0 or syntax.forms[first - 1] not in ("”", '"') or last + 1 >= len(analysis.upos):
        return None
    word = last + 1
    if analysis.upos[word] not in NAMING:
        return None
    while analysis.heads[word] > last and analysis.upos[analysis.heads[word]] in ("NOUN", "PROPN"):
        word = analysis.heads[word]
        if word - last > _FINAL:
            return None
    return word if analysis.upos[word] in ("NOUN", "PROPN") else None


def phrase(syntax: Syntax, noun: int) -> set[int]:
    """The noun with all that describes it, without preposition and relative clause, and the whole of its name."""
    words = set(syntax.subtree(noun))
    for child in syntax.children(noun, *LEFT_OUT):
        words -= set(syntax.subtree(child))
    named = syntax.names[noun]
    whole = set() if named is None else set(range(named.first, named.end))
    return _connected((words if len(words) <= _LONGEST else {noun}) | whole, noun)


def _connected(words: set[int], noun: int) -> set[int]:
    """The stretch of the words around the noun, over gaps of a comma or a possessive."""
    first = last = noun
    while first - 1 in words or first - 2 in words:
        first -= 1
    while last + 1 in words or last + 2 in words:
        last += 1
    return set(range(first, last + 1))
