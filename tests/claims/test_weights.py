"""The shipped weights and this room together, on plain sentences of the kind that every article has."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sayso.claims import code
from sayso.language import Model
from sayso.words.records import Article, Claim, Paragraph, ParagraphKind
from tests.spans import assert_quotes

WEIGHTS = files("sayso") / "models" / "en" / "model.onnx"

pytestmark = pytest.mark.skipif(not WEIGHTS.is_file(), reason="no weights in src/sayso/models/en")


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.load("en")


def claims(model: Model, *paragraphs: tuple[ParagraphKind, str]) -> list[Claim]:
    text = "\n\n".join(words for _, words in paragraphs)
    spans: list[Paragraph] = []
    for kind, words in paragraphs:
        start = spans[-1].end + 2 if spans else 0
        spans.append(Paragraph(start, start + len(words), kind))
    article = Article("c" * 32, None, None, (), None, "en", None, None, None, text, tuple(spans))
    found = code(article, model.analyse(article))
    assert_quotes(text, found)
    return found


def voices(found: list[Claim], predicate: str) -> list[str | None]:
    return next([voice.text for voice in claim.voices] for claim in found if claim.predicate.text == predicate)


@pytest.mark.parametrize(
    ("sentence", "predicate", "source"),
    [
        ("The defence ministry said that its troops had captured the village.", "captured", "The defence ministry"),
        ("“The rebels fired on our convoy,” the officer said on Monday.", "fired", "the officer"),
        ("Two drivers were killed in the raid, according to the governor.", "killed", "the governor"),
        ("Residents told reporters that the shelling had stopped.", "stopped", "Residents"),
    ],
)
def test_who_says_it(model: Model, sentence: str, predicate: str, source: str) -> None:
    assert voices(claims(model, ("text", sentence)), predicate) == [source, None]


def test_what_nobody_else_says_is_the_articles_own(model: Model) -> None:
    assert voices(claims(model, ("text", "The army captured the village on Tuesday.")), "captured") == [None]


def test_a_block_quote(model: Model) -> None:
    found = claims(
        model,
        ("text", "The commission wrote in its report:"),
        ("quote", "The army captured the village in March. Most families left."),
        ("text", "The road is open again."),
    )
    assert voices(found, "captured") == ["The commission", None]
    assert voices(found, "left") == ["The commission", None]
    assert voices(found, "open") == [None]


def test_the_same_article_gives_the_same_claims(model: Model) -> None:
    text = "Officials denied on Friday that the army had shelled the camp. The opposition blamed the government."
    assert claims(model, ("text", text)) == claims(model, ("text", text))
