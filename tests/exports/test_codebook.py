from __future__ import annotations

from pathlib import Path

import msgspec
from typer.testing import CliRunner

from sayso.cli import app
from sayso.exports import codebook
from sayso.exports.codebook import LABELS, Codebook
from sayso.exports.flat import CLAIM_COLUMNS
from sayso.ledger import Ledger
from sayso.words import vocabulary
from tests.ledger.build import MODEL, dossier

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_the_page_is_what_the_command_writes() -> None:
    written = CliRunner().invoke(app, ["codebook"]).stdout
    assert PAGE.read_text(encoding="utf-8") == written, "run: sayso codebook > docs/codebook.md"


def test_it_says_what_every_column_and_label_means() -> None:
    book = codebook()
    assert [column.name for column in book.claims] == list(CLAIM_COLUMNS)
    for name, labels in book.vocabularies.items():
        assert [label.key for label in labels] == list(vocabulary.load(name))
    assert all(column.meaning for columns in (book.claims, book.voices, book.articles) for column in columns)


def test_a_column_that_holds_labels_names_a_vocabulary_that_is_in_it() -> None:
    meant = [
        meaning.split("vocabulary `")[1].split("`")[0] for meaning in CLAIM_COLUMNS.values() if "vocabulary" in meaning
    ]
    assert set(meant) <= set(LABELS)
    assert "event_types" in meant


def test_json_is_the_same_codebook() -> None:
    written = CliRunner().invoke(app, ["codebook", "--format", "json"]).stdout
    assert msgspec.json.decode(written, type=Codebook) == codebook()


def test_it_is_put_beside_an_export(tmp_path: Path) -> None:
    where, out = tmp_path / "claims.db", tmp_path / "claims.csv"
    with Ledger.open(where) as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
    command = ["export", "--format", "csv", "--no-texts", "--codebook", "--ledger", str(where)]
    done = CliRunner().invoke(app, [*command, "--out", str(out)])
    assert (done.exit_code, done.stderr) == (0, f"Wrote 6 claims to {out}.\n")
    assert (tmp_path / "claims.csv.codebook.md").read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")
    assert CliRunner().invoke(app, command).exit_code == 2  # beside nothing
