from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.articles import ArticleError, read, read_bytes
from sayso.words.records import Article
from tests.articles.making import BODY, OTHER, article, assert_whole, read_as, reason

HEADED = "Shells fall near the crossing\nBy Jane Roe, Harbor Wire\nPublished 12 February 2019\nShare this:\n\n"


def test_the_text_is_the_files_own_and_the_lines_around_it_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + (HEADED + BODY).replace("\n", "\r\n").encode())
    (one,) = read(path)
    assert isinstance(one, Article)
    assert one.text == (HEADED + BODY).replace("\n", "\r\n")
    assert [kind for kind, _ in read_as(one)] == ["title", "byline", "byline", "text", "text"]
    assert (one.title, one.outlet, one.authors) == ("Shells fall near the crossing", "Harbor Wire", ("Jane Roe",))
    assert (one.published, one.language, one.address) == ("2019-02-12", "en", None)
    assert (one.path, one.part) == (str(path), None)


def test_what_a_file_does_not_say_is_unknown() -> None:
    one = article(BODY)
    assert (one.title, one.outlet, one.authors, one.published, one.address) == (None, None, (), None, None)


def test_a_dateline_stays_in_the_text_and_names_the_agency() -> None:
    one = article(f"Shells fall near the crossing\n\nNORTHGATE, Oct 15 (Reuters) - {BODY}")
    assert (one.outlet, one.published) == ("Reuters", None)
    assert read_as(one)[1][1].startswith("NORTHGATE, Oct 15 (Reuters) - Shells fell")


DECK = "Border town waits for lorries; the mayor says that grain will last a week"
CAPTION = "A lorry at the crossing near Northgate on Feb. 11. Harbor Wire had no word of when it was to leave."


@pytest.mark.parametrize("between", [DECK, CAPTION, f"{DECK}\n\n{CAPTION}", f"{DECK}\n\n{DECK}\n\n{CAPTION}"], ids=len)
@pytest.mark.parametrize("signed", ["By Jane Roe and John Doe", "Jane Roe in Northgate and John Doe in Eastbridge"])
def test_decks_and_a_caption_may_stand_above_the_byline(between: str, signed: str) -> None:
    one = article(f"Shells fall near the crossing\n\n{between}\n\n{signed}\nFeb. 12, 2019\n\nNORTHGATE — {BODY}")
    assert (one.title, one.authors) == ("Shells fall near the crossing", ("Jane Roe", "John Doe"))
    assert one.published == "2019-02-12"
    assert [text for kind, text in read_as(one) if kind == "byline"] == [signed, "Feb. 12, 2019"]


def test_a_byline_below_paragraphs_of_the_text_is_no_part_of_the_head() -> None:
    one = article(f"Shells fall near the crossing\n\n{BODY}\n\nBy Jane Roe\n\n{OTHER}")
    assert one.authors == ()


def test_an_address_near_the_top_is_the_articles_own() -> None:
    one = article(f"Shells fall near the crossing\nSource: https://wire.example/a?b=1\n\n{BODY}")
    assert one.address == "https://wire.example/a?b=1"


def test_the_same_content_has_the_same_id_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.md").write_text(BODY, encoding="utf-8")
    ids = {one.article_id for name in ("a.txt", "b.md") for one in read(tmp_path / name) if isinstance(one, Article)}
    assert ids == {article(BODY).article_id}


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf", "docx", "jsonl"])
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf\r\n  \n"])
def test_an_empty_file_is_an_error(form: str, data: bytes) -> None:
    assert reason(data, form) == "it is empty"


def test_an_unknown_suffix_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.xyz"
    path.write_text(BODY, encoding="utf-8")
    (error,) = read(path)
    assert isinstance(error, ArticleError)
    assert (error.name, error.row) == (str(path), None)
    assert "'.xyz'" in error.reason
    assert str(error) == f"{path}: {error.reason}"


def test_a_missing_file_is_an_error_not_an_exception(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "none.txt")
    assert isinstance(error, ArticleError)
    assert "No such file" in error.reason


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux alone")
def test_a_file_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(BODY, encoding="utf-8")
    (one,) = read(path)
    assert isinstance(one, Article)
    assert one.path is not None
    assert one.path.endswith("caf\ufffd.txt")


def test_markup_and_paths_in_a_title_stay_text() -> None:
    one = article(f"<script>alert(1)</script> ../../etc/passwd falls\nBy Jane Roe\n\n{BODY}")
    assert one.title == "<script>alert(1)</script> ../../etc/passwd falls"


def test_standard_input_is_told_by_its_content() -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{BODY}</p><p>{OTHER}</p></article></body></html>"
    assert "<p>" not in next(one.text for one in read_bytes(page.encode(), "-") if isinstance(one, Article))
    (row,) = read_bytes(b'{"text": "Shells fell near the crossing."}', "-")
    assert isinstance(row, Article)
    assert row.text == "Shells fell near the crossing."
    (broken,) = read_bytes(b"%PDF-1.4 cut off", "-")
    assert isinstance(broken, ArticleError)
    assert "PDF" in broken.reason


def test_an_unknown_format_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="there are text, markdown"):
        read_bytes(b"x", "-", format="rtf")


def test_a_line_of_megabytes_is_read() -> None:
    assert len(article("word and " * 500_000).text) == 4_500_000


MARKS = st.sampled_from(
    [
        "# ",
        "> ",
        "---\n",
        "\f",
        "By Jane Roe\n",
        "12 May 2019\n",
        "Share this:\n",
        BODY,
        "A title\n",
        "\r\n",
        "\n\n",
        '{"text": "',
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKS | st.text(max_size=40), max_size=12), st.sampled_from(["text", "markdown", "html", "jsonl"]))
def test_any_text_gives_whole_articles_or_errors(parts: list[str], form: str) -> None:
    assert_whole(read_bytes("".join(parts).encode("utf-8", "surrogatepass"), "in", form))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><body><p>", b"\xff\xfe"]))
def test_any_bytes_give_whole_articles_or_errors(data: bytes, start: bytes) -> None:
    for form in ("text", "markdown", "html", "pdf", "docx", "jsonl", None):
        assert_whole(read_bytes(start + data, "in", form))


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKS | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)))
def test_the_parts_of_a_text_are_slices_of_it_in_order(parts: list[str]) -> None:
    text = "".join(parts).removeprefix("\ufeff")
    place = 0
    for one in read_bytes(text.encode(), "in", "text"):
        if isinstance(one, Article):
            place = text.index(one.text, place) + len(one.text)


def test_importing_the_room_loads_no_readers_library() -> None:
    heavy = "{'trafilatura', 'docx', 'pypdfium2', 'py3langid', 'charset_normalizer', 'lxml'}"
    code = f"import sys, sayso.articles; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


def test_an_imprint_stands_under_the_title_and_nowhere_else() -> None:
    imprint = "Brief No. 4, Northern Programme, Harbor Institute, 4 March 2019"
    one = article(f"Shells fall near the crossing\n\n{imprint}\n\n{BODY}\n\n{imprint}")
    assert (one.outlet, one.published) == ("Harbor Institute", "2019-03-04")
    assert [kind for kind, _ in read_as(one)] == ["title", "byline", "text", "text", "text"]
