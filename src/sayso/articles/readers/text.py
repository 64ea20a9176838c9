"""Plain text: the text is the file's characters, unaltered."""

from __future__ import annotations

from sayso.articles import lines
from sayso.articles.decoding import decode
from sayso.articles.document import Document


def read(data: bytes) -> Document:
    """The document that a text file holds."""
    text = decode(data)
    return Document(text, lines.blocks(text))
