"""The first law of the house, for any test to call: what a record quotes is what stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass


def quoted(record: object) -> Iterator[tuple[int, int, str]]:
    """Every (start, end, text) in a record, a sequence of records, or what either holds."""
    if isinstance(record, tuple | list):
        for item in record:
            yield from quoted(item)
    elif is_dataclass(record):
        held = {field.name: getattr(record, field.name) for field in fields(record)}
        if held.keys() >= {"start", "end", "text"} and held["start"] is not None:
            yield held["start"], held["end"], held["text"]
        yield from quoted(tuple(held.values()))


def assert_quotes(text: str, record: object) -> None:
    """`text[start:end] == quoted text` for every span that the record holds."""
    for start, end, quote in quoted(record):
        assert text[start:end] == quote, f"{start}:{end} is {text[start:end]!r}, the record says {quote!r}"
