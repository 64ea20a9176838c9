"""Who says what a cue says, by the tree: its subject, the noun after "according to", or the noun beside the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar import cue_words
from sayso.claims.grammar.predicates import words as predicate_words

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
LEFT_OUT = ("case", "punct", "acl:relcl", "cc")
"""What depends on a noun and is no part of the source."""
GIVEN = frozenset({"from", "by", "among"})
_LONGEST = 25
"""Words of a source; of a longer phrase only the head is taken."""
_FINAL = 7
"""Words of a source before a cue that ends its sentence, and one more."""


def find(syntax: Syntax, cue: set[int]) -> set[int]:
    """The words of whoever says it; empty where the tree names nobody."""
    received = what_is_received(syntax, cue)
    if received is not None:
        return _giver(syntax, received)
    inverted = _before_a_final_cue(syntax, cue)
    if inverted:
        return inverted
    head = cue_words.deciding(syntax.analysis, sorted(cue))
    noun = after_according(syntax, head)
    if noun is None:
        noun = _after_an_inverted_cue(syntax, cue)
    if noun is None and syntax.analysis.upos[head] in ("VERB", "AUX"):
        of_a_noun = syntax.analysis.relations[head] == "acl" and syntax.marker(head) != ""
        noun = None if of_a_noun else syntax.agent(head)
        noun = _of_gerund(syntax, head, cue) if noun is None else noun
    return set() if noun is None or noun in cue else phrase(syntax, noun) - cue


def what_is_received(syntax: Syntax, cue: set[int]) -> int | None:
    """The noun of a cue by which others say something of its subject: "criticism" in "faced criticism for"."""
    head = cue_words.deciding(syntax.analysis, sorted(cue))
    if syntax.analysis.lemmas[head] not in predicate_words("receiving", "verb"):
        return None
    return next((word for word in syntax.children(head, "obj", "obl") if word in cue and _is_said(syntax, word)), None)


def _is_said(syntax: Syntax, noun: int) -> bool:
    return syntax.analysis.lemmas[noun] in predicate_words("receiving", "noun")


def _giver(syntax: Syntax, noun: int) -> set[int]:
    """Who gives it: "criticism from the union"."""
    beside = (*syntax.children(noun, "nmod"), *syntax.children(syntax.analysis.heads[noun], "obl"))
    given = next((child for child in beside if child > noun and syntax.marker(child) in GIVEN), None)
    return set() if given is None else phrase(syntax, given)


def after_according(syntax: Syntax, head: int) -> int | None:
    """The noun of "according to": the cue is its case marker."""
    if syntax.analysis.relations[head] not in ("case", "fixed"):
        return None
    above = syntax.analysis.heads[head]
    return above if above >= 0 else None


def _of_gerund(syntax: Syntax, head: int, cue: set[int]) -> int | None:
    """The subject of a gerund's clause: "appears in a clip, saying …", "is shown saying …"."""
    below = syntax.children(head, "advcl", "xcomp", "ccomp")
    if syntax.is_passive(head) and any(syntax.analysis.xpos[child] == "VBG" and child in cue for child in below):
        return syntax.subject(head)
    if syntax.analysis.xpos[head] != "VBG" or syntax.child(head, "aux") is not None:
        return None
    beside = (*syntax.ancestors(head), *(child for child in syntax.children(head, "parataxis") if child > head))
    return next((subject for word in beside if (subject := syntax.child(word, "nsubj")) is not None), None)


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
