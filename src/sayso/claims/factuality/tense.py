"""What a verb's own tense says: a rule, an occasion, a headline, an order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.factuality.signatures import classes
from sayso.claims.grammar.tags import AUXILIARIES
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

DEGREES = frozenset({"very", "so", "too", "quite", "rather", "more", "most"})
"""What is "very engaged" is so, and nobody has engaged it."""
MORE = frozenset({"more"})
CERTAIN_MODALS = frozenset({"would", "could", "should"})
"""Modals that are no other word."""
MODALS = CERTAIN_MODALS | {"’ll", "'ll"}
BEING = frozenset({"is", "are", "was", "were", "’s", "'s", "has", "had"})
"""Forms of "be" and "have" whatever dictionary form the model gives them."""
FROM = frozenset({"from", "along", "across", "between"})
SINGULAR = frozenset({"he", "she", "it", "this", "that", "one"})
RECURRENT = frozenset({"every", "each", "all", "most", "now", "today", "currently"})


@cache
def calendar() -> frozenset[str]:
    """The names of days and months."""
    return words("will", "calendar")


@cache
def words(label: str, use: str) -> frozenset[str]:
    """The words of one label of the vocabulary `factuality`."""
    return frozenset(vocabulary.load("factuality")[label].words[use])


def tag(syntax: Syntax, word: int) -> str:
    """The word's Penn tag, by its form where that leaves no doubt: no past ends in "-s", and "could" is a modal."""
    form, known = syntax.lower[word], syntax.analysis.xpos[word]
    if form in MODALS:
        return "MD"
    if form in ("is", "’s", "'s", "has", "does"):
        return "VBZ" if known.startswith("V") else known
    return "VBZ" if known == "VBD" and form.endswith("s") and not form.endswith(("ss", "was")) else known


def is_finite(syntax: Syntax, word: int) -> bool:
    """Whether the clause has a tense or a modal of its own."""
    if tag(syntax, word) in ("VBD", "VBZ", "VBP"):
        return True
    return any(tag(syntax, child) in ("VBD", "VBZ", "VBP", "MD") for child in syntax.children(word, *AUXILIARIES))


def is_perfect_infinitive(syntax: Syntax, word: int) -> bool:
    """ "To have left": what somebody claims to have done lies behind them."""
    if syntax.marker(word) != "to" or syntax.analysis.xpos[word] not in ("VBN", "VBD"):
        return False
    return any(syntax.lower[child] == "have" for child in syntax.children(word, "aux"))


def is_stative(syntax: Syntax, word: int) -> bool:
    """Whether the verb tells of a state: "has", "now controls", but not "had him sign", which made him do so."""
    analysis = syntax.analysis
    known = analysis.lemmas[word] in words("statement", "verbs") or syntax.lower[word] in BEING
    if _is_got(syntax, word):
        return True
    if not known and (analysis.lemmas[word] in words("statement", "ongoing") or _is_measure(syntax, word)):
        return tag(syntax, word) in ("VBZ", "VBP") or is_present(syntax, word) or _is_untagged_present(syntax, word)
    made = analysis.lemmas[word] == "have" and any(
        analysis.xpos[child] in ("VB", "VBN") and syntax.marker(child) == "" for child in syntax.children(word, "xcomp")
    )
    return known and not made


def _is_got(syntax: Syntax, word: int) -> bool:
    """ "We've got a garden": they have one; "has got to leave" is a duty."""
    have = syntax.child(word, "aux")
    if syntax.lower[word] != "got" or have is None or syntax.child(word, "obj") is None:
        return False
    contracted = syntax.lower[have] in ("'ve", "’ve", "'s", "’s")
    return contracted and syntax.child(word, "xcomp", "compound:prt", "ccomp") is None


def _is_untagged_present(syntax: Syntax, word: int) -> bool:
    """ "Such features make it a bargain", where the tag is the infinitive's."""
    bare = syntax.analysis.xpos[word] == "VB" and syntax.child(word, "aux", "mark") is None
    return bare and syntax.analysis.relations[word] == "root" and syntax.child(word, "nsubj") is not None


def _is_measure(syntax: Syntax, word: int) -> bool:
    """ "Approaches 9 %", "make up a tenth", "extend from the coast to the hills": how much or how far it is."""
    lemmas, measured = syntax.analysis.lemmas, syntax.child(word, "obj")
    if lemmas[word] in words("statement", "extents"):
        return measured is None and any(syntax.marker(end) in FROM for end in syntax.children(word, "obl"))
    if measured is None:
        return False
    if lemmas[word] in words("statement", "holding") and lemmas[measured] in words("statement", "held"):
        return True
    if lemmas[word] in words("statement", "evincing"):
        return True
    if lemmas[word] == "make":
        turned = syntax.child(word, "xcomp")
        if turned is not None and syntax.analysis.upos[turned] != "VERB" and turned > measured:
            return True
        return any(lemmas[part] == "up" for part in syntax.children(word, "compound:prt"))
    if lemmas[word] == "form":
        return lemmas[measured] == "part"
    number = syntax.analysis.upos[measured] == "NUM" or lemmas[measured] in ("%", "percent")
    return number and lemmas[word] in words("statement", "measures")


def is_present_passive(syntax: Syntax, word: int) -> bool:
    """ "are surrounded": a state, as "have been surrounded" and "were surrounded" are not."""
    be = syntax.child(word, "aux:pass", "cop")
    return be is not None and tag(syntax, be) in ("VBZ", "VBP") and syntax.child(word, "aux") is None


def is_present(syntax: Syntax, word: int) -> bool:
    """ "does not sell": the tense is the auxiliary's."""
    do = syntax.child(word, "aux")
    analysis = syntax.analysis
    return (
        do is not None
        and analysis.xpos[word] == "VB"
        and analysis.lemmas[do] == "do"
        and analysis.xpos[do] in ("VBZ", "VBP")
    )


def is_scheduled(syntax: Syntax, word: int) -> bool:
    """ "meet on Tuesday", "opens this weekend": a day or month, and no year that may be past, nor "every"."""
    analysis = syntax.analysis
    for time in _times(syntax, word):
        name = syntax.names[time]
        if syntax.labels[time] != "time" or name is None or syntax.marker(time) not in ("", "on", "at", "in"):
            continue
        inside = {analysis.lemmas[part] for part in range(max(0, name.first - 1), name.end)}
        year = any(part.isdigit() and len(part) == 4 for part in inside)
        if inside & (calendar() | words("will", "moments")) and not (year or inside & RECURRENT):
            return True
        if "this" in inside and inside & words("will", "spans"):
            return True
    return False


def _times(syntax: Syntax, word: int) -> list[int]:
    """What may date the verb; also what hangs on its phrases, if it is often dated: "opens its shop in May"."""
    own = syntax.children(word, "obl", "obl:tmod", "obl:unmarked", "nmod:unmarked")
    if syntax.analysis.lemmas[word] not in words("will", "dated"):
        return own
    phrases = syntax.children(word, "obj", "obl")
    return own + [time for phrase in phrases for time in syntax.children(phrase, "nmod", "nmod:unmarked")]


def is_past_form(syntax: Syntax, word: int) -> bool:
    """ "The strike hit": a form without "-s" beside one third person is a past, as "hit" is of a dated subject."""
    analysis = syntax.analysis
    subject = syntax.child(word, "nsubj")
    if analysis.xpos[word] != "VBP" or subject is None or syntax.child(word, "aux", "cop") is not None:
        return False
    if syntax.lower[word] not in words("happened", "unchanged"):
        return False
    dated = any(syntax.labels[time] == "time" for time in syntax.children(subject, "nmod"))
    several = syntax.child(subject, "conj") is not None
    return dated or (analysis.xpos[subject] in ("NN", "NNP") and not several) or analysis.lemmas[subject] in SINGULAR


def is_dated_on(syntax: Syntax, word: int) -> bool:
    """ "March in Ankara on Jan. 4, 2019": a caption, which tells of a day that is named with its year."""
    for time in syntax.children(word, "obl", "obl:tmod", "obl:unmarked", "nmod:unmarked"):
        name = syntax.names[time]
        if name is None or name.label != "time":
            continue
        inside = [syntax.forms[part] for part in range(name.first, name.end)]
        numbers = [part for part in inside if part.isdigit()]
        month = any(part.lower() in calendar() for part in inside)
        if month and len(numbers) > 1 and any(len(part) == 4 for part in numbers):
            return True
    return False


def is_entry(syntax: Syntax, word: int) -> bool:
    """Whether the sentence is an entry of a chronicle or diary: "3 May 1998: rebels attack a post"."""
    first, end = syntax.analysis.sentences[syntax.sentence[word]]
    name = syntax.names[first]
    if name is None or name.label != "time" or not name.end < min(word, end):
        return False
    return syntax.forms[name.end] in (":", "–", "—")


def is_dated_later(syntax: Syntax, word: int) -> bool:
    """Whether its time is still to come: "are leaving tomorrow"."""
    lemmas, later = syntax.analysis.lemmas, words("will", "moments")
    times = syntax.children(word, "obl:tmod", "obl:unmarked", "advmod", "obl")
    return any(
        lemmas[time] in later or any(lemmas[child] in later for child in syntax.dependents[time]) for time in times
    )


def is_headline(syntax: Syntax, word: int) -> bool:
    """Whether the word stands in a title, or its sentence is a paragraph of its own without a full stop or note."""
    analysis = syntax.analysis
    first, end = analysis.sentences[syntax.sentence[word]]
    if any(start <= word < stop for start, stop in syntax.titles) or analysis.slice(first, end).isupper():
        return True
    last = syntax.forms[end - 1]
    if last in (".", "!", "?", "”", '"', ":", "…", "]") or (last.isdigit() and syntax.forms[end - 2] in ("[", ".")):
        return False
    return any(first >= start and end == stop for start, stop in analysis.paragraphs)


def is_performed(syntax: Syntax, word: int) -> bool:
    """Whether saying it does it: "we condemn", "the minister welcomes"."""
    return (
        syntax.analysis.lemmas[word] in words("happened", "performatives") and syntax.child(word, "nsubj") is not None
    )


def is_imperative(syntax: Syntax, word: int) -> bool:
    """Whether it orders: "leave the city", "do not leave"."""
    analysis = syntax.analysis
    subject = syntax.child(word, "nsubj", "nsubj:pass", "expl")
    if (subject is not None and not _is_called(syntax, subject, word)) or syntax.child(word, "mark") is not None:
        return False
    relation = analysis.relations[word]
    if analysis.xpos[word] == "VBP":
        return relation == "root" and analysis.lemmas[word] != "thank" and not is_headline(syntax, word)
    forbids = relation == "conj" and syntax.has(word, "aux", frozenset({"do"}))
    return forbids or relation in ("root", "parataxis", "ccomp")


def _is_called(syntax: Syntax, subject: int, word: int) -> bool:
    """Whether what the parser took for the subject is who is spoken to: "Senators, tell us", "don't you leave"."""
    first = syntax.analysis.sentences[syntax.sentence[word]][0]
    if syntax.analysis.lemmas[subject] == "you" and syntax.child(word, "aux") == first and subject == first + 2:
        return syntax.is_negated(word)
    return syntax.analysis.xpos[word] == "VB" and subject == word - 2 and syntax.forms[word - 1] == ","


def is_emphasis(syntax: Syntax, word: int) -> bool:
    """ "Could not be happier", "couldn't be more pleased": they are; "could not be larger than that" is a limit."""
    if syntax.child(word, "cop") is None or "than" in syntax.lower[word : word + 2]:
        return False
    more = syntax.analysis.xpos[word] in ("JJR", "RBR") or syntax.has(word, "advmod", MORE)
    return (
        more and any(syntax.lower[aux] == "could" for aux in syntax.children(word, "aux")) and syntax.is_negated(word)
    )


def is_mistaken(syntax: Syntax, word: int) -> bool:
    """Whether the copula is the auxiliary of a passive: "were wounded"."""
    analysis = syntax.analysis
    be = syntax.child(word, "cop")
    if be is None or be > word or analysis.upos[word] != "VERB" or analysis.xpos[word] != "VBN":
        return False
    return not syntax.has(word, "advmod", DEGREES) and syntax.lower[word] not in classes("adjectives")
