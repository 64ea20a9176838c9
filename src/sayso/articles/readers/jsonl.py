"""JSON Lines: one article a row, its text in the field `text`. A bad row is reported and the others are read.

| Field | Also | Holds |
|---|---|---|
| `text` | | the article's text, unaltered |
| `title` | `headline` | |
| `outlet` | `source`, `publisher`, `sitename` | |
| `authors` | `author`, `byline` | a string, or a list of strings |
| `published` | `date`, `published_at`, `publication_date`, `date_publish` | a date that `dates.parse` reads |
| `language` | `lang` | a language tag |
| `address` | `url`, `link` | |

Other fields are ignored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from sayso.articles import bylines, dates, languages, lines
from sayso.articles.decoding import decode, storable
from sayso.articles.document import Document, Stated
from sayso.articles.errors import UnreadableError

# One article a row: the longest reports that news archives hold are a few megabytes.
ROW_BYTES = 32 * 2**20

_PUBLISHED = ("published", "date", "published_at", "publication_date", "date_publish")


def read(source: BinaryIO) -> Iterator[tuple[int, Document | UnreadableError]]:
    """Each row that isn't blank with its number from 1: its document, or what is wrong with it."""
    row = 0
    while line := source.readline(ROW_BYTES + 1):
        row += 1
        if len(line) > ROW_BYTES:
            _skip_line(source, line)
            yield row, UnreadableError(f"longer than {ROW_BYTES // 2**20} MB; one row holds one article")
        elif line.strip(b"\xef\xbb\xbf \t\r\n\0"):
            try:
                yield row, _document(line)
            except UnreadableError as problem:
                yield row, problem


def _skip_line(source: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = source.readline(ROW_BYTES)


def _document(line: bytes) -> Document:
    record = _record(line)
    text = record.get("text")
    if not isinstance(text, str):
        given = ", ".join(sorted(record)[:10]) or "none"
        raise UnreadableError(f"no field `text` that is a string; its fields are {storable(given)}")
    if not text.strip():
        raise UnreadableError("its field `text` is empty")
    text = storable(text)
    return Document(text, lines.blocks(text), _stated(record), bundled=False)


def _record(line: bytes) -> Mapping[str, object]:
    try:
        record: object = json.loads(decode(line))
    except json.JSONDecodeError as problem:
        raise UnreadableError(f"not JSON: {problem.msg} at character {problem.pos + 1}") from problem
    except (RecursionError, ValueError) as problem:
        raise UnreadableError("not JSON that can be read: nested too deep, or a number too long") from problem
    if not isinstance(record, dict):
        raise UnreadableError(f"a row must be an object with a field `text`, this is a {type(record).__name__}")
    return record


def _stated(record: Mapping[str, object]) -> Stated:
    return Stated(
        title=_string(record, "title", "headline"),
        outlet=_string(record, "outlet", "source", "publisher", "sitename"),
        authors=_authors(record),
        published=dates.parse(_string(record, *_PUBLISHED) or ""),
        language=languages.stated(_string(record, "language", "lang")),
        address=_string(record, "address", "url", "link"),
    )


def _string(record: Mapping[str, object], *names: str) -> str | None:
    """The first of these fields that says something; a number is read as written, anything else says nothing."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and (found := storable(str(value)).strip()):
            return found
    return None


def _is_person(name: str) -> bool:
    return bool(name.strip()) and not bylines.is_desk(name.strip())


def _authors(record: Mapping[str, object]) -> tuple[str, ...]:
    """A list is taken as it is; a string may hold several names, or one that doesn't look like a name."""
    for name in ("authors", "author", "byline"):
        value = record.get(name)
        if isinstance(value, list):
            return tuple(storable(one).strip() for one in value if isinstance(one, str) and _is_person(one))
        if isinstance(value, str) and _is_person(value):
            return bylines.authors(value) or (storable(value).strip(),)
    return ()
