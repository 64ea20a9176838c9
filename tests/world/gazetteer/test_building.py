from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.world.gazetteer import Gazetteer, GazetteerError, building, defaults
from sayso.world.gazetteer.defaults import DefaultSource
from sayso.world.gazetteer.entries import Named
from tests.world.gazetteer.making import PLACES


def few() -> Iterator[Named]:
    return iter(PLACES)


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "SOURCES", (DefaultSource("few", lambda: "1", few),))


@pytest.mark.usefixtures("_few")
def test_it_is_built_once(tmp_path: Path) -> None:
    told: list[str] = []
    first = building.default(tmp_path / "new" / "folder", told.append)
    made = first.stat().st_mtime_ns
    assert building.default(tmp_path / "new" / "folder", told.append) == first
    assert first.stat().st_mtime_ns == made
    assert len(told) == 1
    assert [path.name for path in first.parent.iterdir()] == [first.name]


@pytest.mark.usefixtures("_few")
def test_other_content_is_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = building.default(tmp_path)
    monkeypatch.setattr(defaults, "SOURCES", (DefaultSource("few", lambda: "2", few),))
    assert building.default(tmp_path) != first


def test_a_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Iterator[Named]:
        yield PLACES[0]
        raise KeyboardInterrupt

    monkeypatch.setattr(defaults, "SOURCES", (DefaultSource("few", lambda: "1", broken),))
    with pytest.raises(KeyboardInterrupt):
        building.default(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_few")
def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    assert building.default(tmp_path / "a").read_bytes() == building.default(tmp_path / "b").read_bytes()


@pytest.mark.usefixtures("_few")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match="set SAYSO_HOME to a folder that can"):
        building.default(tmp_path / "file" / "cache")


@pytest.mark.usefixtures("_few")
def test_sayso_home_is_where_everything_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path))
    gazetteer = Gazetteer.open()
    (tmp_path / "mine.csv").write_text("name,lat,lon\nTell Example,35.5,38.5\n")
    gazetteer.add(tmp_path / "mine.csv")
    gazetteer.close()
    assert {path.parent.name for path in tmp_path.glob("*/*.sqlite")} == {"cache", "data"}
