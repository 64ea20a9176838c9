"""The version, in the one place that hatchling, the command line and the ledger read it from."""

__version__ = "0.1.0"
