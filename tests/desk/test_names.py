"""Names: what they mean is picked by number, put right article by article, and taken back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

HAMA = f"/review?article={'a' * 32}&event_type=ASSAULT"


def test_a_number_picks_another_place(page: Page) -> None:
    page.goto(HAMA)
    card = page.get_by_role("region", name="The claim")
    runner_up = card.get_by_role("list", name="What else “Hama” may mean").get_by_role("button").first
    expect(runner_up).to_contain_text("1")
    page.keyboard.press("1")
    expect(page.get_by_text(re.compile("“Hama” means .* in this article"))).to_be_visible()
    # It is kept in the ledger, and can be taken back there.
    page.goto("/names/corrections")
    row = page.get_by_role("row").filter(has_text="Hama")
    expect(row).to_contain_text("one article")
    row.get_by_role("button", name="Undo: “Hama”").click()
    expect(page.get_by_text("No name was corrected yet")).to_be_visible()


def test_actors_that_are_one_are_merged(page: Page) -> None:
    page.goto("/names/actors")
    both = page.get_by_role("checkbox", name=re.compile("^Select (Drivers|Villagers)$"))
    expect(both).to_have_count(2)
    for actor in both.all():
        actor.check()
    page.get_by_role("button", name="Merge 2 actors").click()
    page.get_by_role("radio", name=re.compile("^Villagers")).check()
    page.get_by_role("dialog").get_by_role("button", name="Merge").click()
    expect(page.get_by_text("2 actors are one now")).to_be_visible()
    expect(both).to_have_count(1)
    page.goto("/names/corrections")
    page.get_by_role("row").filter(has_text="whoever was").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("No name was corrected yet")).to_be_visible()
    page.goto("/names/actors")
    expect(both).to_have_count(2)


def test_a_name_in_one_article_means_somebody_else(page: Page) -> None:
    page.goto("/names/places")
    page.get_by_role("button", name="Tripoli").click()
    page.get_by_role("list", name="What else “Tripoli” may mean").get_by_role("button").first.click()
    expect(page.get_by_text("“Tripoli” means Tripoli in this article")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.goto("/names/corrections")
    expect(page.get_by_text("No name was corrected yet")).to_be_visible()
