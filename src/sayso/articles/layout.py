"""What each block of a document is: a byline, boilerplate, a break, or text to be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sayso.articles import boilerplate, bylines
from sayso.articles.bylines import Byline, Dateline
from sayso.articles.document import Block, Document

# Markup can call anything a title.
_LONGEST_TITLE = 500

Role = Literal["title", "byline", "text", "quote", "boilerplate", "break"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block with its text, its role, and what it says where it is a byline or opens with a dateline."""

    block: Block
    text: str
    role: Role
    byline: Byline | None = None
    dateline: Dateline | None = None

    def as_role(self, role: Role) -> Piece:
        """This, in another role."""
        return replace(self, role=role)


def pieces(document: Document) -> list[Piece]:
    """One piece a block, in order."""
    return [_piece(block, document.text[block.start : block.end]) for block in document.blocks]


def _piece(block: Block, text: str) -> Piece:
    if block.kind != "text" and not (block.kind == "title" and len(text) > _LONGEST_TITLE):
        return Piece(block, text, block.kind)
    # Markdown sets bylines in italics.
    if byline := bylines.parse(text.strip("*_ ")):
        return Piece(block, text, "byline", byline=byline)
    if boilerplate.kind(text):
        return Piece(block, text, "boilerplate")
    return Piece(block, text, "text", dateline=bylines.dateline(text))
