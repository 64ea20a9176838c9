"""Numbers: what each counts or measures, in which unit."""

from sayso.world.quantities.resolving import resolve

__all__ = ["resolve"]
