"""Who asks, and what they may do.

Without accounts the desk is one person's: who can reach it may look, who holds the token in the printed address may do
everything. With accounts nothing is shown to who isn't signed in, and the role decides.
"""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, APIKeyHeader

from sayso.web import token
from sayso.web.answers import Refused
from sayso.web.desk import TheDesk
from sayso.words import vocabulary

COOKIE = "sayso_session"
_Token = Annotated[str | None, Depends(APIKeyHeader(name=token.HEADER, scheme_name="token", auto_error=False))]
_Session = Annotated[str | None, Depends(APIKeyCookie(name=COOKIE, scheme_name="session", auto_error=False))]


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name that decisions are kept under, and their role. `role` is None for who may not even look."""

    name: str
    role: str | None
    signed_in: bool
    accounts: bool

    def may(self, role: str) -> bool:
        """Whether they may do what that role may."""
        ranks = tuple(vocabulary.load("roles"))
        return self.role is not None and ranks.index(self.role) >= ranks.index(role)


def visitor(desk: TheDesk, given: _Token = None, session: _Session = None) -> Person:
    """Who asks, whatever they may do."""
    if not desk.people.exist():
        holds = token.same(given, desk.settings.token)
        return Person(login(), "owner" if holds else "reader", signed_in=holds, accounts=False)
    user = desk.people.who(session) if session else None
    if user is None:
        return Person("", None, signed_in=False, accounts=True)
    return Person(user.name, user.role, signed_in=True, accounts=True)


Visitor = Annotated[Person, Depends(visitor)]


def reader(who: Visitor) -> Person:
    """Who asks, if they may look."""
    return _allowed(who, "reader")


def reviewer(who: Visitor) -> Person:
    """Who asks, if they may decide, comment and add."""
    return _allowed(who, "reviewer")


def owner(who: Visitor) -> Person:
    """Who asks, if they may settle disputes and manage people."""
    return _allowed(who, "owner")


Reviewer = Annotated[Person, Depends(reviewer)]
Owner = Annotated[Person, Depends(owner)]


def login() -> str:
    """The name of the person at this machine; "person" where it has none (a container)."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "person"


def address(request: Request) -> str:
    """Where a request comes from, as sign-in counts attempts."""
    return request.client.host if request.client else ""


def _allowed(who: Person, role: str) -> Person:
    if who.may(role):
        return who
    if who.signed_in:
        raise Refused(403, f"your role is {who.role}; this takes the role {role}")
    if who.accounts:
        raise Refused(401, "sign in first")
    raise Refused(401, f"this takes the token of the address that `sayso serve` printed, as the header {token.HEADER}")
