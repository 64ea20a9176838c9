from __future__ import annotations

import json

from sayso.articles import ArticleError, read_bytes
from sayso.words.records import Article
from tests.articles.making import BODY, article


def test_fields_have_the_names_that_exports_give_them() -> None:
    row = {
        "text": BODY,
        "title": "Shells fall",
        "source": "Harbor Wire",
        "author": "By Jane Roe and John Doe",
        "x": [1],
    }
    one = article(json.dumps(row | {"date": "Feb 2019", "lang": "en-US", "url": "https://wire.example/1"}), "jsonl")
    assert one.text == BODY
    assert (one.title, one.outlet, one.authors) == ("Shells fall", "Harbor Wire", ("Jane Roe", "John Doe"))
    assert (one.published, one.language, one.address) == ("2019-02", "en", "https://wire.example/1")


def test_a_bad_row_is_reported_by_its_number_and_the_others_are_read() -> None:
    rows = [
        '{"text": "One house burned."}',
        "",
        "{broken",
        '["text"]',
        '{"title": "x"}',
        '{"text": " "}',
        '{"text": "It rained."}',
    ]
    found = list(read_bytes("\n".join(rows).encode(), "in", "jsonl"))
    assert [one.text for one in found if isinstance(one, Article)] == ["One house burned.", "It rained."]
    errors = [one for one in found if isinstance(one, ArticleError)]
    assert [error.row for error in errors] == [3, 4, 5, 6]
    assert str(errors[0]).startswith("in, row 3: not JSON")
    assert "its fields are title" in errors[2].reason


def test_a_row_that_nests_without_end_is_a_bad_row() -> None:
    found = list(read_bytes(b"[" * 200_000 + b'\n{"text": "It rained."}', "in", "jsonl"))
    assert [type(one) for one in found] == [ArticleError, Article]
