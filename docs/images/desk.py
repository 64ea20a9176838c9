"""`python docs/images/desk.py`: the pictures of docs/desk.md, from the samples, as Debian's Chromium draws the desk."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import FloatRect, Page, ViewportSize, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CHROMIUM = "/usr/bin/chromium"
SIZE: ViewportSize = {"width": 1120, "height": 630}
SHORTER = {"claims": 590, "article": 470}
"""Pixels of height, where the whole picture would be too heavy."""
_DRAWN_WITHOUT_A_CARD = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-lcd-text",
]


def main() -> None:
    """Read the samples, serve them, and go where the guide goes."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/demo.db"
        # From the root, so that no folder of this machine stands on a picture.
        subprocess.run([*_sayso(), "read", "samples/dossier", "--ledger", ledger], check=True, cwd=ROOT)
        with _serving(ledger) as door, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_DRAWN_WITHOUT_A_CARD)
            page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
            page.goto(door)
            for name, step in STEPS.items():
                step(page, door.partition("/#")[0])
                page.wait_for_load_state("networkidle")
                shown: FloatRect = {"x": 0, "y": 0, "width": SIZE["width"], "height": SHORTER.get(name, SIZE["height"])}
                page.screenshot(path=HERE / f"desk-{name}.png", clip=shown)
            browser.close()


def _claims(page: Page, desk: str) -> None:
    page.goto(f"{desk}/claims?event_type=ASSAULT&sort=-confidence")
    page.locator("tr[data-claim] a").first.click()


def _article(page: Page, desk: str) -> None:
    page.goto(f"{desk}/articles")
    page.get_by_role("link", name="4 Americans Killed").click()
    page.get_by_role("region", name="Claims").locator("li a").nth(3).click()


def _map(page: Page, desk: str) -> None:
    page.goto(f"{desk}/map?country=SY")
    page.get_by_text("Drawing the map").wait_for()
    page.get_by_text("Drawing the map").wait_for(state="hidden", timeout=60_000)


def _timeline(page: Page, desk: str) -> None:
    page.goto(f"{desk}/timeline?since=2018-09")


def _network(page: Page, desk: str) -> None:
    page.goto(f"{desk}/network")


def _review(page: Page, desk: str) -> None:
    page.goto(f"{desk}/review?event_type=ASSAULT")
    for key in "ax":
        page.locator(".lit.event").first.wait_for()
        page.keyboard.press(key)
        page.wait_for_load_state("networkidle")


def _edit(page: Page, desk: str) -> None:  # noqa: ARG001 # it goes on where the last step ended
    page.keyboard.press("e")
    page.get_by_role("textbox", name="Text of the article").wait_for()
    for key in ["Home", "Shift+ArrowRight"]:
        page.keyboard.press(key)


def _share(page: Page, desk: str) -> None:
    page.goto(f"{desk}/share?event_type=ASSAULT&not_factuality=did_not_happen")


STEPS: dict[str, Callable[[Page, str], None]] = {
    "claims": _claims,
    "article": _article,
    "map": _map,
    "timeline": _timeline,
    "network": _network,
    "review": _review,
    "edit": _edit,
    "share": _share,
}


@contextmanager
def _serving(ledger: str) -> Iterator[str]:
    """The address that `sayso serve` prints, token and all."""
    command = [*_sayso(), "serve", ledger, "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield next(word for line in process.stdout for word in line.split() if "#token=" in word)
        finally:
            process.terminate()


def _sayso() -> list[str]:
    return [sys.executable, "-m", "sayso"]


if __name__ == "__main__":
    main()
