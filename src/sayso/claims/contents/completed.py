"""Phrases that a content breaks off in, read to their end.

Where a voice's words were cut in the middle of a phrase, the content would end on a bare preposition, article,
auxiliary or description ("wanted to take him to the | clinic in Homs"), on a verb right before its object, on a title
before its name ("former President, | Karim Hadi"), or inside a bracket. The tree knows where each of them ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

NOMINAL = frozenset({"case", "det", "amod", "compound", "nmod:poss", "nummod"})
PARTS = NOMINAL | {"aux", "aux:pass", "cop"}
"""Relations of words that are nothing without the word behind them."""
FURTHER = frozenset({"flat", "nmod", "nmod:desc", "nmod:unmarked", "compound", "nummod", "fixed", "obl", "obj"})
"""Relations of what is read along behind it."""
_FAR = 6
"""Words from a part to its head."""
_BRACKET = 8
"""Words of a bracket that is closed."""
_PHRASES = 3
"""Phrases that are completed one after the other."""


def completed(syntax: Syntax, run: range) -> range:
    """The run up to the end of the phrase that it ends in."""
    end = run.stop
    for _ in range(_PHRASES):
        further = _phrase_end(syntax, end)
        if further <= end:
            break
        end = further
    return range(run.start, _bracket_end(syntax, run.start, end))


def with_noun(syntax: Syntax, run: range) -> range:
    """The run with the noun that its last word describes; an auxiliary may have its verb in another ("has … left")."""
    relations, last = syntax.analysis.relations, run.stop - 1
    described = relations[last] in NOMINAL or _is_month(syntax, last)
    return range(run.start, max(run.stop, _phrase_end(syntax, run.stop))) if described else run


def _is_month(syntax: Syntax, word: int) -> bool:
    """ "On Jan. | 20"."""
    analysis = syntax.analysis
    return analysis.relations[word] == "nmod:unmarked" and analysis.upos[analysis.heads[word]] == "NUM"


def _phrase_end(syntax: Syntax, end: int) -> int:
    """Where the phrase ends whose beginning is the last word before `end`."""
    analysis, last = syntax.analysis, end - 1
    head, upos = analysis.heads[last], analysis.upos[last]
    part = analysis.relations[last] in PARTS or _is_month(syntax, last)
    if part and last < head <= last + _FAR and _is_unbroken(syntax, last, head):
        return _whole(syntax, head)
    if upos == "VERB" and end < analysis.sentences[syntax.sentence[last]][1]:
        thing = next((child for child in syntax.children(last, "obj") if child > last), None)
        if thing is not None and syntax.subtree(thing)[0] == end and _is_unbroken(syntax, last, thing):
            return _whole(syntax, thing)
    named = upos == "PROPN" and syntax.forms[end : end + 1] == [","]
    if named and end + 1 in syntax.children(last, "appos") and analysis.upos[end + 1] == "PROPN":
        titled = syntax.child(last, "amod") is not None and syntax.child(last, "det") is None
        return _whole(syntax, end + 1) if titled else end
    return end


def _is_unbroken(syntax: Syntax, first: int, head: int) -> bool:
    """Whether the words up to the head are of one sentence and no sign parts them."""
    if syntax.sentence[first] != syntax.sentence[head]:
        return False
    return not any(syntax.forms[word] in ",;:()" for word in range(first, head))


def _whole(syntax: Syntax, head: int) -> int:
    """Where the phrase of a head ends, as far as nothing parts its words."""
    end = head + 1
    for child in syntax.dependents[head]:
        if child < end:
            continue
        below = syntax.subtree(child)
        if syntax.analysis.relations[child] not in FURTHER or below[0] != end or below[-1] - below[0] >= len(below):
            break
        if any(syntax.forms[word] in ",;:()" for word in below):
            break
        end = below[-1] + 1
    return end


def _bracket_end(syntax: Syntax, first: int, end: int) -> int:
    """Where the run ends with the rest of a bracket that is open at its end."""
    forms = syntax.forms
    if "(" not in forms[first + 1 : end]:
        return end
    opening = max(word for word in range(first, end) if forms[word] == "(")
    if ")" in forms[opening:end]:
        return end
    last = min(end + _BRACKET, syntax.analysis.sentences[syntax.sentence[end - 1]][1])
    return next((word + 1 for word in range(end, last) if forms[word] == ")"), end)
