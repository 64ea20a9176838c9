"""What the model's heads say of factuality, beside the rules: one of the score, and one of the manner.

1. What rules leave open happened where the heads are all but certain of it and no word of its clause says otherwise.
2. Else both scores are joined by their shares, and the rules' manner stands wherever they read it from a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.factuality import mood, outcomes, signatures, tense
from sayso.claims.factuality.mood import HAPPENED
from sayso.claims.factuality.signatures import NOT
from sayso.words.records import Factuality

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.meaning import Meaning

CERTAIN = 0.7
"""Probability of its manner from which the head overrules what rules take for granted."""
ONCE = 0.9
"""The same for what rules take for general and the head for one occasion: states are often taken for one."""
RULED = 0.2
"""Share of the rules' score beside the head's where both affirm; else it is half, so that a negation that only one of
them saw outweighs nothing by itself. Set on UW's dev part, where anything from .15 to .3 does as well.
"""
PLAIN = 2.8
"""Score from which what happened is certain: the head seldom says 3, where UW's annotators mostly do."""
DOUBTED = {"happened": 1.0, "did_not_happen": -1.0}
"""Score of a label that both scores speak against."""
HEARD = 0.97
"""Probability of its manner from which the head overrules what an embedding word says, if it is sure of the score too:
with less it is wrong about every fourth.
"""
PLAINLY = 2.5
BEYOND_DOUBT = 2.9
"""Its score for that, and the one from which "if" in a finite verb's own clause is a slip of the tree."""
AFFIRMED = frozenset({"happened", "statement", "general"})
LEFT_OPEN = frozenset({"planned", "demanded", "possible", "conditional"})


def weighed(syntax: Syntax, predicate: int, ruled: Factuality) -> Factuality:
    """What rules and heads say together; the rules alone, where the model has no such heads."""
    meaning = syntax.analysis.meaning
    if meaning is None:
        return ruled
    if ruled == mood.STATEMENT and tense.is_emphasis(syntax, predicate):
        return ruled
    if ruled == mood.CANNOT and meaning.best("manner", predicate)[0] == NOT.label and mood.is_unable(syntax, predicate):
        ruled = NOT
    if ruled.label in LEFT_OPEN and ruled.score > 0 and _is_plain(syntax, meaning, predicate):
        ruled = Factuality(float(meaning.factuality[predicate]), meaning.best("manner", predicate)[0])
    return _joined(syntax, predicate, ruled, meaning)


def _is_plain(syntax: Syntax, meaning: Meaning, word: int) -> bool:
    """Whether the head is all but certain that it is so, and no word of its own clause says otherwise."""
    label, share = meaning.best("manner", word)
    if label not in AFFIRMED or share < HEARD or meaning.factuality[word] < PLAINLY:
        return False
    if syntax.is_verbal(word):
        if outcomes.is_proposed(syntax, word):
            return False
        plain = meaning.factuality[word] >= BEYOND_DOUBT or mood.read(syntax, word).label in AFFIRMED
        return plain and tense.is_finite(syntax, word)
    return signatures.qualifier(syntax, word) is None


def _joined(syntax: Syntax, predicate: int, ruled: Factuality, meaning: Meaning) -> Factuality:
    """Both scores by their shares, and the manner that the rules read from a word: "not", "if", "should", a copula.

    Where they found no such word the head may know better: what a plain past or a participle hides, and whether
    a bare present tense tells of one occasion. A word that they know binds an infinitive ("began to leave") and times
    a gerund ("before leaving").
    """
    label, share = meaning.best("manner", predicate)
    told = max(-3.0, min(3.0, float(meaning.factuality[predicate])))
    bound = outcomes.is_bound(syntax, predicate)
    read = bound or outcomes.is_timed(syntax, predicate)
    known = ruled == HAPPENED and share >= CERTAIN and label != NOT.label and not read
    once = ruled == mood.GENERAL and share >= ONCE and label == HAPPENED.label
    once = once and not mood.is_habitual(syntax, predicate)
    label = label if known or once else ruled.label
    denied = ruled.score <= -1 and told > 0
    scores = [score for score in (ruled.score, *([] if denied else [told])) if _agrees(label, score)]
    if not scores:
        return Factuality(DOUBTED[label], label)
    share = RULED if min(scores) > 0 and not bound else 0.5
    score = scores[0] if len(scores) == 1 else share * scores[0] + (1 - share) * scores[1]
    return Factuality(3.0 if label == "happened" and score > PLAIN else round(score, 2), label)


def _agrees(label: str, score: float) -> bool:
    """Whether the score has the sign that the label asks for, if it asks for one."""
    return label not in DOUBTED or score * DOUBTED[label] > 0
