"""The document that the page's client is generated from, and whether the routes keep to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.result import Ok

from sayso.web import openapi
from sayso.web.token import HEADER
from tests.web.conftest import HERE, TOKEN, Browser

KEPT = Path(__file__).parents[2] / "ui/openapi.json"
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


def document(shared: Browser) -> dict[str, Any]:
    found: dict[str, Any] = shared().app.openapi()  # type: ignore[attr-defined]
    return found


def test_the_kept_document_is_current(shared: Browser) -> None:
    told = f"write it anew: python -m sayso.web.openapi > {KEPT.name}"
    assert KEPT.read_text(encoding="utf-8") == openapi.text(shared().app), told  # type: ignore[arg-type]


def test_every_operation_has_a_name_and_a_line_about_it(shared: Browser) -> None:
    operations = [one for path in document(shared)["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in operations]
    assert len(set(names)) == len(names)
    assert all(one["description"] and one["tags"] for one in operations)


def test_what_is_answered_has_all_its_fields(shared: Browser) -> None:
    claim = document(shared)["components"]["schemas"]["Claim"]
    assert set(claim["required"]) == set(claim["properties"])


def test_every_reference_leads_somewhere(shared: Browser) -> None:
    found = document(shared)

    def references(part: object) -> Iterator[str]:
        if isinstance(part, dict):
            yield from ([part["$ref"]] if "$ref" in part else [])
            for held in part.values():
                yield from references(held)
        elif isinstance(part, list):
            for held in part:
                yield from references(held)

    for reference in set(references(found)):
        place: Any = found
        for name in reference.removeprefix("#/").split("/"):
            place = place[name]


def test_anything_sent_is_answered_as_documented(browser: Browser) -> None:
    """schemathesis draws requests that fit the document and some that don't, the same ones each time."""
    app = browser().app
    schema = schemathesis.openapi.from_dict(document(browser))
    schema.app = app
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        @settings(
            max_examples=5,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy())
        def check(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(base_url=HERE, headers={HEADER: TOKEN}, checks=list(CHECKS))

        check()
