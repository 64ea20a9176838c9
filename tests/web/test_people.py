"""Passwords, roles and sessions as the ledger keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select

from sayso.ledger import Ledger, LedgerError
from sayso.ledger.schema import sessions, users
from sayso.web import people as module
from sayso.web.attempts import MOST, WINDOW, Attempts, TooManyError
from sayso.web.people import People, SignInError
from tests.databases import Opened

WORDS = "seven quiet harbours"
HOME = "127.0.0.1"


@pytest.fixture
def people(opened: Opened) -> Iterator[People]:
    """One owner, in a file and in a PostgreSQL database."""
    with opened() as ledger:
        people = People(ledger)
        people.add("ada", WORDS, "owner")
        yield people


def kept(people: People, table: object) -> str:
    """All that the ledger holds in a table."""
    with people._ledger.transaction() as connection:
        return str(connection.execute(select(table)).all())  # type: ignore[call-overload]


def test_a_password_is_kept_as_argon2id_and_nowhere_as_itself(people: People) -> None:
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in kept(people, users)
    assert WORDS not in kept(people, users)


def test_a_session_is_known_by_a_secret_that_the_ledger_doesnt_hold(people: People) -> None:
    secret = people.sign_in("ada", WORDS, HOME)
    assert secret not in kept(people, sessions)
    who = people.who(secret)
    assert who is not None
    assert (who.name, who.role) == ("ada", "owner")
    assert people.who(secret[:-1]) is None


@pytest.mark.parametrize(("name", "password"), [("ada", "another thing"), ("eve", WORDS), ("ada", ""), ("", WORDS)])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(people: People, name: str, password: str) -> None:
    with pytest.raises(SignInError, match="name or password is wrong"):
        people.sign_in(name, password, HOME)


def test_a_session_ends_by_signing_out_and_by_itself(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = people.sign_in("ada", WORDS, HOME), people.sign_in("ada", WORDS, HOME)
    people.sign_out(first)
    assert people.who(first) is None
    assert people.who(second) is not None
    later = datetime.now(UTC) + module.SESSION + timedelta(seconds=2)
    monkeypatch.setattr(module, "_now", lambda: later)
    assert people.who(second) is None
    people.sign_in("ada", WORDS, HOME)
    assert kept(people, sessions).count("'ada'") == 1  # what has expired doesn't stay


def test_a_new_password_and_the_end_of_an_account_end_its_sessions(people: People) -> None:
    people.add("ben", WORDS, "reader")
    secret = people.sign_in("ben", WORDS, HOME)
    people.change("ben", password=WORDS + "!")
    assert people.who(secret) is None
    secret = people.sign_in("ben", WORDS + "!", HOME)
    people.change("ben", disabled=True)
    assert people.who(secret) is None
    with pytest.raises(SignInError):
        people.sign_in("ben", WORDS + "!", HOME)


def test_a_role_holds_from_the_next_request_on(people: People) -> None:
    people.add("ben", WORDS, "reader")
    secret = people.sign_in("ben", WORDS, HOME)
    people.change("ben", role="reviewer")
    who = people.who(secret)
    assert who is not None
    assert who.role == "reviewer"


def test_an_owner_is_always_left(people: People) -> None:
    changes: tuple[dict[str, Any], ...] = ({"role": "reader"}, {"disabled": True})
    for change in changes:
        with pytest.raises(LedgerError, match="one owner must be left"):
            people.change("ada", **change)
    assert [user.role for user in people.everyone()] == ["owner"]


def test_two_owners_who_demote_each_other_at_once_dont_both_succeed(where: str) -> None:
    with Ledger.open(where) as ledger:
        people = People(ledger)
        for name in ("ada", "ben"):
            people.add(name, WORDS, "owner")
        for _ in range(10):
            start = Barrier(2)

            def demote(name: str, start: Barrier = start) -> bool:
                start.wait()
                with suppress(LedgerError):
                    people.change(name, role="reviewer")
                    return True
                return False

            with ThreadPoolExecutor(2) as pool:
                assert sorted(pool.map(demote, ("ada", "ben"))) == [False, True]
            for name in ("ada", "ben"):
                people.change(name, role="owner")


def test_the_first_is_an_owner(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "claims.db") as ledger, pytest.raises(LedgerError, match="--role owner"):
        People(ledger).add("ada", WORDS, "reader")


def test_a_name_is_given_once_and_comes_back_to_the_same_person(people: People) -> None:
    with pytest.raises(LedgerError, match="already"):
        people.add("ada", WORDS, "reader")
    people.add("ben", WORDS, "reader")
    people.change("ben", disabled=True)
    assert people.add("ben", WORDS, "reviewer").disabled is False


@pytest.mark.parametrize("name", ["", " ada", "a\nb", "a\u202eb", "x" * 81])
def test_names_that_deceive_are_refused(people: People, name: str) -> None:
    with pytest.raises(LedgerError, match="a name is"):
        people.add(name, WORDS, "reader")


@pytest.mark.parametrize("password", ["", "too short"])
def test_short_passwords_are_refused(people: People, password: str) -> None:
    with pytest.raises(LedgerError, match="at least 12"):
        people.add("ben", password, "reader")


def test_unknown_names_and_roles_are_refused(people: People) -> None:
    with pytest.raises(LedgerError, match="nobody named 'eve'"):
        people.change("eve", role="reader")
    with pytest.raises(LedgerError, match="must be one of reader, reviewer, owner"):
        people.add("ben", WORDS, "king")


def test_guessing_is_made_slow_for_one_address_and_one_name() -> None:
    now = 0.0
    attempts = Attempts(lambda: now)
    for _ in range(MOST):
        attempts.begin("ada", "192.0.2.1")
    with pytest.raises(TooManyError) as told:
        attempts.begin("ada", "192.0.2.1")
    assert told.value.wait == WINDOW
    attempts.begin("ada", "192.0.2.2")  # nobody is locked out by another's guesses
    attempts.begin("ben", "192.0.2.1")
    now = WINDOW
    attempts.begin("ada", "192.0.2.1")


def test_who_signs_in_has_no_failures() -> None:
    attempts = Attempts(lambda: 0.0)
    for _ in range(10 * MOST):
        attempts.begin("ada", HOME)
        attempts.succeeded("ada", HOME)
