from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from tests.articles.making import BODY, OTHER, article, read_as, reason


def saved() -> bytes:
    word = docx.Document()
    word.add_paragraph("Shells fall near the crossing", style="Title")
    word.add_paragraph("By Jane Roe, Harbor Wire")
    word.add_paragraph(BODY)
    word.add_paragraph("No warning was given by any side.", style="Intense Quote")
    word.add_table(1, 1).cell(0, 0).text = OTHER.split("\n")[0]
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(saved())) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, data)
    return out.getvalue()


def test_styles_say_what_is_a_title_and_a_quote() -> None:
    one = article(saved(), "docx")
    assert [kind for kind, _ in read_as(one)] == ["title", "byline", "text", "quote", "text"]
    assert (one.title, one.authors, one.outlet) == ("Shells fall near the crossing", ("Jane Roe",), "Harbor Wire")


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
<w:t>Shells fell near the crossing on Tuesday.&c;&f;</w:t></w:r></w:p></w:body></w:document>"""


def test_entities_are_not_resolved() -> None:
    text = article(with_part("word/document.xml", LAUGHS), "docx").text
    assert "haha" not in text
    assert "root:" not in text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (with_part("word/footnotes.xml", b" " * (41 * 2**20)), "inflates"),
        (saved()[:500], "not a whole .docx"),
        (b"PK\x03\x04", "not a whole .docx"),
        (with_part("word/document.xml", b"<broken"), "reader failed"),
    ],
)
def test_a_hostile_file_is_refused_with_the_reason(data: bytes, why: str) -> None:
    assert why in reason(data, "docx")
