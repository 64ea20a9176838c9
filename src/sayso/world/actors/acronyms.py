"""Acronyms that a text defines: "the Syrian Democratic Forces (SDF)"."""

from __future__ import annotations

import re

from sayso.world.actors.folding import fold, fold_word

_BRACKETED = re.compile(r"\([\"“]?(?:the )?([A-Z][A-Za-z&.-]{1,11})[\"”]?[),;]")
_BEFORE = 150
"""Characters before the bracket in which the full name stands."""
_SMALL = 3
"""Words of a name that may have no letter in its acronym."""


def defined(text: str) -> dict[str, str]:
    """Folded acronyms with the folded names that they stand for."""
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        acronym = match[1].replace(".", "").rstrip("-")
        expansion = _expansion(acronym, text[max(0, match.start() - _BEFORE) : match.start()])
        if expansion:
            found.setdefault(fold_word(acronym), expansion)
    return found


def _expansion(acronym: str, before: str) -> str:
    """The words right before an acronym whose initials it has; empty if there are none."""
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    words = re.split(r"[\s-]+", before.rstrip(" \"“'‘"))
    for count in range(len(letters), min(len(letters) + _SMALL, len(words)) + 1):
        part = words[-count:]
        initials = [word[0].lower() for word in part if word and (word[0].isupper() or count == len(letters))]
        if len(letters) > 1 and initials == letters and part[0][0].isupper():
            return fold(" ".join(part))
    return ""
