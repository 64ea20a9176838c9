"""Every view can be used without a mouse, without colours, on a phone, at night: axe finds no serious fault.

`--pictures FOLDER` keeps what each looked like.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

VIEWS = {
    "claims": "/claims",
    "article": f"/articles/{'a' * 32}",
    "articles": "/articles",
    "map": "/map",
    "timeline": "/timeline",
    "network": "/network",
    "review": "/review",
    "decisions": "/review/decisions",
    "disputes": "/review/disputes",
    "agreement": "/review/agreement",
    "names": "/names",
    "places": "/names/places",
    "merges": "/names/merges",
    "corrections": "/names/corrections",
    "add": "/add",
    "share": "/share",
}
WIDTHS = (1440, 1024, 390)
# In the dark, only colours are others.
RULES = {"light": {}, "dark": {"runOnly": {"type": "rule", "values": ["color-contrast"]}}}


@pytest.fixture(params=["light", "dark"])
def how(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {"viewport": {"width": 1440, "height": 900}, "color_scheme": request.param, "reduced_motion": "reduce"}


def test_no_view_has_a_serious_fault(page: Page, how: dict[str, Any], pytestconfig: pytest.Config) -> None:
    folder = pytestconfig.getoption("--pictures")
    faults: dict[str, list[tuple[str, list[str]]]] = {}
    for name, address in VIEWS.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        if serious := _serious(page, how["color_scheme"]):
            faults[name] = serious
        if folder:
            _photograph(page, Path(folder), f"{name}-{how['color_scheme']}")
    assert faults == {}


def test_nor_has_what_opens_in_them(page: Page, how: dict[str, Any]) -> None:
    page.goto("/review")
    page.get_by_role("button", name="Change keys").click()
    assert _serious(page, how["color_scheme"]) == []
    page.keyboard.press("Escape")
    page.locator(".lit.event").first.wait_for()
    page.keyboard.press("e")
    page.get_by_role("combobox", name="Event").click()
    assert _serious(page, how["color_scheme"]) == []


def test_axe_would_find_one(page: Page, how: dict[str, Any]) -> None:
    page.goto("/add")
    page.get_by_text("Paste a text instead").wait_for()
    page.evaluate("document.querySelector('h1').style.color = 'color-mix(in srgb, var(--ink), var(--ground) 75%)'")
    assert [rule for rule, _ in _serious(page, how["color_scheme"])] == ["color-contrast"]


def _serious(page: Page, scheme: str) -> list[tuple[str, list[str]]]:
    """The serious and critical faults: the rule, and the beginning of some elements that break it."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **RULES[scheme]}).response["violations"]
    serious = (one for one in found if one["impact"] in ("serious", "critical"))
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in serious]


def _photograph(page: Page, folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=folder / f"{name}-{width}.png")
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
