"""Floors under figures, with a made-up task of which one file is the corpus and one number the figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.language.model import Model
from training import floors
from training.evaluation import TASKS
from training.evaluation.counts import Figures
from training.floors import Floor, Score

WEATHER = ("times", "weather.txt")


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora/weather.txt").write_text("It rained on Monday.", encoding="utf-8")
    return tmp_path / "corpora"


@pytest.fixture
def kept(tmp_path: Path, corpora: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with one floor, of 80."""
    monkeypatch.setattr(floors, "KNOWN", ((WEATHER, ("raw text", "f1")), (WEATHER, ("MAE",))))
    hashed = floors.sha256(corpora / "weather.txt")
    floors.write([Floor(*WEATHER, hashed, ("raw text", "f1"), 80.0)], tmp_path / "floors.toml")
    return tmp_path / "floors.toml"


def gives(f1: float, **others: float) -> Score:
    def score(_task: str, _path: Path) -> Figures:
        return {"raw text": {"f1": f1}, **others}

    return score


def test_a_figure_on_its_floor_holds(corpora: Path, kept: Path) -> None:
    assert floors.check(corpora, gives(80.0), path=kept) == 0


def test_a_figure_under_its_floor_fails_and_is_named(
    corpora: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert floors.check(corpora, gives(79.99), path=kept) == 1
    assert "times weather.txt: raw text, f1 is 79.99, worse than its floor 80" in capsys.readouterr().out


def test_another_state_of_the_corpus_fails_whatever_the_figure(
    corpora: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpora / "weather.txt").write_text("It rained on Tuesday.", encoding="utf-8")
    assert floors.check(corpora, gives(99.0), path=kept) == 1
    assert "the corpus has changed" in capsys.readouterr().out


@pytest.mark.parametrize("figures", [{}, {"raw text": {"f1": float("nan")}}, {"raw text": {"f1": None}}])
def test_a_figure_that_is_gone_fails(corpora: Path, kept: Path, figures: Figures) -> None:
    assert floors.check(corpora, lambda _task, _path: figures, path=kept) == 1


def test_weights_that_cannot_be_scored_fail_with_their_reason(
    corpora: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def score(_task: str, _path: Path) -> Figures:
        raise SystemExit("en-0 has no head for times")

    assert floors.check(corpora, score, path=kept) == 1
    assert "en-0 has no head for times" in capsys.readouterr().out


def test_without_corpora_the_gate_says_that_it_was_skipped(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.check(Path("nowhere"), gives(0.0), path=kept) == 0
    assert capsys.readouterr().out == "floors: skipped, since there are no corpora at nowhere\n"


def test_without_one_corpus_it_fails(corpora: Path, kept: Path) -> None:
    (corpora / "weather.txt").unlink()
    assert floors.check(corpora, gives(99.0), path=kept) == 1


def test_without_a_module_of_those_who_train_a_task_is_skipped_and_said_so(
    corpora: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def score(_task: str, _path: Path) -> Figures:
        raise ModuleNotFoundError("No module named 'scipy'", name="scipy")

    assert floors.check(corpora, score, path=kept) == 0
    assert "times weather.txt: skipped, No module named 'scipy'" in capsys.readouterr().out


def test_raising_sets_floors_a_margin_from_the_figures_first_ones_too(corpora: Path, kept: Path) -> None:
    assert floors.check(corpora, gives(85.25, MAE=0.4), floors.raised, kept) == 0
    assert [(floor.keys[-1], floor.floor) for floor in floors.read(kept)] == [("f1", 84.75), ("MAE", 0.405)]


def test_an_error_fails_above_its_floor_and_falls_by_raising(corpora: Path, kept: Path) -> None:
    floors.check(corpora, gives(80.0, MAE=0.4), floors.raised, kept)
    assert floors.check(corpora, gives(80.0, MAE=0.41), path=kept) == 1
    assert floors.check(corpora, gives(80.0, MAE=0.3), floors.raised, kept) == 0
    assert floors.read(kept)[1].floor == 0.305


@pytest.mark.parametrize("f1", [70.0, 80.2])
def test_raising_never_lowers(corpora: Path, kept: Path, f1: float) -> None:
    floors.check(corpora, gives(f1), floors.raised, kept)
    assert floors.read(kept)[0].floor == 80.0


def test_raising_does_not_move_a_floor_to_another_corpus(corpora: Path, kept: Path) -> None:
    before = floors.read(kept)
    (corpora / "weather.txt").write_text("It rained on Tuesday.", encoding="utf-8")
    assert floors.check(corpora, gives(99.0), floors.raised, kept) == 1
    assert floors.read(kept) == before


@pytest.mark.parametrize(
    ("tasks", "because", "told"),
    [(["times"], " ", "for a reason"), (["times"], None, "for a reason"), (["x"], "y", "'x'")],
)
def test_lowering_asks_for_a_reason_and_a_task(tasks: list[str], because: str | None, told: str) -> None:
    with pytest.raises(SystemExit, match=told):
        floors.lowering(tasks, because)


def test_lowering_keeps_the_reason_and_the_day_with_the_floor(corpora: Path, kept: Path) -> None:
    reason = 'Dates in "quotes" are read\notherwise.'
    assert floors.check(corpora, gives(70.0), floors.lowering(["times"], reason), kept) == 0
    found = floors.read(kept)[0]
    assert (found.floor, found.because) == (69.5, reason)
    assert found.lowered is not None


def test_lowering_leaves_other_tasks_and_what_holds(corpora: Path, kept: Path) -> None:
    assert floors.check(corpora, gives(70.0), floors.lowering(["syntax"], "A smaller tree."), kept) == 1
    assert floors.check(corpora, gives(80.1), floors.lowering(["times"], "No need."), kept) == 0
    assert [(floor.floor, floor.because) for floor in floors.read(kept)] == [(80.0, None)]


def test_a_floor_raised_again_forgets_why_it_was_lowered(corpora: Path, kept: Path) -> None:
    floors.check(corpora, gives(70.0), floors.lowering(["times"], "Dates are read otherwise."), kept)
    floors.check(corpora, gives(81.0), floors.raised, kept)
    assert (floors.read(kept)[0].floor, floors.read(kept)[0].because) == (80.5, None)


def test_the_hash_of_a_folder_knows_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x").write_text("rain", encoding="utf-8")
    hashes = [floors.sha256(tmp_path / "a")]
    (tmp_path / "a/x").rename(tmp_path / "a/y")
    hashes.append(floors.sha256(tmp_path / "a"))
    (tmp_path / "a/y").write_text("sun", encoding="utf-8")
    assert len({*hashes, floors.sha256(tmp_path / "a")}) == 3


def test_the_scorer_reads_the_fifth_of_a_file_and_the_whole_of_a_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dev.iob2").write_text("".join(f"# newdoc id = {one}\n" for one in "abcdefghijkl"), encoding="utf-8")
    seen: list[str] = []

    def look(_model: Model, paths: list[Path]) -> Figures:
        seen.append(paths[0].read_text(encoding="utf-8") if paths[0].exists() else paths[0].name)
        return {}

    monkeypatch.setitem(TASKS, "entities", look)
    score = floors.scorer("en")
    score("entities", tmp_path / "dev.iob2")
    score("entities", tmp_path / "folder:Part")
    assert seen == ["# newdoc id = c\n# newdoc id = i\n", "folder:Part"]


def test_each_kept_floor_is_of_a_figure_that_the_card_shows() -> None:
    assert {floor.figure for floor in floors.read()} <= set(floors.KNOWN)
