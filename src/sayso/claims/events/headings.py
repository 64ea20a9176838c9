"""Items of a list of incidents, which begin with when and where: "June 3, Jableh: Shells hit a clinic and killed two."

All that stands in the item's paragraph was then and there, unless it says when or where itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.language.analysis import Named

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

LINKING = frozenset({"in", "at", "near", "of", "on", "and", "the"})
_LONGEST = 14
"""Words of such a beginning."""


def dated(syntax: Syntax, word: int) -> Named | None:
    """The time that the item begins with in which the word stands."""
    return next((name for name in _named(syntax, word) if name.label == "time"), None)


def placed(syntax: Syntax, word: int) -> list[Named]:
    """The places after that time: before it they are where the author is ("BEIRUT, June 3: …")."""
    found = _named(syntax, word)
    return [name for name in found if name.label == "place"] if found and found[0].label == "time" else []


def _named(syntax: Syntax, word: int) -> list[Named]:
    """The times and places before the colon, where nothing else stands there; none without a time."""
    first, end = syntax.analysis.paragraphs[syntax.paragraph[word]]
    opening = range(first, min(end, word, first + _LONGEST))
    colon = next((each for each in opening if syntax.forms[each] == ":"), None)
    if colon is None or "time" not in syntax.labels[first:colon]:
        return []
    found, each = list[Named](), first
    while each < colon:
        name = _name(syntax, each, colon)
        if name is not None:
            found.append(name)
        elif not (syntax.signs[each] or syntax.lower[each] in LINKING):
            return []
        each = each + 1 if name is None else name.end
    return found


def _name(syntax: Syntax, word: int, colon: int) -> Named | None:
    """The time or place that begins here; names that the model knows nothing of are places."""
    known = syntax.names[word]
    if known is not None:
        return known if known.label in ("time", "place") and known.end <= colon else None
    end = word
    while end < colon and _goes_on(syntax, word, end):
        end += 1
    return Named(word, end, "place", 0.5) if end > word else None


def _goes_on(syntax: Syntax, first: int, word: int) -> bool:
    """Whether the word belongs to a name that began before it or begins here: "Tall", "al", "-", "Qarah"."""
    analysis = syntax.analysis
    joins = syntax.forms[word] == "-" and word > first
    return not syntax.labels[word] and (analysis.upos[word] == "PROPN" or joins)
