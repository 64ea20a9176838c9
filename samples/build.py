"""Write the dossier's PDF and DOCX from `sources/`; the other samples are kept as they are read.

Run it after a change to a source: `python samples/build.py`, with python-docx and fpdf2 installed. The same sources
give the same bytes, since every date in the two files is the article's own.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import docx
from fpdf import FPDF

SAMPLES = Path(__file__).parent
TARGET = SAMPLES / "dossier" / "contour-lines"
QUOTE = "> "


@dataclass(frozen=True, slots=True)
class Source:
    """An article to be set: its metadata, and its paragraphs, those of a block quote starting with "> "."""

    title: str
    outlet: str
    author: str
    date: datetime
    paragraphs: tuple[str, ...]

    @property
    def byline(self) -> str:
        """Author, then the date in words."""
        return f"{self.author}, {self.date.day} {self.date:%B %Y}"


class Page(FPDF):
    """A5 pages (in millimetres) with a running head and page numbers, as policy notes have them."""

    def __init__(self, source: Source) -> None:
        super().__init__(format=(148, 210))
        self.source = source
        self.set_title(source.title)
        self.set_author(source.author)
        self.set_creation_date(source.date)
        self.set_lang("en")
        self.set_margin(18)
        self.set_auto_page_break(auto=True, margin=18)

    def header(self) -> None:
        """The running head, on every page."""
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, f"{self.source.outlet} | Policy note | {self.source.date:%B %Y}", align="R")
        self.ln(10)

    def footer(self) -> None:
        """The page's number, on every page."""
        self.set_y(-13)
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, f"Page {self.page_no()}", align="C")


def read_source(path: Path) -> Source:
    """Read a source file: lines of `name: value`, then paragraphs, with a blank line (in a quote ">") between two."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    blocks = body.replace("\n>\n", "\n\n").strip().split("\n\n")
    date = datetime.fromisoformat(about["date"]).replace(tzinfo=UTC)
    return Source(about["title"], about["outlet"], about["author"], date, tuple(blocks))


def write_pdf(source: Source, path: Path) -> None:
    """Set the article as a PDF, its quotes indented."""
    page = Page(source)
    page.add_page()
    page.set_font("Times", "B", 16)
    page.multi_cell(0, 7, source.title, align="L", new_x="LMARGIN", new_y="NEXT")
    page.set_font("Times", "I", 10)
    page.multi_cell(0, 8, source.byline, new_x="LMARGIN", new_y="NEXT")
    page.set_font("Times", size=11)
    for paragraph in source.paragraphs:
        indent = 8 if paragraph.startswith(QUOTE) else 0
        page.set_x(page.l_margin + indent)
        page.multi_cell(
            page.epw - 2 * indent, 5, paragraph.removeprefix(QUOTE), align="J", new_x="LMARGIN", new_y="NEXT"
        )
        page.ln(2.5)
    page.output(str(path))


def write_docx(source: Source, path: Path) -> None:
    """Set the article as a Word document with its title, byline and quotes in the styles of those names."""
    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.language = source.title, source.author, "en-GB"
    about.created = about.modified = source.date.replace(tzinfo=None)
    about.last_modified_by, about.comments = source.author, ""
    document.add_paragraph(source.title, style="Title")
    document.add_paragraph(f"{source.outlet} | {source.byline}", style="Subtitle")
    for paragraph in source.paragraphs:
        style = "Quote" if paragraph.startswith(QUOTE) else "Normal"
        document.add_paragraph(paragraph.removeprefix(QUOTE), style=style)
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(undated(buffer.getvalue()))


def undated(archive: bytes) -> bytes:
    """The same zip archive without the times at which its members were written."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()


if __name__ == "__main__":
    write_pdf(read_source(SAMPLES / "sources" / "who-stays.txt"), TARGET / "2019-02-25-who-stays.pdf")
    write_docx(read_source(SAMPLES / "sources" / "after-baghuz.txt"), TARGET / "2019-03-27-after-baghuz.docx")
