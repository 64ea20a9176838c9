"""Which clauses ask: their events are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar.tags import AUXILIARIES

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

PRESUPPOSING = frozenset({"why", "how", "when", "where"})
"""Question words that leave the event standing: "why did they leave?"."""
ASKING = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of an auxiliary that a question may begin with."""


def is_question(syntax: Syntax, word: int) -> bool:
    """Whether the clause asks if or what; one with "why" or "when" takes what it asks about for granted."""
    analysis = syntax.analysis
    if analysis.relations[word] not in ("root", "ccomp", "parataxis", "conj"):
        return False
    own = (child for child in syntax.dependents[word] if analysis.relations[child] != "ccomp")  # "do you know where …"
    if any(analysis.lemmas[child] in PRESUPPOSING for child in own):
        return False
    if not _ends_in_question(syntax, word):
        return _is_inverted(syntax, word)
    subject, auxiliary = syntax.child(word, "nsubj", "nsubj:pass", "expl"), syntax.child(word, *AUXILIARIES)
    if subject is None:
        return analysis.relations[word] == "root"
    return (auxiliary is not None and auxiliary < subject) or analysis.lemmas[subject] in ("what", "which")


def _is_inverted(syntax: Syntax, word: int) -> bool:
    """ "Do they know …": the sentence begins with its auxiliary, whatever mark ends it."""
    analysis = syntax.analysis
    subject, auxiliary = syntax.child(word, "nsubj", "nsubj:pass", "expl"), syntax.child(word, *AUXILIARIES)
    if subject is None or auxiliary is None or auxiliary > subject or analysis.lemmas[auxiliary] in ("may", "have"):
        return False
    others = (child for child in syntax.children(word, *AUXILIARIES) if child > subject)
    if any(analysis.xpos[child] in ASKING for child in others):
        return False  # "IS fighters are leaving"
    first = analysis.sentences[syntax.sentence[word]][0]
    return analysis.xpos[auxiliary] in ASKING and all(
        analysis.upos[part] == "PUNCT" for part in range(first, auxiliary)
    )


def _ends_in_question(syntax: Syntax, word: int) -> bool:
    """Whether a question mark is the first stop after the word, though a cue may follow: "Is it true?" he asked."""
    analysis = syntax.analysis
    first, end = analysis.sentences[syntax.sentence[word]]
    if "?" not in syntax.forms[first:end]:
        return False
    if analysis.relations[word] == "root" and "?" in {syntax.forms[last] for last in range(max(first, end - 2), end)}:
        return True
    return next((form for form in syntax.forms[word + 1 : end] if form in ("?", ".", "!", "”")), "") == "?"
