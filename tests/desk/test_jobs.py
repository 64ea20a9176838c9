"""What an analyst comes for, done as a person does it: read, find, see, correct, share, add."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Locator, Page, expect

from sayso.ledger import Ledger
from tests.desk.dossier import convoy

if TYPE_CHECKING:
    from tests.desk.conftest import Desk

CONVOY_ID = "b" * 32


def test_read_an_article_with_its_claims(page: Page) -> None:
    page.goto("/articles")
    page.get_by_role("link", name="Shells fall on Hama").click()
    claims = page.get_by_role("region", name="Claims")
    expect(claims.get_by_role("listitem").filter(has_text="shelled")).to_have_count(1)
    # A press on a claim lights its words in the text, and the address leads there.
    claims.get_by_role("link", name="anyone was killed").click()
    expect(page).to_have_url(re.compile("#claim-"))
    expect(page.locator(".marked .lit").filter(has_text="killed")).to_be_visible()
    # A press on a word in the text shows its claim.
    page.locator(".marked").get_by_text("reached").click()
    expect(claims.locator("[aria-current=true]")).to_contain_text("trucks reached Binnish")


def test_find_claims(page: Page) -> None:
    page.goto("/claims")
    facets = page.get_by_role("complementary", name="Facets")
    facets.get_by_role("button", name=re.compile("^did not happen")).click()
    expect(page).to_have_url(re.compile("factuality=did_not_happen"))
    rows = page.get_by_role("table", name="Claims").locator("tbody tr[data-claim]")
    expect(rows).to_have_count(3)
    # The pill can be turned round; back undoes it.
    page.get_by_role("button", name=re.compile("^factuality did not happen")).click()
    expect(page).to_have_url(re.compile("not_factuality=did_not_happen"))
    expect(rows).to_have_count(14)
    page.go_back()
    expect(rows).to_have_count(3)
    page.go_forward()
    expect(rows).to_have_count(14)
    # Words.
    search = page.get_by_role("searchbox", name="Search what is claimed")
    search.fill("truce")
    search.press("Enter")
    expect(rows).to_have_count(2)
    page.reload()
    expect(rows).to_have_count(2)


def test_see_them(page: Page) -> None:
    page.goto("/map")
    expect(page.get_by_role("main")).to_contain_text("Hama")
    page.goto("/timeline")
    expect(page.get_by_role("main")).to_contain_text("2018")
    page.goto("/network")
    expect(page.get_by_role("main")).to_contain_text("soldiers")
    # One filter for all pictures.
    page.goto("/timeline?event_type=CONSULT")
    expect(page.get_by_text("1 of 17 claims")).to_be_visible()


def test_correct_with_the_keyboard_only(page: Page, desk: Desk) -> None:
    page.goto(f"/review?article={CONVOY_ID}&by=position")
    card = page.get_by_role("region", name="The claim")
    last = page.get_by_role("complementary", name="Last decisions")
    keys = page.keyboard
    expect(card).to_contain_text("a convoy left Tripoli")

    keys.press("a")
    expect(card.locator(".lit.event")).to_have_text("moved")
    keys.press("x")
    expect(card.locator(".lit.event")).to_have_text("stopped")
    keys.press("Backspace")
    expect(card.locator(".lit.event")).to_have_text("moved")
    expect(last).to_contain_text("taken back")

    # Edit it: the source by words, factuality by typing.
    keys.press("e")
    expect(page.get_by_role("textbox", name=re.compile("^Text of the article"))).to_be_focused()
    keys.press("Home")
    for key in [*["ArrowRight"] * 9, "Shift+ArrowRight", "s"]:
        keys.press(key)
    tab_to(page, page.get_by_role("combobox", name="Factuality"))
    keys.type("poss")
    keys.press("Enter")
    keys.press("Control+Enter")
    expect(card.locator(".lit.event")).to_have_text("stopped")

    keys.press("c")
    keys.type("Which dam?")
    keys.press("Control+Enter")
    expect(card.get_by_text("Which dam?")).to_be_visible()

    # The commander's rejection was missed.
    keys.press("m")
    for key in ["Home", *["ArrowRight"] * 9, "Shift+ArrowRight", "s", "ArrowRight", "p"]:
        keys.press(key)
    for key in ["Shift+ArrowRight", "Shift+ArrowRight", "n", "Control+Enter"]:
        keys.press(key)
    expect(page.get_by_text("The claim is added.")).to_be_visible()
    expect(page.get_by_text("3 of 5 claims decided: 1 accepted, 1 added, 1 edited")).to_be_visible()

    # What was decided stands after a reload, and after a newer model has read the article.
    page.reload()
    expect(page.get_by_text("3 of 5 claims decided")).to_be_visible()
    read_again(desk.ledger)
    page.goto(f"/claims?article={CONVOY_ID}")
    row = page.get_by_role("row").filter(has_text="Nobody moved")
    expect(row).to_contain_text("A commander")
    expect(row).to_contain_text("possible")
    expect(page.get_by_role("row").filter(has_text="rejected the report")).to_have_count(1)


def tab_to(page: Page, field: Locator) -> None:
    """Press Tab until the field has the focus."""
    for _ in range(60):
        if field.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab doesn't lead there")


def read_again(path: Path) -> None:
    """The convoy's article, as a newer model reads it."""
    found = convoy()
    newer = replace(found, model="en-2", claims=tuple(replace(claim, model="en-2") for claim in found.claims))
    with Ledger.open(path) as ledger:
        ledger.add(ledger.start_run("en-2", "test"), newer)


def test_share_what_is_filtered(page: Page) -> None:
    page.goto("/share?outlet=Post&review=any")
    expect(page.get_by_text("4 claims where outlet is Post, and review is any.")).to_be_visible()
    page.get_by_role("radio", name=re.compile("^CSV")).check()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(started.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) == 4
    page.get_by_role("radio", name=re.compile("^Report")).check()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download Report").click()
    assert "agreed to a truce" in Path(started.value.path()).read_text(encoding="utf-8")
    with page.expect_download() as started:
        page.get_by_role("link", name="Codebook").click()
    assert "factuality" in Path(started.value.path()).read_text(encoding="utf-8")


def test_add_articles(page: Page, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Quiet night\n\nA mayor said that soldiers had left the village on Friday.", encoding="utf-8")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 cut off")
    page.goto("/add")
    page.get_by_label(re.compile("Drop files here")).set_input_files([report, broken])
    upload = page.get_by_role("region", name="Upload").first
    expect(upload).to_contain_text("1 new article", timeout=60_000)
    expect(upload.get_by_role("row").filter(has_text="broken.pdf")).to_be_visible()
    upload.get_by_role("link", name="Quiet night").click()
    expect(page.get_by_role("region", name="Claims")).to_contain_text("soldiers had left the village")
    # A text that is pasted; twice, the second time it is known.
    page.goto("/add")
    page.get_by_text("Paste a text instead").click()
    uploads = page.get_by_role("region", name="Upload")
    for number, outcome in enumerate(("1 new article", "1 article that the ledger had already"), start=2):
        page.get_by_label("Text", exact=True).fill("A trader said that the market had opened again.")
        page.get_by_label("Date, if known").fill("2019-04")
        page.get_by_role("button", name="Add the text").click()
        expect(uploads).to_have_count(number)
        expect(uploads.first).to_contain_text(outcome, timeout=60_000)
