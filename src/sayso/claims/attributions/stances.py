"""What a voice does with its content, by the words of its cue: says, denies, doubts, asks, orders, accuses, predicts.

The vocabulary `stances` lists the cues; this adds what syntax decides: negation ("did not confirm" doubts, "does not
believe" denies), names ("rejected the report as politicised" says), refusals ("declined to say" doubts) and infinitives
("told them to leave" orders).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.grammar import cue_words, listed
from sayso.claims.grammar.predicates import is_small_clause, said_of
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Analysis, Attribution, Range

DEFAULT = "says"
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "without", "nobody", "cannot"})
RUMOUR = frozenset({"say", "write"})
"""Passives that tell what is said of their subject: "is said to have fled"."""


def stance(syntax: Syntax, attribution: Attribution) -> str:
    """The stance of the attribution's cue: a key of the vocabulary `stances`."""
    analysis = syntax.analysis
    words = [word for first, end in attribution.cue for word in range(first, end)]
    if not words:
        return DEFAULT
    head = cue_words.deciding(analysis, words)
    found = _found(analysis, words, head) or DEFAULT
    if _orders(syntax, head, attribution.content):
        found = "orders"
    if found == "denies" and _names(syntax, head):
        found = DEFAULT
    if _refuses(analysis, words, head):
        return "doubts"
    return _negated(found, analysis.lemmas[head]) if _is_negated(syntax, head, words) else found


def is_cue(lemma: str) -> bool:
    """Whether the word alone can be a cue."""
    return lemma in _cues()


def is_listed(analysis: Analysis, words: list[int]) -> bool:
    """Whether a word of the cue, or the cue's first words together, are in any list; by form too."""
    known = any(analysis.form(word).lower() in _inflected() for word in words)
    return known or any(_of_phrase(analysis, words, word) is not None for word in words)


def may_order(lemma: str) -> bool:
    """Whether the verb orders where an infinitive follows: "tell", "call"."""
    return lemma in _words("orders", "infinitive")


def of_lemma(lemma: str) -> str:
    """The stance of a cue of one word."""
    return _cues().get(lemma, DEFAULT)


@cache
def _inflected() -> frozenset[str]:
    """The regular forms of all cues of one word: the model's dictionary forms are not always right."""
    return listed.inflected(_cues())


@cache
def _cues() -> dict[str, str]:
    return {cue: key for key, term in vocabulary.load("stances").items() for cue in term.words["cue"]}


@cache
def _by_form() -> dict[str, str]:
    """The stance of each regular form of a cue of one word."""
    return {form: stance for cue, stance in _cues().items() if " " not in cue for form in listed.inflected([cue])}


@cache
def _words(key: str, use: str) -> frozenset[str]:
    return frozenset(vocabulary.load("stances")[key].words[use])


def _found(analysis: Analysis, words: list[int], head: int) -> str | None:
    """The stance of the longest listed cue: head with particle or preposition, head alone, then any word in it."""
    others = (word for word in words if word != head and analysis.upos[word] in cue_words.CONTENT_TAGS)
    found = (_of_phrase(analysis, words, word) for word in (head, *others))
    return next((stance for stance in found if stance is not None), None)


def _of_phrase(analysis: Analysis, words: list[int], first: int) -> str | None:
    """The stance of a cue's word with particle or preposition, or alone."""
    lemmas, cues = analysis.lemmas, _cues()
    start = lemmas[first]
    after = [lemmas[word] for word in words if word > first]
    phrases = (" ".join([start, *after[:2]]), *(f"{start} {word}" for word in after[:3]), start)
    found = next((cues[phrase] for phrase in phrases if phrase in cues), None)
    return found or _by_form().get(analysis.form(first).lower())


def _orders(syntax: Syntax, head: int, content: tuple[Range, ...]) -> bool:
    """Whether the content is an infinitive that somebody is told to do: "told them to leave"."""
    analysis = syntax.analysis
    lemma = analysis.lemmas[head]
    if lemma not in _words("orders", "infinitive") or (lemma in RUMOUR and syntax.is_passive(head)):
        return False
    for child in syntax.dependents[head]:
        if child < head or syntax.forms[syntax.subtree(child)[0] - 1] == ",":
            continue
        if analysis.relations[child] in ("xcomp", "ccomp", "advcl") and syntax.marker(child) == "to":
            return any(first <= child < end for first, end in content)
    return False


def _names(syntax: Syntax, head: int) -> bool:
    """Whether the cue says what its object is: "rejected the report as politicised"; not of "reports that he fled"."""
    if not listed.is_listed(syntax, head, "naming", "verb"):
        return False
    named = said_of(syntax, head)
    told = named is not None and syntax.child(named, "acl", "ccomp") is not None
    return not told and any(is_small_clause(syntax, child, {head}) for child in syntax.dependents[head])


def _refuses(analysis: Analysis, words: list[int], head: int) -> bool:
    """Whether the cue is itself withheld: "declined to confirm", "refused to say"."""
    refusals = _words("doubts", "refusal")
    above = analysis.heads[head]
    governed = above >= 0 and analysis.relations[head] == "xcomp" and analysis.lemmas[above] in refusals
    return governed or (len(words) > 1 and any(analysis.lemmas[word] in refusals for word in words))


def _is_negated(syntax: Syntax, head: int, words: list[int]) -> bool:
    lemmas = syntax.analysis.lemmas
    if any(lemmas[word] in NEGATIONS for word in words):
        return True
    return any(
        lemmas[child] in NEGATIONS and syntax.analysis.relations[child] in ("advmod", "neg", "mark", "det")
        for child in syntax.dependents[head]
    )


def _negated(found: str, lemma: str) -> str:
    """What a negation makes of a stance: who doesn't deny doubts, who doesn't doubt says."""
    if found == "doubts":
        return "says"
    return "denies" if lemma in _words("says", "opinion") else "doubts"
