"""Sharing: what is filtered, as a file in one of the formats of `sayso export`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from sayso.exports import FORMATS, FileFormat, Format, What, export
from sayso.web.answers import JsonRoute, Rows
from sayso.web.desk import TheDesk
from sayso.web.files import documented, exported
from sayso.web.filters import Which
from sayso.web.models import FormatRow

routes = APIRouter(route_class=JsonRoute, tags=["share"])

_MODULES = {"parquet": ("pyarrow",), "stix": ("stix2",), "ftm": ("followthemoney",)}
"""What each extra installs."""
Form = Annotated[Format, Query(alias="format")]
Texts = Annotated[bool, Query(description="With the articles' texts, whose licences may not allow that.")]


@routes.get("/formats")
def list_formats() -> Rows[FormatRow]:
    """The formats of export."""
    return Rows(tuple(map(_row, FORMATS.values())))


@routes.get("/export", responses=documented(*(one.media_type for one in FORMATS.values())))
def share(
    desk: TheDesk, which: Which, form: Form = "jsonl", what: What = "claims", *, texts: Texts = False
) -> Response:
    """The claims that pass the filter, or their articles."""
    return exported(lambda out: export(desk.ledger, what, form, out, which, texts=texts), form, what)


def _row(one: FileFormat) -> FormatRow:
    available = one.extra is None or all(find_spec(name) is not None for name in _MODULES[one.extra])
    return FormatRow(one.key, one.name, one.extension, one.holds, one.description, one.extra, available)
