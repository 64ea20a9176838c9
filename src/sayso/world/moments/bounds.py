"""What an article's own date says of an event without one.

1. What happened did so by then; what will is still to come.
2. So is what somebody plans or wants done; but what they planned or wanted may have been done since: "were required to
   leave". That is from when they wanted it, if the text dates it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.words.records import Article, Bound, Factuality, Moment
from sayso.world.moments.context import listed

if TYPE_CHECKING:
    from collections.abc import Callable

_UNTIL = frozenset({"happened", "did_not_happen"})
_FROM = frozenset({"will", "planned", "demanded"})
_MEANT = frozenset({"planned", "demanded"})
_WORD = re.compile(r"(?<![\w-])[\w’']+(?![\w-])")
_END = re.compile(r"[.!?:;]['\"”’)]?\s|\n")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}$")
_REACH = 200
"""Characters before a predicate in which the verb above it stands."""
_PERFECT = 3
"""Words before a past form in which "has" makes it a perfect: "has repeatedly called on them to leave"."""
_REGULAR = 5
"""Letters of the shortest regular past: "asked", not "red"."""


def bound(
    article: Article,
    factuality: Factuality,
    start: int | None = None,
    dated: Callable[[int], Moment | None] = lambda _: None,
) -> Bound | None:
    """ "until" for what is said to have happened or not to have, "from" for what will, is planned or demanded.

    None for what is general, possible or conditional, where the article has no date, and for what was planned or
    demanded at a time that the text doesn't give. `start` is where the predicate stands; `dated` gives the moment of
    the predicate that stands somewhere else.
    """
    if article.published is None:
        return None
    if factuality.label in _UNTIL:
        return Bound(article.published, "until")
    if factuality.label not in _FROM:
        return None
    past = _past_above(article.text, start) if factuality.label in _MEANT and start is not None else None
    if past is None:
        return Bound(article.published, "from")
    then = dated(past)
    value = None if then is None else then.value
    return Bound(value, "from") if value is not None and _DATE.match(value) else None


def _past_above(text: str, start: int) -> int | None:
    """Where the past verb stands that is the nearest verb before the predicate, in its sentence; None if it is none."""
    first = max(0, start - _REACH)
    begin = max((end.end() for end in _END.finditer(text, first, start)), default=first)
    words = [*_WORD.finditer(text, begin, start)]
    forms = [word.group() for word in words]
    for at in range(len(words) - 1, -1, -1):
        if forms[at].lower() in listed("now"):
            return None
        before = [form.lower() for form in forms[max(0, at - _PERFECT) : at]]
        if _is_past(forms[at]) and not (before and before[-1] in listed("described")):
            return words[at].start() if listed("no_past").isdisjoint(before) else None
    return None


def _is_past(form: str) -> bool:
    """Whether the form is a past, whatever it is beside that: "called", "told"; no name is ("the United States")."""
    regular = form.endswith("ed") and len(form) >= _REGULAR
    return form.islower() and (regular or form in listed("past"))
