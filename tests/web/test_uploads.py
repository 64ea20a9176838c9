"""Articles that people send."""

from __future__ import annotations

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.ledger import Ledger, LedgerError
from sayso.web import uploads
from sayso.web.uploads import Inbox, Job, Jobs, Pasted, plain_name
from tests.fakes import FakeCoder, FakeModel
from tests.web.conftest import Browser

REPORT = b"A Walk\n\nThe council said that two bridges closed on Monday."
OVER = ("done", "cancelled", "failed")


def finished(client: TestClient, job: str) -> dict[str, Any]:
    """The job when it is over."""
    for _ in range(400):
        answer: dict[str, Any] = client.get(f"/api/jobs/{job}").json()
        if answer["state"] in OVER:
            return answer
        time.sleep(0.05)
    raise AssertionError("the upload doesn't end")


def test_files_are_read_in_the_background_with_errors_by_file(client: TestClient, ledger: Ledger) -> None:
    files = [("files", ("walk.txt", REPORT)), ("files", ("virus.exe", b"MZ")), ("files", ("empty.txt", b""))]
    begun = client.post("/api/uploads", files=files).json()
    assert (begun["state"], begun["files"]) == ("waiting", 3)
    over = finished(client, begun["job"])
    assert (over["state"], over["done"], over["total"], over["added"]) == ("done", 3, 3, 1)
    assert [error["name"] for error in over["errors"]] == ["virus.exe", "empty.txt"]
    (article_id,) = over["articles"]
    article = client.get(f"/api/articles/{article_id}").json()
    assert article["article"]["path"] == "walk.txt"
    assert [claim["predicate"]["text"] for claim in article["claims"]] == ["closed"]
    assert [failure.path for failure in ledger.failures("run-2")] == ["virus.exe", "empty.txt"]


def test_the_same_file_again_is_known(client: TestClient) -> None:
    for added, known in ((1, 0), (0, 1)):
        job = client.post("/api/uploads", files=[("files", ("walk.txt", REPORT))]).json()["job"]
        over = finished(client, job)
        assert (over["added"], over["known"]) == (added, known)


def test_a_text_is_pasted_with_what_is_known_of_it(client: TestClient, ledger: Ledger) -> None:
    pasted = {"text": REPORT.decode(), "title": "Bridges", "outlet": "Gazette", "published": "2018-10"}
    over = finished(client, client.post("/api/uploads", json=pasted).json()["job"])
    (article_id,) = over["articles"]
    article = ledger.article(article_id)
    assert (article.title, article.outlet, article.published) == ("Bridges", "Gazette", "2018-10")
    assert (article.path, article.text) == ("Bridges", REPORT.decode())


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"text": " "}, "the text is empty"),
        ({}, "Object missing required field `text`"),
        ({"text": "A", "path": "/etc/passwd"}, "Object contains unknown field `path`"),
    ],
)
def test_what_is_no_text_is_refused(client: TestClient, body: object, fault: str) -> None:
    answer = client.post("/api/uploads", json=body)
    assert (answer.status_code, answer.json()["detail"]) == (422, fault)


def test_no_files_is_refused(client: TestClient) -> None:
    assert client.post("/api/uploads", files=[("other", ("walk.txt", REPORT))]).status_code == 422
    assert client.post("/api/uploads", content=b"x").status_code == 422


def test_too_many_bytes_are_refused_before_they_are_taken_in(holder: TestClient) -> None:
    told = holder.post("/api/uploads", files=[("files", ("big.txt", b"x" * 20_000))])
    assert told.status_code == 413
    assert told.json()["detail"] == "too large: at most 20,000 bytes at once"


def test_too_many_bytes_without_a_length_are_refused_as_they_come(holder: TestClient) -> None:
    def stream() -> Iterator[bytes]:
        yield from [b"x" * 5_000] * 5

    json = {"content-type": "application/json"}
    assert holder.post("/api/uploads", content=stream(), headers=json).status_code == 413
    assert holder.post("/api/comments", content=b" " * (2**20 + 1)).status_code == 413


def test_too_many_files_are_refused(holder: TestClient) -> None:
    answer = holder.post("/api/uploads", files=[("files", (f"{n}.txt", b"A")) for n in range(4)])
    assert (answer.status_code, answer.json()["detail"]) == (400, "Too many files. Maximum number of files is 3.")


def test_nothing_is_taken_in_from_a_stranger(visitor: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Inbox) -> None:
        raise AssertionError("a stranger's upload got an inbox")

    monkeypatch.setattr(Inbox, "__init__", fail)
    assert visitor.post("/api/uploads", files=[("files", ("walk.txt", REPORT))]).status_code == 401


def test_nothing_stays_behind(client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    finished(client, client.post("/api/uploads", files=[("files", ("walk.txt", REPORT))]).json()["job"])
    client.post("/api/uploads", json={})
    assert not list(tmp_path.glob("sayso-*"))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.txt", "evil.txt"),
        ("/", "unnamed"),
        ("..", "unnamed"),
        ("nul\0.txt", "nul.txt"),
        ("cod\u202etxt.exe", "codtxt.exe"),
        ("ملف.txt", "ملف.txt"),
        ("<img src=x>.txt", "<img src=x>.txt"),
        ("x" * 300 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_a_files_name_is_only_a_name(sent: str, kept: str) -> None:
    assert plain_name(sent) == kept


@given(st.text(max_size=300))
def test_any_name_is_a_files_in_its_own_folder(name: str) -> None:
    inbox = Inbox()
    inbox.receive(name, BytesIO(REPORT))
    (file,) = inbox.files
    assert file.is_file()
    assert file.resolve().parent.parent == Path(inbox._folder.name).resolve()
    inbox.close()


def test_the_folder_is_only_this_users() -> None:
    inbox = Inbox()
    assert Path(inbox._folder.name).stat().st_mode & 0o077 == 0
    inbox.close()


class Held(FakeCoder):
    """Reads an article only when it is let."""

    go = Event()

    @staticmethod
    def load(model: str) -> FakeModel:
        assert Held.go.wait(20)
        return FakeCoder.load(model)


@pytest.fixture
def jobs(ledger: Ledger) -> Iterator[Jobs]:
    Held.go.clear()
    jobs = Jobs(ledger, Held)
    yield jobs
    Held.go.set()
    jobs.close()


def start(jobs: Jobs, text: str = "The council said that a bridge closed.") -> Job:
    inbox = Inbox()
    inbox.receive_text(Pasted(text))
    try:
        return jobs.start(inbox, "ada")
    except LedgerError:
        inbox.close()
        raise


def states(jobs: Jobs) -> list[str]:
    return [job.state for job in reversed(jobs.all())]


def until(jobs: Jobs, *wanted: str) -> None:
    for _ in range(400):
        if states(jobs) == list(wanted):
            return
        time.sleep(0.05)
    raise AssertionError(f"{states(jobs)} never are {wanted}")


def test_one_upload_is_read_at_a_time_and_may_be_cancelled(jobs: Jobs, ledger: Ledger) -> None:
    start(jobs)
    waiting = start(jobs, "Another said that a road opened.")
    until(jobs, "reading", "waiting")
    jobs.cancel(waiting.job)
    Held.go.set()
    until(jobs, "done", "cancelled")
    assert ledger.summary().articles == 4


def test_cancelling_keeps_what_is_done(jobs: Jobs) -> None:
    job = start(jobs)
    until(jobs, "reading")
    jobs.cancel(job.job)
    Held.go.set()
    until(jobs, "cancelled")


def test_a_failure_ends_one_upload_not_the_next(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    Held.go.set()
    with monkeypatch.context() as patch:
        patch.setattr(Jobs, "_read", lambda *_: 1 / 0)
        start(jobs)
        until(jobs, "failed")
    start(jobs)
    until(jobs, "failed", "done")
    assert jobs.all()[1].message == "a mistake in Sayso (ZeroDivisionError: division by zero); please report it"


def test_only_so_many_wait(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_WAITING", 2)
    start(jobs)
    start(jobs)
    with pytest.raises(LedgerError, match="2 uploads are waiting"):
        start(jobs)


def test_who_added_is_told(browser: Browser, client: TestClient) -> None:
    assert client.post("/api/uploads", json={"text": "A text."}).json()["by"] == client.get("/api/me").json()["name"]
    assert browser().get("/api/jobs/unknown").status_code == 404
