"""Names of places, as reporters write them, to entries of a gazetteer: `Gazetteer.open().find("Deir-ezzour")`.

The gazetteer is loaded when it is first used: who asks only whether it is built needs no NumPy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.world.gazetteer.entries import Entry, Match, Source
from sayso.world.gazetteer.errors import GazetteerError

if TYPE_CHECKING:
    from sayso.world.gazetteer.gazetteer import Gazetteer

__all__ = ["Entry", "Gazetteer", "GazetteerError", "Match", "Source"]


def __getattr__(name: str) -> object:
    if name != "Gazetteer":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from sayso.world.gazetteer.gazetteer import Gazetteer

    return Gazetteer
