"""What can be wrong with what names are looked up in."""

from __future__ import annotations


class WorldError(Exception):
    """Why names can't be looked up, or something can't be added: what, where, and what to do."""
