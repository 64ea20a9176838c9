"""HTML views for notebooks: all text escaped, no script, inline style only, legible on light and on dark.

A source has a box, a cue a dashed one, a content a line below it; nested contents have one line each. The number after
a mark tells what belongs together, so that colour is never the only sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from sayso.marks import Mark, Piece, marks, pieces
from sayso.words import lines
from sayso.words.records import Article, Claim, Paragraph, Reading

_BOX = "border-radius:3px;padding:0 2px;"
_STYLES = {
    "source": f"{_BOX}background:rgba(70,130,220,.25);border:1px solid rgba(70,130,220,.9)",
    "cue": f"{_BOX}background:rgba(230,140,20,.22);border:1px dashed rgba(230,140,20,.9)",
}
_LINE = "rgba(50,160,90,.9)"
_LETTERS = {"source": "S", "cue": "C", "content": "“"}
_MUTED = "opacity:.7;font-size:85%"
_CELL = "text-align:left;vertical-align:top;padding:2px 8px"


class View:
    """A piece of HTML that a notebook shows."""

    def __init__(self, html: str) -> None:
        self.html = html

    def __repr__(self) -> str:
        return f"<View: {len(self.html)} characters of HTML>"

    def _repr_html_(self) -> str:
        return self.html


def show(reading: Reading) -> View:
    """One article with its sources, cues and contents marked, and its claims below."""
    return View(article(reading.article, reading.claims))


def article(article: Article, claims: Sequence[Claim]) -> str:
    """The view as HTML."""
    found = marks(claims)
    body = "".join(_paragraph(article.text, paragraph, found) for paragraph in article.paragraphs)
    return (
        f'<article style="max-width:48em;line-height:2.1">{_heading(article)}{_key()}{body}</article>'
        f"{table(claims, of=len(claims))}"
    )


def table(claims: Sequence[Claim], *, of: int) -> str:
    """Claims, one a row; `of` is how many there are where these are only the first."""
    rows = [(lines.content(claim), lines.sources(claim) or "the article", *_last(claim)) for claim in claims]
    more = f'<p style="{_MUTED}">{len(claims)} of {of} claims</p>' if len(claims) < of else ""
    return _table(("what is claimed", "who says it", "factuality", "event", "confidence"), rows) + more


def contents(readings: Sequence[Reading], errors: Sequence[str]) -> str:
    """One row an article, and what could not be read."""
    rows = [(*_origin(reading.article), str(len(reading.claims))) for reading in readings]
    wrong = "".join(f"<li>{_safe(error)}</li>" for error in errors)
    return _table(("title", "outlet", "published", "claims"), rows) + (f"<ul>{wrong}</ul>" if wrong else "")


def _last(claim: Claim) -> tuple[str, str, str]:
    return lines.factuality(claim.factuality), claim.event.type if claim.event else "", f"{claim.confidence:.2f}"


def _origin(article: Article) -> tuple[str, str, str]:
    return article.title or article.path or article.article_id, article.outlet or "", article.published or ""


def _heading(article: Article) -> str:
    title, *rest = _origin(article)
    known = " · ".join(_safe(part) for part in (*rest, ", ".join(article.authors)) if part)
    return f'<h3 style="margin:0">{_safe(title)}</h3><div style="{_MUTED}">{known}</div>'


def _key() -> str:
    names = (f'<span style="{style}">{kind}<sub>{_LETTERS[kind]}1</sub></span>' for kind, style in _STYLES.items())
    content = f'<span style="{_underline(0)}">content<sub>“1</sub></span>'
    return f'<div style="{_MUTED}">{" ".join(names)} {content} – one number, one voice</div>'


def _paragraph(text: str, paragraph: Paragraph, found: Sequence[Mark]) -> str:
    inner = "".join(_piece(text, piece) for piece in pieces(paragraph.start, paragraph.end, found))
    indent = ";margin-left:2em" if paragraph.kind == "quote" else ""
    weight = ";font-weight:bold" if paragraph.kind == "title" else ""
    return f'<p style="white-space:pre-line{indent}{weight}">{inner}</p>'


def _piece(text: str, piece: Piece) -> str:
    html = _safe(text[piece.start : piece.end])
    contents = [mark for mark in piece.marks if mark.kind == "content"]
    html += "".join(_label(mark) for mark in reversed(piece.marks) if mark.end == piece.end)
    for mark in piece.marks:
        if mark.kind != "content":
            html = f'<span style="{_STYLES[mark.kind]}" title="{mark.kind} {mark.number}">{html}</span>'
    for depth, mark in enumerate(reversed(contents)):
        html = f'<span style="{_underline(depth)}" title="content {mark.number}">{html}</span>'
    return html


def _label(mark: Mark) -> str:
    return f'<sub style="font-size:65%">{_LETTERS[mark.kind]}{mark.number}</sub>'


def _underline(depth: int) -> str:
    return f"border-bottom:2px solid {_LINE};padding-bottom:{4 * depth}px"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f'<th style="{_CELL}">{name}</th>' for name in head)
    return f'<table style="border-collapse:collapse"><tr>{top}</tr>{"".join(_rows(rows))}</table>'


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in rows:
        cells = "".join(f'<td style="{_CELL}">{_safe(cell)}</td>' for cell in row)
        yield f'<tr style="border-top:1px solid rgba(128,128,128,.4)">{cells}</tr>'


def _safe(text: str) -> str:
    return escape(lines.printable(text))
