"""The report in Chromium, opened from disk as its reader does; a clear skip without the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sayso.exports import report
from sayso.exports.report import page as report_page
from sayso.exports.report.claim import context
from sayso.ledger import Filter, Ledger, LedgerError
from sayso.words.records import Paragraph
from tests.exports.build import FORMULA, MARKUP, exported, filled, hostile
from tests.ledger.build import AGENCY, agency, dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    page = browser.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: complaints.append(request.url))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    page.close()


def opened(page: Page, tmp_path: Path, ledger: Ledger, which: Filter | None = None) -> str:
    file = tmp_path / "report.html"
    file.write_bytes(exported(ledger, "claims", "html", which or Filter()))
    page.goto(file.as_uri())
    return file.as_uri()


def test_it_tells_what_was_selected_and_what_that_comes_to(page: Page, tmp_path: Path) -> None:
    with filled(*dossier()) as ledger:
        opened(page, tmp_path, ledger, Filter(source="resident", without=Filter(event_type="ASSAULT")))
    assert page.locator("h1").inner_text() == "1 claim from 1 article"
    assert page.locator(".pills li").all_inner_texts() == ["source: resident", "not event type: assault"]
    # What is not drawn yet has no inner text, so each is waited for.
    claim = page.locator(".claim")
    expect(claim).to_contain_text("A resident denies denied witness, unnamed", use_inner_text=True)
    expect(claim).to_contain_text("did not happen −2.5", use_inner_text=True)
    expect(claim).to_contain_text("Wire in its own voice", use_inner_text=True)


def test_a_claim_stands_marked_in_its_sentence(page: Page, tmp_path: Path) -> None:
    with filled(agency()) as ledger:
        opened(page, tmp_path, ledger)
    words = page.locator(".claim .words").first
    expect(words).to_contain_text("The Turkish defence ministry said government forces had shelled Sarmin")
    expect(words.locator(".source")).to_have_text("The Turkish defence ministry")
    expect(words.locator(".cue")).to_have_text("said")
    expect(words.locator("b")).to_have_text("shelled")
    assert page.locator("footer tbody td").all_inner_texts()[:3] == ["The Turkish defence ministry", "official", "1"]


def test_a_hostile_article_is_only_text(page: Page, complaints: list[str], tmp_path: Path) -> None:
    with filled(hostile()) as ledger:
        address = opened(page, tmp_path, ledger)
    assert complaints == [address]  # nothing else was asked for, refused or complained of
    assert page.locator("img, script, a[href^=javascript]").count() == 0
    expect(page.locator("h2 bdi").first).to_contain_text(MARKUP)
    expect(page.locator(".claim strong").first).to_contain_text(FORMULA)


def test_right_to_left_text_is_shown_right(page: Page, tmp_path: Path) -> None:
    with filled(hostile()) as ledger:
        opened(page, tmp_path, ledger)
    words = page.locator(".claim .words").last
    assert words.evaluate("words => getComputedStyle(words).direction") == "rtl"


def test_no_script_runs_even_if_one_got_in(page: Page, complaints: list[str], tmp_path: Path) -> None:
    with filled(agency()) as ledger:
        html = exported(ledger, "claims", "html").decode()
    file = tmp_path / "report.html"
    file.write_text(html.replace("</h1>", "</h1><script>document.title = 'ran'</script>"), encoding="utf-8")
    page.goto(file.as_uri())
    assert page.title() != "ran"
    assert any("Content Security Policy" in complaint for complaint in complaints)


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_wider_than_the_page(page: Page, tmp_path: Path, width: int) -> None:
    long = replace(agency(), article=replace(agency().article, title="x" * 300))
    with filled(long, hostile()) as ledger:
        page.set_viewport_size({"width": width, "height": 800})
        opened(page, tmp_path, ledger)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_selection_that_nobody_could_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_page, "MOST", 5)
    with filled(*dossier()) as ledger, pytest.raises(LedgerError, match="at most 5 claims, and these are 6"):
        exported(ledger, "claims", "html")
    assert report.MOST == 5_000


def test_every_id_is_there_once_and_every_link_leads_to_one() -> None:
    with filled(hostile(), *dossier()) as ledger:
        html = exported(ledger, "claims", "html").decode()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_a_context_is_a_sentence_and_stays_in_what_was_read() -> None:
    article = agency().article
    first, denial, _ = agency().claims
    assert AGENCY[slice(*context(first, article))].strip() == (
        "The Turkish defence ministry said government forces had shelled Sarmin on Monday."
    )
    assert AGENCY[slice(*context(denial, article))].strip() == "A resident denied that anyone was killed."
    read = Paragraph(AGENCY.index("The Turkish"), AGENCY.index(" on Monday"))
    assert context(first, replace(article, paragraphs=(read,)))[0] == read.start
    assert context(denial, replace(article, text=AGENCY.replace(". A", ", A")))[0] < denial.predicate.start - 100
