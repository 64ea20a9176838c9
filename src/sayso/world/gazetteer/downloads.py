"""Country dumps from GeoNames' server: the one thing here that needs a network, and only when asked for."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from sayso.world.gazetteer.errors import GazetteerError

ADDRESS = "https://download.geonames.org/export/dump/{code}.zip"
_SECONDS = 60
_LARGEST = 2 << 30
"""Bytes of a country when unpacked; the largest, the United States, has a fifth of that."""
Opener = Callable[[str], AbstractContextManager[IO[bytes]]]


def fetch(code: str, folder: Path, opener: Opener | None = None) -> Path:
    """Download a country's dump and unpack it into `folder`: "SY" → SY.txt.

    Raises:
        GazetteerError: there is no such code, no network, or no such file.
    """
    code = code.upper()
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise GazetteerError(code[:40], "not a country's code of two letters, such as SY")
    archive, dump = folder / f"{code}.zip", f"{code}.txt"
    try:
        with (opener or _open)(ADDRESS.format(code=code)) as answer, archive.open("wb") as file:
            shutil.copyfileobj(answer, file)
        with ZipFile(archive) as packed:
            return _unpack(packed, dump, folder)
    except (BadZipFile, KeyError) as error:
        raise GazetteerError(code, f"what {ADDRESS.format(code=code)} sent holds no {dump}") from error
    except OSError as error:
        reason = f"can't be fetched ({error}); where there is a network, get {ADDRESS.format(code=code)}, unpack it,"
        raise GazetteerError(code, f"{reason} and add {dump}") from error


def _unpack(packed: ZipFile, dump: str, folder: Path) -> Path:
    if packed.getinfo(dump).file_size > _LARGEST:
        raise GazetteerError(dump, "more than 2 GB when unpacked: not a country dump")
    with packed.open(dump) as source, (folder / dump).open("wb") as target:
        shutil.copyfileobj(source, target)
    return folder / dump


def _open(address: str) -> AbstractContextManager[IO[bytes]]:
    # Slow to import, and needed by few. The address is ours, with two letters in it.
    import urllib.request

    opened: AbstractContextManager[IO[bytes]] = urllib.request.urlopen(address, timeout=_SECONDS)  # noqa: S310
    return opened
