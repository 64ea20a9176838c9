"""Which files to read: files and folders to paths, always in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from sayso.articles import formats


def find(paths: Sequence[Path], include: str | None = None) -> Iterator[Path]:
    """The files to read, each once: those named, and in folders all of a known format, sorted by path.

    `include` is a pattern ("*.txt", "2018/*") for the files in folders, matched against the name and the path below
    the folder. Hidden files and links to folders are left out. A path that cannot be read (it is missing, its suffix
    is unknown, a folder that may not be listed) is yielded too: `read` says what is wrong with it.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path, include, known=True) if path.is_dir() else (path,):
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file


def skipped(paths: Sequence[Path], include: str | None = None) -> Iterator[Path]:
    """The files in these folders that `find` passes over because Sayso reads no such format; to count them."""
    for path in paths:
        if path.is_dir():
            yield from _below(path, include, known=False)


def _below(folder: Path, include: str | None, *, known: bool) -> Iterator[Path]:
    """Files below a folder whose format is known (or those whose isn't), and folders that couldn't be listed."""
    denied: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=lambda error: denied.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where, name)
            if (formats.of_name(name) is not None) is known and _wanted(file, folder, include):
                yield file
    if known:
        yield from sorted(denied)


def _wanted(file: Path, folder: Path, include: str | None) -> bool:
    if file.name.startswith(".") or not file.is_file():
        return False
    below = file.relative_to(folder).as_posix()
    return include is None or fnmatchcase(file.name, include) or fnmatchcase(below, include)
