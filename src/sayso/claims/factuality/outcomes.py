"""What came of it, and when it is to come: infinitives that tell a result, and clauses that lie in the future.

1. "Rose by a tenth to reach 40 million", "beat three rivals to win", "took an hour to leave": no purpose.
2. "Is expected to leave after the court has ruled": not yet, although its tense is past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.factuality import signatures, tense
from sayso.claims.factuality.tense import words
from sayso.claims.grammar.tags import AUXILIARIES

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.words.records import Factuality

NEARING = frozenset({"close", "near"})
HOW = frozenset({"how"})
""""How they came to leave": they left."""
TAKING = frozenset({"take"})
UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "while", "time"})
LATER = frozenset({"when", "after", "once", "until", "before", "till", "while", "as", "as soon as", "that", "where"})
PENDING = frozenset({"after", "before", "once", "until", "till", "as soon as"})
"""What opens a clause that comes as surely as the main one."""
SHIFTED = PENDING - {"after"}
"""The same, seen from the past: "would stay until they left". What they "would avenge after it was hit" was hit."""
UNTIL = frozenset({"until", "till"})
LASTING = frozenset({"as long as", "so long as"})
SO = frozenset({"as", "so"})
TIMES = frozenset({"before", "after", "while"})
COMING = frozenset({"expected", "planned", "demanded"})


BINDING = frozenset({"implicative"})
HELPING = frozenset({"help"})
LOOSE = frozenset({"get"})
""""You've got to leave": a duty."""
PARTS = frozenset({"one", "another", "some", "first", "second"})


def is_bound(syntax: Syntax, word: int) -> bool:
    """Whether the word above an infinitive tells that it came about: "began to leave", "forced them to leave"."""
    if syntax.marker(word) != "to":
        return False
    if source(syntax, word) is not None:
        return True
    head = syntax.analysis.heads[word]
    if head < 0 or syntax.analysis.relations[word] != "xcomp" or syntax.analysis.lemmas[head] in LOOSE:
        return False
    lemma, use = syntax.analysis.lemmas[head], syntax.analysis.upos[head]
    if syntax.child(head, "obj") is not None and lemma not in HELPING:
        return lemma in words("happened", "forcing")  # but "began their march to free it"
    known = signatures.classes("adjectives" if use == "ADJ" else "verbs")
    return (known.get(f"{lemma} to") or known.get(lemma)) in BINDING


def is_timed(syntax: Syntax, gerund: int) -> bool:
    """ "Before leaving", "after paying"."""
    return syntax.marker(gerund) in TIMES and syntax.analysis.xpos[gerund] == "VBG"


def is_forestalled(syntax: Syntax, gerund: int) -> bool:
    """ "Was shot down before reaching the coast": it was its own end that came first."""
    lemmas, verb = syntax.analysis.lemmas, syntax.analysis.heads[gerund]
    if syntax.marker(gerund) != "before" or lemmas[gerund] not in words("did_not_happen", "goals"):
        return False
    itself = syntax.child(verb, "obj")
    undone = syntax.is_passive(verb) or (itself is not None and syntax.lower[itself].endswith(("self", "selves")))
    return lemmas[verb] in words("did_not_happen", "undoing" if undone else "ends")


def is_no_purpose(syntax: Syntax, gerund: int) -> bool:
    """ "In addition to leaving", "pleaded guilty to hiding it"; but "a drive to building more", "close to winning"."""
    analysis = syntax.analysis
    head = analysis.heads[gerund]
    if analysis.xpos[gerund] != "VBG" or analysis.upos[head] == "ADV":
        return False
    return analysis.lemmas[head] not in (NEARING if analysis.upos[head] == "ADJ" else signatures.classes("nouns"))


def is_proposed(syntax: Syntax, word: int) -> bool:
    """ "One of the proposals is building a bridge": a plan that a gerund spells out."""
    analysis, subject = syntax.analysis, syntax.child(word, "nsubj")
    if analysis.xpos[word] != "VBG" or subject is None or analysis.lemmas[subject] not in PARTS:
        return False
    whole = next((part for part in syntax.children(subject, "nmod") if syntax.marker(part) == "of"), None)
    if whole is None or syntax.child(word, "obj") is None:
        return False
    if analysis.lemmas[whole] == "which" and analysis.relations[word] == "acl:relcl":
        whole = analysis.heads[word]
    return signatures.classes("nouns").get(analysis.lemmas[whole]) == "planned"


def source(syntax: Syntax, infinitive: int) -> int | None:
    """The verb of which an infinitive with "to" tells what came of it: "returned only to find", "rose to reach"."""
    if syntax.marker(infinitive) != "to":
        return None
    analysis = syntax.analysis
    verb, relation = analysis.heads[infinitive], analysis.relations[infinitive]
    telling = signatures.classes("nouns")
    if relation == "acl" and analysis.relations[verb] == "obj" and analysis.lemmas[verb] not in telling:
        verb, relation = analysis.heads[verb], "advcl"
    beside = relation in ("advcl", "xcomp") and 0 <= verb < infinitive and analysis.upos[verb] == "VERB"
    return verb if beside and _is_result(syntax, infinitive, verb) else None


def _is_result(syntax: Syntax, infinitive: int, verb: int) -> bool:
    analysis, lemma = syntax.analysis, syntax.analysis.lemmas[infinitive]
    to = next((mark for mark in syntax.children(infinitive, "mark") if analysis.lemmas[mark] == "to"), None)
    if to is None:  # "pointed to his strong showing"
        return False
    if analysis.lemmas[to - 1] == "only" and to - 1 in syntax.children(infinitive, "advmod"):
        return True
    if analysis.lemmas[verb] == "come" and syntax.has(verb, "advmod", HOW):
        return True
    pairs = (("growth", "levels"), ("victories", "prizes"), ("fates", "findings"))
    particle = syntax.child(verb, "compound:prt", "advmod")
    names = {
        analysis.lemmas[verb],
        *(f"{analysis.lemmas[verb]} {analysis.lemmas[part]}" for part in [particle] if part),
    }
    if any(names & words("happened", a) and lemma in words("happened", b) for a, b in pairs):
        return tense.tag(syntax, verb) != "VBG" or syntax.child(verb, "aux") is not None
    return analysis.lemmas[verb] in TAKING and _is_while(syntax, verb)


def _is_while(syntax: Syntax, verb: int) -> bool:
    """ "Took three minutes", "took a while"."""
    times = syntax.children(verb, "obj", "obl:tmod", "obl:unmarked")
    return any(syntax.labels[time] == "time" or syntax.analysis.lemmas[time] in UNITS for time in times)


def is_pending(syntax: Syntax, clause: int, own: Factuality) -> bool:
    """Whether it comes about only if what it is set by does: "after the court has ruled", "before it is used"."""
    marker = syntax.marker(clause) or next(
        (syntax.analysis.lemmas[child] for child in syntax.children(clause, "advmod") if child < clause), ""
    )
    if own.label == "general":
        return marker in LATER
    if not syntax.marker(clause):
        return False
    if marker in SHIFTED and own.label in ("happened", "statement") and _is_past(syntax, clause):
        return own.score > 0 and _is_supposed(syntax, syntax.analysis.heads[clause])
    perfect = any(syntax.lower[child] in ("has", "have", "'ve", "’ve") for child in syntax.children(clause, "aux"))
    passive = tense.is_present_passive(syntax, clause) and syntax.analysis.xpos[clause] == "VBN"
    unfinished = (own.label == "happened" and perfect) or (own.label in ("happened", "statement") and passive)
    return unfinished and own.score > 0 and marker in PENDING


def _is_past(syntax: Syntax, clause: int) -> bool:
    return "VBD" in {tense.tag(syntax, part) for part in (clause, *syntax.children(clause, *AUXILIARIES))}


def _is_supposed(syntax: Syntax, verb: int) -> bool:
    """ "Would leave", "could continue to leave"."""
    while verb >= 0 and syntax.analysis.relations[verb] == "xcomp":
        verb = syntax.analysis.heads[verb]
    return any(tense.tag(syntax, aux) == "MD" for aux in syntax.children(verb, "aux"))


def lasts(syntax: Syntax, clause: int) -> int | None:
    """What a clause with "as long as" sets the terms of: "will **stay** as long as it lasts"."""
    analysis, head = syntax.analysis, syntax.analysis.heads[clause]
    if syntax.marker(clause) in LASTING:
        return head
    long = analysis.lemmas[head] == "long" and analysis.heads[head] >= 0 and syntax.marker(clause) == "as"
    return analysis.heads[head] if long and syntax.has(head, "advmod", SO) else None


def set_by(syntax: Syntax, clause: int) -> int:
    """What a clause of time is set by: its verb, or what that verb expects, plans or asks for."""
    verb = syntax.analysis.heads[clause]
    if signatures.classes("verbs").get(syntax.analysis.lemmas[verb]) not in COMING:
        return verb
    return next((to for to in syntax.children(verb, "xcomp") if syntax.marker(to) == "to"), verb)
