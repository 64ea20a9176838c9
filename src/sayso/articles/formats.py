"""Which format a file has: by its suffix, or by its content where there is no name (standard input)."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal, cast, get_args

Format = Literal["text", "markdown", "html", "pdf", "docx", "jsonl"]

FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|article|meta|div|h1|p)\b", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def of_name(name: str) -> Format | None:
    """The format that a file's suffix stands for, `None` if it is none of `FORMATS`."""
    return FORMATS.get(PurePath(name).suffix.lower())


def checked(name: str) -> Format:
    """The format of that name; ValueError's message lists what there is."""
    if name not in get_args(Format):
        raise ValueError(f"no format {name!r}; there are {', '.join(get_args(Format))}")
    return cast("Format", name)


def of_content(data: bytes) -> Format:
    """The format that the first bytes show; plain text if they show none."""
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    start = _start(data)
    if start.startswith(b"<") and _HTML.search(start):
        return "html"
    if re.match(rb'\{\s*"', start):
        return "jsonl"
    return "text"


def _start(data: bytes) -> bytes:
    """The first characters as ASCII, without byte order mark, NULs (UTF-16) and white space."""
    start = data[:4096]
    for bom in _BOMS:
        start = start.removeprefix(bom)
    return start.replace(b"\x00", b"").lstrip()
