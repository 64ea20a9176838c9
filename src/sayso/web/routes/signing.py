"""Signing in, and the people who may."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from msgspec import Struct

from sayso.version import __version__
from sayso.web.access import COOKIE, Person, Visitor, address, owner, visitor
from sayso.web.answers import Json, JsonRoute, Refused, Rows, sent
from sayso.web.attempts import TooManyError
from sayso.web.desk import Desk, TheDesk
from sayso.web.models import Me
from sayso.web.people import SESSION, SignInError, User

entrance = APIRouter(route_class=JsonRoute, tags=["people"])
"""What a stranger may ask."""
routes = APIRouter(route_class=JsonRoute, tags=["people"], dependencies=[Depends(owner)])


class SignIn(Struct, frozen=True, forbid_unknown_fields=True):
    """Name and password where the ledger has accounts; else the token of the printed address."""

    name: str = ""
    password: str = ""
    token: str | None = None


class NewUser(Struct, frozen=True, forbid_unknown_fields=True):
    """A person to let in."""

    name: str
    password: str
    role: str


class UserChange(Struct, frozen=True, forbid_unknown_fields=True):
    """What is to change of a person."""

    role: str | None = None
    password: str | None = None
    disabled: bool | None = None


@entrance.get("/me")
def me(desk: TheDesk, who: Visitor) -> Me:
    """Who asks, what they may do, and of what ledger; of this nothing but whether there are accounts to a stranger."""
    return _me(desk, who)


@entrance.post("/session")
def sign_in(desk: TheDesk, request: Request, given: Annotated[SignIn, sent(SignIn)]) -> Me:
    """Sign in, or ask whether a token is right."""
    if given.token is not None:
        who = visitor(desk, given.token)
        if not who.signed_in:
            raise Refused(401, "the token isn't that of the address that `sayso serve` printed")
        return _me(desk, who)
    try:
        secret = desk.people.sign_in(given.name, given.password, address(request))
    except SignInError as error:
        raise Refused(401, str(error)) from None
    except TooManyError as error:
        raise Refused(429, str(error), {"Retry-After": str(round(error.wait) + 1)}) from None
    answer = Json(_me(desk, visitor(desk, None, secret)))
    secure = request.url.scheme == "https"
    lasts = round(SESSION.total_seconds())
    answer.set_cookie(COOKIE, secret, max_age=lasts, httponly=True, samesite="strict", secure=secure, path="/api")
    return answer  # type: ignore[return-value] # a response that carries it


@entrance.delete("/session", status_code=204)
def sign_out(desk: TheDesk, request: Request) -> Response:
    """End the session."""
    if secret := request.cookies.get(COOKIE):
        desk.people.sign_out(secret)
    answer = Response(status_code=204)
    answer.delete_cookie(COOKIE, path="/api", httponly=True, samesite="strict")
    return answer


@routes.get("/users")
def users(desk: TheDesk) -> Rows[User]:
    """Everyone who may sign in, or once might."""
    return Rows(desk.people.everyone())


@routes.post("/users")
def add_user(desk: TheDesk, given: Annotated[NewUser, sent(NewUser)]) -> User:
    """Let a person in."""
    return desk.people.add(given.name, given.password, given.role)


@routes.patch("/users/{name}")
def change_user(desk: TheDesk, name: str, given: Annotated[UserChange, sent(UserChange)]) -> User:
    """Change a person's role or password, or end their account."""
    return desk.people.change(name, role=given.role, password=given.password, disabled=given.disabled)


def _me(desk: Desk, who: Person) -> Me:
    if not who.may("reader"):
        return Me("", None, signed_in=False, accounts=True, can_write=False, can_settle=False)
    now, runs = desk.columns.now(), desk.ledger.runs()
    return Me(
        name=who.name,
        role=who.role,
        signed_in=who.signed_in,
        accounts=who.accounts,
        can_write=who.may("reviewer"),
        can_settle=who.may("owner"),
        ledger=desk.name,
        version=__version__,
        model=runs[-1].model if runs else None,
        revision=now.revision,
        claims=len(now),
        articles=len(now.article_ids),
    )
