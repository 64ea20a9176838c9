"""PDF: the text is the lines of the pages as pdfium gives them, without running heads and page numbers.

pdfium rather than pypdf: it puts spaces and line ends where they stand on the page, and it is the parser that a
browser exposes to hostile files. What is bounded: pages, characters a page and in all, and the time, looked at
between pages. A page can't be interrupted; `sayso.reading` ends the process that it holds. The file's properties aren't
read: they say who made the file, and when, not who wrote the article.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from sayso.articles import lines
from sayso.articles.decoding import storable
from sayso.articles.document import Document
from sayso.articles.errors import UnreadableError

# The longest reports of commissions of inquiry have some hundred pages; a page set densely has 10,000 characters.
MOST_PAGES = 2_000
PAGE_CHARACTERS = 100_000
MOST_CHARACTERS = 5_000_000
# A page takes some milliseconds.
MOST_SECONDS = 60.0

# A running head or foot stands on at least this many pages, and on at least half of them.
_RUNNING_PAGES = 3

_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
# pdfium writes a hyphen at a line's end as U+FFFE (older versions U+0002), and a line end as CR LF.
_HYPHEN = re.compile("[\ufffe\x02](?:\r\n)?")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\uffff]")


class _TextPage(Protocol):
    def count_chars(self) -> int: ...
    def get_text_range(self, index: int, count: int) -> str: ...
    def close(self) -> None: ...


class _Page(Protocol):
    def get_textpage(self) -> _TextPage: ...
    def close(self) -> None: ...


class _Pdf(Protocol):
    def __len__(self) -> int: ...
    def __getitem__(self, page: int) -> _Page: ...
    def close(self) -> None: ...


def read(data: bytes) -> Document:
    """The document that a PDF file holds."""
    pages = [_lines(page) for page in _pages(data)]
    if not any(pages):
        raise UnreadableError("a scan (no page has a text layer); run OCR first")
    text = "\n".join(line for page in _without_running(pages) for line in page)
    return Document(text, lines.blocks(text))


def _pages(data: bytes) -> Iterator[str]:
    pdf = _open(data)
    try:
        if len(pdf) > MOST_PAGES:
            raise UnreadableError(f"it has {len(pdf):,} pages, the limit is {MOST_PAGES:,}; split it")
        until, length = time.monotonic() + MOST_SECONDS, 0
        for number in range(len(pdf)):
            page = _page(pdf, number)
            length += len(page)
            if length > MOST_CHARACTERS or time.monotonic() > until:
                raise UnreadableError(f"too large: stopped at page {number + 1} of {len(pdf)}; split it")
            yield page
    finally:
        pdf.close()


def _open(data: bytes) -> _Pdf:
    # Imported here: few files need it.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf: _Pdf = PdfDocument(data)
    except PdfiumError as problem:
        if "password" in str(problem).lower():
            raise UnreadableError("encrypted; save it without a password") from problem
        raise UnreadableError("not a whole PDF (broken or cut off); get it again") from problem
    return pdf


def _page(pdf: _Pdf, number: int) -> str:
    from pypdfium2 import PdfiumError

    try:
        page = pdf[number]
        text = page.get_textpage()
        found = text.get_text_range(0, min(text.count_chars(), PAGE_CHARACTERS)) if text.count_chars() else ""
        text.close()
        page.close()
    except PdfiumError:
        # One broken page says nothing about the others.
        return ""
    return found


def _lines(page: str) -> list[str]:
    """A page's lines without those that are blank; a word broken with a hyphen stays so, on two lines."""
    text = storable(_CONTROL.sub("\ufffd", _HYPHEN.sub("-\n", page)))
    return [line for line in (line.strip() for line in text.splitlines()) if line]


def _without_running(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """The pages without the numbers, heads and feet at their edges: they'd stand inside of paragraphs."""
    edges = Counter(shape for page in pages for shape in {_shape(line) for line in [*page[:1], *page[-1:]]})
    least = max(_RUNNING_PAGES, len(pages) / 2)
    for page in pages:
        first, end = 0, len(page)
        while first < end and _is_running(page[first], edges, least):
            first += 1
        while first < end and _is_running(page[end - 1], edges, least):
            end -= 1
        yield page[first:end]


def _is_running(line: str, edges: Counter[str], least: float) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line)) or edges[_shape(line)] >= least


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)
