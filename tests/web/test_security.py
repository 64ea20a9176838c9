"""What holds for every request, whatever it asks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web.app import create_app
from sayso.web.desk import Settings
from sayso.web.security import Names, host_name
from tests.web.conftest import Browser

PAGES = ("/", "/claims?event_type=ASSAULT", "/api/me", "/api/claims", "/api/export?format=html", "/api/nothing")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "", "192.0.2.7"])
def test_a_name_that_isnt_the_desks_is_refused(visitor: TestClient, host: str) -> None:
    """DNS rebinding: a page elsewhere points its own name at this machine."""
    for path in PAGES:
        assert visitor.get(path, headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:9000", "[::1]:8000", "LOCALHOST"])
def test_its_own_names_are_known_at_any_port(visitor: TestClient, host: str) -> None:
    assert visitor.get("/api/me", headers={"host": host}).status_code == 200


def test_on_a_network_addresses_in_figures_and_given_names_are_known() -> None:
    names = Names(frozenset({"desk.example.org"}), any_address=True)
    assert "192.0.2.7" in names
    assert "2001:db8::1" in names
    assert "desk.example.org" in names
    assert "evil.example" not in names


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "http://127.0.0.1:80@evil"])
def test_another_page_may_ask_nothing(holder: TestClient, origin: str) -> None:
    """Even one that holds the token, and even at another port of this machine."""
    for ask in (holder.get, holder.delete, holder.post):
        assert ask("/api/decisions", headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_may_link_to_the_page_but_not_into_the_api(visitor: TestClient, site: str) -> None:
    assert visitor.get("/claims", headers={"sec-fetch-site": site}).status_code == 200
    assert visitor.get("/api/claims.csv", headers={"sec-fetch-site": site}).status_code == 403


def test_its_own_page_may_ask(holder: TestClient) -> None:
    own = {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}
    assert holder.get("/api/claims", headers=own).status_code == 200
    assert holder.post("/api/session", headers=own, json={"token": "?"}).status_code == 401


@pytest.mark.parametrize("path", PAGES)
def test_no_script_from_elsewhere_and_none_inline(visitor: TestClient, path: str) -> None:
    headers = visitor.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; ") if " " in part)
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy.get("script-src", "'self'") == policy.get("style-src", "'self'") == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == headers["cross-origin-opener-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_what_the_api_answers_is_no_page_and_stays_in_no_cache(visitor: TestClient) -> None:
    headers = visitor.get("/api/claims").headers
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].endswith("sandbox")


@pytest.mark.parametrize("path", ["/api/<script>alert(1)</script>", "/api/claims/<script>", "/assets/<img>.js"])
def test_what_isnt_there_doesnt_come_back_as_markup(visitor: TestClient, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/json"
    assert "<" not in answer.text


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/api/docs", "/openapi.json", "/api/openapi.json"])
def test_there_are_no_pages_that_load_scripts_from_elsewhere(visitor: TestClient, path: str) -> None:
    assert "cdn" not in visitor.get(path).text


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "TRACE"])
def test_other_methods_do_nothing(holder: TestClient, method: str) -> None:
    assert holder.request(method, "/api/claims").status_code in (404, 405)


def test_a_fault_tells_nothing_of_the_code(shared: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Ledger) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(Ledger, "summary", fail)
    client = shared()
    client._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    answer = client.get("/api/summary")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_nothing_is_measured_for_others(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """FastAPI would report to an address in the environment; it warns where it can't."""
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://192.0.2.1:4318")
    with TestClient(create_app(ledger, Settings()), base_url="http://127.0.0.1") as client:
        assert client.get("/api/me").status_code == 200
    assert "telemetry" not in caplog.text
    assert "opentelemetry.sdk" not in sys.modules


def test_the_server_is_loaded_by_the_command_that_serves_alone() -> None:
    code = "import sys, sayso, sayso.cli; print({'fastapi', 'uvicorn', 'argon2', 'pydantic'} & sys.modules.keys())"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"


@pytest.mark.parametrize(
    ("host", "name"), [("a:1", "a"), ("[::1]:8000", "::1"), ("u@a", ""), ("a/b", ""), ("[::1", ""), ("A", "a")]
)
def test_the_name_in_a_host_header(host: str, name: str) -> None:
    assert host_name(host) == name
