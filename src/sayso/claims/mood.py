"""How a predicate's own clause presents it: negation, auxiliaries, tense, conditions, questions, adverbs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.signatures import ALLEGED, DEMANDED, NOT, OPEN, PLANNED, POSSIBLE
from sayso.words import vocabulary
from sayso.words.records import Factuality

if TYPE_CHECKING:
    from sayso.claims.syntax import Syntax

HAPPENED = Factuality(3.0, "happened")
WILL = Factuality(2.4, "will")
WOULD = Factuality(1.8, "will")
REFUSED = Factuality(-2.6, "will")
""""Would not leave": refused to, or will not as seen from then."""
CONDITIONAL = Factuality(1.0, "conditional")
COUNTERFACTUAL = Factuality(-1.2, "conditional")
GENERAL = Factuality(2.6, "general")
STATEMENT = Factuality(2.8, "statement")
LIKELY = Factuality(2.0, "possible")
HEARSAY = Factuality(2.0, "happened")
EPISTEMIC_PAST = Factuality(1.5, "possible")

PRESUPPOSING = frozenset({"why", "how", "when", "where"})
"""Question words that leave the event standing: "why did they leave?"."""
TOLD_LATER = frozenset({"later", "eventually", "subsequently"})
""""Would later become": a past told from before it."""
LATER = frozenset({"when", "after", "once", "until", "before", "till", "while", "as", "as soon as", "that", "where"})
AUXILIARIES = ("aux", "aux:pass", "cop")


@cache
def words(label: str, use: str) -> frozenset[str]:
    """The words of one label of the vocabulary `factuality`."""
    return frozenset(vocabulary.load("factuality")[label].words[use])


def negated(reading: Factuality) -> Factuality:
    """The same manner with the opposite sign."""
    swapped = {"happened": "did_not_happen", "did_not_happen": "happened"}
    return Factuality(-reading.score or 0.0, swapped.get(reading.label, reading.label))


def read(syntax: Syntax, word: int) -> Factuality:
    """How the clause of a verb, or of a noun or adjective with a copula, presents it, whatever embeds the clause."""
    reading = _opened(syntax, word) or _by_adverb(syntax, word, _affirmed(syntax, word))
    if not syntax.is_negated(word):
        return reading
    if reading == POSSIBLE and _auxiliaries(syntax, word) & {"can", "could", "ca"}:
        return Factuality(-2.5, "possible")
    if reading == DEMANDED:
        return Factuality(-1.0, "demanded")
    if reading == WOULD:
        return REFUSED
    if reading == COUNTERFACTUAL and not _has_condition(syntax, word):
        return COUNTERFACTUAL
    return negated(reading)


def is_finite(syntax: Syntax, word: int) -> bool:
    """Whether the clause has a tense or a modal of its own."""
    xpos = syntax.analysis.xpos
    if xpos[word] in ("VBD", "VBZ", "VBP"):
        return True
    return any(xpos[child] in ("VBD", "VBZ", "VBP", "MD") for child in syntax.children(word, *AUXILIARIES))


def _affirmed(syntax: Syntax, word: int) -> Factuality:
    """The reading by auxiliary and tense, negation aside."""
    auxiliaries = _auxiliaries(syntax, word)
    if auxiliaries & words("will", "auxiliaries"):
        return _future(syntax, word, auxiliaries)
    if auxiliaries & words("possible", "auxiliaries"):
        past = "have" in auxiliaries
        return EPISTEMIC_PAST if past else POSSIBLE
    if auxiliaries & words("demanded", "auxiliaries"):
        return _duty(auxiliaries)
    if _has_condition(syntax, word):
        return CONDITIONAL
    return _by_tense(syntax, word)


def _auxiliaries(syntax: Syntax, word: int) -> set[str]:
    lemmas = syntax.analysis.lemmas
    own = {lemmas[child] for child in syntax.children(word, "aux", "aux:pass")}
    return own | {syntax.analysis.form(child).lower() for child in syntax.children(word, "aux")}


def _future(syntax: Syntax, word: int, auxiliaries: set[str]) -> Factuality:
    hypothetical = bool(auxiliaries & {"would", "'d", "’d"})
    if hypothetical and "have" in auxiliaries:
        return COUNTERFACTUAL
    if hypothetical and syntax.has(word, "advmod", TOLD_LATER):
        return HAPPENED
    if _has_condition(syntax, word):
        return CONDITIONAL
    return WOULD if hypothetical else WILL


def _duty(auxiliaries: set[str]) -> Factuality:
    """ "must leave" is a demand, "must have left" a guess, "should have left" a reproach: it didn't."""
    if "have" not in auxiliaries:
        return DEMANDED
    return LIKELY if "must" in auxiliaries else Factuality(-2.0, "demanded")


def _has_condition(syntax: Syntax, word: int) -> bool:
    """Whether an "if" or "unless" clause depends on the word ("even if" and "as if" are no conditions)."""
    lemmas = syntax.analysis.lemmas
    for clause in syntax.children(word, "advcl"):
        marks = {lemmas[mark] for mark in syntax.children(clause, "mark", "advmod")}
        if marks & {"if", "unless"} and not marks & {"even", "as"}:
            return True
        if _is_inverted_condition(syntax, clause):
            return True
    return False


def _is_inverted_condition(syntax: Syntax, clause: int) -> bool:
    """ "should they attack", "had they left", "were they to": the auxiliary stands before the subject."""
    subject, auxiliary = syntax.child(clause, "nsubj", "nsubj:pass"), syntax.child(clause, "aux", "aux:pass", "cop")
    if subject is None or auxiliary is None or syntax.child(clause, "mark") is not None:
        return False
    return auxiliary < subject and syntax.analysis.lemmas[auxiliary] in ("should", "have", "be")


def _by_tense(syntax: Syntax, word: int) -> Factuality:
    analysis = syntax.analysis
    lemma, tag = analysis.lemmas[word], analysis.xpos[word]
    if syntax.child(word, "cop") is not None or lemma in words("statement", "verbs"):
        return STATEMENT
    auxiliaries = _auxiliaries(syntax, word)
    if syntax.has(word, "advmod", words("general", "adverbs")):
        return GENERAL
    if tag == "VBG" and "be" in auxiliaries and _is_dated_later(syntax, word):
        return WILL
    if tag in ("VB", "VBP") and not auxiliaries - {"do"} and _is_imperative(syntax, word):
        return DEMANDED
    if tag in ("VBZ", "VBP"):
        return HAPPENED if _is_headline(syntax, word) or _is_performed(syntax, word) else GENERAL
    if tag == "VB" and syntax.marker(word) == "to" and analysis.relations[word] != "xcomp":
        return PLANNED
    if tag == "VBN" and _is_present_passive(syntax, word):
        return STATEMENT if not _is_headline(syntax, word) else HAPPENED
    return HAPPENED


def _is_present_passive(syntax: Syntax, word: int) -> bool:
    """ "are surrounded": a state, as "have been surrounded" and "were surrounded" are not."""
    be = syntax.child(word, "aux:pass")
    return be is not None and syntax.analysis.xpos[be] in ("VBZ", "VBP") and syntax.child(word, "aux") is None


def _is_dated_later(syntax: Syntax, word: int) -> bool:
    lemmas, later = syntax.analysis.lemmas, words("will", "moments")
    times = syntax.children(word, "obl:tmod", "obl:unmarked", "advmod", "obl")
    return any(
        lemmas[time] in later or any(lemmas[child] in later for child in syntax.dependents[time]) for time in times
    )


def _is_headline(syntax: Syntax, word: int) -> bool:
    """Whether the word stands in a title, or its sentence is a paragraph of its own without a full stop or note."""
    analysis = syntax.analysis
    first, end = analysis.sentences[syntax.sentence[word]]
    if any(start <= word < stop for start, stop in syntax.titles) or analysis.slice(first, end).isupper():
        return True
    last = analysis.form(end - 1)
    if last in (".", "!", "?", "”", '"', ":", "…", "]") or (last.isdigit() and analysis.form(end - 2) in ("[", ".")):
        return False
    return any(first >= start and end == stop for start, stop in analysis.paragraphs)


def _is_performed(syntax: Syntax, word: int) -> bool:
    """Whether saying it does it: "we condemn", "the minister welcomes"."""
    return (
        syntax.analysis.lemmas[word] in words("happened", "performatives") and syntax.child(word, "nsubj") is not None
    )


def _is_imperative(syntax: Syntax, word: int) -> bool:
    analysis = syntax.analysis
    subject = syntax.child(word, "nsubj", "nsubj:pass", "expl")
    if (subject is not None and not _is_called(syntax, subject, word)) or syntax.child(word, "mark") is not None:
        return False
    relation = analysis.relations[word]
    if analysis.xpos[word] == "VBP":
        return relation == "root" and analysis.lemmas[word] != "thank" and not _is_headline(syntax, word)
    forbids = relation == "conj" and syntax.has(word, "aux", frozenset({"do"}))
    return forbids or relation in ("root", "parataxis", "ccomp")


def _is_called(syntax: Syntax, subject: int, word: int) -> bool:
    """Whether what the parser took for the subject is who is spoken to: "Senators, tell us"."""
    return syntax.analysis.xpos[word] == "VB" and subject == word - 2 and syntax.analysis.form(word - 1) == ","


def _by_adverb(syntax: Syntax, word: int, reading: Factuality) -> Factuality:
    """ "reportedly", "probably", "nearly": weaker or turned."""
    lemmas = syntax.analysis.lemmas
    for child in syntax.children(word, "advmod"):
        if lemmas[child] in words("possible", "adverbs"):
            return ALLEGED if lemmas[child] == "allegedly" else POSSIBLE
        if lemmas[child] in words("possible", "likely"):
            return LIKELY
        if lemmas[child] in words("happened", "hearsay"):
            return HEARSAY if reading == HAPPENED else reading
        if lemmas[child] in words("did_not_happen", "adverbs"):
            return NOT
        if lemmas[child] == "necessarily" and lemmas[child - 1] in ("not", "n't", "n’t"):
            return OPEN
        if syntax.has(child, "advmod", frozenset({"no"})) or syntax.has(child, "det", frozenset({"no"})):
            return NOT
    return reading


def _opened(syntax: Syntax, word: int) -> Factuality | None:
    """The reading that the word before the clause decides: "if", "whether", "without", "in order to", or a question."""
    analysis = syntax.analysis
    relation = analysis.relations[word]
    marks = [analysis.lemmas[mark] for mark in syntax.children(word, "mark", "case") if mark < word]
    if not marks:
        if relation == "advcl" and _is_inverted_condition(syntax, word):
            return CONDITIONAL
        return OPEN if _is_question(syntax, word) else None
    if marks[0] == "even" or (marks[0] == "as" and "if" in marks):
        return None
    if any(mark in words("conditional", "introductions") for mark in marks):
        return OPEN if relation in ("ccomp", "acl") and "if" in marks else CONDITIONAL
    if any(mark in words("possible", "introductions") for mark in marks):
        return OPEN
    if any(mark in words("did_not_happen", "introductions") for mark in marks):
        return NOT if "than" not in marks or _is_rather(syntax, word) else None
    if relation in ("advcl", "acl") and "to" in marks:
        return _purpose(syntax, word, relation)
    return PLANNED if "so" in marks and _auxiliaries(syntax, word) else None


def _is_rather(syntax: Syntax, word: int) -> bool:
    """ "rather than attack": without "rather" it compares ("worse than expected")."""
    than = next(mark for mark in syntax.children(word, "mark", "case") if syntax.analysis.lemmas[mark] == "than")
    return than > 0 and syntax.analysis.lemmas[than - 1] == "rather"


def _purpose(syntax: Syntax, word: int, relation: str) -> Factuality | None:
    """ "to open the road"; but "the first to attack" did."""
    head = syntax.analysis.heads[word]
    ranks = frozenset({"first", "last", "only", "latest", "second", "third"})
    if relation == "acl" and (syntax.has(head, "amod", ranks) or syntax.analysis.lemmas[head] in ranks):
        return None
    return PLANNED


def _is_question(syntax: Syntax, word: int) -> bool:
    """Whether the clause asks if or what; one with "why" or "when" takes what it asks about for granted."""
    analysis = syntax.analysis
    if analysis.relations[word] not in ("root", "ccomp", "parataxis", "conj") or not _ends_in_question(syntax, word):
        return False
    if any(analysis.lemmas[child] in PRESUPPOSING for child in syntax.dependents[word]):
        return False
    subject, auxiliary = syntax.child(word, "nsubj", "nsubj:pass", "expl"), syntax.child(word, *AUXILIARIES)
    if subject is None:
        return analysis.relations[word] == "root"
    return (auxiliary is not None and auxiliary < subject) or analysis.lemmas[subject] in ("who", "what", "which")


def _ends_in_question(syntax: Syntax, word: int) -> bool:
    """Whether a question mark is the first stop after the word, though a cue may follow: "Is it true?" he asked."""
    analysis = syntax.analysis
    first, end = analysis.sentences[syntax.sentence[word]]
    if analysis.relations[word] == "root" and "?" in {analysis.form(last) for last in range(max(first, end - 2), end)}:
        return True
    forms = (analysis.form(later) for later in range(word + 1, end))
    return next((form for form in forms if form in ("?", ".", "!", "”")), "") == "?"
