"""What docs/api.md and docs/threat-model.md promise is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.conftest import Browser

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"


def test_every_route_is_documented(shared: Browser) -> None:
    told = set(re.findall(r"/api/[\w./{}]+", (DOCS / "api.md").read_text(encoding="utf-8").partition("## Routes")[2]))
    assert told == set(shared().app.openapi()["paths"])  # type: ignore[attr-defined]


def test_every_promise_of_the_threat_model_has_its_test() -> None:
    named = re.findall(r"(test_\w+)::(test_\w+)", (DOCS / "threat-model.md").read_text(encoding="utf-8"))
    assert len(named) > 30
    for file, test in named:
        assert f"def {test}(" in (HERE / f"{file}.py").read_text(encoding="utf-8"), f"{file}::{test}"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 415, 422, 429])
def test_every_status_is_explained(status: int) -> None:
    assert str(status) in (DOCS / "api.md").read_text(encoding="utf-8")
