"""How sure a claim is, 0 … 1: what the model gives for each voice, and what the sentence's shape takes away.

The product of: the least certain part of each voice; `NOMINAL` for an event noun; `BARE` for a clause without a
subject; `SIDE` for a participle or relative clause; `NAMELESS` for a cue that nobody speaks; `UNHEARD` for a
quotation whose voice wasn't found.
The factors are estimates, made to be calibrated on read claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.syntax import Syntax
    from sayso.claims.voices import Link
    from sayso.language.analysis import Attribution

OWN = 0.95
NOMINAL = 0.85
BARE = 0.85
SIDE = 0.92
NAMELESS = 0.85
UNHEARD = 0.4


def confidence(syntax: Syntax, predicate: int, chain: Sequence[Link], *, quoted: bool) -> float:
    """The confidence that predicate, voices and content are right, rounded to 4 digits.

    `quoted` says whether the predicate stands in quotation marks.
    """
    sure = OWN * _structure(syntax, predicate)
    if quoted and not chain:
        sure *= UNHEARD
    for link in chain:
        sure *= _voice(link.attribution)
    return round(sure, 4)


def _structure(syntax: Syntax, predicate: int) -> float:
    if not syntax.is_verbal(predicate):
        return NOMINAL
    if syntax.analysis.relations[predicate] in ("acl", "acl:relcl", "advcl"):
        return SIDE
    return 1.0 if syntax.subject(predicate) is not None else BARE


def _voice(known: Attribution) -> float:
    parts = [known.cue_confidence, known.content_confidence]
    if not known.source:
        return NAMELESS * min(parts)
    return min(*parts, known.source_confidence)
