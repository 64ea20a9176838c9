from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.report.markup import safe
from sayso.exports.xml import characters, content, quoted

ANY = st.text(st.characters(codec=None), max_size=20)


@given(ANY)
def test_any_text_is_an_attribute_and_a_content(text: str) -> None:
    element = ET.fromstring(f"<a b={quoted(text)}>{content(text)}</a>")
    assert element.get("b") == (element.text or "") == characters(text)


@given(ANY)
def test_no_text_is_markup(text: str) -> None:
    assert not set(safe(text)) & set("<>\"'")


def test_what_is_no_character_or_turns_the_line_is_a_blank() -> None:
    assert characters("a\x00b\ud800c\uffffd\u202ee") == "a b c d e"
    assert characters("ين\tن\n<&>") == "ين\tن\n<&>"
