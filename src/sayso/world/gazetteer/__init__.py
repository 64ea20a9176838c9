"""Names of places, as reporters write them, to entries of a gazetteer: `Gazetteer.open().find("Deir-ezzour")`."""

from sayso.world.gazetteer.entries import Box, Entry, Match, Source
from sayso.world.gazetteer.errors import GazetteerError
from sayso.world.gazetteer.gazetteer import Gazetteer

__all__ = ["Box", "Entry", "Gazetteer", "GazetteerError", "Match", "Source"]
