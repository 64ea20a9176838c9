"""Parquet: the records as they are, nested, with a schema made from their types. Needs the extra `sayso[parquet]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import islice
from types import NoneType
from typing import TYPE_CHECKING, BinaryIO, Literal, get_args, get_origin, get_type_hints

import msgspec

from sayso.exports.extract import ArticleRecord, Extract
from sayso.ledger.errors import LedgerError
from sayso.words.records import Claim

if TYPE_CHECKING:
    import pyarrow

_ROWS_A_GROUP = 10_000


def write(extract: Extract, out: BinaryIO) -> int:
    """Write the claims or articles; returns how many. LedgerError where pyarrow isn't installed."""
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise LedgerError('Parquet needs pyarrow: pip install "sayso[parquet]"') from error
    of_claims = extract.what == "claims"
    schema, written = pa.schema(_fields(Claim if of_claims else ArticleRecord)), 0
    with ParquetWriter(out, schema) as writer:
        for group in _groups(extract.claims() if of_claims else extract.articles()):
            writer.write_table(pa.Table.from_pylist(msgspec.to_builtins(group), schema=schema))
            written += len(group)
    return written


def _groups(records: Iterable[object]) -> Iterator[list[object]]:
    left = iter(records)
    while group := list(islice(left, _ROWS_A_GROUP)):
        yield group


def _fields(kind: type) -> list[pyarrow.Field[pyarrow.DataType]]:
    import pyarrow as pa

    hints = get_type_hints(kind)
    return [pa.field(field.name, _type(hints[field.name])) for field in fields(kind)]


def _type(hint: object) -> pyarrow.DataType:
    import pyarrow as pa

    if isinstance(hint, type) and is_dataclass(hint):
        return pa.struct(_fields(hint))
    arguments = [argument for argument in get_args(hint) if argument is not NoneType]
    if get_origin(hint) is tuple:
        return pa.list_(_type(arguments[0]))
    if get_origin(hint) is Literal:
        return pa.string()
    if arguments:
        return _type(arguments[0])
    plain: dict[object, pyarrow.DataType] = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
    }
    return plain[hint]
