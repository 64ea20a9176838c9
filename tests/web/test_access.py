"""Who may do what: with the token, without it, and by role where there are accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web import access
from sayso.web.access import COOKIE
from sayso.web.people import People
from sayso.web.token import HEADER, make, same
from tests.web.conftest import TOKEN, Browser

WORDS = "seven quiet harbours"
WRITES = [
    ("POST", "/api/decisions"),
    ("DELETE", "/api/decisions/1"),
    ("POST", "/api/claims"),
    ("POST", "/api/comments"),
    ("POST", "/api/corrections"),
    ("DELETE", "/api/corrections/1"),
    ("POST", "/api/merges"),
    ("POST", "/api/uploads"),
    ("DELETE", "/api/jobs/1"),
]
OWNERS = [("GET", "/api/users"), ("POST", "/api/users"), ("PATCH", "/api/users/ada")]


def operations(client: TestClient) -> Iterator[tuple[str, str]]:
    """Method and path of every route."""
    document = client.app.openapi()  # type: ignore[attr-defined]
    return ((method.upper(), path) for path, held in document["paths"].items() for method in held)


@pytest.fixture
def signed_in(ledger: Ledger, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> dict[str, TestClient]:
    """A browser for each role. Hashing costs what it must only in test_people."""
    monkeypatch.setattr("sayso.web.people._HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    people = People(ledger)
    for role in ("owner", "reviewer", "reader"):
        people.add(f"the {role}", WORDS, role)
    clients = {role: browser() for role in ("owner", "reviewer", "reader")}
    for role, client in clients.items():
        assert client.post("/api/session", json={"name": f"the {role}", "password": WORDS}).status_code == 200
    return clients


@pytest.mark.parametrize(("method", "path"), WRITES + OWNERS)
def test_without_the_token_nothing_is_written(shared: Browser, method: str, path: str) -> None:
    for client in (shared(), shared(**{HEADER: "wrong"}), shared(**{HEADER: ""})):
        answer = client.request(method, path)
        assert answer.status_code == 401
        assert "token" in answer.json()["detail"]


def test_every_route_that_writes_is_among_those(visitor: TestClient) -> None:
    known = {(method, re.sub(r"/(1|ada)$", "/", path)) for method, path in WRITES + OWNERS}
    for method, path in operations(visitor):
        if method != "GET" and path != "/api/session":
            assert (method, path.partition("{")[0]) in known


def test_the_token_lets_its_holder_do_everything(visitor: TestClient, holder: TestClient) -> None:
    for client, *rights in ((visitor, "reader", False, False), (holder, "owner", True, True)):
        me = client.get("/api/me").json()
        assert [me["role"], me["can_write"], me["can_settle"]] == rights


def test_a_token_can_be_tried(visitor: TestClient) -> None:
    assert visitor.post("/api/session", json={"token": TOKEN}).json()["signed_in"] is True
    assert visitor.post("/api/session", json={"token": TOKEN[:-1]}).status_code == 401


def test_tokens_are_long_and_never_the_same() -> None:
    assert len(make()) == 32
    assert make() != make()
    assert same("a", "a")
    assert not same("é", "a")
    assert not same(None, "a")


def test_with_accounts_a_stranger_learns_only_that_there_are_some(signed_in: object, browser: Browser) -> None:
    stranger = browser(**{HEADER: TOKEN})  # the token of the time before the accounts is worth nothing
    me = stranger.get("/api/me").json()
    assert me.pop("accounts") is True
    assert not any(me.values())
    for method, path in operations(stranger):
        if path not in ("/api/me", "/api/session"):
            assert stranger.request(method, path.replace("{form}", "csv")).status_code == 401


def test_roles(signed_in: dict[str, TestClient]) -> None:
    for role, client in signed_in.items():
        assert client.get("/api/claims").status_code == 200
        assert client.get("/api/me").json()["name"] == f"the {role}"
        for method, path in WRITES:
            assert (client.request(method, path).status_code == 403) is (role == "reader")
        for method, path in OWNERS:
            assert (client.request(method, path).status_code == 403) is (role != "owner")


def test_only_an_owner_settles(signed_in: dict[str, TestClient]) -> None:
    claim = signed_in["owner"].get("/api/claims").json()["rows"][0]["claim"]["claim_id"]
    final = {"claim_id": claim, "verdict": "accept", "final": True}
    assert signed_in["reviewer"].post("/api/decisions", json=final).status_code == 403
    assert signed_in["owner"].post("/api/decisions", json=final).status_code == 200


def test_a_reviewer_takes_back_only_what_they_decided(signed_in: dict[str, TestClient]) -> None:
    owner, reviewer = signed_in["owner"], signed_in["reviewer"]
    claim = owner.get("/api/claims").json()["rows"][0]["claim"]["claim_id"]
    wish = {"claim_id": claim, "verdict": "accept"}
    of_owner, of_reviewer = (who.post("/api/decisions", json=wish).json()["decision"] for who in (owner, reviewer))
    assert (of_owner["reviewer"], of_reviewer["reviewer"]) == ("the owner", "the reviewer")
    assert reviewer.delete(f"/api/decisions/{of_owner['number']}").status_code == 400
    assert owner.delete(f"/api/decisions/{of_reviewer['number']}").status_code == 200


def test_the_cookie_is_no_scripts_and_no_other_sites(signed_in: dict[str, TestClient]) -> None:
    answer = signed_in["reader"].post("/api/session", json={"name": "the reader", "password": WORDS})
    attributes = {part.strip().lower() for part in answer.headers["set-cookie"].split(";")[1:]}
    assert attributes == {"httponly", "samesite=strict", "path=/api", "max-age=43200"}
    over_tls = signed_in["reader"].post("https://127.0.0.1/api/session", json={"name": "the reader", "password": WORDS})
    assert "; Secure" in over_tls.headers["set-cookie"]


def test_signing_out_ends_it_for_a_copied_cookie_too(signed_in: dict[str, TestClient], browser: Browser) -> None:
    copy = browser(cookie=f"{COOKIE}={signed_in['reader'].cookies[COOKIE]}")
    assert copy.get("/api/claims").status_code == 200
    assert signed_in["reader"].delete("/api/session").status_code == 204
    assert copy.get("/api/claims").status_code == 401


def test_guessing_passwords_is_made_slow(signed_in: object, browser: Browser) -> None:
    wrong = [browser().post("/api/session", json={"name": "the owner", "password": str(n)}) for n in range(6)]
    assert [answer.status_code for answer in wrong] == [401] * 5 + [429]
    assert int(wrong[-1].headers["retry-after"]) > 0


def test_a_form_of_another_page_signs_nobody_in(signed_in: object, browser: Browser) -> None:
    """Without a preflight a page elsewhere can send forms, and text, but no JSON."""
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"):
        answer = browser().post("/api/session", content=b"{}", headers={"content-type": kind})
        assert answer.status_code == 415


def test_an_owner_manages_people(signed_in: dict[str, TestClient], browser: Browser) -> None:
    owner = signed_in["owner"]
    new = {"name": "zoe", "password": WORDS, "role": "reader"}
    assert owner.post("/api/users", json=new).json()["role"] == "reader"
    assert owner.patch("/api/users/zoe", json={"role": "reviewer"}).json()["role"] == "reviewer"
    assert "password" not in owner.get("/api/users").text
    zoe = browser()
    assert zoe.post("/api/session", json={"name": "zoe", "password": WORDS}).json()["can_write"] is True
    assert owner.patch("/api/users/zoe", json={"disabled": True}).json()["disabled"] is True
    assert zoe.get("/api/claims").status_code == 401


def test_who_has_no_name_is_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", fail)
    assert access.login() == "person"
