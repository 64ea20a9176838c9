"""HTML from hostile text: whatever comes out of an article goes through `safe`."""

from __future__ import annotations

from html import escape

from sayso.exports.xml import characters
from sayso.words import lines, vocabulary


def safe(text: str) -> str:
    """Text as text, in markup or between the quotation marks of an attribute."""
    return escape(characters(text))


def name(text: str) -> str:
    """A name on one line that, right to left or not, turns nothing around it."""
    return f"<bdi>{safe(lines.one_line(text))}</bdi>"


def term(vocabulary_name: str, key: str) -> str:
    """The name of a label; the label itself where the vocabulary doesn't know it."""
    terms = vocabulary.load(vocabulary_name)
    return safe(terms[key].name if key in terms else lines.one_line(key))
