"""The token in the printed address: whoever holds it may write."""

from __future__ import annotations

import hmac
import secrets

HEADER = "X-Sayso-Token"
_BYTES = 24


def make() -> str:
    """A new one, of letters, digits, - and _: 192 random bits."""
    return secrets.token_urlsafe(_BYTES)


def same(given: str | None, token: str) -> bool:
    """Whether it was given, compared in a time that tells nothing of how much of it is right."""
    return given is not None and hmac.compare_digest(given.encode(), token.encode())
