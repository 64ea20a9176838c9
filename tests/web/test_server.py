"""`sayso serve` and `sayso users`, run as a person runs them."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import ssl
import stat
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.ledger import Ledger
from sayso.web import server
from sayso.web.desk import Settings
from sayso.web.people import People
from sayso.web.server import Listening, ServeError
from tests.ledger.build import MODEL, make_article, make_claim, reading

WORDS = "seven quiet harbours"
run = CliRunner().invoke


@contextmanager
def serving(ledger: Ledger, *options: str) -> Iterator[str]:
    """The address that the command prints."""
    command = [sys.executable, "-m", "sayso", "serve", ledger.where, "--port", "0", "--no-open", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
            assert process.stdout.read() == ""
        finally:
            process.kill()


def test_it_prints_where_it_is_with_the_token_and_ends_quietly(ledger: Ledger) -> None:
    with serving(ledger) as told:
        found = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)#token=([\w-]{32})", told)
        assert found is not None
        address, token = found.groups()
        me = httpx.get(f"{address}api/me", headers={"X-Sayso-Token": token}).json()
        assert (me["role"], me["claims"]) == ("owner", 6)
        answer = httpx.get(address)
        assert "server" not in answer.headers


def test_with_accounts_there_is_no_token(ledger: Ledger) -> None:
    People(ledger).add("ada", WORDS, "owner")
    with serving(ledger) as told:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", told)
        assert httpx.get(f"{told}api/claims").status_code == 401
        with httpx.Client(base_url=told) as ada:
            assert ada.post("api/session", json={"name": "ada", "password": WORDS}).status_code == 200
            assert ada.get("api/claims").status_code == 200


@pytest.fixture
def certified(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for this machine, made by itself, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl isn't installed: apt-get install openssl")
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    made = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
    command = [openssl, *made.split(), "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    return certificate, key


def test_with_a_certificate_it_speaks_tls_and_cookies_stay_within(ledger: Ledger, certified: tuple[Path, Path]) -> None:
    certificate, key = certified
    People(ledger).add("ada", WORDS, "owner")
    with serving(ledger, "--certificate", str(certificate), "--key", str(key)) as told:
        assert re.fullmatch(r"https://127\.0\.0\.1:\d+/", told)
        with httpx.Client(base_url=told, verify=ssl.create_default_context(cafile=certificate)) as ada:
            signed_in = ada.post("api/session", json={"name": "ada", "password": WORDS})
            assert "; Secure" in signed_in.headers["set-cookie"]
            assert ada.get("api/claims").json()["total"] == 6
        with pytest.raises(httpx.HTTPError):
            httpx.get(told.replace("https", "http"))


def test_readers_are_answered_while_a_run_writes(ledger: Ledger) -> None:
    """50 at once, each a fresh connection, and none is told of a claim without its article."""
    run_id = ledger.start_run(MODEL, "0.1.0")
    done = Event()

    def write() -> None:
        for number in range(60):
            article = make_article(f"{number:016}", f"A mayor opened road {number}.", None, "Gazette", "2018-10")
            ledger.add(run_id, reading(article, make_claim(article, f"opened road {number}", "opened")))
        done.set()

    with serving(ledger) as told, ThreadPoolExecutor(50) as pool:
        address = told.partition("#")[0]

        def read(number: int) -> int:
            path = ("claims?limit=200", "facets", "articles?limit=200", "timeline", "search?q=opened")[number % 5]
            answer = httpx.get(f"{address}api/{path}", timeout=60)
            assert answer.status_code == 200, answer.text
            return len(answer.json().get("rows", ()))

        writer = Thread(target=write)
        writer.start()
        seen = list(pool.map(read, range(150)))
        writer.join()
        assert done.is_set()
        assert max(seen) > 0
        assert httpx.get(f"{address}api/claims", timeout=60).json()["total"] == 66


def test_the_next_port_is_taken_where_one_isnt_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with server._socket("127.0.0.1", port) as bound:
            assert port < bound.getsockname()[1] < port + 20


def test_a_host_that_isnt_ours_is_told() -> None:
    with pytest.raises(ServeError, match=r"can't listen at 192\.0\.2\.1"):
        server._socket("192.0.2.1", 8000)


@pytest.mark.parametrize("listening", [Listening("0.0.0.0"), Listening(names=("desk.example.org",))])
def test_beyond_this_machine_people_must_sign_in(ledger: Ledger, listening: Listening) -> None:
    with pytest.raises(ServeError, match="sayso users add NAME --role owner --ledger"):
        server.serve(ledger, listening, Settings(), print)


def test_the_command_says_so_too(ledger: Ledger) -> None:
    told = run(app, ["serve", ledger.where, "--host", "0.0.0.0", "--no-open"])
    assert told.exit_code == 1
    assert "sayso users add" in told.stderr
    assert run(app, ["serve", f"{ledger.where}.none"]).exit_code == 1


def test_behind_a_proxy_it_is_known_by_the_name_of_that() -> None:
    behind = server._names(Listening(names=("Desk.example.org",)))
    assert {"desk.example.org", "127.0.0.1", "localhost"} <= behind
    assert socket.gethostname().lower() in server._names(Listening("0.0.0.0"))
    assert "desk.example.org" not in server._names(Listening())


@pytest.mark.parametrize(
    ("listening", "address"),
    [
        (Listening("::1"), "http://[::1]:80/"),
        (Listening("0.0.0.0"), f"http://{socket.gethostname()}:80/"),
        (Listening(certificate=Path("a"), key=Path("b")), "https://127.0.0.1:80/"),
    ],
)
def test_the_address_is_one_that_a_browser_opens(listening: Listening, address: str) -> None:
    assert server._address(listening, 80) == address


def test_the_token_is_in_no_ones_list_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser is opened with a file that only this user can read, not with the address."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address))
    with server._opened('http://127.0.0.1:1/#token=a"b'):
        (page,) = opened
        file = Path(page.removeprefix("file://"))
        assert page.startswith("file://")
        assert "token" not in page
        assert 'content="0;url=http://127.0.0.1:1/#token=a&quot;b"' in file.read_text()
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert not file.exists()


# People.


def test_people_are_added_listed_changed_and_removed(ledger: Ledger, tmp_path: Path) -> None:
    secret = tmp_path / "password.txt"
    secret.write_text(f"{WORDS}\n")
    with_ledger = ["--ledger", ledger.where]
    added = run(app, ["users", "add", "ada", "--role", "owner", "--password-file", str(secret), *with_ledger])
    assert added.stderr == "ada may sign in, as owner.\n"
    assert run(app, ["users", "add", "ben", *with_ledger], input=f"{WORDS}\n").exit_code == 0
    assert run(app, ["users", "role", "ben", "reader", *with_ledger]).exit_code == 0
    assert run(app, ["users", "password", "ben", *with_ledger], input=f"{WORDS}!").exit_code == 0
    assert run(app, ["users", "remove", "ben", *with_ledger]).exit_code == 0
    ada, ben = People(ledger).everyone()
    assert (ada.role, ada.disabled, ben.role, ben.disabled) == ("owner", False, "reader", True)
    listed = run(app, ["users", "list", *with_ledger]).stdout
    assert "ada" in listed
    assert "removed" in listed
    assert '"disabled":true' in run(app, ["users", "list", "--json", *with_ledger]).stdout


def test_what_cant_be_done_with_people_is_said(ledger: Ledger) -> None:
    with_ledger = ["--ledger", ledger.where]
    for command, fault in (
        (["add", "ada", *with_ledger], "make another first"),
        (["role", "ada", "owner", *with_ledger], "nobody named 'ada'"),
        (["add", "ada", "--role", "king", *with_ledger], "is none of reader, reviewer, owner"),
    ):
        told = run(app, ["users", *command], input=WORDS)
        assert told.exit_code
        assert fault in told.stderr.replace("\n", " ")


def test_no_password_stands_on_a_command_line() -> None:
    for command in ("add", "password"):
        told = run(app, ["users", command, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).stdout
        assert re.findall(r"--password[\w-]*", told) == ["--password-file"]
