"""Places: which place each name of an article means, by the whole article, and how precisely it is known."""

from sayso.world.places.countries import demonym
from sayso.world.places.datelines import in_dateline
from sayso.world.places.linking import link
from sayso.world.places.naming import Mentioned
from sayso.world.places.placing import as_place, candidate
from sayso.world.places.ranker import fingerprint

__all__ = ["Mentioned", "as_place", "candidate", "demonym", "fingerprint", "in_dateline", "link"]
