"""Names of places, as reporters write them, to entries of a gazetteer: `Gazetteer.open().find("Deir-ezzour")`."""

from sayso.world.gazetteer.entries import Entry, Match, Source
from sayso.world.gazetteer.errors import GazetteerError
from sayso.world.gazetteer.gazetteer import Gazetteer

__all__ = ["Entry", "Gazetteer", "GazetteerError", "Match", "Source"]
