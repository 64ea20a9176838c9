"""What a layout puts before a sentence and is none of it: a byline, a link, the place that an agency reports from.

"By Karim Hadi | Troops left", "Read More Troops left", "DAMASCUS Troops left": only the last of these needs names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
BARS = frozenset({"|", "•", "·"})
LINK = ["read", "more"]
_BYLINE = 8
"""Words of a byline."""
_NAMES = 5
"""Words of a place and the first behind it."""
_PLACE = 4
"""Letters of a place in capitals; fewer may be part of a name ("US President", "UN chief")."""
_TWO = 8
"""Letters of a place of several words that no name tells of ("SAN ANTONIO")."""


def lead_end(syntax: Syntax, first: int, end: int) -> int:
    """Where the words of the sentence from `first` to `end` begin behind such a lead."""
    lower = syntax.lower
    if lower[first] == "by":
        bar = next((word for word in range(first, min(end, first + _BYLINE)) if syntax.forms[word] in BARS), None)
        return first if bar is None else bar + 1
    if lower[first : first + 2] == LINK and first + 2 < end and syntax.forms[first + 2][0].isupper():
        return first + 2
    if not _is_capital(syntax.forms[first]):
        return first
    behind = next(
        (word for word in range(first, min(end, first + _NAMES)) if not _is_capital(syntax.forms[word])), first
    )
    return behind if first < behind and _is_dateline(syntax, first, behind) else first


def _is_capital(form: str) -> bool:
    return len(form) > 2 and form.isalpha() and form.isupper()


def _is_dateline(syntax: Syntax, first: int, end: int) -> bool:
    """Whether capitals at the start of a paragraph are a place, and the sentence begins behind them with a capital."""
    begins = first == 0 or syntax.paragraph[first - 1] != syntax.paragraph[first]
    if not begins or not syntax.forms[end][0].isupper() or syntax.forms[end].isupper():
        return False
    upos, relations = syntax.analysis.upos, syntax.analysis.relations
    if any(upos[word] == "VERB" or relations[word] in SUBJECTS for word in range(first, end)):
        return False
    letters = sum(len(form) for form in syntax.forms[first:end])
    place = letters >= _PLACE and syntax.labels[first] == "place"
    return place or (first == 0 and end - first > 1 and letters >= _TWO)
