from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from tests.articles.making import article, pdf, read_as, reason

LINES = [
    "Shells fell near the northern crossing on Tuesday, residents said, and",
    "two houses burned through the night before help could come from the",
    "east of the town.",
    "The army denied that it had fired at the town, and said that it would",
    "look into the matter with the council of elders, which has asked for a",
]
MORE = ["commission of its own.", "A baker who had stayed said no."]


def test_lines_are_joined_to_paragraphs_across_pages_without_heads_and_numbers() -> None:
    pages = [["Harbor Wire", *LINES, "1"], ["Harbor Wire", *MORE, "2"], ["Harbor Wire", "He left.", "3"]]
    one = article(pdf(pages), "pdf")
    assert [text.replace("\n", " ") for _, text in read_as(one)] == [
        " ".join(LINES[:3]),
        " ".join([*LINES[3:], MORE[0]]),
        MORE[1],
        "He left.",
    ]


def test_a_scan_is_refused_with_what_to_do() -> None:
    assert reason(pdf([[], []]), "pdf") == "a scan (no page has a text layer); run OCR first"


def test_an_encrypted_pdf_is_refused() -> None:
    writer = pypdf.PdfWriter(BytesIO(pdf([LINES])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert "encrypted" in reason(out.getvalue(), "pdf")


@pytest.mark.parametrize("data", [pdf([LINES])[:60], b"%PDF-1.4", b"no pdf at all"])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    assert "not a whole PDF" in reason(data, "pdf")
