"""A snapshot in a file, so that a large ledger need not be read again each time it is opened.

It is an uncompressed .npz: arrays of numbers, and texts as bytes. Nothing in it is code, and what is damaged or of
another version counts as not there. It holds words of the articles, so only the user may read it.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from sayso.columns.snapshot import Articles, Claims, Mentions, Named, Reviewers, Sites, Snapshot, Voices
from sayso.columns.texts import Texts
from sayso.world.gazetteer import folders

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSION = 1
"""Of the file's form; one more for every change of what a snapshot holds."""
SMALLEST = 50_000
"""Claims below which the tables are read about as fast as a file would be."""
_GROUPS = {
    "articles": Articles,
    "claims": Claims,
    "voices": Voices,
    "acting": Mentions,
    "receiving": Mentions,
    "sites": Sites,
    "reviewers": Reviewers,
}


def path(identity: str) -> Path:
    """Where the snapshot of a ledger lies."""
    name = hashlib.sha256(f"{VERSION} {identity}".encode()).hexdigest()[:16]
    return folders.cache() / "columns" / f"{name}.npz"


def save(now: Snapshot, identity: str) -> None:
    """Put a snapshot by, whole or not at all. A folder that can't be written to is no error: it is only a cache."""
    file = path(identity)
    new = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            np.savez(out, allow_pickle=False, **dict(_arrays(now, identity)))
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)


def load(identity: str) -> Snapshot | None:
    """The snapshot of that ledger, None where there is none that can be used."""
    try:
        with path(identity).open("rb") as file, np.load(file, allow_pickle=False) as held:
            arrays: dict[str, NDArray[Any]] = dict(held)
        return _snapshot(arrays) if _told(arrays)["identity"] == identity else None
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error, msgspec.MsgspecError):
        return None


def _arrays(now: Snapshot, identity: str) -> Iterator[tuple[str, NDArray[Any]]]:
    told = {"identity": identity, "revision": now.revision, "actors": now.actors}
    yield "told", np.frombuffer(msgspec.json.encode(told), np.uint8)
    for name in _GROUPS:
        group = getattr(now, name)
        for field in fields(group):
            yield f"{name}.{field.name}", getattr(group, field.name)
    for name, texts in (("content", now.content), *((f"tables.{name}", texts) for name, texts in now.tables.items())):
        yield f"{name}.run", np.frombuffer(texts.run, np.uint8)
        yield f"{name}.starts", texts.starts


def _snapshot(arrays: dict[str, NDArray[Any]]) -> Snapshot:
    told = _told(arrays)
    groups = {
        name: kind(**{field.name: arrays[f"{name}.{field.name}"] for field in fields(kind)})
        for name, kind in _GROUPS.items()
    }
    tables = [name.split(".")[1] for name in arrays if name.startswith("tables.") and name.endswith(".run")]
    return Snapshot(
        revision=told["revision"],
        tables={name: _texts(arrays, f"tables.{name}") for name in tables},
        actors=msgspec.convert(told["actors"], dict[str, Named]),
        content=_texts(arrays, "content"),
        **groups,
    )


def _told(arrays: dict[str, NDArray[Any]]) -> dict[str, Any]:
    return msgspec.json.decode(arrays["told"].tobytes(), type=dict[str, Any])


def _texts(arrays: dict[str, NDArray[Any]], name: str) -> Texts:
    return Texts(arrays[f"{name}.run"].tobytes(), arrays[f"{name}.starts"])
