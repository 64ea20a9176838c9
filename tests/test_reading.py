from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports import export
from sayso.jobs import FileReader
from sayso.ledger import Ledger, LedgerError
from sayso.reading import Progress, Report, Source, Text, read, read_into
from sayso.words.records import Reading
from tests.fakes import FakeCoder, HostileCoder
from tests.spans import assert_quotes

GOOD = "The ministry said that rebels attacked a convoy near {}. Nobody was hurt in the village.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(12):
        (folder / f"{n:02}.txt").write_text(f"Convoy attacked near town {n}\n\n" + GOOD.format(f"town {n}"))
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        yield ledger


def into(ledger: Ledger, *sources: Source, coder: type[FakeCoder] = FakeCoder, processes: int = 1) -> Report:
    return read_into(ledger, *sources, coder=coder, processes=processes)


def exported(ledger: Ledger) -> bytes:
    """All that a ledger holds, as it is exported."""
    out = io.BytesIO()
    export(ledger, "articles", "jsonl", out)
    export(ledger, "claims", "jsonl", out)
    return out.getvalue()


def test_read_returns_articles_claims_and_errors(folder: Path) -> None:
    (folder / "empty.txt").touch()
    readings = read(folder, coder=FakeCoder)
    assert [article.path for article in readings.articles] == [str(folder / f"{n:02}.txt") for n in range(12)]
    assert [claim.voices[0].text for claim in readings.claims] == ["The ministry"] * 12
    assert [error.name for error in readings.errors] == [str(folder / "empty.txt")]
    for reading in readings:
        assert_quotes(reading.article.text, (reading.claims, reading.entities))


def test_read_takes_texts_too() -> None:
    (article,) = read(Text("standard input", GOOD.format("Idlib").encode()), coder=FakeCoder).articles
    assert article.text == GOOD.format("Idlib")
    assert article.path is None


def test_include_says_which_files_of_a_folder(folder: Path) -> None:
    assert len(read(folder, include="0*.txt", coder=FakeCoder)) == 10


def test_reading_the_same_again_adds_nothing(folder: Path, ledger: Ledger) -> None:
    first, before = into(ledger, folder), exported(ledger)
    second = into(ledger, folder)
    assert (first.run.articles, first.run.claims, first.known) == (12, 12, 0)
    assert (second.run.articles, second.run.claims, second.known) == (0, 0, 12)
    assert exported(ledger) == before


def test_known_articles_are_not_analysed(folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    into(ledger, folder)
    monkeypatch.setattr(FakeCoder, "__call__", lambda *_: pytest.fail("analysed again"))
    assert into(ledger, folder).known == 12


@pytest.mark.parametrize("processes", [1, 2])
def test_neither_order_nor_processes_change_the_ledger(folder: Path, tmp_path: Path, processes: int) -> None:
    (folder / "a copy of 07.txt").write_bytes((folder / "07.txt").read_bytes())
    files = sorted(folder.iterdir())
    with Ledger.open(tmp_path / "one.db") as one, Ledger.open(tmp_path / "other.db") as other:
        into(one, *files)
        into(other, *reversed(files), processes=processes)
        assert exported(one) == exported(other)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_read_is_reported_and_the_rest_is_read(folder: Path, ledger: Ledger, processes: int) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "raises.txt").write_text("RAISE\n\n" + GOOD)
    report = into(ledger, folder, folder / "missing.txt", coder=HostileCoder, processes=processes)
    names = ["broken.docx", "broken.pdf", "missing.txt", "raises.txt"]
    assert [error.name for error in report.errors] == [str(folder / name) for name in names]
    assert "the fake was told to" in report.errors[-1].reason
    assert report.run.articles == 12
    assert report.run.failures == 4


def test_a_file_that_never_ends_is_reported_and_the_rest_is_read(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileReader, "most_seconds", 1.0)
    os.mkfifo(folder / "endless.pdf")
    report = into(ledger, folder, folder / "endless.pdf")
    error = (str(folder / "endless.pdf"), "reading it took longer than 1 seconds")
    assert [(error.name, error.reason) for error in report.errors] == [error]
    assert report.run.articles == 12


def test_files_are_read_in_the_order_of_their_names_whatever_their_format(tmp_path: Path) -> None:
    for name in ("a.html", "b.txt", "c.html", "e.md"):
        page = f"<html><body><h1>Convoy</h1><p>{GOOD.format(name[0])}</p></body></html>"
        (tmp_path / name).write_text(page if name.endswith("html") else GOOD.format(name[0]))
    (tmp_path / "d.jsonl").write_text('{"text": "One said that it ended."}\n')
    found = [Path(str(article.path)).name for article in read(tmp_path, coder=FakeCoder).articles]
    assert found == ["a.html", "b.txt", "c.html", "d.jsonl", "e.md"]


def test_an_article_that_kills_its_process_is_reported_and_the_rest_is_read(folder: Path, ledger: Ledger) -> None:
    (folder / "05 deadly.txt").write_text("DIE\n\n" + GOOD)
    report = into(ledger, folder, coder=HostileCoder, processes=2)
    assert [error.name for error in report.errors] == [str(folder / "05 deadly.txt")]
    assert "died (signal 9" in report.errors[0].reason
    assert report.run.articles == 12


def test_an_article_whose_process_dies_by_chance_is_read_again(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_TEST_DIED", str(tmp_path / "died"))
    (folder / "05 unlucky.txt").write_text("DIE ONCE\n\n" + GOOD)
    report = into(ledger, folder, coder=HostileCoder, processes=2)
    assert (report.run.articles, report.errors) == (13, ())


def test_a_reading_that_the_ledger_refuses_costs_no_other(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_many = Ledger.add_many

    def picky(self: Ledger, run_id: str, readings: tuple[Reading, ...]) -> int:
        if any("town 3" in reading.article.text for reading in readings):
            raise LedgerError("not that one")
        return add_many(self, run_id, readings)

    monkeypatch.setattr(Ledger, "add_many", picky)
    report = into(ledger, folder)
    assert [(error.name, error.reason) for error in report.errors] == [(str(folder / "03.txt"), "not that one")]
    assert report.run.articles == 11


def test_a_ledger_that_takes_nothing_ends_the_run(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise LedgerError("the disk is full")

    monkeypatch.setattr(Ledger, "add_many", full)
    with pytest.raises(LedgerError, match="disk is full"):
        into(ledger, folder)


@pytest.mark.parametrize("processes", [1, 2])
def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(folder: Path, tmp_path: Path, processes: int) -> None:
    for n in range(12, 120):
        (folder / f"{n}.txt").write_text(f"Convoy attacked near town {n}\n\n" + GOOD.format(f"town {n}"))

    def interrupt(progress: Progress) -> None:
        if progress.done == 40:
            raise KeyboardInterrupt

    with Ledger.open(tmp_path / "cut.db") as cut, Ledger.open(tmp_path / "whole.db") as whole:
        report = read_into(cut, folder, coder=FakeCoder, processes=processes, progress=interrupt)
        assert report.interrupted
        assert 0 < report.run.articles < 120
        assert into(cut, folder).known == report.run.articles
        into(whole, folder)
        assert exported(cut) == exported(whole)


class InterruptedCoder(FakeCoder):
    @staticmethod
    def prepare(progress: Callable[[str], None] | None = None) -> None:  # noqa: ARG004
        raise KeyboardInterrupt


def test_ctrl_c_before_the_first_article_is_an_interrupted_run_of_none(folder: Path, ledger: Ledger) -> None:
    report = read_into(ledger, folder, coder=InterruptedCoder)
    assert report.interrupted
    assert report.run.articles == 0
    assert report.run.finished is not None
    assert into(ledger, folder).run.articles == 12


def test_a_killed_run_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    for n in range(12, 120):
        (folder / f"{n}.txt").write_text(f"Convoy attacked near town {n}\n\n" + GOOD.format(f"town {n}"))
    script = (
        "import sys; from sayso import Ledger, read_into; from tests.fakes import SlowCoder\n"
        "read_into(Ledger.open(sys.argv[1]), sys.argv[2], coder=SlowCoder, processes=2)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", script, str(tmp_path / "killed.db"), str(folder)]
    with subprocess.Popen(command, env=env) as run, Ledger.open(tmp_path / "killed.db") as killed:
        while not killed.summary().articles and run.poll() is None:
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        run.wait()
        held = killed.summary().articles
        assert 0 < held < 120
        assert into(killed, folder, processes=2).known == held
        with Ledger.open(tmp_path / "whole.db") as whole:
            into(whole, folder)
            assert exported(killed) == exported(whole)


def test_progress_ends_at_its_total(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "rows.jsonl").write_text('{"text": "One said that it ended."}\n{"text": ""}\n')
    seen: list[Progress] = []
    read(folder, coder=FakeCoder, progress=seen.append)
    assert all(step.done <= step.total for step in seen)
    assert (seen[-1].done, seen[-1].total) == (15, 15)


def test_file_names_need_not_be_text(folder: Path, ledger: Ledger) -> None:
    for name in (b"\xff.txt", b"a\nb.txt", b"[bold red]x.txt", b"..txt.txt", b"$(touch x);.txt"):
        (folder / os.fsdecode(name)).write_text(GOOD.format(name.hex()))
    assert into(ledger, folder, processes=2).run.articles == 16


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_no_bytes_end_a_run(texts: list[bytes]) -> None:
    readings = read(*(Text(f"text {n}", data) for n, data in enumerate(texts)), coder=FakeCoder)
    for reading in readings:
        assert_quotes(reading.article.text, (reading.claims, reading.entities))


def test_the_shipped_model_reads_the_same_in_one_process_and_in_two() -> None:
    folder = Path(__file__).parent.parent / "samples" / "dossier" / "halyard"
    readings = read(folder, processes=1)
    assert readings == read(folder, processes=2)
    assert len(readings.claims) > len(readings) > 0
    for reading in readings:
        assert_quotes(reading.article.text, (reading.claims, reading.entities))


def test_import_sayso_loads_nothing_until_it_is_used() -> None:
    script = "import sys, sayso; assert sayso.__all__; print(sorted(name for name in sys.modules if 'sayso.' in name))"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "['sayso.version']\n"
