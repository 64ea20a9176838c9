"""Export: the ledger's records as JSON lines, CSV, Parquet or GeoJSON.

Records are sorted by article_id and position and hold no time of the export, so the same ledger gives the same bytes,
in whatever order its articles were added. They are written as they are read: never all in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, get_args

import msgspec

from sayso.ledger import flat, geojson, parquet
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.ledger import Ledger
from sayso.words.records import Article, Claim, Paragraph

What = Literal["claims", "articles"]
Format = Literal["jsonl", "csv", "parquet", "geojson"]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article in the order in which its fields are exported."""

    article_id: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    address: str | None
    path: str | None
    text: str
    part: int | None
    paragraphs: tuple[Paragraph, ...]


Record = Claim | ArticleRecord


def export(ledger: Ledger, what: What, file_format: Format, out: BinaryIO | Path, which: Filter = EVERYTHING) -> int:
    """Write the records that pass the filter; returns how many there were.

    `out` is a stream of bytes, or a file, which is replaced only once all is written. Of articles, a filter leaves
    those with at least one claim that passes. GeoJSON holds places of events only. LedgerError for an unknown `what`
    or format, for articles as GeoJSON, and for Parquet where pyarrow isn't installed.
    """
    _check("what", what, get_args(What))
    _check("format", file_format, get_args(Format))
    if file_format == "geojson" and what != "claims":
        raise LedgerError(f"GeoJSON holds claims, by their places; export {what} in another format")
    with _stream(out) as stream:
        if file_format == "jsonl":
            return _write_lines(_records(ledger, what, which), stream)
        if file_format == "parquet":
            return parquet.write(_records(ledger, what, which), Claim if what == "claims" else ArticleRecord, stream)
        if file_format == "geojson":
            return geojson.write(ledger, which, stream)
        if what == "claims":
            return flat.write_claims(ledger, which, stream)
        return flat.write_articles(ledger, which, stream)


def _check(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise LedgerError(f"{name} is {value!r}; it must be one of {', '.join(known)}")


def _records(ledger: Ledger, what: What, which: Filter) -> Iterator[Record]:
    if what == "claims":
        return ledger.claims(which)
    return map(article_record, ledger.articles(which))


def article_record(article: Article) -> ArticleRecord:
    """The article in the order of export."""
    return ArticleRecord(**{name: getattr(article, name) for name in ArticleRecord.__slots__})


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


def _write_lines(records: Iterator[Record], out: BinaryIO) -> int:
    encoder, written = msgspec.json.Encoder(), 0
    for record in records:
        out.write(encoder.encode(record) + b"\n")
        written += 1
    return written
