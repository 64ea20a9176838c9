"""Clauses that have a verb and claim nothing.

1. A topic: "when it comes to trade", "when it comes to raising taxes".
2. A measure of likeness that repeats the clause that it stands in: "more than they do", "as easy as they come"; or one
   by a deed that nobody has done: "cheaper than buying a house".
3. A word to the listener: "as we noted", "as I said", "believe me"; an idiom: "to begin with".
4. When somebody does what another clause is about, without a subject: "caution when crossing the border".
5. "We will wait and see"; "I'm here to tell you that …".
6. Who wrote the text, at its end: "Hadi reported from Homs", "Karim Hadi contributed to this report".
7. What somebody might have, in an infinitive on a pronoun: "nothing to hide"; what time is left: "two months to go".
8. When the page was changed, on a line of its own: "Updated 2 hours ago".
9. What sets terms as "if" does: "provided that they leave".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar.tags import AUXILIARIES, SUBJECTS
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

PROVISOS = frozenset({"provided", "providing"})
"""Participles that with a clause below them set terms."""
LIKENESS = frozenset({"as", "than"})
WHEN = frozenset({"when", "whenever"})
TOLD = frozenset({"wait", "see", "tell"})
REPEATING = frozenset({"do", "be", "have"})
"""Verbs that stand for the one before them."""
CONTENT = ("obj", "ccomp", "xcomp")
CREDITS = frozenset({"contribute", "report"})
STAMPS = frozenset({"update", "publish", "post", "modify"})
PARTED = frozenset({"|", "·", "•", "–", "—"})
"""What parts a page's times: "12 October 2025 | Updated 2 hours ago"."""
TIMELY = frozenset({"NUM", "ADP", "DET", "PUNCT", "SYM"})
"""Parts of speech of a time's words that no name of a time holds."""
_STAMP = 10
"""Words of the longest such time."""
TEXTS = frozenset({"report", "story", "article", "reporting"})
THINGS = frozenset({"nothing", "something", "anything", "little", "much"})


def is_aside(syntax: Syntax, word: int) -> bool:
    """Whether the word's clause is one of those."""
    upos, relation = syntax.analysis.upos[word], syntax.analysis.relations[word]
    if upos not in ("VERB", "AUX"):
        return False
    if is_proviso(syntax, word):
        return True
    if relation == "acl":
        return _is_on_nothing(syntax, word)
    if syntax.analysis.lemmas[word] in CREDITS and _is_credit(syntax, word):
        return True
    if syntax.analysis.lemmas[word] in STAMPS and _is_stamp(syntax, word):
        return True
    marker = syntax.marker(word)
    if syntax.lower[word - 1] in WHEN and _is_time(syntax, word):
        return True
    if syntax.lower[word] in TOLD and (_is_waiting(syntax, word) or _is_telling(syntax, word)):
        return True
    if _is_phrase(syntax, word) or (marker in LIKENESS and relation == "advcl" and _compares(syntax, word)):
        return True
    if marker in LIKENESS and relation == "advcl":
        return _repeats(syntax, word) or (marker == "as" and (_is_to_listener(syntax, word) or _is_idiom(syntax, word)))
    gerund = syntax.child(word, *SUBJECTS) is None and _is_topic(syntax, syntax.analysis.heads[word])
    return gerund or _is_topic(syntax, word)


def is_proviso(syntax: Syntax, word: int) -> bool:
    """Whether it is the "provided" that sets terms: "may leave, provided that they disarm"; not "by providing that"."""
    if syntax.lower[word] not in PROVISOS or syntax.analysis.relations[word] != "advcl":
        return False
    bare = syntax.child(word, *SUBJECTS, *AUXILIARIES, "obj", "mark") is None
    return bare and syntax.child(word, "ccomp") is not None


def _is_time(syntax: Syntax, word: int) -> bool:
    """ "when crossing the border": a participle right behind "when"."""
    if syntax.analysis.xpos[word] not in ("VBG", "VBN"):
        return False
    return syntax.child(word, *SUBJECTS, "aux", "aux:pass") is None


def _is_waiting(syntax: Syntax, word: int) -> bool:
    """ "wait and see", and no more."""
    first = word if syntax.lower[word] == "wait" else word - 2
    said = first >= 0 and syntax.lower[first : first + 3] == ["wait", "and", "see"]
    return said and syntax.child(first + 2, *CONTENT) is None


def _is_credit(syntax: Syntax, word: int) -> bool:
    """ "contributed to this report", "contributed reporting", and a name that "reported from Homs" and no more."""
    analysis = syntax.analysis
    if analysis.lemmas[word] == "contribute":
        texts = [noun for noun in syntax.children(word, "obj", "obl") if analysis.lemmas[noun] in TEXTS]
        return any(analysis.lemmas[noun] == "reporting" or syntax.child(noun, "det") is not None for noun in texts)
    writer = syntax.child(word, "nsubj")
    if writer is None or analysis.upos[writer] != "PROPN" or syntax.child(word, *CONTENT, "aux") is not None:
        return False
    named = syntax.labels[writer] in ("person", "")
    return named and syntax.lower[word + 1 : word + 2] == ["from"] and analysis.xpos[word] == "VBD"


def _is_stamp(syntax: Syntax, word: int) -> bool:
    """ "Updated 2 hours ago", and nothing but a time to the end of the line."""
    first, end = syntax.analysis.paragraphs[syntax.paragraph[word]]
    begins = word == first or syntax.forms[word - 1] in PARTED
    if not begins or not 1 < end - word <= _STAMP or syntax.analysis.xpos[word] not in ("VBN", "VBD"):
        return False
    upos, labels = syntax.analysis.upos, syntax.labels
    times = [part for part in range(word + 1, end) if labels[part] == "time" or syntax.lower[part] == "ago"]
    return bool(times) and all(part in times or upos[part] in TIMELY for part in range(word + 1, end))


def _is_telling(syntax: Syntax, word: int) -> bool:
    """ "here to tell you that …": what is told makes the claim."""
    if syntax.marker(word) != "to" or syntax.lower[word + 1 : word + 2] != ["you"]:
        return False
    here = syntax.lower[word] == "tell" and syntax.lower[syntax.analysis.heads[word]] == "here"
    return here and syntax.child(word, "ccomp") is not None


def _is_topic(syntax: Syntax, word: int) -> bool:
    if word < 2 or syntax.analysis.lemmas[word] != "come" or syntax.lower[word - 1] != "it":
        return False
    return syntax.lower[word - 2] == "when" and syntax.lower[word + 1 : word + 2] == ["to"]


def _is_phrase(syntax: Syntax, word: int) -> bool:
    """ "thank you", "believe me", "to begin with" and no more."""
    lemma, lower = syntax.analysis.lemmas[word], syntax.lower
    if lower[word + 1 : word + 2] == ["with"] and lower[word - 1] == "to" and lemma in ("begin", "start"):
        return word + 2 == len(lower) or syntax.signs[word + 2]
    said = " ".join((lemma, *lower[word + 1 : word + 2])) in vocabulary.load("predicates")["filler"].words["phrase"]
    return said and syntax.child(word, *SUBJECTS, "aux", "mark") is None


def _compares(syntax: Syntax, word: int) -> bool:
    """ "cheaper than buying one", "as simple as asking"."""
    bare = syntax.analysis.xpos[word] == "VBG" and syntax.child(word, *SUBJECTS, "aux", "cop") is None
    return bare and (
        syntax.marker(word) == "than" or syntax.analysis.upos[syntax.analysis.heads[word]] in ("ADJ", "ADV")
    )


def _repeats(syntax: Syntax, word: int) -> bool:
    """ "as I did earlier", "than they now do", "as Turkey's would"."""
    known = syntax.analysis.lemmas[word] in REPEATING and syntax.child(word, "ccomp", "xcomp") is None
    return known and syntax.child(word, *SUBJECTS) is not None and syntax.child(word, "obj") is None


def _is_idiom(syntax: Syntax, word: int) -> bool:
    """ "as tough as they come"."""
    return syntax.lower[word - 1 : word + 1] == ["they", "come"]


def _is_to_listener(syntax: Syntax, word: int) -> bool:
    """ "as we noted": the speaker's own words, and nothing of what they were."""
    subject = syntax.child(word, "nsubj")
    if subject is None or syntax.lower[subject] not in ("i", "we") or syntax.child(word, *CONTENT) is not None:
        return False
    return syntax.analysis.lemmas[word] in vocabulary.load("predicates")["speech"].words["verb"]


def _is_on_nothing(syntax: Syntax, word: int) -> bool:
    """ "nothing to hide", "two months to go"."""
    noun = syntax.analysis.heads[word]
    if syntax.marker(word) != "to" or noun < 0:
        return False
    left = syntax.analysis.lemmas[word] == "go" and syntax.labels[noun] == "time"
    return left or (syntax.analysis.lemmas[noun] in THINGS and syntax.child(word, "obj", "ccomp", "xcomp") is None)
