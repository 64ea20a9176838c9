"""What can go wrong between a caller and the ledger."""

from __future__ import annotations


class LedgerError(Exception):
    """The message says what was wrong, where, and what to do. Nothing was written."""


class NotFoundError(LedgerError):
    """The ledger has nothing of that id, number or name."""
