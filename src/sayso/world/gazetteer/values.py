"""Values in a table of places, checked: each gives the value or raises a ValueError that says what is wrong."""

from __future__ import annotations

import re

_COUNTRY = re.compile(r"[A-Z]{2}")


def whole(text: str, what: str) -> int:
    """A whole number that isn't negative; an empty field is 0."""
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise ValueError(f"{what} {_shown(text)} is not a whole number")
    return int(text)


def degrees(text: str, what: str, most: int) -> float:
    """A coordinate between -`most` and `most`."""
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{what} {_shown(text)} is not a number") from None
    if not -most <= value <= most:
        raise ValueError(f"{what} {_shown(text)} lies outside -{most} … {most}")
    return value


def country(text: str) -> str | None:
    """An ISO 3166-1 alpha-2 code, or None for an empty field."""
    if not text:
        return None
    if not _COUNTRY.fullmatch(text):
        raise ValueError(f"country {_shown(text)} is not a code of two capital letters, such as SY")
    return text


def name(text: str) -> str:
    """A name: something that isn't blank."""
    if not text.strip():
        raise ValueError("the name is empty")
    return text.strip()


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
