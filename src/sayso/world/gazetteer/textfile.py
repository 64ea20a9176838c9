"""Lines of a file that somebody downloaded: UTF-8, with or without byte order mark and carriage returns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.world.gazetteer.errors import GazetteerError

_LONGEST = 1_000_000
"""Bytes in a line; the longest in GeoNames' files are a fiftieth of that."""


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines with their number, from 1, without line end.

    Raises:
        GazetteerError: a line is too long, isn't UTF-8 or holds a NUL, or the file can't be read.
    """
    try:
        with path.open("rb") as file:
            number = 0
            while raw := file.readline(_LONGEST + 1):
                number += 1
                yield number, _text(path.name, number, raw)
    except OSError as error:
        raise GazetteerError(path.name, f"can't be read: {error.strerror}") from error


def _text(name: str, number: int, raw: bytes) -> str:
    if len(raw) > _LONGEST:
        raise GazetteerError(name, f"longer than {_LONGEST:,} bytes: not a table of places", number)
    if b"\0" in raw:
        raise GazetteerError(name, "holds a NUL byte: not a text file", number)
    try:
        return raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise GazetteerError(name, f"not UTF-8 (byte {error.start + 1}); save the file as UTF-8", number) from error
