"""How a predicate's own clause presents it: negation, auxiliaries, tense, conditions, questions, adverbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.factuality import conditions, outcomes, questions, tense
from sayso.claims.factuality.signatures import ALLEGED, DEMANDED, EXPECTED, NOT, OPEN, PLANNED, POSSIBLE, YET, classes
from sayso.claims.factuality.tense import words
from sayso.claims.grammar.syntax import NOBODY
from sayso.claims.grammar.tags import AUXILIARIES, PAST
from sayso.words.records import Factuality

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

HAPPENED = Factuality(3.0, "happened")
WILL = Factuality(2.4, "will")
WOULD = Factuality(1.8, "will")
CANNOT = Factuality(-2.5, "possible")
REFUSED = Factuality(-2.6, "will")
""""Would not leave": refused to, or will not as seen from then."""
CONDITIONAL = Factuality(1.0, "conditional")
COUNTERFACTUAL = Factuality(-1.5, "did_not_happen")
""""Would have left", "had they left": they didn't."""
HYPOTHETICAL = Factuality(1.8, "conditional")
""""It would be a disgrace", in nobody's report of what is to come."""
GENERAL = Factuality(2.6, "general")
STATEMENT = Factuality(2.8, "statement")
LIKELY = Factuality(2.0, "possible")
REPROACH = Factuality(-2.0, "demanded")
""""Should have left": they didn't; what "should not have happened" did."""
HEARSAY = Factuality(2.0, "happened")
EPISTEMIC_PAST = Factuality(1.5, "possible")

TOLD_LATER = frozenset({"later", "eventually", "subsequently"})
""""Would later become": a past told from before it."""
COMPARING = frozenset({"advmod", "mark", "case", "cc"})
"""Relations of "rather" before "than"."""
BARE = frozenset({("not",), ("n't",), ("n’t",)})
BUT_TO = ["but", "to"]
""""No choice but to leave": they will, or did."""
ALL_BUT = ["all", "but"]
RANKS = frozenset({"first", "last", "only", "latest", "second", "third"})
NEARLY = frozenset({"nearly", "almost"})
""""Nearly fell" did not; what is "nearly identical" is so in a measure."""
NOW_AND_THEN = frozenset({"sometimes", "often", "usually", "frequently", "occasionally"})
""""Would often ask": a habit of the past, as "would always" and "would normally" need not be."""


def negated(reading: Factuality) -> Factuality:
    """The same manner with the opposite sign."""
    swapped = {"happened": "did_not_happen", "did_not_happen": "happened"}
    return Factuality(-reading.score or 0.0, swapped.get(reading.label, reading.label))


def read(syntax: Syntax, word: int) -> Factuality:
    """How the clause of a verb, or of a noun or adjective with a copula, presents it, whatever embeds the clause."""
    reading = _opened(syntax, word) or _by_adverb(syntax, word, _affirmed(syntax, word))
    return turned(syntax, word, reading) if is_denied(syntax, word) else reading


def turned(syntax: Syntax, word: int, reading: Factuality) -> Factuality:
    """What a denial makes of the reading of a clause: its own "not", or whoever "denied that it could leave"."""
    if tense.is_emphasis(syntax, word):
        return STATEMENT
    if reading == POSSIBLE and _auxiliaries(syntax, word) & {"can", "could", "ca"}:
        return CANNOT
    if reading == DEMANDED:
        return Factuality(-1.0, "demanded")
    if reading == WOULD:
        return REFUSED
    if reading == REPROACH:
        return HAPPENED
    if reading == COUNTERFACTUAL and not conditions.governs(syntax, word):
        return COUNTERFACTUAL
    return negated(reading)


def is_denied(syntax: Syntax, word: int) -> bool:
    """Whether its clause or whom it is said of denies it: "not one of them left", "nobody came and went"."""
    if _is_never(syntax, word) or (syntax.is_negated(word) and not _is_idiom(syntax, word)):
        return True
    own = syntax.subjects[word]
    if own is not None:
        return _is_not_one(syntax, own)
    if syntax.analysis.relations[word] != "conj":
        return False
    shared = syntax.subjects[first_conjunct(syntax, word)]
    return shared is not None and (_is_not_one(syntax, shared) or _is_nobody(syntax, shared))


def _is_idiom(syntax: Syntax, word: int) -> bool:
    """ "Made no secret of it", "wasted no time": what has "no" denies nothing."""
    lemmas, thing = syntax.analysis.lemmas, syntax.child(word, "obj")
    if thing is None or not (
        f"{lemmas[word]} {lemmas[thing]}" in words("did_not_happen", "empty") or lemmas[thing + 1 : thing + 3] == BUT_TO
    ):
        return False
    return not any(lemmas[child] in ("not", "n't", "n’t", "never") for child in syntax.dependents[word])


def _is_never(syntax: Syntax, word: int) -> bool:
    """ "there was never …", "but the army did not": behind a "be" or "do" that is the verb itself."""
    lemmas = syntax.analysis.lemmas
    if lemmas[word : word + 2] != ["be", "never"] and not _is_elided(syntax, word):
        return False
    return word + 1 in syntax.children(word, "advmod")


def _is_elided(syntax: Syntax, word: int) -> bool:
    """ "They had not", "but the army did not": an auxiliary that stands for what was said to have been done."""
    lemmas = syntax.analysis.lemmas
    bare = lemmas[word] in ("do", "have") and tuple(lemmas[word + 1 : word + 2]) in BARE
    return bare and syntax.child(word, "obj", "xcomp", "ccomp") is None


def _is_not_one(syntax: Syntax, subject: int) -> bool:
    """ "not one of the soldiers", "not a single soldier"."""
    lemmas = syntax.analysis.lemmas
    if not any(lemmas[child] == "not" and child < subject for child in syntax.dependents[subject]):
        return False
    single = lemmas[subject] == "one" or syntax.has(subject, "amod", frozenset({"single"}))
    return single or syntax.has(subject, "nummod", frozenset({"one"}))


def _is_nobody(syntax: Syntax, subject: int) -> bool:
    return syntax.analysis.lemmas[subject] in NOBODY or syntax.has(subject, "det", frozenset({"no", "neither"}))


def first_conjunct(syntax: Syntax, word: int) -> int:
    """The word that the others are coordinated with."""
    while syntax.analysis.relations[word] == "conj":
        word = syntax.analysis.heads[word]
    return word


def _affirmed(syntax: Syntax, word: int) -> Factuality:
    """The reading by auxiliary and tense, negation aside."""
    auxiliaries = _auxiliaries(syntax, word)
    if _is_advised(syntax, word, auxiliaries):
        return DEMANDED
    if auxiliaries & words("will", "auxiliaries"):
        return _future(syntax, word, auxiliaries)
    if auxiliaries & words("possible", "auxiliaries"):
        past = "have" in auxiliaries
        return EPISTEMIC_PAST if past else POSSIBLE
    if auxiliaries & words("demanded", "auxiliaries"):
        return _duty(auxiliaries)
    if conditions.governs(syntax, word):
        return CONDITIONAL
    return _by_tense(syntax, word)


def _is_advised(syntax: Syntax, word: int, auxiliaries: set[str]) -> bool:
    """ "had better leave", "they'd better leave"."""
    if syntax.analysis.xpos[word] != "VB" or auxiliaries.isdisjoint(("had", "have", "'d", "’d")):
        return False
    return any(syntax.lower[child] == "better" for child in syntax.dependents[word] if child < word)


def is_habitual(syntax: Syntax, word: int) -> bool:
    """Whether a word says that it happens as a rule: "often attack", "whenever they attack"."""
    adverbs = words("general", "adverbs")
    return syntax.marker(word) in adverbs or syntax.has(word, "advmod", adverbs)


def is_unable(syntax: Syntax, word: int) -> bool:
    """ "Could not reach him", "nobody could bury them": not done, where it tells of an occasion."""
    could = "could" in _auxiliaries(syntax, word) and read(syntax, word) == CANNOT
    return could and not conditions.governs(syntax, word)


def _auxiliaries(syntax: Syntax, word: int) -> set[str]:
    """The lemmas of its auxiliaries with the forms of those that mark no passive. A modal that the tree takes for
    something else is one as well: no noun is called "would".
    """
    found: set[str] = set()
    for child in syntax.dependents[word]:
        relation, form = syntax.analysis.relations[child], syntax.lower[child]
        stray = child < word and form in tense.CERTAIN_MODALS and not syntax.dependents[child]
        if stray or relation in ("aux", "aux:pass"):
            found.add(syntax.analysis.lemmas[child])
            if relation == "aux":
                found.add(form)
    return found


def _future(syntax: Syntax, word: int, auxiliaries: set[str]) -> Factuality:
    hypothetical = bool(auxiliaries & {"would", "'d", "’d"})
    if hypothetical and "have" in auxiliaries:
        return COUNTERFACTUAL
    if hypothetical and syntax.has(word, "advmod", TOLD_LATER):
        return HAPPENED
    if conditions.governs(syntax, word):
        return CONDITIONAL
    if hypothetical and syntax.has(word, "advmod", NOW_AND_THEN):
        return GENERAL
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
    return LIKELY if "must" in auxiliaries else REPROACH


def _by_tense(syntax: Syntax, word: int) -> Factuality:
    lemma, tag = syntax.analysis.lemmas[word], tense.tag(syntax, word)
    be = syntax.child(word, "cop")
    if tag == "VB" and be is not None and be < word and syntax.marker(word) == "to":
        return EXPECTED
    if tag == "VBN" and _is_to_be(syntax, word):
        return EXPECTED
    if lemma == "be" and tag == "VBN" and syntax.child(word, "expl") is not None:
        return HAPPENED  # "there has been no disclosure"
    if (be is not None and not tense.is_mistaken(syntax, word)) or tense.is_stative(syntax, word):
        return HAPPENED if _is_elided(syntax, word) else STATEMENT
    auxiliaries = _auxiliaries(syntax, word)
    if is_habitual(syntax, word):
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


def _is_to_be(syntax: Syntax, word: int) -> bool:
    """ "The factory is to be closed"."""
    if syntax.marker(word) != "to":
        return False
    before = word - 3  # "is to be closed"
    return before in syntax.children(word, *AUXILIARIES) and syntax.analysis.lemmas[before] == "be"


def shares_copula(syntax: Syntax, word: int) -> bool:
    """ "is a racist and a danger": a second noun or adjective under the first one's copula."""
    analysis = syntax.analysis
    if analysis.relations[word] != "conj" or analysis.upos[word] not in ("NOUN", "ADJ"):
        return False
    return syntax.child(first_conjunct(syntax, word), "cop") is not None


def _in_present(syntax: Syntax, word: int) -> Factuality:
    """What happens as a rule, what a headline or the saying itself does, or what is on the calendar."""
    if tense.is_headline(syntax, word) or tense.is_performed(syntax, word) or _is_said_once(syntax, word):
        return HAPPENED
    if tense.is_past_form(syntax, word) or tense.is_dated_on(syntax, word) or tense.is_entry(syntax, word):
        return HAPPENED
    return WILL if tense.is_scheduled(syntax, word) else GENERAL


def _is_said_once(syntax: Syntax, word: int) -> bool:
    """Whether it is the cue of what somebody says in the present: "insists that …"; what he doesn't say is a rule."""
    return word in syntax.cued and not is_denied(syntax, word)


def _by_adverb(syntax: Syntax, word: int, reading: Factuality) -> Factuality:
    """ "reportedly", "probably", "nearly": weaker or turned."""
    lemmas = syntax.analysis.lemmas
    if syntax.lower[word - 2 : word] == ALL_BUT and reading != STATEMENT:
        return POSSIBLE
    for child in syntax.children(word, "advmod"):
        if lemmas[child] in words("possible", "adverbs"):
            if reading == DEMANDED and syntax.analysis.xpos[word] == "VB" and syntax.child(word, "aux") is None:
                return reading  # "perhaps go there"
            return ALLEGED if lemmas[child] == "allegedly" else POSSIBLE
        if lemmas[child] in words("possible", "likely"):
            return LIKELY
        if lemmas[child] in words("happened", "hearsay"):
            return HEARSAY if reading == HAPPENED else reading
        if lemmas[child] in words("did_not_happen", "adverbs"):
            measures = reading == STATEMENT and lemmas[child] in NEARLY
            return reading if measures else NOT
        if lemmas[child] == "necessarily" and lemmas[child - 1] in ("not", "n't", "n’t"):
            return OPEN
        no = syntax.has(child, "advmod", frozenset({"no"})) or syntax.has(child, "det", frozenset({"no"}))
        if no and lemmas[child + 1 : child + 2] != ["than"]:  # "no later than May" only says when
            return negated(reading) if reading in (STATEMENT, GENERAL) else NOT  # "is no longer able"
    return reading


def _opened(syntax: Syntax, word: int) -> Factuality | None:
    """The reading that the word before the clause decides: "if", "whether", "without", "in order to", or a question."""
    analysis = syntax.analysis
    relation = analysis.relations[word]
    marks = [analysis.lemmas[mark] for mark in syntax.children(word, "mark", "case") if mark < word]
    if _is_rejected(syntax, word):
        return NOT
    inverted = conditions.inverted(syntax, word) if relation in (*conditions.INVERTIBLE, "root", "acl") else None
    if inverted is not None:
        return COUNTERFACTUAL if inverted == "had" else CONDITIONAL
    if conditions.is_case(syntax, word):
        return CONDITIONAL
    if not marks:
        if relation == "advcl" and conditions.follows_if(syntax, word):
            return CONDITIONAL
        if relation == "conj" and _shares_condition(syntax, word):
            return CONDITIONAL
        asks = questions.is_question(syntax, word) and not conditions.follows_inverted(syntax, word)
        return OPEN if asks else None
    if marks[0] == "of" and any(analysis.lemmas[near] == "instead" for near in range(max(0, word - 4), word)):
        return NOT
    if marks[0] == "even" or (marks[0] == "as" and "if" in marks):
        return None
    if any(mark in words("conditional", "introductions") for mark in marks):
        asked = "if" in marks and (relation in ("ccomp", "acl") or conditions.is_asked(syntax, word))
        if relation == "acl" and analysis.lemmas[analysis.heads[word]] not in classes("nouns"):
            asked = False  # "warned of attacks if they leave"
        if not asked and _is_unreal(syntax, word):
            return COUNTERFACTUAL
        said = {"say", *words("conditional", "carrying")}
        return OPEN if asked and analysis.lemmas[analysis.heads[word]] not in said else CONDITIONAL
    if any(mark in words("possible", "introductions") for mark in marks):
        return POSSIBLE if "lest" in marks else OPEN
    if marks[0] == "without" and syntax.child(word, "cop") is not None:
        return negated(STATEMENT)
    if any(mark in words("did_not_happen", "introductions") for mark in marks):
        return NOT if "than" not in marks or _is_rather(syntax, word) else None
    if relation in ("advcl", "acl") and "to" in marks and not outcomes.is_no_purpose(syntax, word):
        return _purpose(syntax, word, relation)
    return PLANNED if "so" in marks and _auxiliaries(syntax, word) else None


def _is_unreal(syntax: Syntax, word: int) -> bool:
    """ "if they had left, … would": they had not."""
    had = any(syntax.lower[child] in ("had", "'d", "’d") for child in syntax.children(word, "aux"))
    return had and "would" in _auxiliaries(syntax, syntax.analysis.heads[word])


def _is_rejected(syntax: Syntax, word: int) -> bool:
    """ "rather than leave", "has yet to be built"."""
    lemmas = syntax.analysis.lemmas
    rather = [child for child in syntax.dependents[word] if lemmas[child] == "rather" and child < word]
    if any(lemmas[child + 1] == "than" and syntax.analysis.relations[child] in COMPARING for child in rather):
        return True
    return syntax.marker(word) == "to" and syntax.has(word, "advmod", YET)


def _shares_condition(syntax: Syntax, word: int) -> bool:
    """ "if he comes and signs": a later verb under the first one's "if" that has no modal."""
    first = first_conjunct(syntax, word)
    lemmas = syntax.analysis.lemmas
    marks = {lemmas[mark] for mark in syntax.children(first, "mark") if mark < first}
    modal = any(syntax.analysis.xpos[child] == "MD" for child in syntax.children(word, "aux"))
    conditional = bool(marks & {"if", "unless"}) and not marks & {"even", "as"}
    return conditional and not modal and syntax.analysis.relations[first] == "advcl"


def _is_rather(syntax: Syntax, word: int) -> bool:
    """ "rather than attack": without "rather" it compares ("worse than expected")."""
    than = next(mark for mark in syntax.children(word, "mark", "case") if syntax.analysis.lemmas[mark] == "than")
    return than > 0 and syntax.analysis.lemmas[than - 1] == "rather"


def _purpose(syntax: Syntax, word: int, relation: str) -> Factuality | None:
    """ "to open the road"; but "the first to attack" did."""
    return None if relation == "acl" and is_ranked(syntax, syntax.analysis.heads[word]) else PLANNED


def is_ranked(syntax: Syntax, noun: int) -> bool:
    """ "The first", "the last leader"."""
    return syntax.has(noun, "amod", RANKS) or syntax.analysis.lemmas[noun] in RANKS
