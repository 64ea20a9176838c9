"""An article that tries to be more than text stays text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.desk.dossier import HOSTILE, HOSTILE_TITLE

ID = "e" * 32


@pytest.mark.parametrize(
    "path", ["/claims", "/articles", f"/articles/{ID}", f"/claims?article={ID}", f"/review?article={ID}"]
)
def test_its_markup_is_shown_and_never_run(page: Page, path: str) -> None:
    # The fixture's watch fails the test where a script ran, another origin was asked, or the policy was broken.
    page.goto(path)
    expect(page.get_by_text("onerror=alert(1)").first).to_be_visible()
    assert page.locator("main :is(script, img, b:has-text('Bold'), td:has-text('</td>') ~ .evil)").count() == 0
    assert "owned" not in page.title()


def test_its_text_is_whole_and_unaltered(page: Page) -> None:
    page.goto(f"/articles/{ID}")
    shown = page.locator(".marked").first
    expect(shown).to_contain_text("{{7*7}} ${7*7}")
    assert shown.evaluate("node => node.textContent") == HOSTILE
    expect(page).to_have_title(re.compile("Sayso"))


def test_its_address_is_no_link(page: Page) -> None:
    page.goto(f"/articles/{ID}")
    expect(page.get_by_text("javascript:alert(1)").first).to_be_visible()
    assert page.locator("a[href^='javascript' i]").count() == 0


def test_its_title_is_no_filter(page: Page) -> None:
    page.goto("/articles")
    page.get_by_role("link", name=HOSTILE_TITLE[:20]).first.click()
    expect(page).to_have_url(re.compile(f"/articles/{ID}"))
