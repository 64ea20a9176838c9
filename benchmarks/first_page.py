"""How soon the desk's first page can be used: `python -m benchmarks.first_page LEDGER`; needs Debian's chromium.

Each time a fresh browser profile opens the printed address of a running desk; the clock stops when the first claim
stands in the table.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
TIMES = 7


def main() -> None:
    """Print the median and the longest of some openings, in milliseconds."""
    command = [sys.executable, "-m", "sayso", "serve", *sys.argv[1:], "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout is not None
            door = desk.stdout.readline().strip()
            took = _openings(door)
        finally:
            desk.terminate()
    print(f"first claim in the table: median {statistics.median(took):.0f} ms, longest {max(took):.0f} ms, of {TIMES}")


def _openings(door: str) -> list[float]:
    took = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for _ in range(TIMES):
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            page = context.new_page()
            started = time.perf_counter()
            page.goto(door)
            page.wait_for_selector("tbody tr[data-claim]")
            took.append(1000 * (time.perf_counter() - started))
            context.close()
        browser.close()
    return took


if __name__ == "__main__":
    main()
