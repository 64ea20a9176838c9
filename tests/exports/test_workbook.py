from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook

from sayso.exports import workbook
from sayso.exports.codebook import codebook
from sayso.exports.flat import ARTICLE_COLUMNS, CLAIM_COLUMNS
from sayso.ledger import Filter
from tests.exports.build import FORMULA, exported, filled, hostile
from tests.ledger.build import dossier


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    head, *others = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in others]


def test_claims_come_with_their_voices_their_articles_and_the_codebook() -> None:
    with filled(*dossier()) as ledger:
        book = opened(exported(ledger, "claims", "xlsx"))
    assert book.sheetnames == ["claims", "voices", "articles", "codebook"]
    claims, voices = rows(book, "claims"), rows(book, "voices")
    assert len(claims) == 6
    assert list(claims[0]) == list(CLAIM_COLUMNS)
    assert (claims[1]["factuality_score"], claims[1]["source"]) == (-2.5, "A resident")
    of_first = [voice for voice in voices if voice["claim_id"] == claims[0]["claim_id"]]
    assert [(voice["number"], voice["source"], voice["stance"]) for voice in of_first] == [
        (1, "The Turkish defence ministry", "says"),
        (2, None, "says"),
    ]
    assert {claim["article_id"] for claim in claims} == {article["article_id"] for article in rows(book, "articles")}
    explained = {(row["Of"], row["Name"]) for row in rows(book, "codebook")}
    assert {("claims", name) for name in CLAIM_COLUMNS} <= explained
    assert {("factuality", label.key) for label in codebook().vocabularies["factuality"]} <= explained


def test_articles_come_with_their_texts_or_without() -> None:
    with filled(hostile()) as ledger:
        whole, shared = (
            rows(opened(exported(ledger, "articles", "xlsx", texts=texts)), "articles")[0] for texts in (True, False)
        )
    assert list(whole) == list(ARTICLE_COLUMNS)
    assert str(whole["text"]).endswith("That was all.")
    assert shared["text"] is None
    assert "secret folder" not in str(shared["path"])


def test_what_was_selected_stands_in_the_codebook() -> None:
    with filled(*dossier()) as ledger:
        book = opened(exported(ledger, "claims", "xlsx", Filter(event_type="ASSAULT"), texts=False))
    about = {row["Name"]: row["Holds"] for row in rows(book, "codebook") if row["Of"] == "about"}
    assert about["selected"] == "event type: assault"
    assert about["texts"] == "the articles' texts are left out"


def test_no_cell_is_a_formula_or_a_link() -> None:
    with filled(hostile()) as ledger:
        book = opened(exported(ledger, "claims", "xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    formulas = [cell for cell in cells if cell.value == FORMULA]
    assert formulas
    assert all(cell.quotePrefix for cell in formulas)


def test_a_text_that_no_cell_holds_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_UNITS", 60)
    with filled(hostile()) as ledger:
        (article,) = rows(opened(exported(ledger, "articles", "xlsx")), "articles")
    assert len(str(article["text"])) == 60
    assert str(article["text"]).endswith("… [cut: a cell holds no more]")


def test_rows_that_no_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    with filled(*dossier()) as ledger:
        book = opened(exported(ledger, "claims", "xlsx"))
    assert [name for name in book.sheetnames if name.startswith("claims")] == ["claims", "claims 2"]
    assert len(rows(book, "claims")) == len(rows(book, "claims 2")) == 3
