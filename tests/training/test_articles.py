"""Our own articles: names from the table beside them, marked wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpora import articles
from training.corpora.examples import MarkError
from training.documents import spans
from training.mixture import ARTICLES

TEXT = (
    "Orin falls to rebels\n[Orin's council|a.source:official:named] [said|a.cue] [fighters took Port Orin|a.content].\n"
)


def written(folder: Path, names: str) -> Path:
    (folder / "one.txt").write_text(f"# a comment\n{TEXT}", encoding="utf-8")
    (folder / "names.tsv").write_text(names, encoding="utf-8")
    return folder


def test_a_name_is_marked_wherever_it_stands_the_longest_first(tmp_path: Path) -> None:
    (one,) = articles.read(written(tmp_path, "one\tplace\tOrin\none\tplace\tPort Orin\n"))
    forms = one.forms()
    told = [" ".join(forms[first:end]) for first, end, _ in spans(one.tags["entity"])]
    assert told == ["Orin", "Orin", "Port Orin"]
    assert one.annotated["entity"] == articles.LABELS


def test_an_article_without_listed_names_says_nothing_of_names(tmp_path: Path) -> None:
    (one,) = articles.read(written(tmp_path, ""))
    assert set(one.tags["entity"]) == {None}


@pytest.mark.parametrize("row", ["one\tplace\tHama\n", "two\tplace\tOrin\n", "one\tplanet\tOrin\n"])
def test_a_table_that_does_not_hold_is_a_mistake(tmp_path: Path, row: str) -> None:
    with pytest.raises(MarkError):
        articles.read(written(tmp_path, row))


def test_what_is_kept_for_development_is_not_trained_on() -> None:
    trained = {one.text for one in articles.read(ARTICLES)}
    kept = articles.read(ARTICLES.with_name("articles_dev"))
    assert trained
    assert kept
    assert trained.isdisjoint(one.text for one in kept)


def test_all_articles_say_something_of_the_same_tasks() -> None:
    """A batch is made of several: what one has the others need, too."""
    assert len({frozenset(one.tags) for one in articles.read(ARTICLES)}) == 1
