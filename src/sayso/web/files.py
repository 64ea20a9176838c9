"""Answers that are files: tables and exports, made as they are sent or kept beside the memory until they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, cast

from fastapi.responses import Response, StreamingResponse

from sayso.exports import FORMATS, Format, TableFormat, table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Record = TypeVar("Record", bound=DataclassInstance)

TABLE_TYPES: dict[TableFormat, str] = {"json": "application/json", "csv": "text/csv"}
_IN_MEMORY = 8 * 2**20
_PIECE = 2**18


def documented(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers files of these kinds."""
    return {200: {"description": "The file.", "content": {kind: {} for kind in media_types}}}


TABLES = documented(*TABLE_TYPES.values())


def tabled(records: Iterable[Record], kind: type[Record], form: TableFormat, name: str) -> Response:
    """A list as JSON or CSV, whole."""
    return StreamingResponse(
        table(records, kind, form), media_type=TABLE_TYPES[form], headers=attached(f"sayso-{name}.{form}")
    )


def exported(write: Callable[[BinaryIO], object], form: Format, name: str) -> Response:
    """What an export writes. It is written before the answer begins, so that what goes wrong is told as such."""
    file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by `_pieces`
    try:
        write(cast("BinaryIO", file))
        file.seek(0)
    except BaseException:
        file.close()
        raise
    known = FORMATS[form]
    headers = attached(f"sayso-{name}{known.extension}")
    return StreamingResponse(_pieces(cast("BinaryIO", file)), media_type=known.media_type, headers=headers)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def attached(name: str) -> dict[str, str]:
    """The headers of an answer that a browser saves under a name of ours."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}
