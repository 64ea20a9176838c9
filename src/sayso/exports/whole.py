"""JSON lines: the records as they are, one a line."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from sayso.exports.extract import Extract


def write(extract: Extract, out: BinaryIO) -> int:
    """Write the claims or articles; returns how many."""
    records = extract.claims() if extract.what == "claims" else extract.articles()
    encoder, written = msgspec.json.Encoder(), 0
    for record in records:
        out.write(encoder.encode(record) + b"\n")
        written += 1
    return written
