"""What every test shares: hypothesis without a clock, a folder for the gazetteer that is no user's, and a run in which
a skipped test is a failure.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.browser import browser
from tests.databases import new, on_postgresql, opened, postgresql, where

__all__ = ["browser", "new", "on_postgresql", "opened", "postgresql", "where"]  # fixtures of every test

# A busy machine is no failure. All else stays as hypothesis chose it: in CI it draws the same examples each time.
settings.register_profile("sayso", parent=settings(), deadline=None)
settings.load_profile("sayso")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="fail if a test was skipped, as .ci/run does")
    parser.addoption("--pictures", metavar="FOLDER", help="keep pictures of the desk, as the browser's tests see it")


def pytest_configure(config: pytest.Config) -> None:
    # The gazetteer takes a while to build: it is kept for the next run, and for the processes that tests start.
    cache = config.cache
    assert cache is not None
    os.environ["SAYSO_HOME"] = str(cache.mkdir("sayso"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--no-skips") and _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--no-skips") and (count := _skipped(config)):
        terminalreporter.write_line(f"{count} skipped, and --no-skips allows none: see the reasons below", red=True)


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", ())) if isinstance(reporter, pytest.TerminalReporter) else 0
