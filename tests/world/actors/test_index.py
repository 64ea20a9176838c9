"""The folded names, and the file that keeps them."""

from __future__ import annotations

from pathlib import Path

from sayso.world.actors.index import Index, kept

LINE = ["hill-farmers", "Hill Farmers", "group", "", "", "", "", "", "", "Hill men?|farmers of the hills"]
PERSON = ["omar-hasan", "Omar Hasan", "person", "", "", "", "", "", "", "O. Hasan|Umar Hassan"]


def test_names_are_folded_once_with_whose_they_are() -> None:
    index = Index.of([LINE])
    assert index.names["hill farmers"] == [(False, False, "hill-farmers")]
    assert index.names["hill men"] == [(True, False, "hill-farmers")]


def test_persons_are_found_by_how_their_names_sound() -> None:
    assert ["omar-hasan"] in Index.of([LINE, PERSON]).sounding.values()


def test_it_is_built_once_and_then_read(tmp_path: Path) -> None:
    built: list[Index] = []

    def build() -> Index:
        built.append(Index.of([LINE, PERSON]))
        return built[-1]

    first = kept(tmp_path, "f1", build)
    assert kept(tmp_path, "f1", build) == first
    assert len(built) == 1
    kept(tmp_path, "f2", build)
    assert len(built) == 2


def test_a_broken_file_is_built_again_and_a_folder_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    kept(tmp_path, "f", lambda: Index.of([LINE]))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert "hill farmers" in kept(tmp_path, "f", lambda: Index.of([LINE])).names
    assert "hill farmers" in kept(file / "no-folder", "f", lambda: Index.of([LINE])).names
    assert [one.suffix for one in tmp_path.iterdir()] == [".index"]


def test_files_of_earlier_lists_are_removed(tmp_path: Path) -> None:
    for number in range(9):
        kept(tmp_path, str(number), lambda: Index.of([LINE]))
    assert len(list(tmp_path.iterdir())) < 6
