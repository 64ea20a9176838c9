"""Review: what happens when two decide, when the server is away, and when a key is wanted elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.desk.conftest import Desk, Watch

TALKS = f"/review?article={'c' * 32}&by=position"


def test_a_decision_made_elsewhere_in_between_is_shown_to_choose_from(page: Page, desk: Desk, watch: Watch) -> None:
    watch.expected.append("409")
    page.goto(TALKS)
    card = page.get_by_role("region", name="The claim")
    expect(card.locator(".lit.event")).to_have_text("met")
    expect(card.get_by_text("None so far.")).to_be_visible()
    claim = desk.ask("GET", f"/api/queue?article={'c' * 32}&by=position")["rows"][0]["claim"]["claim_id"]
    desk.ask("POST", "/api/decisions", {"claim_id": claim, "verdict": "reject"})
    page.keyboard.press("a")
    last = page.get_by_role("complementary", name="Last decisions")
    expect(last).to_contain_text("You rejected it elsewhere in between")
    with page.expect_response("**/api/decisions"):  # the list says "accepted" before the server does
        last.get_by_role("button", name="Keep this: accepted").click()
    expect(last.get_by_role("button", name=re.compile("^Undo: accepted"))).to_be_visible()
    assert desk.ask("GET", f"/api/claims/{claim}")["claim"]["review"] == "accepted"


def test_a_decision_that_did_not_arrive_is_kept_to_send_again(page: Page, watch: Watch) -> None:
    watch.expected.append("ERR_FAILED")
    page.route("**/api/decisions", lambda route: route.abort())
    page.goto(TALKS)
    card = page.get_by_role("region", name="The claim")
    expect(card.locator(".lit.event")).to_be_visible()
    page.keyboard.press("x")
    last = page.get_by_role("complementary", name="Last decisions")
    expect(last).to_contain_text("not kept: The server doesn’t answer")
    page.unroute("**/api/decisions")
    last.get_by_role("button", name="Send again").click()
    expect(last.get_by_role("button", name=re.compile("^Undo: rejected"))).to_be_visible()


def test_a_key_can_be_changed_but_not_taken_from_another(page: Page) -> None:
    page.goto(f"/review?article={'d' * 32}&by=position")
    page.get_by_role("button", name="Change keys").click()
    page.get_by_role("button", name="Key to accept: a").press("Enter")
    page.keyboard.press("x")
    expect(page.get_by_role("alert")).to_contain_text("x is taken")
    page.get_by_role("button", name="Key to accept: a").press("Enter")
    page.keyboard.press("y")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("button", name="Accept y")).to_be_visible()
    page.keyboard.press("y")
    expect(page.get_by_role("complementary", name="Last decisions").get_by_text("accepted")).to_be_attached()


def test_two_reviewers_who_differ_are_shown_side_by_side_and_settled(page: Page, desk: Desk) -> None:
    first = desk.ask("GET", f"/api/claims?article={'d' * 32}&review=none")["rows"][0]["claim"]["claim_id"]
    desk.decide_as("ben", first, "accept")
    desk.decide_as("ada", first, "reject")
    page.goto("/review/agreement")
    expect(page.get_by_text("decided about 1 claim in common")).to_be_visible()
    page.goto("/review/disputes")
    expect(page.get_by_role("region", name="What ada decided")).to_contain_text("rejected it")
    page.get_by_role("button", name="Settle as ben has it").click()
    expect(page.get_by_text("Reviewers don’t differ about any claim")).to_be_visible()
    assert desk.ask("GET", f"/api/claims/{first}")["claim"]["review"] == "accepted"
