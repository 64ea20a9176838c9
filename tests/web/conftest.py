"""A desk over a small ledger, with a coder and a world that need no weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web.app import create_app
from sayso.web.desk import Settings
from sayso.web.token import HEADER
from tests.fakes import FakeCoder
from tests.ledger.build import MODEL, dossier
from tests.web.names import FakeNames

HERE = "http://127.0.0.1:8000"
TOKEN = "of-the-printed-address"
SETTINGS = Settings(token=TOKEN, coder=FakeCoder, world=FakeNames, upload_bytes=20_000, upload_files=3)
Browser = Callable[..., TestClient]


@contextmanager
def filled(file: Path) -> Iterator[Ledger]:
    """Three articles; the title and the text of the third would be formulas of a spreadsheet."""
    with Ledger.open(file) as ledger:
        run_id = ledger.start_run(MODEL, "0.1.0")
        ledger.add_many(run_id, dossier())
        ledger.finish_run(run_id)
        yield ledger


@contextmanager
def served(ledger: Ledger) -> Iterator[Browser]:
    """Browsers at the desk, each with its own cookies and the headers that it is given."""
    app = create_app(ledger, SETTINGS)
    with TestClient(app, base_url=HERE) as running:

        def browser(**headers: str) -> TestClient:
            client = TestClient(app, base_url=HERE, headers=headers)
            client.portal = running.portal
            return client

        yield browser


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of the test's own, to write to."""
    with filled(tmp_path / "claims.db") as ledger:
        yield ledger


@pytest.fixture
def browser(ledger: Ledger) -> Iterator[Browser]:
    """Browsers at a desk of the test's own."""
    with served(ledger) as browser:
        yield browser


@pytest.fixture
def client(browser: Browser) -> TestClient:
    """Who opened the printed address of that desk."""
    return browser(**{HEADER: TOKEN})


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The same ledger for all tests that don't write to it: an application takes a while to make."""
    with filled(tmp_path_factory.mktemp("desk") / "claims.db") as ledger:
        yield ledger


@pytest.fixture(scope="session")
def shared(library: Ledger) -> Iterator[Browser]:
    """Browsers at its desk."""
    with served(library) as browser:
        yield browser


@pytest.fixture
def visitor(shared: Browser) -> TestClient:
    """Who can reach that desk but doesn't hold the token."""
    return shared()


@pytest.fixture
def holder(shared: Browser) -> TestClient:
    """Who opened its printed address."""
    return shared(**{HEADER: TOKEN})
