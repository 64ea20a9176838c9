"""Analysis → claims: who says it, what is claimed, how certain, and the event if it is one."""

from sayso.claims.coding import code

__all__ = ["code"]
