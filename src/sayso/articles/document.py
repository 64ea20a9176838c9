"""What a reader makes of one file, before it is known how many articles it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["title", "text", "quote", "break"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text without outer white space: a paragraph, a heading, a line that stands alone.

    `kind` is what the file's own markup says: its `title`, running `text`, a block `quote`, or a `break` (a rule, a
    row of asterisks, a form feed), which is layout and not read.
    """

    start: int
    end: int
    kind: BlockKind = "text"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says about an article outside of its running text, or a line of it says there. Unknown is `None`."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    address: str | None = None

    def or_else(self, other: Stated) -> Stated:
        """This, with what it leaves open filled from `other`."""
        return Stated(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            authors=self.authors or other.authors,
            published=self.published or other.published,
            language=self.language or other.language,
            address=self.address or other.address,
        )


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file (or one row of it) and its blocks, in order and apart from each other.

    `bundled` says whether the text may hold several articles; a row of JSONL never does.
    """

    text: str
    blocks: tuple[Block, ...]
    stated: Stated = field(default_factory=Stated)
    bundled: bool = True
