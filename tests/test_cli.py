from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.jobs import Coder
from sayso.version import __version__
from sayso.world.errors import WorldError
from tests.fakes import FakeCoder

ROOT = Path(__file__).parent.parent
COMMANDS = get_group(app).commands
HOSTILE = "\x1b]0;owned\x07\x1b[31m[bold red]x[/] \u202e\n\nThe ministry said that rebels attacked \x1b[5m[link=http://x]us.\n"

# The command line with a model that needs no weights, for a process of its own.
FAKE = """
import tests.fakes as fakes, sayso.jobs as jobs
jobs.Coder.load, jobs.Coder.version = staticmethod(fakes.SlowCoder.load), staticmethod(fakes.SlowCoder.version)
jobs.Coder.world = staticmethod(fakes.SlowCoder.world)
jobs.Coder.claims = fakes.SlowCoder.claims
import sayso.cli
sayso.cli.app()
"""

VERSION = Coder.version
Sayso = Callable[..., Result]


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """The command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Coder, "load", staticmethod(FakeCoder.load))
    monkeypatch.setattr(Coder, "version", staticmethod(FakeCoder.version))
    monkeypatch.setattr(Coder, "claims", FakeCoder.claims)
    monkeypatch.setattr(Coder, "world", staticmethod(FakeCoder.world))
    return lambda *arguments, **settings: CliRunner().invoke(app, list(map(str, arguments)), **settings)


@pytest.fixture
def dossier(sayso: Sayso, tmp_path: Path) -> Path:
    """Three articles, read into sayso.db."""
    folder = tmp_path / "samples" / "dossier"
    folder.mkdir(parents=True)
    for place, who in (("Idlib", "The ministry"), ("Manbij", "The council"), ("Baghuz", "A commander")):
        text = f"Shelling near {place}\n\n{who} said that heavy weapons were removed from {place}. It was quiet.\n"
        (folder / f"{place}.txt").write_text(text)
    (folder / "page.html").write_text("<html><body><h1>Quiet</h1><p>It was quiet near the river.</p></body></html>")
    assert sayso("read", folder).exit_code == 0
    return folder


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_says_what_it_did_on_standard_error(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ministry said that rebels attacked Idlib.")
    result = sayso("read", "a.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Read 1 article into sayso.db: 1 claim, 7 words")
    assert "Left alone 1 article" in sayso("read", "a.txt").stderr


def test_missing_weights_are_named(
    sayso: Sayso, dossier: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Coder, "version", staticmethod(VERSION))
    monkeypatch.setattr("sayso.jobs.__file__", str(tmp_path / "jobs.py"))
    for command in (("read", dossier), ("info",)):
        result = sayso(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "there are no weights 'en': en/model.json is missing\n"


def test_weights_of_one_s_own_are_named_by_their_folder(
    sayso: Sayso, dossier: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Coder, "version", staticmethod(VERSION))
    folder = tmp_path / "mine"
    folder.mkdir()
    result = sayso("read", dossier, "--model", str(folder))
    assert result.exit_code == 1
    assert result.stderr == f"there are no weights {str(folder)!r}: {folder / 'model.json'} is missing\n"


def test_what_names_cannot_be_looked_up_in_is_named(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(progress: Callable[[str], None] | None = None) -> None:
        raise WorldError("ours.csv, line 3: no such kind")

    monkeypatch.setattr(Coder, "world", staticmethod(broken))
    (tmp_path / "a.txt").write_text("The ministry said that rebels attacked Idlib.")
    result = sayso("read", "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "ours.csv, line 3: no such kind\n"


def test_read_takes_standard_input(sayso: Sayso) -> None:
    assert sayso("read", "-", input="The ministry said that rebels attacked Idlib.").exit_code == 0
    assert [claim["predicate"]["text"] for claim in lines(sayso("claims", "--json"))] == ["attacked"]  # type: ignore[index]


def test_read_reports_what_it_could_not_read_and_ends_with_status_1(sayso: Sayso, dossier: Path) -> None:
    (dossier / "broken.pdf").write_bytes(b"no PDF")
    result = sayso("read", dossier, "missing.txt", "--json")
    assert result.exit_code == 1
    (report,) = lines(result)
    assert [error["name"] for error in report["errors"]] == [str(dossier / "broken.pdf"), "missing.txt"]  # type: ignore[attr-defined]
    assert "Not read: missing.txt: cannot be opened" in result.stderr


def test_read_ends_with_status_1_where_there_is_nothing_to_read(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = sayso("read", "empty")
    assert result.exit_code == 1
    assert "nothing to read" in result.stderr


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], 3),
        (["--source", "ministry"], 1),
        (["--source-kind", "OFFICIAL", "--factuality", "happened", "--kind", "event"], 3),
        (["--anonymous"], 0),
        (["--text", '"heavy weapons"', "--limit", "2"], 2),
        (["--article", "Manbij"], 1),
        (["--min-confidence", "0.95"], 0),
        (["--article", "Manbij", "--article", "Idlib"], 2),
        (["--without", "article=Manbij", "--without", "source=ministry"], 1),
        (["--without", "min-confidence=0.95"], 3),
        (["--without", "event-type=request", "--without", "named=true"], 0),
        (["--review", "any"], 3),
        (["--review", "accepted", "--review", "rejected"], 0),
    ],
)
def test_claims_are_selected_by_options(sayso: Sayso, dossier: Path, options: list[str], found: int) -> None:
    assert len(lines(sayso("claims", "--json", *options))) == found


@pytest.mark.parametrize("told", ["outlet", "colour=red", "named=perhaps", "bbox=1,2", "without=x", "event-type=DANCE"])
def test_what_claims_go_without_is_a_field_with_a_value(sayso: Sayso, dossier: Path, told: str) -> None:
    assert sayso("claims", "--without", told).exit_code == 2


def test_claims_prints_a_table(sayso: Sayso, dossier: Path) -> None:
    table = sayso("claims", "--source", "ministry").stdout
    assert "Shelling near Idlib" in table
    assert re.search(r"heavy weapons were\s.*The ministry.*happened \(\+2\.6\)", table)


def test_claims_as_json_are_the_records_that_export_writes(sayso: Sayso, dossier: Path) -> None:
    assert sayso("claims", "--json").stdout == sayso("export").stdout


def test_show_marks_by_brackets_as_well_as_by_style(sayso: Sayso, dossier: Path) -> None:
    shown = sayso("show", "Idlib").stdout
    assert "[1 The ministry] {1 said} that ‹1 heavy weapons were removed from Idlib 1›. It" in shown.replace("\n", " ")
    assert "— The ministry; happened (+2.6)" in " ".join(shown.split())


def test_show_as_json_is_article_claims_and_entities(sayso: Sayso, dossier: Path) -> None:
    (shown,) = lines(sayso("show", "Idlib", "--json"))
    assert list(shown) == ["article", "claims", "entities"]


def test_search_finds_articles_and_claims(sayso: Sayso, dossier: Path) -> None:
    assert "Shelling near Manbij" in sayso("search", '"heavy weapons" manb*').stdout
    assert len(lines(sayso("search", "weapons", "--json", "--limit", "2"))) == 2
    assert sayso("search", "nowhere").stderr == "No articles.\n"


@pytest.mark.parametrize(("what", "count"), [("claims", 3), ("articles", 4)])
def test_export_writes_to_a_file_or_to_standard_output(
    sayso: Sayso, dossier: Path, what: str, count: int, tmp_path: Path
) -> None:
    written = sayso("export", "--what", what, "--format", "csv", "--out", "out.csv")
    assert (written.stdout, written.stderr) == ("", f"Wrote {count} {what} to out.csv.\n")
    assert (tmp_path / "out.csv").read_bytes() == sayso("export", "--what", what, "--format", "csv").stdout_bytes


def test_info_is_the_ledger_in_numbers(sayso: Sayso, dossier: Path) -> None:
    assert re.search(r"^articles +4 from", sayso("info").stdout, re.MULTILINE)
    (held,) = lines(sayso("info", "--json"))
    assert (held["version"], held["articles"], held["claims"]) == (__version__, 4, 3)


def test_vocabulary_defines_terms(sayso: Sayso) -> None:
    assert "factuality" in sayso("vocabulary").stdout.split()
    assert "Presented as something that took place" in " ".join(sayso("vocabulary", "factuality").stdout.split())
    assert lines(sayso("vocabulary", "stances", "--json"))[0]["key"] == "says"


@pytest.mark.parametrize("command", ["claims", "show x", "search x", "export", "info"])
def test_without_a_ledger_each_command_says_what_to_run(sayso: Sayso, command: str, tmp_path: Path) -> None:
    result = sayso(*command.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert "sayso read" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        "nonsense",
        "read",
        "read x --processes 0",
        "claims --factuality maybe",
        "claims --limit x",
        "vocabulary nonsense",
    ],
)
def test_a_usage_error_is_status_2(sayso: Sayso, command: str) -> None:
    assert sayso(*command.split()).exit_code == 2


@pytest.mark.parametrize("options", [["--since", "yesterday"], ["--text", "?!"], ["--article", "no such"]])
def test_a_question_that_cannot_be_answered_is_status_1(sayso: Sayso, dossier: Path, options: list[str]) -> None:
    result = sayso("claims", *options)
    assert result.exit_code == 1
    assert result.stderr.strip()


def test_the_ledger_may_come_from_the_environment(sayso: Sayso, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "sayso.db").rename(tmp_path / "other.db")
    assert sayso("info", env={"SAYSO_LEDGER": "other.db"}).exit_code == 0


@pytest.mark.parametrize("command", ["claims", "show x", "search attacked", "info"])
def test_no_article_can_reach_the_terminal_or_be_markup(sayso: Sayso, tmp_path: Path, command: str) -> None:
    (tmp_path / "x.txt").write_text(HOSTILE)
    sayso("read", "x.txt")
    printed = sayso(*command.split(), color=True, env={"TERM": "xterm-256color", "FORCE_COLOR": "1"}).output
    own = re.sub(r"\x1b\[[\d;]*m", "", printed)  # rich's own styles
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", own)
    assert "\x1b[5m" not in printed
    assert command == "info" or "[bold red]x[/]" in own or "[link=http://x]us" in own


def test_no_color_is_heeded(sayso: Sayso, dossier: Path) -> None:
    plain = sayso("show", "Idlib", color=True, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert not re.search(r"\x1b\[[\d;]*3\dm", plain)


def run_fake(*arguments: object, cwd: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    command = [sys.executable, "-c", FAKE, *map(str, arguments)]
    heeded = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
    try:
        return subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, heeded)


def test_ctrl_c_keeps_what_is_done_says_so_and_is_status_130(sayso: Sayso, tmp_path: Path) -> None:
    rows = [{"text": f"The ministry said that rebels attacked town {n}. {'Quiet. ' * 2000}"} for n in range(200)]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    with run_fake("read", "rows.jsonl", "--processes", 1, cwd=tmp_path) as run:
        while run.poll() is None and not (tmp_path / "sayso.db").exists():
            time.sleep(0.01)
        time.sleep(1)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate()
    assert run.returncode == 130
    assert told.splitlines()[-1] == "Interrupted. What is done is kept; the same command goes on."
    kept = lines(sayso("info", "--json"))[0]["articles"]
    assert f"Read {kept} article" in told


def test_a_closed_pipe_is_no_error(sayso: Sayso, dossier: Path, tmp_path: Path) -> None:
    for n in range(300):
        (dossier / f"{n}.txt").write_text(f"The ministry said that rebels attacked town {n}.")
    sayso("read", dossier)
    with run_fake("export", cwd=tmp_path) as run:
        assert run.stdout is not None
        assert run.stdout.readline().startswith('{"claim_id"')
        run.stdout.close()
        assert run.stderr is not None
        assert run.stderr.read() == ""


def options(command: str) -> list[str]:
    shown = [option for option in COMMANDS[command].params if option.param_type_name == "option"]
    return [name for option in shown for name in (*option.opts, *option.secondary_opts)]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_option_is_in_the_documentation(command: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    shared = re.search(r"^## Shared options\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section is not None
    assert shared is not None
    missing = [name for name in options(command) if f"`{name}`" not in section[1] + shared[1] and name != "--help"]
    assert missing == []


def examples() -> list[str]:
    """The commands in help texts and in docs/commands.md."""
    helped = "\n".join(command.epilog or "" for command in COMMANDS.values())
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    documented = "\n".join(re.findall(r"```console\n(.*?)```", page, re.DOTALL))
    # What serves doesn't end by itself: tests/web/test_server.py runs it.
    return sorted(set(re.findall(r"^(?:\$ )?(sayso (?!serve).+)$", f"{helped}\n{documented}", re.MULTILINE)))


@pytest.mark.parametrize("example", examples())
def test_every_example_runs(sayso: Sayso, dossier: Path, example: str) -> None:
    result = sayso(*shlex.split(example)[1:], input="The ministry said that rebels attacked Idlib.")
    assert result.exit_code == 0, result.output
