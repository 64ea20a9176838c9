"""The id of an article: a hash of its content, so that the same article has the same id wherever it is read from."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b


def identify(
    *,
    title: str | None,
    outlet: str | None,
    authors: tuple[str, ...],
    published: str | None,
    address: str | None,
    text: str,
) -> str:
    """BLAKE2b (16 bytes, hexadecimal) over the fields, each its length before it so that none runs into the next."""
    digest = blake2b(digest_size=16)
    for field in _fields(title, outlet, str(len(authors)), *authors, published, address, text):
        digest.update(len(field).to_bytes(8, "big"))
        digest.update(field)
    return digest.hexdigest()


def _fields(*values: str | None) -> Iterable[bytes]:
    """Each value as bytes; an unknown one differs from an empty one."""
    return (b"\x00" if value is None else b"\x01" + value.encode() for value in values)
