"""The table of claims, with a claim open beside it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(("width", "shown"), [(1920, "Conf."), (1440, "Event"), (1280, "Factuality")])
def test_beside_an_open_claim_the_table_keeps_the_columns_that_it_has_room_for(
    page: Page, width: int, shown: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("[data-claim] a").first.click()
    expect(page.get_by_role("complementary", name="The claim")).to_be_visible()
    assert page.get_by_role("columnheader").all_inner_texts()[-1] == shown
    assert page.locator(".list").evaluate("list => list.scrollWidth <= list.clientWidth")


def test_without_one_it_shows_them_all(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("columnheader").last).to_have_text("Conf.")
    assert page.locator(".list").evaluate("list => list.scrollWidth <= list.clientWidth")
