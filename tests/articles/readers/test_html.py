from __future__ import annotations

import socket

import pytest

from tests.articles.making import BODY, OTHER, article, read_as, reason

HEAD = """<html lang="en-GB"><head><title>Shells fall near the crossing - Harbor Wire</title>
<meta property="og:site_name" content="Harbor Wire"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2019-02-12T10:00:00Z">
<link rel="canonical" href="https://wire.example/a/1"></head>"""
PAGE = f"""<!DOCTYPE html>{HEAD}<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article>
<h1>Shells fall near the crossing</h1><p>{BODY}</p>
<p>The commission’s report would <b>note</b>:</p><blockquote><p>No warning was given by any side.</p>
<p>Two houses burned &lt;script&gt; down.</p></blockquote><h2>A quiet night</h2><p>{OTHER}</p>
<ul><li>One bridge is closed to lorries.</li></ul><p>Share this:</p></article>
<footer>© 2019 Harbor Wire. All rights reserved.</footer></body></html>"""


def test_a_page_says_what_it_is() -> None:
    one = article(PAGE, "html")
    assert (one.title, one.outlet, one.authors) == ("Shells fall near the crossing", "Harbor Wire", ("Jane Roe",))
    assert (one.published, one.language, one.address) == ("2019-02-12", "en", "https://wire.example/a/1")


def test_title_quotes_headings_and_lists_are_paragraphs_and_the_bars_are_not() -> None:
    paragraphs = read_as(article(PAGE, "html"))
    assert paragraphs[0] == ("title", "Shells fall near the crossing")
    assert [text for kind, text in paragraphs if kind == "quote"] == [
        "No warning was given by any side.",
        "Two houses burned <script> down.",
    ]
    assert {("text", "A quiet night"), ("text", "One bridge is closed to lorries.")} <= set(paragraphs)
    assert not [text for _, text in paragraphs if "Share" in text or "reserved" in text]


def test_the_host_is_not_an_outlet_and_a_date_in_the_text_is_not_the_pages() -> None:
    page = PAGE.replace('content="Harbor Wire"', "").replace(" - Harbor Wire", "").replace("2019-02-12T10:00:00Z", "")
    one = article(page.replace("on Tuesday", "on 3 March 2018"), "html")
    assert one.outlet is None
    assert one.published is None


def test_the_declared_encoding_is_used() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("A quiet night", "Тихая ночь в городе")
    assert "Тихая ночь" in article(page.replace("’", "'").encode("cp1251", "replace"), "html").text


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    hostile = '<!DOCTYPE html [<!ENTITY x SYSTEM "http://wire.example/x">]>' + PAGE.removeprefix("<!DOCTYPE html>")
    assert article(hostile.replace("<h1>", '<img src="http://wire.example/i.png"><h1>&x;'), "html").text


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><body>" + "<div>" * 100_000, "too large"),
        ("<html><body>" + "<b>" * 20_000 + BODY, "deep"),
        ("<html><body><script>" + "x" * 1000 + "</script></body></html>", "no article text"),
        ("<html><body><p>" + "word " * 1_000_000, "too large"),
    ],
)
def test_a_hostile_page_is_refused_with_the_reason(page: str, why: str) -> None:
    assert why in reason(page, "html")
