"""Conditions: clauses that say on what terms something happens, and what happens on such terms.

1. "If they leave", "unless", also where the tree hangs the clause on what stands between.
2. By word order: "should they leave", "had they left", "were they to leave".
3. "In the event of an attack", "in the event that they leave", "in case of"; "provided that they leave".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.factuality import questions, tense
from sayso.claims.grammar import idle
from sayso.claims.grammar.tags import AUXILIARIES

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

RELATIVE = "acl:relcl"
INVERTING = frozenset({"should", "had", "were"})
"""Auxiliaries that make a condition where they stand before their subject."""
FRONTING = frozenset(
    {"never", "nor", "neither", "so", "as", "than", "only", "not", "what", "who", "whom", "which", "how"}
)
"""What else puts an auxiliary before its subject: "never had they left", "nor should they leave"."""
INVERTIBLE = ("advcl", "ccomp", "parataxis", "csubj")
"""Relations of conditions by word order below what depends on them."""
SUBJECTS = ("nsubj", "nsubj:pass")


def governs(syntax: Syntax, word: int) -> bool:
    """Whether a condition depends on the word ("even if" and "as if" are no conditions)."""
    lemmas = syntax.analysis.lemmas
    for clause in [*syntax.children(word, "advcl"), *_strayed(syntax, word)]:
        marks = {lemmas[mark] for mark in syntax.children(clause, "mark", "advmod")}
        if marks & {"if", "unless"} and not marks & {"even", "as"} and not _is_free(syntax, word, clause):
            return True
    if any(is_case(syntax, child) for child in syntax.children(word, "advcl", "obl")) and not _is_past(syntax, word):
        return True
    return follows_inverted(syntax, word)


def is_asked(syntax: Syntax, clause: int) -> bool:
    """ "It was not known if they had left", where the tree makes the clause an adverbial one."""
    head = syntax.analysis.heads[clause]
    asking = head >= 0 and head < clause and syntax.analysis.lemmas[head] in tense.words("conditional", "asking")
    modal = asking and any(syntax.analysis.xpos[child] == "MD" for child in syntax.children(head, "aux"))
    return asking and not modal and syntax.analysis.relations[clause] == "advcl" and syntax.is_negated(head)


def _is_free(syntax: Syntax, word: int, clause: int) -> bool:
    """Whether the clause sets no terms for the word itself: "warned them to stop if …", "if we compare, it was"."""
    parts = [tense.tag(syntax, part) for part in (word, *syntax.children(word, *AUXILIARIES))]
    if "MD" in parts:
        return False
    if syntax.analysis.lemmas[word] in tense.words("conditional", "carrying"):
        told = word < clause or syntax.child(word, "xcomp", "ccomp") is not None  # "if not paid, they threatened to …"
        if told:
            return parts[0] not in ("VBZ", "VBP")
    own = {tense.tag(syntax, part) for part in (clause, *syntax.children(clause, *AUXILIARIES))}
    return is_asked(syntax, clause) or ("VBD" in parts and bool(own & {"VBZ", "VBP"}))


def follows_inverted(syntax: Syntax, word: int) -> bool:
    """ "Should they leave, we will stay": also where the tree takes "they to leave" for the main clause's subject."""
    nouns = syntax.children(word, *SUBJECTS)
    clauses = syntax.children(word, *INVERTIBLE)
    head = syntax.analysis.heads[word]
    if head >= 0 and syntax.analysis.relations[word] in ("ccomp", "parataxis"):
        clauses += [clause for clause in syntax.children(head, *INVERTIBLE) if clause < word]
    clauses += [clause for noun in nouns for clause in syntax.children(noun, "acl")]
    return any(inverted(syntax, clause) is not None for clause in clauses)


def inverted(syntax: Syntax, clause: int) -> str | None:
    """The auxiliary by which word order makes the clause a condition, if one does: the word before its subject."""
    subject = _subject(syntax, clause)
    if subject is None or subject > clause:
        return None
    auxiliary = _start(syntax, subject) - 1
    first = syntax.analysis.sentences[syntax.sentence[clause]][0]
    if auxiliary < first or syntax.lower[auxiliary] not in INVERTING:
        return None
    if auxiliary > first and syntax.analysis.lemmas[auxiliary - 1] in FRONTING:
        return None
    asks = syntax.analysis.relations[clause] != "advcl" and questions.is_question(syntax, clause)
    fits = not asks and _fits(syntax, clause, auxiliary)
    return syntax.lower[auxiliary] if fits else None


def _subject(syntax: Syntax, clause: int) -> int | None:
    """Its subject; of an infinitive ("were they to leave") the noun that it describes in the tree or follows."""
    if syntax.marker(clause) != "to":
        return syntax.child(clause, *SUBJECTS)
    if syntax.analysis.relations[clause] == "acl":
        return syntax.analysis.heads[clause]
    before = min(syntax.children(clause, "mark", "case"), default=0) - 1
    return before if before >= 0 and syntax.analysis.upos[before] in ("PRON", "NOUN", "PROPN") else None


def _start(syntax: Syntax, noun: int) -> int:
    """Where the noun's phrase begins; its auxiliary may hang on it as a copula."""
    before = (child for child in syntax.dependents[noun] if child < noun and syntax.lower[child] not in INVERTING)
    return min(before, default=noun)


def _fits(syntax: Syntax, clause: int, auxiliary: int) -> bool:
    """Whether the clause's form is the one that the auxiliary asks for."""
    tag, form = syntax.analysis.xpos[clause], syntax.lower[auxiliary]
    if syntax.child(clause, "cop", "aux:pass") is not None:
        return form != "were" or syntax.marker(clause) == "to" or auxiliary in syntax.dependents[clause]
    if form == "were":
        return syntax.marker(clause) == "to" or tag in ("VBG", "VBN")
    return tag in (("VB", "VBP") if form == "should" else ("VBN", "VBD"))


def is_case(syntax: Syntax, word: int) -> bool:
    """ "In the event of an attack", "in case they attack", of "event" itself and of what is set down by it; "provided
    that they leave", of both verbs.
    """
    analysis = syntax.analysis
    above = analysis.heads[word] if analysis.relations[word] == "ccomp" else word
    if above >= 0 and idle.is_proviso(syntax, above):
        return True
    introduced = (mark for mark in syntax.children(word, "case", "mark") if analysis.lemmas[mark] == "in")
    if any(analysis.lemmas[mark + 1 : mark + 2] == ["case"] for mark in introduced):
        return True
    event = word if analysis.lemmas[word] == "event" else analysis.heads[word]
    if event < 0 or analysis.lemmas[event] != "event" or syntax.marker(event) != "in":
        return False
    return any(child > event for child in syntax.children(event, "acl", RELATIVE, "ccomp", "advcl", "nmod"))


def _is_past(syntax: Syntax, word: int) -> bool:
    """ "Were sent in case of protests": a precaution that was taken."""
    parts = [tense.tag(syntax, part) for part in (word, *syntax.children(word, *AUXILIARIES))]
    return "MD" not in parts and ("VBD" in parts or "VBN" in parts)


def _strayed(syntax: Syntax, word: int) -> list[int]:
    """Clauses that the tree gives to what stands between: "would leave, he said, if …", "a town they hold, if …"."""
    analysis = syntax.analysis
    if not any(syntax.lower[child] in ("would", "'d", "’d") for child in syntax.children(word, "aux")):
        return []
    nouns = syntax.children(word, *SUBJECTS, "obj", "obl")
    between = syntax.children(word, "parataxis") + [part for noun in nouns for part in syntax.children(noun, RELATIVE)]
    if analysis.relations[word] in ("ccomp", "parataxis"):
        between.append(analysis.heads[word])
    told = [part for part in between if not any(analysis.xpos[aux] == "MD" for aux in syntax.children(part, "aux"))]
    return [clause for part in told for clause in syntax.children(part, "advcl", "ccomp") if clause != word]


def follows_if(syntax: Syntax, word: int) -> bool:
    """Whether the tree gives the clause's "if" to the main clause: nothing else can stand between the two."""
    analysis = syntax.analysis
    head = analysis.heads[word]
    marks = [mark for mark in syntax.children(head, "mark") if analysis.lemmas[mark] == "if" and mark < word < head]
    others = (part for part in syntax.children(head, "advcl") if part < word)
    return bool(marks) and tense.is_finite(syntax, word) and not any(part > marks[0] for part in others)
