"""A document to its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.articles import bundles, heads, languages, layout
from sayso.articles.document import Document, Stated
from sayso.articles.errors import UnreadableError
from sayso.articles.identity import identify
from sayso.articles.layout import Piece
from sayso.words.records import Article, Paragraph, ParagraphKind

_KINDS: dict[layout.Role, ParagraphKind] = {"title": "title", "byline": "byline", "text": "text", "quote": "quote"}


def assemble(document: Document, path: str | None) -> Iterator[Article]:
    """The articles that a document holds, in order.

    1. Say what each block is.  2. Find where articles begin.  3. Read each one's head.  4. Fill in the record.

    Raises UnreadableError if there is nothing to read in it.
    """
    pieces = layout.pieces(document)
    if not any(piece.role in _KINDS for piece in pieces):
        raise UnreadableError("it holds no text to read, only white space or boilerplate")
    starts = bundles.starts(pieces) if document.bundled else [0]
    for part, (first, end) in enumerate(pairwise([*starts, len(pieces)]), start=1):
        if len(starts) == 1:
            yield _article(document, pieces, path, None)
        else:
            yield _article(*_part(document, pieces[first:end]), path, part)


def _part(document: Document, pieces: Sequence[Piece]) -> tuple[Document, list[Piece]]:
    """One part as a document of its own: the slice from its first block to its last, without breaks around it."""
    inner = [number for number, piece in enumerate(pieces) if piece.role != "break"]
    kept = pieces[inner[0] : inner[-1] + 1]
    start, end = kept[0].block.start, kept[-1].block.end
    moved = [
        replace(piece, block=replace(piece.block, start=piece.block.start - start, end=piece.block.end - start))
        for piece in kept
    ]
    # What the file says of itself as a whole: its title and date would be one part's at most.
    stated = Stated(outlet=document.stated.outlet, language=document.stated.language)
    return replace(document, text=document.text[start:end], stated=stated), moved


def _article(document: Document, pieces: Sequence[Piece], path: str | None, part: int | None) -> Article:
    head = heads.read(pieces)
    pieces = [piece.as_role(head.roles.get(number, piece.role)) for number, piece in enumerate(pieces)]
    stated = document.stated.or_else(head.stated)
    return Article(
        article_id=identify(
            title=stated.title,
            outlet=stated.outlet,
            authors=stated.authors,
            published=stated.published,
            address=stated.address,
            text=document.text,
        ),
        title=stated.title,
        outlet=stated.outlet,
        authors=stated.authors,
        published=stated.published,
        language=stated.language or languages.guess(_read(pieces)),
        address=stated.address,
        path=path,
        part=part,
        text=document.text,
        paragraphs=tuple(
            Paragraph(piece.block.start, piece.block.end, _KINDS[piece.role])
            for piece in pieces
            if piece.role in _KINDS
        ),
    )


def _read(pieces: Sequence[Piece]) -> str:
    return "\n".join(piece.text for piece in pieces if piece.role in ("text", "quote", "title"))
