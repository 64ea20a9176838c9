from __future__ import annotations

import textwrap

from sayso.articles import lines
from tests.articles.making import BODY, OTHER


def paragraphs(text: str) -> list[str]:
    return [text[block.start : block.end] for block in lines.blocks(text)]


def test_a_scrape_has_one_paragraph_a_line() -> None:
    text = f"{BODY}\n{OTHER}".replace("\n\n", "\n")
    assert paragraphs(text) == text.split("\n")


def test_a_wrapped_text_has_paragraphs_of_several_lines() -> None:
    whole = f"{BODY}\n\n{OTHER}".split("\n\n")
    wrapped = ["\n".join(textwrap.wrap(paragraph, 64)) for paragraph in whole]
    assert paragraphs("\n\n".join(wrapped)) == wrapped


def test_short_lines_of_a_head_stay_apart_in_a_wrapped_text() -> None:
    body = "\n".join(textwrap.wrap(BODY.replace("\n\n", " "), 64))
    assert paragraphs(f"Shells fall\nBy Jane Roe\n12 May 2019\n{body}") == [
        "Shells fall",
        "By Jane Roe",
        "12 May 2019",
        body,
    ]


def test_rules_and_form_feeds_are_breaks() -> None:
    text = "One.\n---\nTwo.\n* * *\nThree.\fFour.\n2 of 5 DOCUMENTS\nFive."
    kinds = [block.kind for block in lines.blocks(text)]
    assert kinds == ["text", "break"] * 4 + ["text"]
