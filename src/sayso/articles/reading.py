"""Reading: one file to its articles, and to an error for what could not be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sayso.articles import formats
from sayso.articles.assembly import assemble
from sayso.articles.document import Document
from sayso.articles.errors import ArticleError, UnreadableError
from sayso.articles.formats import Format
from sayso.articles.readers import jsonl
from sayso.words.records import Article

# A file is held in memory whole (JSONL is not): a limit that a laptop with several processes bears. The largest
# article files in practice are PDFs with photographs.
MOST_BYTES = 100 * 2**20
# Text takes four times its bytes in memory while it is read, and no article is this long.
MOST_TEXT_BYTES = 50 * 2**20


def read(path: Path) -> Iterator[Article | ArticleError]:
    """The articles of one file, in order, and an error for each row, or for the whole file, that gave none.

    Never raises for what a file holds. The format is told by the suffix. `Article.path` is the path as given.
    """
    name = _display(path)
    known = formats.of_name(path.name)
    if known is None and path.is_file():
        yield ArticleError(name, f"unknown suffix {path.suffix!r}; Sayso reads {', '.join(formats.FORMATS)}")
        return
    try:
        with path.open("rb") as source:
            yield from _articles(source, name, known or "text", path=name)
    except OSError as problem:
        yield ArticleError(name, _problem(path, problem))


def read_bytes(
    data: bytes,
    name: str,
    format: str | None = None,  # noqa: A002 -- the word that its callers and the command line use
) -> Iterator[Article | ArticleError]:
    """The articles of bytes that stand in no file (standard input), as `read` gives them, with `path` None.

    `name` is what errors call it. `format` is one of `formats.Format`, guessed from the content if not given;
    ValueError for another.
    """
    known = formats.checked(format) if format else formats.of_content(data)
    return _articles(BytesIO(data), name, known, path=None)


def _articles(source: BinaryIO, name: str, kind: Format, path: str | None) -> Iterator[Article | ArticleError]:
    if kind != "jsonl":
        yield from _assembled(lambda: _document(source, kind), name, path)
        return
    row = None
    for row, found in jsonl.read(source):
        if isinstance(found, UnreadableError):
            yield ArticleError(name, str(found), row)
        else:
            yield from _assembled(lambda document=found: document, name, path, row)  # type: ignore[misc]
    if row is None:
        yield ArticleError(name, "it is empty")


def _document(source: BinaryIO, kind: Format) -> Document:
    most = MOST_TEXT_BYTES if kind in ("text", "markdown") else MOST_BYTES
    data = source.read(most + 1)
    if len(data) > most:
        raise UnreadableError(
            f"larger than {most // 2**20} MB; split it, or give its articles as rows of a .jsonl file"
        )
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise UnreadableError("it is empty")
    reader: Callable[[bytes], Document] = import_module(f"sayso.articles.readers.{kind}").read
    return reader(data)


def _assembled(
    document: Callable[[], Document], name: str, path: str | None, row: int | None = None
) -> Iterator[Article | ArticleError]:
    try:
        yield from assemble(document(), path)
    except UnreadableError as problem:
        yield ArticleError(name, str(problem), row)
    except (MemoryError, RecursionError) as problem:
        yield ArticleError(name, f"more than can be held in memory ({type(problem).__name__}); split it", row)
    except Exception as problem:  # a parser's own failure on a hostile file must not end the run
        yield ArticleError(name, f"its reader failed ({type(problem).__name__}: {problem}); save it as .txt", row)


def _problem(path: Path, problem: OSError) -> str:
    if path.is_dir():
        return "a folder that cannot be listed"
    return f"cannot be opened: {problem.strerror or problem}"


def _display(path: Path) -> str:
    """The path as characters that can be stored, whatever bytes the file system has for it."""
    return os.fsencode(path).decode("utf-8", errors="replace")
