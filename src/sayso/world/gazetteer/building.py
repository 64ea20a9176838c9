"""The file of the places that come with Sayso: built once a version from what its dependencies carry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.world.gazetteer import defaults
from sayso.world.gazetteer.entries import LAYOUT
from sayso.world.gazetteer.errors import GazetteerError


def default(folder: Path, progress: Callable[[str], None] | None = None) -> Path:
    """The path of the file in `folder`, building it first where there is none of this version.

    Raises:
        GazetteerError: the folder can't be written.
    """
    path = folder / f"places-{_fingerprint()}.sqlite"
    if not path.exists():
        if progress:
            progress("Building the gazetteer: once, for about 20 seconds.")
        try:
            _build(path)
        except OSError as error:
            reason = f"can't be written ({error.strerror}); set SAYSO_HOME to a folder that can"
            raise GazetteerError(str(folder), reason) from error
    return path


def _build(path: Path) -> None:
    """Write the file beside its place, then move it there: another process sees all of it or nothing."""
    from sayso.world.gazetteer.store import Store  # here: it needs NumPy, and most often there is nothing to build

    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent, prefix=".building-") as folder:
        with closing(Store.writable(Path(folder) / "places.sqlite")) as store:
            for source in defaults.SOURCES:
                store.put(source.name, source.digest(), source.read())
            store.frame()
        (Path(folder) / "places.sqlite").replace(path)
    for other in path.parent.glob("places-*.sqlite"):
        if other != path:
            with suppress(OSError):  # another version may be reading it
                other.unlink()


def _fingerprint() -> str:
    """What the file is made from: our own data word for word, the dependencies by their version."""
    digest = hashlib.blake2b(str(LAYOUT).encode(), digest_size=6)
    for source in defaults.SOURCES:
        digest.update(f"{source.name} {source.digest()}\n".encode())
    return digest.hexdigest()
