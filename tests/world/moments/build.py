"""Articles and moments for tests."""

from __future__ import annotations

from sayso.words.records import Article, Moment
from sayso.world import moments


def article(text: str, published: str | None = "2018-10-17") -> Article:
    """An article of one text, published on a Wednesday."""
    return Article("a1", None, None, (), published, "en", None, None, None, text, ())


def moment(text: str, published: str | None = "2018-10-17") -> Moment:
    """The moment that «…» marks in a text."""
    start, end = text.index("«"), text.index("»") - 1
    clean = text.replace("«", "").replace("»", "")
    found = moments.resolve(article(clean, published), [(start, end)])
    assert len(found) == 1
    assert clean[found[0].start : found[0].end] == found[0].text
    return found[0]
