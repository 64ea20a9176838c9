"""A user's own actors: CSV files in a folder of theirs."""

from __future__ import annotations

import shutil
from pathlib import Path

from sayso.world.actors import tables
from sayso.world.actors.folding import fold
from sayso.world.actors.tables import ActorListError


def add(file: Path, folder: Path) -> int:
    """Put a user's CSV of actors into their folder, if every line of it is right; returns how many actors it holds.

    Raises ActorListError, and then nothing was changed.
    """
    found = tables.checked(file)
    if not found:
        raise ActorListError(f"{file.name}: it holds no actor")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{fold(file.stem).replace(' ', '-') or 'actors'}.csv"
    if target != file:
        draft = target.with_suffix(".part")
        shutil.copyfile(file, draft)
        draft.replace(target)
    return len(found)
