from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from benchmarks import desk
from benchmarks.desk_ledger import make
from benchmarks.desk_questions import VIEWS, questions
from sayso.columns import Columns
from sayso.ledger import Ledger
from sayso.web.app import create_app

CLAIMS = 640


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "claims.db"
    make(path, CLAIMS).close()
    return path


def test_a_ledger_of_the_same_size_is_the_same(made: Path, tmp_path: Path) -> None:
    with Ledger.open(made) as ledger, make(tmp_path / "again.db", CLAIMS) as again:
        assert ledger.count() == CLAIMS
        assert tuple(ledger.claims()) == tuple(again.claims())


def test_the_same_is_asked_of_the_library_and_over_http(made: Path) -> None:
    with Ledger.open(made) as ledger, TestClient(create_app(ledger), base_url="http://127.0.0.1:8000") as client:
        columns = Columns.open(ledger)
        asked = questions(columns.now())
        assert len(asked) == 20 * len(VIEWS)
        found = {question.which: ledger.count(question.which) for question in asked}
        assert sum(count > 0 for count in found.values()) > len(found) / 2
        for question in asked:
            answer = client.get(question.address)
            assert answer.status_code == 200, answer.text
            question.view.call(columns, question.which)
            if question.view.path == "claims":
                assert answer.json()["total"] == found[question.which]


def test_the_section_takes_the_place_of_the_last_one(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Benchmarks\n\n## The desk\n\nold\n")
    monkeypatch.setattr("sys.argv", ["desk", "--ledger", str(made), "--output", str(page)])
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path))
    assert desk.main() == 0
    assert page.read_text() == "# Benchmarks\n" + capsys.readouterr().out.removesuffix("\n")
    assert "640 claims in 20 articles" in page.read_text()
    assert "old" not in page.read_text()
