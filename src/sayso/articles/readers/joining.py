"""Paragraphs that a reader took from a layout, joined to one text."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.articles.document import Block, BlockKind, Document, Stated
from sayso.articles.errors import UnreadableError

# A thousand pages. More is no article, and everything after this takes memory in proportion.
MOST_CHARACTERS = 5_000_000


def join(paragraphs: Iterable[tuple[str, BlockKind]], stated: Stated | None = None) -> Document:
    """The paragraphs that aren't blank, with a blank line between each two; offsets are those of the joined text."""
    texts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for paragraph, kind in paragraphs:
        if text := paragraph.strip():
            blocks.append(Block(length, length + len(text), kind))
            texts.append(text)
            length += len(text) + 2
        if length > MOST_CHARACTERS:
            raise UnreadableError(f"its text is longer than {MOST_CHARACTERS:,} characters; split it")
    return Document("\n\n".join(texts), tuple(blocks), stated or Stated())
