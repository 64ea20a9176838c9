"""The gazetteer that comes with Sayso, built once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.world.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    opened = Gazetteer.open()
    yield opened
    opened.close()
