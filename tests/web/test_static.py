"""The built page's files."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sayso.web.answers import explain
from sayso.web.static import Static


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built page beside a file that is none of it."""
    (tmp_path / "secret.txt").write_text("secret")
    built = tmp_path / "static"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<!doctype html>page")
    (built / "assets/app-1a2b.js").write_text("let page")
    (built / "assets/app-1a2b.js.gz").write_bytes(gzip.compress(b"let page"))
    return built


def served(folder: Path) -> TestClient:
    app = FastAPI()
    app.add_route("/{path:path}", Static(folder).answer)
    explain(app)
    return TestClient(app)


def test_the_page_answers_for_every_address_of_its_own(folder: Path) -> None:
    for path in ("/", "/claims", "/articles/abc", "/claims?event_type=ASSAULT"):
        answer = served(folder).get(path)
        assert answer.text == "<!doctype html>page"
        assert answer.headers["cache-control"] == "no-cache"


def test_files_whose_names_hold_their_hash_are_kept_for_good(folder: Path) -> None:
    answer = served(folder).get("/assets/app-1a2b.js")
    assert answer.text == "let page"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in served(folder).get("/assets/app-1a2b.js", headers={"accept-encoding": ""}).headers


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "//etc/passwd"]
)
def test_nothing_beside_the_folder_is_served(folder: Path, path: str) -> None:
    answer = served(folder).get(path)
    assert "secret" not in answer.text
    assert "root:" not in answer.text


def test_a_stale_page_notices_that_its_files_are_gone(folder: Path) -> None:
    assert served(folder).get("/assets/app-9z.js").status_code == 404


def test_without_a_built_page_it_says_how_to_build_it(tmp_path: Path) -> None:
    answer = served(tmp_path / "nothing").get("/")
    assert answer.status_code == 200
    assert "npm --prefix ui run build" in answer.text
    assert "<script" not in answer.text
