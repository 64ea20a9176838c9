"""A small gazetteer of a few rows of our own, and the real one that comes with Sayso, built once a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.world.gazetteer import Gazetteer, building, folders
from sayso.world.gazetteer.store import Store
from tests.world.gazetteer.making import PLACES


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Gazetteer]:
    with_places = tmp_path / "places.sqlite"
    store = Store.writable(with_places)
    store.put("test", "1", PLACES)
    store.frame()
    store.close()
    gazetteer = Gazetteer(with_places, tmp_path / "added.sqlite")
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    gazetteer = Gazetteer(building.default(folders.cache()), tmp_path_factory.mktemp("none") / "added.sqlite")
    yield gazetteer
    gazetteer.close()
