"""Text that XML can hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from sayso.words import lines

# What is no character of XML 1.0 and `lines.printable` leaves.
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


def characters(text: str) -> str:
    """The text with a blank for each character that XML can't hold or that would change how the rest is shown."""
    return _NO_CHARACTERS.sub(" ", lines.printable(text))


def quoted(text: str) -> str:
    """The text as the value of an attribute, between its quotation marks."""
    return '"' + escape(characters(text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}) + '"'


def content(text: str) -> str:
    """The text as the content of an element."""
    return escape(characters(text))
