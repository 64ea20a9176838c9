"""A ledger with accounts: nobody sees it before they sign in, and nobody does more than their role allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.ledger import Ledger
from sayso.web.people import People
from tests.desk.conftest import LAPTOP, Watch, opened, serving
from tests.desk.dossier import build

if TYPE_CHECKING:
    from tests.desk.conftest import Desk

PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory, desk: Desk) -> Iterator[Desk]:
    path = build(tmp_path_factory.mktemp("team") / "team.db")
    with Ledger.open(path) as ledger:
        for name, role in (("grace", "owner"), ("ada", "reader")):
            People(ledger).add(name, PASSWORD, role)
    with serving(path) as running:
        yield running


@pytest.fixture
def door(team: Desk, browser: Browser) -> Iterator[Page]:
    watch = Watch(team.origin, expected=["401"])
    with opened(browser, team.origin, watch, {"viewport": LAPTOP}) as page:
        yield page


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.goto("/claims")
    expect(page).to_have_url(re.compile("/sign-in"))
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_nobody_sees_a_claim_before_they_sign_in(door: Page) -> None:
    sign_in(door, "ada", "wrong")
    expect(door.get_by_role("alert")).to_contain_text("wrong")
    assert "Hama" not in (door.text_content("body") or "")


def test_a_reader_looks_but_does_not_decide(door: Page) -> None:
    sign_in(door, "ada")
    expect(door.get_by_role("table", name="Claims")).to_contain_text("shelled")
    door.goto("/review")
    expect(door.get_by_text("You may look, but not decide")).to_be_visible()
    expect(door.get_by_role("button", name=re.compile("^Accept"))).to_have_count(0)


def test_an_owner_lets_people_in(door: Page) -> None:
    sign_in(door, "grace")
    expect(door.get_by_role("table", name="Claims")).to_be_visible()
    door.goto("/people")
    door.get_by_label("Name").fill("ben")
    door.get_by_label("Password, to tell them").fill(PASSWORD)
    door.get_by_role("button", name="Add", exact=True).click()
    row = door.get_by_role("row").filter(has_text="ben")
    expect(row.get_by_role("combobox", name="Role of ben")).to_have_value("reviewer")
