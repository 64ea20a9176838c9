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
from sayso.claims.grammar.tags import FINITE
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Analysis, Attribution, Range

DEFAULT = "says"
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "without", "nobody", "cannot"})
PERFECT = frozenset({"has", "have", "had"})
RUMOUR = frozenset({"say", "write"})
"""Passives that tell what is said of their subject: "is said to have fled"."""


def stance(syntax: Syntax, attribution: Attribution) -> str:
    """The stance of the attribution's cue: a key of the vocabulary `stances`."""
    analysis = syntax.analysis
    words = [word for first, end in attribution.cue for word in range(first, end)]
    if not words:
        return DEFAULT
    head = cue_words.deciding(analysis, words)
    speaking = _speaking(syntax, head, words)
    found = _found(analysis, words if speaking == head else [speaking], speaking) or DEFAULT
    if _orders(syntax, head, attribution.content):
        found = "orders"
    if found == "predicts" and _warns_of_past(syntax, speaking):
        found = DEFAULT
    if _undertakes(syntax, head, attribution.content):
        found = "predicts"
    if _blames(syntax, head):
        found = "accuses"
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


def _speaking(syntax: Syntax, head: int, words: list[int]) -> int:
    """The verb that speaks: "sought to **portray**", but "**wants** to know", which is a cue by itself."""
    lemmas = syntax.analysis.lemmas
    if lemmas[head] not in _words("says", "striving"):
        return head
    deeds = (verb for verb in syntax.children(head, "xcomp") if verb in words)
    return next((verb for verb in deeds if f"{lemmas[head]} to {lemmas[verb]}" not in _cues()), head)


def _warns_of_past(syntax: Syntax, verb: int) -> bool:
    """ "Cautioned that nobody has counted them": what was so can't be foretold."""
    clause = syntax.child(verb, "ccomp") if syntax.analysis.lemmas[verb] in _words("predicts", "warning") else None
    if clause is None:
        return False
    parts = (clause, *syntax.children(clause, "aux", "aux:pass", "cop"))
    tags = {syntax.analysis.xpos[part] for part in parts}
    perfect = any(syntax.lower[part] in PERFECT for part in parts)
    open_ended = syntax.child(clause, "advcl", "xcomp") is not None  # "were likely to leave"
    return "MD" not in tags and (perfect or "VBD" in tags) and not open_ended


def _undertakes(syntax: Syntax, head: int, content: tuple[Range, ...]) -> bool:
    """ "Agreed to leave", which agrees to nothing that another said."""
    if syntax.analysis.lemmas[head] not in _words("predicts", "infinitive"):
        return False
    deeds = (child for child in syntax.children(head, "xcomp") if syntax.marker(child) == "to")
    return any(first <= deed < end for deed in deeds for first, end in content)


def _blames(syntax: Syntax, head: int) -> bool:
    """ "Held Oslo responsible"."""
    held = syntax.child(head, "xcomp") if syntax.analysis.lemmas[head] == "hold" else None
    return held is not None and syntax.analysis.lemmas[held] in _words("accuses", "held")


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
            return any(first <= child < end and not _has_tense(analysis, first, child) for first, end in content)
    return False


def _has_tense(analysis: Analysis, first: int, end: int) -> bool:
    """Whether what stands before the infinitive is a clause: "said | it was up to them | to leave"."""
    return not FINITE.isdisjoint(analysis.xpos[first:end])


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
