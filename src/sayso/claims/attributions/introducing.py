"""Whom a line introduces: "Hasan said:", "the group released the following statement:", "we warned in our May study:".

What follows without quotation marks is more than a paragraph only where the line leaves no doubt that it goes on: a
speaker right before the colon, or a text that is given out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.attributions import speaker, stances
from sayso.claims.grammar import cue_words
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import runs
from sayso.claims.grammar.tags import RELATING
from sayso.claims.sources import kinds
from sayso.language.analysis import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.claims.grammar.syntax import Syntax

CERTAINTY = 0.7
"""Confidence in the cue and source that the tree gives; an estimate."""
IN = frozenset({"in", "by", "from"})
"""Prepositions of the text that a line quotes from: "laid out these risks in its May study:"."""


def introducer(syntax: Syntax, first: int, end: int, told: Iterable[Attribution]) -> Attribution | None:
    """Who says what follows the sentence, by the last of its attributions or by the tree."""
    inside = [known for known in told if known.cue and first <= known.cue[0][0] < end]
    return inside[-1] if inside else by_syntax(syntax, first, end)


def by_syntax(syntax: Syntax, first: int, end: int) -> Attribution | None:
    """An attribution from the last verb of saying and its subject, or a text that the line names."""
    for verb in range(end - 1, first - 1, -1):
        if syntax.analysis.upos[verb] == "VERB" and _introduces(syntax, verb):
            subject = syntax.child(verb, "nsubj", "nsubj:pass")
            if subject is not None:
                return _attribution(verb, set(syntax.subtree(subject)))
    return _by_text(syntax, first, end) if syntax.forms[end - 1] == ":" else None


def _by_text(syntax: Syntax, first: int, end: int) -> Attribution | None:
    """Whoever does something in a text, or that text itself: "laid out the risks | in its May study:"."""
    for verb in range(first, end):
        if syntax.analysis.relations[verb] != "root" or syntax.analysis.upos[verb] != "VERB":
            continue
        for phrase in syntax.children(verb, "obl"):
            if syntax.marker(phrase) in IN and kinds.is_text(syntax.analysis.lemmas[phrase]):
                subject = syntax.child(verb, "nsubj")
                named = speaker.phrase(syntax, phrase if subject is None else subject)
                clause = next((word for word in sorted(named) if syntax.analysis.xpos[word] in RELATING), end)
                stop = clause - 1 if syntax.forms[clause - 1] == "," else clause
                return _attribution(verb, {word for word in named if word < stop})
    return None


def _attribution(verb: int, source: set[int]) -> Attribution:
    said = ((verb, verb + 1),)
    return Attribution(said, runs(range(min(source), max(source) + 1)), (), CERTAINTY, CERTAINTY, 0.0)


def _introduces(syntax: Syntax, verb: int) -> bool:
    """Whether it says something or gives out a text: "said", "released the following statement"."""
    return stances.is_cue(syntax.analysis.lemmas[verb]) or _gives(syntax, verb)


def _gives(syntax: Syntax, verb: int) -> bool:
    lemmas = syntax.analysis.lemmas
    given = syntax.child(verb, "obj")
    return lemmas[verb] in predicate_words("giving", "verb") and given is not None and kinds.is_text(lemmas[given])


def gives_out(syntax: Syntax, known: Attribution) -> bool:
    """Whether the line gives out a text: "released the following statement:"."""
    return bool(known.cue) and _gives(syntax, cue_words.head_word(syntax.analysis, known.cue))


def is_speech(syntax: Syntax, known: Attribution) -> bool:
    """Whether a person's "said" or "added" stands right before the colon: "Speaking today, the minister said:"."""
    if not known.cue or not known.source:
        return False
    analysis = syntax.analysis
    verb = cue_words.head_word(analysis, known.cue)
    if analysis.lemmas[verb] not in predicate_words("speech", "verb") or syntax.forms[verb + 1 : verb + 2] != [":"]:
        return False
    who = kinds.head_word(analysis, known.source)
    return syntax.labels[who] != "organisation" and not kinds.is_text(analysis.lemmas[who])
