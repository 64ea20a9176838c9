"""What a clause shares with others.

Verbs above two coordinated ones ("wasn't going to stay and back him"), an object behind both ("kidnapped and killed
eleven men"), and what stands outside somebody's words and belongs to them: whoever a demand is made of ("called on the
rebels to leave"), what a relative clause tells of ("jets, which he said were shot down").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar.predicates import governor, words
from sayso.claims.grammar.syntax import NEGATIONS
from sayso.claims.grammar.tags import AUXILIARIES, FILLED, FINITE, PAST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sayso.claims.grammar.syntax import Syntax

BARE = frozenset({"VB", "VBG"})
"""Forms that share the verbs above them: "was going to stay | and back him"."""
CHARGED = frozenset({"xcomp", "ccomp", "advcl"})
BETWEEN = frozenset({"cc", "advmod", "punct", "aux", "aux:pass"})
"""Relations of what may stand between two verbs with one object."""
EMBEDDED = frozenset({"acl", "acl:relcl", "advcl", "xcomp", "ccomp", "csubj"})
"""Relations of clauses in another one."""
OPENERS = frozenset({"that", "whether", "how", "why", "what", "where", "who", "when", "because"})
APART = frozenset({"acl", "acl:relcl", "appos", "parataxis", "case", "punct", "nsubj", "cop", "aux", "mark"})
"""What hangs on a noun and isn't needed to say whom it means."""
_STEPS = 8
"""Verbs above one that are followed: real chains are under 4."""
_NEAR = 4
"""Words from a verb to the one that it shares an object with ("bombed and then also shelled the town")."""


def first_conjunct(syntax: Syntax, word: int) -> int:
    """The first of the words that this one is coordinated with, or the word itself."""
    return [word, *_before(syntax, word)][-1]


def shared_subjects(syntax: Syntax, verb: int) -> list[int]:
    """The subjects that a second verb has from the nearest one before it, and its auxiliaries if it has none."""
    before = list(_before(syntax, verb))
    found = next((own for word in before if (own := syntax.children(governor(syntax, word), *FILLED))), [])
    if syntax.child(verb, "aux", "aux:pass") is None:
        alike = (governor(syntax, word) for word in before if _is_alike(syntax, verb, word))
        alike = (giver for giver in alike if not _is_active_beside_passive(syntax, verb, giver))
        found += next((own for giver in alike if (own := syntax.children(giver, "aux", "aux:pass"))), [])
    return [child for child in found if child < before[0]]


def _before(syntax: Syntax, word: int) -> Iterator[int]:
    """What the word is coordinated with, the nearest first."""
    while syntax.analysis.relations[word] == "conj" and syntax.analysis.heads[word] >= 0:
        word = syntax.analysis.heads[word]
        yield word


def _is_alike(syntax: Syntax, verb: int, other: int) -> bool:
    """Whether the same words may stand above both: "has left and sold", but not "was designed and rally"."""
    tags = syntax.analysis.xpos[verb], syntax.analysis.xpos[other]
    return tags[0] == tags[1] or tags == ("VBP", "VB") or set(tags) <= PAST


def _is_active_beside_passive(syntax: Syntax, verb: int, other: int) -> bool:
    """Whether "was" stands above the first alone: "was hit by a car | and took hours to die"."""
    alone = syntax.analysis.lemmas[verb] in words("intransitive", "verb")
    active = syntax.analysis.xpos[verb] == "VBD" and (alone or syntax.child(verb, "obj") is not None)
    return active and syntax.child(other, "aux:pass") is not None


def is_shared_form(syntax: Syntax, verb: int) -> bool:
    """Whether a second verb goes with the first in all that holds both: "who stayed and fought", "to see and report".

    It has the form of the first and no subject, or opens with the same word ("how it began and how it ended"); each of
    the two may make a claim besides.
    """
    analysis = syntax.analysis
    if analysis.relations[verb] != "conj":
        return False
    first = first_conjunct(syntax, verb)
    if syntax.child(verb, *FILLED) is not None:
        return analysis.relations[first] in EMBEDDED and _opener(syntax, verb) == _opener(syntax, first) != ""
    clausal = analysis.relations[first] in EMBEDDED
    return clausal and _is_alike(syntax, verb, first) and syntax.marker(verb) in ("", "to", syntax.marker(first))


def _opener(syntax: Syntax, verb: int) -> str:
    """The word of a question or "that" at the start of the verb's clause, or ""."""
    relations = syntax.analysis.relations
    below = [child for child in syntax.dependents[verb] if relations[child] not in ("cc", "punct")]
    word = min([verb, *below])
    while syntax.dependents[word] and syntax.dependents[word][0] < word < verb:
        word = syntax.dependents[word][0]
    return syntax.lower[word] if syntax.lower[word] in OPENERS else ""


def shared_verbs(syntax: Syntax, verb: int) -> set[int]:
    """What governs and denies both of two verbs: "wasn't going to" in "wasn't going to stay and back him"."""
    analysis = syntax.analysis
    first = first_conjunct(syntax, verb)
    if analysis.xpos[first] not in BARE or not _is_alike(syntax, verb, first):
        return set()
    if syntax.child(verb, *AUXILIARIES) is not None:
        return set()
    contrary = syntax.has(verb, "cc", frozenset({"but"}))
    marked = syntax.child(verb, "mark") is not None
    found = {child for child in syntax.children(first, "mark") if not marked and analysis.upos[child] == "PART"}
    above = list(_above(syntax, first))
    for word in (first, *above):
        if not contrary:
            found |= {child for child in syntax.children(word, "advmod") if analysis.lemmas[child] in NEGATIONS}
        if word in above:
            found |= {word, *syntax.children(word, "mark", *AUXILIARIES)}
    return {word for word in found if word < first}


def _above(syntax: Syntax, word: int) -> Iterator[int]:
    """The verbs that only modify this one, the nearest first."""
    top = governor(syntax, word)
    for _ in range(_STEPS):
        if word == top:
            return
        word = syntax.analysis.heads[word]
        yield word


def joint_verb(syntax: Syntax, verb: int) -> int | None:
    """The verb behind this one whose object is its own too: "killed" in "kidnapped and killed eleven men"."""
    analysis = syntax.analysis
    if analysis.upos[verb] != "VERB" or analysis.lemmas[verb] in words("intransitive", "verb"):
        return None
    for other in syntax.children(verb, "conj"):
        if verb < other <= verb + _NEAR and _is_joint(syntax, verb, other):
            return other
    return None


def _is_joint(syntax: Syntax, verb: int, other: int) -> bool:
    """Whether nothing but a conjunction parts the two, and what follows the second is said of both."""
    relations = syntax.analysis.relations
    if any(child > verb and relations[child] not in ("conj", "punct") for child in syntax.dependents[verb]):
        return False
    if syntax.analysis.xpos[verb] != syntax.analysis.xpos[other] or syntax.child(other, *FILLED) is not None:
        return False
    if any(relations[word] not in BETWEEN for word in range(verb + 1, other)):
        return False
    if not any(relations[word] == "cc" for word in range(verb + 1, other)):
        return False
    shared = ("obl", "obl:agent") if syntax.is_passive(other) else ("obj",)
    return any(child > other for child in syntax.children(other, *shared))


def addressee(syntax: Syntax, predicate: int, said: Collection[int]) -> set[int]:
    """Whoever is to do what an infinitive says, where they stand between it and the verb that demands or expects it.

    They belong to what is demanded, though annotators leave them out of it: "called on | the rebels | to leave".
    """
    analysis = syntax.analysis
    chain = (predicate, *_above(syntax, predicate))
    infinitive = next((word for word in chain if _is_charged(syntax, word, said)), None)
    whom = None if infinitive is None else syntax.subject(infinitive)
    if infinitive is None or whom is None or analysis.upos[whom] == "VERB":
        return set()
    first = first_conjunct(syntax, infinitive)
    head = analysis.heads[first]
    passive = syntax.is_passive(head) and (analysis.heads[whom] == head or analysis.heads[head] == whom)
    if not passive and not head < whom < first:
        return set()
    return _phrase(syntax, whom)


def told_of(syntax: Syntax, predicate: int) -> set[int]:
    """Whom somebody says it of in a relative clause, outside what is said: "jets, | which he said | were shot down"."""
    top = governor(syntax, predicate)
    own, head = syntax.child(top, *FILLED), syntax.analysis.heads[top]
    if own is None or syntax.analysis.relations[top] != "ccomp" or not own < head:
        return set()
    subject = syntax.subject(top)
    return set() if subject is None or subject == own else _phrase(syntax, subject)


def _is_charged(syntax: Syntax, word: int, said: Collection[int]) -> bool:
    """Whether it is an infinitive or a charge, or coordinated with one, whose verb says it and is none of it."""
    first = first_conjunct(syntax, word)
    analysis = syntax.analysis
    governed = analysis.relations[first] in CHARGED and analysis.heads[first] not in said
    if governed and syntax.is_blamed(analysis.heads[first], first):
        return True
    return governed and syntax.marker(first) in ("to", "for", "") and analysis.xpos[first] not in FINITE


def _phrase(syntax: Syntax, noun: int) -> set[int]:
    """The noun with all that says whom it means, without what is told of them besides."""
    found = [noun]
    for word in found:
        found += [
            child for child in syntax.dependents[word] if syntax.analysis.relations[child] not in APART or word != noun
        ]
    name = syntax.names[noun]
    return set(found) if name is None else {*found, *range(name.first, name.end)}
