from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sayso.workers import Here, Workers, WorkerStartError


class Shout:
    """Upper case; "die" kills its process, "hang" never ends, "print" prints."""

    takes = str
    gives = str
    most_seconds: float | None = 2.0

    def __init__(self, mark: str) -> None:
        if mark == "unknown":
            raise LookupError("there is no such mark")
        self.mark = mark

    def __call__(self, batch: Sequence[str], /) -> list[str]:
        return [self.shout(word) for word in batch]

    def shout(self, word: str) -> str:
        if word == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "hang":
            signal.pause()
        if word == "print":
            sys.stdout.write("not an answer")
            sys.stdout.flush()
        return word.upper() + self.mark

    @staticmethod
    def lost(item: str, reason: str, /) -> str:
        return f"{item}: {reason}"


class Leave(Shout):
    """Leaves a file for each process that makes the job."""

    def __init__(self, folder: str) -> None:
        super().__init__("")
        (Path(folder) / str(os.getpid())).touch()


@pytest.mark.parametrize("team", [Workers(2, Shout, "!"), Here(Shout, "!")])
def test_each_item_comes_back_with_its_result(team: Workers[str, str] | Here[str, str]) -> None:
    with team:
        batches = [[f"word {n}", f"word {n}b"] for n in range(20)]
        results = list(team.map(batches, in_order=True))
    assert results == [[(word, word.upper() + "!") for word in batch] for batch in batches]


def test_a_worker_that_dies_costs_only_the_item_that_kills_it() -> None:
    with Workers(2, Shout, "!") as team:
        results = dict(pair for batch in team.map([["a", "die", "b"], ["c"], ["d"]], in_order=False) for pair in batch)
    assert {word: results[word] for word in "abcd"} == {"a": "A!", "b": "B!", "c": "C!", "d": "D!"}
    assert results["die"] == "die: the process that read it died (signal 9, perhaps out of memory)"


def test_a_worker_that_takes_too_long_costs_only_the_item_that_holds_it() -> None:
    with Workers(1, Shout, "!") as team:
        results = dict(pair for batch in team.map([["a", "hang", "b"], ["c"]], in_order=True) for pair in batch)
    assert results == {"a": "A!", "hang": "hang: reading it took longer than 2 seconds", "b": "B!", "c": "C!"}


def test_what_a_job_prints_is_no_answer() -> None:
    with Workers(1, Shout, "!") as team:
        assert list(team.map([["print"]], in_order=True)) == [[("print", "PRINT!")]]


def test_a_job_that_cannot_be_made_ends_the_run_with_its_reason() -> None:
    with Workers(1, Shout, "unknown") as team, pytest.raises(WorkerStartError, match="there is no such mark"):
        list(team.map([["a"]], in_order=True))


def test_started_workers_make_their_job_before_there_is_work(tmp_path: Path) -> None:
    with Workers(2, Leave, str(tmp_path)) as team:
        assert list(tmp_path.iterdir()) == []
        team.start()
        while len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.01)
        assert list(team.map([["a"]], in_order=True)) == [[("a", "A")]]
    assert len(list(tmp_path.iterdir())) == 2


def test_batches_are_taken_a_few_ahead_only() -> None:
    taken = []

    def batches() -> Iterator[list[str]]:
        for n in range(1000):
            taken.append(n)
            yield [str(n)]

    with Workers(2, Shout, "!") as team:
        next(iter(team.map(batches(), in_order=True)))
    assert len(taken) < 10


def test_a_script_needs_no_main_guard_and_the_current_folder_provides_no_module(tmp_path: Path) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('a module from the folder of articles was loaded')")
    script = tmp_path / "scripts" / "script.py"
    script.parent.mkdir()
    script.write_text(
        textwrap.dedent("""
        from sayso.workers import Workers
        from tests.test_workers import Shout
        with Workers(1, Shout, "!") as team:
            print(list(team.map([["a"]], in_order=True)))
        """)
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert (done.stdout, done.stderr, done.returncode) == ("[[('a', 'A!')]]\n", "", 0)
