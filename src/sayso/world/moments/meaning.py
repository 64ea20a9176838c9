"""What a phrase means: what every rule gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.world.moments.context import Context
from sayso.world.moments.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Meaning:
    """TIMEX3's value, type and mod, the date that it was counted from, the other reading, and why this one."""

    value: str | None
    type: str
    mod: str | None = None
    anchor: str | None = None
    other: str | None = None
    why: str = ""


Rule = Callable[[Phrase, Context], Meaning]

STEPS = {"-1": -1, "+1": 1, "0": 0, "<": -1, ">": 1, "=": 0, "-": 0, "~": -1}
"""How many periods on each value of the kind `relation` points."""


def edge(phrase: Phrase) -> str | None:
    """TIMEX3's mod of "early", "mid", "the end of"; "later that year" has none: it need not be late in the year."""
    return phrase.value("edge", "edge_noun") or None


def tells_back(phrase: Phrase, context: Context) -> bool:
    """Whether "the next day", "that week" are told from the date last named and not from the article's."""
    relation = phrase.value("relation") or "0"
    return context.narrative or relation in "<>=" or (relation == "+1" and phrase.has("the"))
