"""Names where a corpus marks more than names."""

from __future__ import annotations

import pytest

from tests.training.test_corpora import spanned
from training.corpora import names, spans
from training.documents import Document

LABELS = frozenset({"person", "organisation", "place", "weapon"})


def marked(text: str, *phrases: tuple[str, str]) -> Document:
    found = [(text.index(words), text.index(words) + len(words), label) for words, label in phrases]
    return spans.labelled("one", text, found, LABELS)


@pytest.mark.parametrize(
    ("phrase", "label", "name"),
    [
        ("the Syrian Arab Army", "organisation", "Syrian Arab Army"),
        ("Colonel Adel Haddad", "person", "Adel Haddad"),
        ("Al-Waha", "place", "Al - Waha"),
    ],
)
def test_a_name_goes_without_article_and_title(phrase: str, label: str, name: str) -> None:
    document = names.only(marked(f"We met {phrase} in June.", (phrase, label)))
    assert spanned(document, "entity") == [(name, label)]


def test_pronouns_and_plain_phrases_are_no_names() -> None:
    document = names.only(marked("they shelled schools with a mortar", ("they", "organisation"), ("schools", "place")))
    assert set(document.tags["entity"]) == {"O"}


def test_of_a_phrase_with_a_name_in_it_nothing_is_said() -> None:
    document = names.only(marked("the Iraqi security forces left", ("the Iraqi security forces", "organisation")))
    assert document.tags["entity"] == ["O", None, "O", "O", "O"]


def test_what_is_no_name_by_its_kind_stays() -> None:
    document = names.only(marked("a heavy mortar", ("a heavy mortar", "weapon")))
    assert spanned(document, "entity") == [("a heavy mortar", "weapon")]
