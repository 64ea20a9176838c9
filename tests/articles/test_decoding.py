from __future__ import annotations

import pytest

from tests.articles.making import article, reason

CYRILLIC = "Армия сообщила, что обстрел деревни прекращён. Жители говорят, что погибли трое человек, и дома разрушены."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "The mayor’s house burned."),
        ("utf-16", "The mayor’s house burned."),
        ("utf-16-le", "The mayor said that the house burned."),
        ("utf-32", "The mayor’s house burned."),
        ("cp1252", "The town’s mayor said: “No one was asked.” He left – for good."),
        ("latin-1", "Die Kämpfe um die Stadt gingen weiter, sagten Bewohner. Größere Verluste gab es nicht."),
        ("cp1251", CYRILLIC),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_was_written_in(encoding: str, text: str) -> None:
    assert article(text.encode(encoding)).text == text


def test_a_damaged_place_in_utf8_spoils_only_itself() -> None:
    text = CYRILLIC * 5
    assert article(text.encode()[:-1]).text == text[:-2] + text[-2:].replace(".", "")
    assert article(text.encode() + b"\xd0").text == text + "\ufffd"


def test_what_cannot_be_stored_is_replaced_one_for_one() -> None:
    assert article("The mayor\0 said no.").text == "The mayor\ufffd said no."
    assert article(r'{"text": "The mayor\ud800 said\u0000 no."}', "jsonl").text == "The mayor\ufffd said\ufffd no."


def test_binary_data_is_no_text() -> None:
    assert "binary" in reason(bytes(range(32)) * 50, "text")
