"""Export: what is in a ledger, in the formats that other programs read.

Records are sorted by article_id and position and hold no time of the export, so the same ledger gives the same bytes,
in whatever order its articles were added. They are written as they are read: never all in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, get_args

from sayso.exports.extract import Extract
from sayso.exports.formats import FORMATS, Format, What
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.ledger import Ledger


def export(
    ledger: Ledger,
    what: What,
    file_format: Format,
    out: BinaryIO | Path,
    which: Filter = EVERYTHING,
    *,
    texts: bool = True,
) -> int:
    """Write what passes the filter; returns how many of what the format counts (`FileFormat.counted`) there were.

    `out` is a stream of bytes, or a file, which is replaced only once all is written. Of articles, a filter leaves
    those with at least one claim that passes. Without `texts`, articles come without their text, and claims without
    the words around them: what is left is what each claim quotes. LedgerError for an unknown `what` or format, for a
    format that doesn't hold `what`, and where the extra that a format needs isn't installed.
    """
    _check("what", what, get_args(What))
    _check("format", file_format, tuple(FORMATS))
    known = FORMATS[file_format]
    if what not in known.holds:
        raise LedgerError(f"{known.name} holds {' and '.join(known.holds)} only; export {what} in another format")
    write = _writer(*known.writer)
    with _stream(out) as stream:
        return write(Extract(ledger, what, which, texts), stream)


def _writer(module: str, name: str) -> Callable[[Extract, BinaryIO], int]:
    # Loaded when it is used: a format's library takes time, or may not be installed.
    writer: Callable[[Extract, BinaryIO], int] = getattr(import_module(f"sayso.exports.{module}"), name)
    return writer


def _check(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise LedgerError(f"{name} is {value!r}; it must be one of {', '.join(known)}")


@contextmanager
def _stream(out: BinaryIO | Path) -> Iterator[BinaryIO]:
    if not isinstance(out, Path):
        yield out
        return
    unfinished = out.with_name(f".{out.name}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(out)
    except OSError as error:
        raise LedgerError(f"{out} can't be written: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
