"""`sayso decide` and the commands beside it, over one article that a fake model read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.ledger import Ledger
from sayso.reading import Text, read_into
from tests.fakes import FakeCoder

TEXT = "The council met. The ministry said that rebels attacked a convoy near Idlib. The council was quiet.\n"
Sayso = Callable[..., Result]


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    monkeypatch.setattr("sayso.commands.review.Coder", FakeCoder)
    monkeypatch.setenv("SAYSO_REVIEWER", "ada")
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "claims.db"))
    with Ledger.open(tmp_path / "claims.db") as ledger:
        read_into(ledger, Text("article", TEXT.encode()), coder=FakeCoder, processes=1)
    return lambda *arguments: CliRunner().invoke(app, [*map(str, arguments)])


def record(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_a_decision_is_told_listed_and_taken_back(sayso: Sayso) -> None:
    told = sayso("decide", "attacked a convoy", "reject")
    assert told.exit_code == 0
    assert "Decision 1, ada's reject, is kept; the claim is rejected." in told.stderr
    assert record(sayso("decisions", "--json"))["verdict"] == "reject"
    assert sayso("claims").stdout == ""
    assert "the claim is undecided" in sayso("undecide", 1).stderr
    assert "attacked a convoy" in sayso("claims").stdout


def test_words_of_the_article_stand_for_offsets(sayso: Sayso) -> None:
    edited = record(sayso("decide", "attacked a convoy", "edit", "--source", "The council", "--json"))
    claim = edited["claim"]
    assert isinstance(claim, dict)
    assert claim["voices"][0]["start"] == TEXT.rindex("The council")
    refused = sayso("decide", "attacked a convoy", "edit", "--source", "nobody")
    assert (refused.exit_code, refused.stderr.strip()) == (1, "the article has no 'nobody'")


def test_fields_may_come_as_json(sayso: Sayso) -> None:
    edited = record(sayso("decide", "convoy", "edit", "--fields", '{"event": null}', "--stance", "denies", "--json"))
    claim = edited["claim"]
    assert isinstance(claim, dict)
    assert (claim["kind"], claim["voices"][0]["stance"], claim["review"]) == ("statement", "denies", "edited")
    for wrong in ("{", '{"sauce": null}', '{"source": 3}'):
        assert "--fields: " in sayso("decide", "convoy", "edit", "--fields", wrong).stderr


def test_a_claim_that_is_none_or_several_is_told(sayso: Sayso) -> None:
    assert "no claim has an id or a content like 'tanks'" in sayso("decide", "tanks", "accept").stderr
    assert sayso("decide", "convoy", "perhaps").exit_code == 2


def test_disputes_are_listed_and_settled(sayso: Sayso) -> None:
    sayso("decide", "convoy", "accept")
    sayso("decide", "convoy", "reject", "--reviewer", "grace")
    assert "grace" in sayso("disputes").stdout
    assert record(sayso("agreement", "--json"))["units"] == 1
    sayso("decide", "convoy", "accept", "--final")
    assert sayso("disputes").stdout == ""
    assert record(sayso("progress", "--json"))["by_state"] == {"accepted": 1}
    assert record(sayso("examples"))["positive"] is True
    assert sayso("queue").stderr.strip() == "No claims left."
