"""Any list of records as JSON or CSV: places, actors, a timeline, facets, decisions."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Record = TypeVar("Record", bound=DataclassInstance)

Cell = str | int | float | None
TableFormat = Literal["json", "csv"]

# OWASP's list; the last four are the full-width forms, which some spreadsheets read as the others.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(records: Iterable[Record], kind: type[Record], file_format: TableFormat) -> Iterator[bytes]:
    """The records of one dataclass as an array of JSON or as CSV with a column a field, a piece at a time.

    In CSV, lists of words are joined by `; `, what is nested deeper is JSON, and no cell is a formula.
    """
    if file_format == "json":
        return _array(records)
    names = [field.name for field in fields(kind)]
    return csv_lines(names, ([_cell(getattr(record, name)) for name in names] for record in records))


def csv_lines(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[bytes]:
    """A heading and rows as RFC 4180 has them, in UTF-8."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield writer.writerow(columns)
    for row in rows:
        yield writer.writerow(map(harmless, row))


def harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


class _Echo:
    """What `csv.writer` writes to, so that `writerow` returns the line."""

    def write(self, line: str) -> bytes:
        return line.encode("utf-8", "replace")


def _array(records: Iterable[Record]) -> Iterator[bytes]:
    encoder, before = msgspec.json.Encoder(), b"["
    for record in records:
        yield before + b"\n" + encoder.encode(record)
        before = b","
    yield b"[]\n" if before == b"[" else b"\n]\n"


def _cell(value: object) -> Cell:
    match value:
        case bool():
            return "true" if value else "false"
        case None | str() | int() | float():
            return value
        case tuple() | list() if all(isinstance(item, str) for item in value):
            return "; ".join(value)
        case _:
            return msgspec.json.encode(value).decode()
