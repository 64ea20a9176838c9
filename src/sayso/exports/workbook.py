"""Excel (XLSX): the claims, the voices of each, their articles and the codebook, one sheet each.

No cell is a formula or a link, whatever it holds: texts are written as texts, and one that begins like a formula is
marked as text for good (Excel's own `quotePrefix`). Rows that a sheet can't hold go on in the next one; a text that a
cell can't hold is cut, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from math import isfinite
from typing import TYPE_CHECKING, BinaryIO

from xlsxwriter import Workbook

from sayso.exports.codebook import Codebook, codebook
from sayso.exports.extract import Extract
from sayso.exports.flat import ARTICLE_COLUMNS, CLAIM_COLUMNS, VOICE_COLUMNS, article_cells, claim_cells, voice_rows
from sayso.exports.tables import Cell, harmless
from sayso.exports.wording import in_words
from sayso.exports.xml import characters

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
MOST_UNITS = 32_767
"""What Excel holds: rows of a sheet, and UTF-16 units of a cell."""

_CUT = " … [cut: a cell holds no more]"
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)  # the same ledger gives the same bytes
_WIDTHS = {"title": 40, "content": 60, "chain": 40, "source": 28, "cue": 16, "text": 80, "Holds": 60, "Means": 80}
_WIDTH = 14


def write(extract: Extract, out: BinaryIO) -> int:
    """Write the workbook; returns how many claims or articles are in it."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": "Sayso", "created": _NO_TIME})
        sheets = _Sheets(book)
        written = _claims(extract, sheets) if extract.what == "claims" else _articles(extract, sheets)
        _codebook(extract, codebook(), sheets)
    return written


def _claims(extract: Extract, sheets: _Sheets) -> int:
    claims, voices, articles = (
        sheets.start("claims", CLAIM_COLUMNS),
        sheets.start("voices", VOICE_COLUMNS),
        sheets.start("articles", ARTICLE_COLUMNS),
    )
    last, written = None, 0
    for claim, article in extract.sourced():
        claims.add(claim_cells(claim, article))
        written += 1
        for row in voice_rows(claim):
            voices.add(row)
        if article.article_id != last:
            last = article.article_id
            articles.add(article_cells(extract.record(article)))
    return written


def _articles(extract: Extract, sheets: _Sheets) -> int:
    articles, written = sheets.start("articles", ARTICLE_COLUMNS), 0
    for article in extract.articles():
        articles.add(article_cells(article))
        written += 1
    return written


def _codebook(extract: Extract, book: Codebook, sheets: _Sheets) -> None:
    sheet = sheets.start("codebook", ("Of", "Name", "Holds", "Means"))
    sheet.add(["about", "version", f"Sayso {book.version}"])
    sheet.add(["about", "selected", "; ".join(in_words(extract.which)) or "all claims"])
    sheet.add(["about", "texts", "with the articles' texts" if extract.texts else "the articles' texts are left out"])
    for rule in book.rules:
        sheet.add(["about", "rule", None, rule])
    for name, columns in (("claims", book.claims), ("voices", book.voices), ("articles", book.articles)):
        for column in columns:
            sheet.add([name, column.name, column.meaning])
    for name, labels in book.vocabularies.items():
        for label in labels:
            sheet.add([name, label.key, label.name, f"{label.definition} ({label.source})"])


class _Sheets:
    """The sheets of a workbook, with what their cells look like."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.heading: Format = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.plain: Format = book.add_format({"valign": "top", "text_wrap": True})
        self.quoted: Format = book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True})

    def start(self, name: str, columns: Iterable[str]) -> _Sheet:
        return _Sheet(self, name, tuple(columns))

    def page(self, name: str) -> Worksheet:
        sheet: Worksheet = self._book.add_worksheet(name)
        return sheet


class _Sheet:
    """Rows under a heading, over as many sheets as they take."""

    def __init__(self, sheets: _Sheets, name: str, columns: tuple[str, ...]) -> None:
        self._sheets, self._name, self._columns, self._pages = sheets, name, columns, 0
        self._turn()

    def add(self, row: Iterable[Cell]) -> None:
        if self._row == MOST_ROWS:
            self._turn()
        for column, cell in enumerate(row):
            self._write(column, cell)
        self._row += 1

    def _turn(self) -> None:
        self._pages += 1
        self._page = self._sheets.page(self._name if self._pages == 1 else f"{self._name} {self._pages}")
        self._page.freeze_panes(1, 0)
        for column, name in enumerate(self._columns):
            self._page.set_column(column, column, _WIDTHS.get(name, _WIDTH))
            self._page.write_string(0, column, name, self._sheets.heading)
        self._row = 1

    def _write(self, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            look = self._sheets.plain if harmless(cell) == cell else self._sheets.quoted
            self._page.write_string(self._row, column, _fitting(characters(cell)), look)
        elif cell is not None and isfinite(cell):
            self._page.write_number(self._row, column, cell, self._sheets.plain)


def _fitting(text: str) -> str:
    """The text, cut where a cell ends."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return text
    # "ignore" drops the half of a character that the cut may leave.
    return units[: 2 * (MOST_UNITS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
