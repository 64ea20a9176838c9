"""A desk in a browser: `sayso serve` over a small ledger, and Debian's Chromium.

Each page that a test opens is watched: what it asks for, what it complains about.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from playwright.sync_api import expect

from sayso.ledger import Ledger
from sayso.ledger.review.records import Verdict
from sayso.web.static import FOLDER
from tests.desk.dossier import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

LAPTOP = {"width": 1440, "height": 900}
PATIENCE = 20_000
"""Milliseconds: a busy machine is no failure."""
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Desk:
    """A running desk: `origin` is "http://127.0.0.1:…", `token` lets one write."""

    origin: str
    token: str
    ledger: Path

    @property
    def door(self) -> str:
        """The address that `sayso serve` printed."""
        return f"{self.origin}/#token={self.token}"

    def ask(self, method: str, route: str, body: object = None) -> Any:
        """What a route answers: the same person in another window, or a look at what was kept."""
        headers = {"X-Sayso-Token": self.token}
        return httpx.request(method, self.origin + route, json=body, headers=headers).raise_for_status().json()

    def decide_as(self, reviewer: str, claim_id: str, verdict: Verdict) -> None:
        """Decide as somebody else, in another process."""
        with Ledger.open(self.ledger) as ledger:
            ledger.review.decide(claim_id, verdict, reviewer=reviewer)


@dataclass
class Watch:
    """What a page did that no page of the desk may do. `expected` are parts of complaints that a test provokes."""

    origin: str
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dialog)

    def check(self) -> None:
        assert [one for one in self.complaints if not any(part in one for part in self.expected)] == []

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.complaints.append(f"asked elsewhere: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        # A broken Content-Security-Policy is among the errors.
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def serving(ledger: Path) -> Iterator[Desk]:
    """`sayso serve` over a ledger, on a port that is free."""
    command = [sys.executable, "-m", "sayso", "serve", str(ledger), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            # With accounts, the address holds no token.
            origin, _, token = _printed(process).rstrip("/").partition("/#token=")
            yield Desk(origin, token, ledger)
        finally:
            process.terminate()


def _printed(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if (at := line.find("http://")) >= 0:
            return line[at:].split()[0]
    raise AssertionError(f"no address was printed: {''.join(said)}")


@contextmanager
def opened(browser: Browser, origin: str, watch: Watch, how: dict[str, Any]) -> Iterator[Page]:
    """An empty page that is watched, in a browser of its own."""
    context = browser.new_context(base_url=origin, **how)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch.over(page)
    yield page
    context.close()
    watch.check()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    if not (FOLDER / "index.html").exists():
        pytest.skip("the desk isn't built: npm --prefix ui ci && npm --prefix ui run build")
    with serving(build(tmp_path_factory.mktemp("desk") / "desk.db")) as running:
        yield running


@pytest.fixture
def watch(desk: Desk) -> Watch:
    return Watch(desk.origin)


@pytest.fixture
def how() -> dict[str, Any]:
    """How the page is opened, as `Browser.new_context` takes it; a test may ask for something else."""
    return {"viewport": LAPTOP}


@pytest.fixture
def page(desk: Desk, browser: Browser, watch: Watch, how: dict[str, Any]) -> Iterator[Page]:
    """A page of the desk, opened by the printed address. What it must not do fails the test at its end."""
    with opened(browser, desk.origin, watch, how) as page:
        page.goto(desk.door)
        yield page
