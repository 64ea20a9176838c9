from __future__ import annotations

from pathlib import Path

import pytest

from sayso.articles import find, skipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.HTML", "2018/c.md", "2018/notes.xyz", ".hidden.txt", ".git/d.txt", "2018/e.ndjson"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    (tmp_path / "2018" / "loop").symlink_to(tmp_path)
    return tmp_path


def names(found: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found]


def test_folders_are_read_whole_in_order_without_what_is_hidden_or_a_loop(folder: Path) -> None:
    assert names(list(find([folder], None)), folder) == ["a.HTML", "b.txt", "2018/c.md", "2018/e.ndjson"]
    assert names(list(skipped([folder])), folder) == ["2018/notes.xyz"]


@pytest.mark.parametrize(("include", "found"), [("*.md", ["2018/c.md"]), ("2018/*", ["2018/c.md", "2018/e.ndjson"])])
def test_a_pattern_takes_names_and_paths_below_the_folder(folder: Path, include: str, found: list[str]) -> None:
    assert names(list(find([folder], include)), folder) == found


def test_what_is_named_is_found_once_whatever_it_is(folder: Path) -> None:
    given = [folder / "2018" / "notes.xyz", folder / "b.txt", folder / "missing.txt", folder / "b.txt"]
    assert list(find(given, "*.md")) == given[:3]
