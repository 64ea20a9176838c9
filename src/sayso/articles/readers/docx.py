"""Word documents: the text is the paragraphs' text, one after another with a blank line between.

What is bounded: the parts' sizes as the archive's directory gives them (Python's zipfile reads no further), and the
characters taken. XML entities aren't resolved (python-docx), and nothing outside of the file is opened. The
file's properties aren't read: they say who made the file, and when, not who wrote the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from sayso.articles.decoding import storable
from sayso.articles.document import BlockKind, Document
from sayso.articles.errors import UnreadableError
from sayso.articles.readers import joining

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

# A book of 500 pages has 5 MB of XML, which takes some ten times that in memory when parsed.
XML_BYTES = 40 * 2**20
# Images are loaded too, but only held.
ALL_BYTES = 400 * 2**20
# Inside a table may stand a table; a few levels are layout, more are an attack.
_TABLE_DEPTH = 8


def read(data: bytes) -> Document:
    """The document that a .docx file holds."""
    _check_sizes(data)
    # Imported here: few files need it.
    import docx

    word = docx.Document(BytesIO(data))
    return joining.join((storable(text), kind) for text, kind in _paragraphs(word, 0))


def _check_sizes(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError) as problem:
        raise UnreadableError("not a whole .docx file (its zip archive is broken); get it again") from problem
    if not any(part.filename == "word/document.xml" for part in parts):
        raise UnreadableError("a zip archive, but no Word document (no word/document.xml in it)")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError("encrypted; save it without a password")
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if xml > XML_BYTES or sum(part.file_size for part in parts) > ALL_BYTES:
        raise UnreadableError(
            f"it inflates to more than {XML_BYTES // 2**20} MB of text or {ALL_BYTES // 2**20} MB in all"
        )


def _paragraphs(holder: WordDocument | Table, depth: int) -> Iterator[tuple[str, BlockKind]]:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    holders: list[WordDocument | _Cell]
    holders = [cell for row in holder.rows for cell in row.cells] if isinstance(holder, Table) else [holder]
    for one in holders:
        for block in one.iter_inner_content():
            if isinstance(block, Paragraph):
                yield block.text, _kind(block)
            elif depth < _TABLE_DEPTH:
                yield from _paragraphs(block, depth + 1)


def _kind(paragraph: Paragraph) -> BlockKind:
    style = paragraph.style.name or "" if paragraph.style else ""
    if style == "Title":
        return "title"
    return "quote" if "quote" in style.lower() else "text"
