"""Time expressions: spans → values, with the days that each can mean."""

from sayso.world.moments.bounds import bound
from sayso.world.moments.mending import mend
from sayso.world.moments.resolving import link, resolve
from sayso.world.moments.timex import timex3

__all__ = ["bound", "link", "mend", "resolve", "timex3"]
