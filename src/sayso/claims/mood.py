"""How a predicate's own clause presents it: negation, auxiliaries, tense, conditions, questions, adverbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims import questions, tense
from sayso.claims.signatures import ALLEGED, DEMANDED, EXPECTED, NOT, OPEN, PLANNED, POSSIBLE
from sayso.claims.tense import words
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
HYPOTHETICAL = Factuality(1.8, "conditional")
""""It would be a disgrace", in nobody's report of what is to come."""
GENERAL = Factuality(2.6, "general")
STATEMENT = Factuality(2.8, "statement")
LIKELY = Factuality(2.0, "possible")
HEARSAY = Factuality(2.0, "happened")
EPISTEMIC_PAST = Factuality(1.5, "possible")

TOLD_LATER = frozenset({"later", "eventually", "subsequently"})
""""Would later become": a past told from before it."""
LATER = frozenset({"when", "after", "once", "until", "before", "till", "while", "as", "as soon as", "that", "where"})
PAST = frozenset({"VBD", "VBN"})


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
    if hypothetical:
        return HYPOTHETICAL if _is_supposed(syntax, word) else WOULD
    return WILL


def _is_supposed(syntax: Syntax, word: int) -> bool:
    """Whether "would be" supposes a state: in a past report it tells of what was to come ("said it would be easy")."""
    head = syntax.analysis.heads[word]
    reported = syntax.analysis.relations[word] in ("ccomp", "parataxis") and syntax.analysis.xpos[head] in PAST
    said = any(first <= word < end for known in syntax.analysis.attributions for first, end in known.content)
    state = syntax.child(word, "cop") is not None or syntax.analysis.lemmas[word] in words("statement", "verbs")
    return state and not reported and not said


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
    lemma, tag = syntax.analysis.lemmas[word], syntax.analysis.xpos[word]
    be = syntax.child(word, "cop")
    if tag == "VB" and be is not None and be < word and syntax.marker(word) == "to":
        return EXPECTED
    if (syntax.child(word, "cop") is not None and not tense.is_mistaken(syntax, word)) or lemma in words(
        "statement", "verbs"
    ):
        return STATEMENT
    auxiliaries = _auxiliaries(syntax, word)
    if syntax.has(word, "advmod", words("general", "adverbs")):
        return GENERAL
    if tag == "VBG" and "be" in auxiliaries and tense.is_dated_later(syntax, word):
        return WILL
    if tag in ("VB", "VBP") and not auxiliaries - {"do"} and tense.is_imperative(syntax, word):
        return DEMANDED
    if tag in ("VBZ", "VBP") or tense.is_present(syntax, word):
        return _in_present(syntax, word)
    if tag == "VB" and syntax.marker(word) == "to" and syntax.analysis.relations[word] != "xcomp":
        return PLANNED
    if tag == "VBN" and tense.is_present_passive(syntax, word):
        return STATEMENT if not tense.is_headline(syntax, word) else HAPPENED
    return HAPPENED


def _in_present(syntax: Syntax, word: int) -> Factuality:
    """What happens as a rule, what a headline or the saying itself does, or what is on the calendar."""
    if tense.is_headline(syntax, word) or tense.is_performed(syntax, word):
        return HAPPENED
    return WILL if tense.is_scheduled(syntax, word) else GENERAL


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
        return OPEN if questions.is_question(syntax, word) else None
    if marks[0] == "of" and any(analysis.lemmas[near] == "instead" for near in range(max(0, word - 4), word)):
        return NOT
    if marks[0] == "even" or (marks[0] == "as" and "if" in marks):
        return None
    if any(mark in words("conditional", "introductions") for mark in marks):
        return OPEN if relation in ("ccomp", "acl") and "if" in marks else CONDITIONAL
    if any(mark in words("possible", "introductions") for mark in marks):
        return OPEN
    if marks[0] == "without" and syntax.child(word, "cop") is not None:
        return negated(STATEMENT)
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
