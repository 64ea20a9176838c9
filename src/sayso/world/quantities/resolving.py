"""From a number as a claim has it to its kind and its unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.world.quantities import units
from sayso.world.quantities.kinds import Figure, counted

if TYPE_CHECKING:
    from sayso.words.records import Article, Claim, Quantity


def resolve(claim: Claim, article: Article) -> tuple[Quantity, ...]:
    """The quantities of the claim's event with `kind` filled in, and `unit` where it is a measure: "USD", "km".

    Values and offsets stay as they are, so each voice keeps its own figure. A quantity that has been resolved comes
    out the same. Empty for a claim without an event.
    """
    if claim.event is None:
        return ()
    event, predicate = claim.event, claim.predicate
    found = []
    for quantity in event.quantities:
        measure = units.measured(quantity.unit or "", quantity.text) or units.measured(_last(quantity), quantity.text)
        if measure is not None:
            found.append(replace(quantity, kind=measure[0], unit=measure[1]))
        else:
            kind = Figure.of(quantity, predicate, event, article.text).kind()
            found.append(replace(quantity, kind=kind, unit=counted(quantity)))
    return tuple(found)


def _last(quantity: Quantity) -> str:
    """The last word, where the unit of a measure stands."""
    return "" if quantity.unit is None else quantity.text.split()[-1]
