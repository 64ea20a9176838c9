"""Which way a language is written."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
"""ISO 639 codes of languages whose usual script runs from right to left."""


def right_to_left(language: str | None) -> bool:
    """Whether a language is written from right to left; False where it isn't known."""
    return language in _RIGHT_TO_LEFT
