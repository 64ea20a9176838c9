"""What the user adds: a file is told by its columns, read whole and checked, and only then taken in."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from sayso.world.gazetteer import dumps, tables, textfile
from sayso.world.gazetteer.entries import Named
from sayso.world.gazetteer.errors import GazetteerError

_KINDS = "a country dump of GeoNames (19 columns), one of its code lists (4 columns), or a CSV with name, lat and lon"


def read(path: Path) -> Iterator[Named]:
    """The places in a file of any of the formats.

    Raises:
        GazetteerError: it is of none of them, or a line of it is wrong.
    """
    first = next((line for _, line in textfile.lines(path) if line), "")
    columns = first.count("\t") + 1
    if columns == dumps.DUMP_COLUMNS:
        return dumps.dump(path)
    if columns == dumps.CODE_COLUMNS:
        return dumps.codes(path)
    if set(tables.REQUIRED) & {name.strip(' "') for name in first.split(",")}:
        return tables.places(path)
    raise GazetteerError(path.name, f"not a table of places: expected {_KINDS}", 1)


def digest(path: Path) -> str:
    """A hash of the file's content."""
    found = blake2b(digest_size=8)
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            found.update(part)
    return found.hexdigest()
