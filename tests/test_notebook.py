from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso import Readings, Text
from sayso.marks import Mark, pieces
from tests.fakes import FakeCoder

PLAIN = "The ministry said that rebels attacked a convoy. Nobody was hurt."
HOSTILE = '<script>alert(1)</script> said that <b onclick="x">rebels</b> attacked &amp; "fled" \x1b[31m\u202e.'
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Page(HTMLParser):
    """What a browser would make of a view: its tags, its text, and whether the tags nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in VOID
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(*texts: str) -> Readings:
    return sayso.read(*(Text(f"text {n}", text.encode()) for n, text in enumerate(texts)), coder=FakeCoder)


def test_claims_print_as_one_line_each() -> None:
    (claim,) = read(PLAIN).claims
    line = "“rebels attacked a convoy” — The ministry; happened (+2.6), ASSAULT [0.91]"
    assert str(claim) == line
    assert repr(read(PLAIN).claims) == line


def test_many_claims_print_as_the_first_and_a_count() -> None:
    claims = read(*(PLAIN.replace("convoy", f"convoy of {n}") for n in range(25))).claims
    assert repr(claims).splitlines()[20:] == ["… and 5 more"]
    assert repr(claims[:2]).splitlines() == [str(claims[0]), str(claims[1])]


def test_readings_print_as_counts() -> None:
    assert repr(read(PLAIN, "")) == "<Readings: 1 article, 1 claim, 1 error>"


def test_show_marks_sources_cues_and_contents_by_number() -> None:
    (reading,) = read(PLAIN)
    html = sayso.show(reading)._repr_html_()
    for kind, marked in (("source", "The ministry"), ("cue", "said"), ("content", "rebels attacked a convoy")):
        assert re.search(rf'title="{kind} 1">{marked}<sub[^>]*>.1</sub></span>', html)
    assert "The ministryS1 saidC1 that rebels attacked a convoy“1. Nobody was hurt." in Page(html).text


def test_what_an_article_holds_is_text_and_nothing_else() -> None:
    readings = read(HOSTILE)
    for view in (sayso.show(readings[0]).html, readings._repr_html_(), readings.claims._repr_html_()):
        page = Page(view)
        assert page.tags <= {"article", "div", "h3", "p", "span", "sub", "table", "td", "th", "tr"}
        assert page.attributes <= {"style", "title"}
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", page.text)


@given(st.lists(st.text(max_size=80), max_size=3))
def test_a_view_of_any_text_is_well_formed(texts: list[str]) -> None:
    Page(read(*(text.encode("utf-8", "replace").decode() for text in texts))._repr_html_())


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=6))
def test_pieces_cover_the_text_once_and_marks_exactly(spans: list[tuple[int, int]]) -> None:
    found = [Mark(start, start + length, "content", n) for n, (start, length) in enumerate(spans)]
    cut = list(pieces(5, 40, found))
    assert [piece.start for piece in cut] == [5, *(piece.end for piece in cut[:-1])]
    assert cut[-1].end == 40
    for mark in found:
        under = {at for piece in cut if mark in piece.marks for at in range(piece.start, piece.end)}
        assert under == set(range(mark.start, mark.end)) & set(range(5, 40))
