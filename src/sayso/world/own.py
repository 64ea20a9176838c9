"""What the user adds to the gazetteer and to the list of actors, kept in a folder of the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.world import actors
from sayso.world.gazetteer import Gazetteer, Source, folders


def actors_folder() -> Path:
    """The folder of the user's own lists of actors."""
    return folders.data() / "actors"


def add_actors(file: Path) -> int:
    """Add a CSV of actors; returns how many it holds. Raises ActorListError, and then nothing was added."""
    return actors.add(file, actors_folder())


def add_places(source: str, progress: Callable[[str], None] | None = None) -> Source:
    """Add a file of places, or fetch a country by its ISO code. Raises GazetteerError, and then nothing was added."""
    with _gazetteer(progress) as gazetteer:
        is_code = len(source) == 2 and source.isalpha() and not Path(source).exists()
        return gazetteer.add_country(source) if is_code else gazetteer.add(Path(source))


def places() -> tuple[Source, ...]:
    """What was added to the gazetteer."""
    with _gazetteer() as gazetteer:
        return gazetteer.sources()


def remove_places(name: str) -> bool:
    """Remove what was added under that name; False where there is nothing of the kind."""
    with _gazetteer() as gazetteer:
        return gazetteer.remove(name)


@contextmanager
def _gazetteer(progress: Callable[[str], None] | None = None) -> Iterator[Gazetteer]:
    gazetteer = Gazetteer.open(progress=progress)
    try:
        yield gazetteer
    finally:
        gazetteer.close()
