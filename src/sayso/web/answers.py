"""What routes take and answer: the library's records as JSON, and one plain sentence where something is wrong.

msgspec reads and writes bodies, as it does everywhere else in Sayso; FastAPI reads what stands in addresses.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any, Generic, TypeVar, get_type_hints

import msgspec
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from sayso.ledger import LedgerError, NotFoundError
from sayso.ledger.review.records import ConflictError, Decision
from sayso.world.errors import WorldError

T = TypeVar("T")


class Json(Response):
    """Records as JSON, field for field, None as null."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """The body."""
        return msgspec.json.encode(content)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in one plain sentence."""

    detail: str


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A decision that came in between, made by the same person elsewhere."""

    detail: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """A list that is short enough to come whole."""

    rows: tuple[T, ...]


class Refused(HTTPException):
    """A request that gets no answer: status and one sentence."""


class Sent(Generic[T]):
    """Reads a body as one of the records that are sent: `given: Annotated[NewUser, Depends(Sent(NewUser))]`."""

    def __init__(self, kind: type[T]) -> None:
        self.kind = kind
        self._decode = msgspec.json.Decoder(kind).decode

    async def __call__(self, request: Request) -> T:
        """The record. Refused where the body is no JSON (what a form on another page sends is none), or not this."""
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise Refused(415, "the body must be application/json")
        try:
            return self._decode(await request.body())
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Refused(422, str(error)) from None


def sent(kind: type[Any]) -> Any:
    """What stands in the annotation of a route's parameter for its body."""
    return Depends(Sent(kind))


class JsonRoute(APIRoute):
    """A route whose function returns records. `returns` is their type and `takes` the body's, None for none."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        hints = get_type_hints(endpoint, include_extras=True)
        self.returns = hints.pop("return")
        self.takes = next(filter(None, map(_body, hints.values())), None)
        super().__init__(path, _answering(endpoint), **options | {"response_model": None})


def _body(hint: Any) -> type[Any] | None:
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(given := getattr(mark, "dependency", None), Sent):
            return given.kind
    return None


def _answering(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    if iscoroutinefunction(endpoint):
        return _waiting(endpoint)

    @wraps(endpoint)
    def answer(*values: object, **named: object) -> Response:
        return _response(endpoint(*values, **named))

    return answer


def _waiting(endpoint: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Response]]:
    @wraps(endpoint)
    async def answer(*values: object, **named: object) -> Response:
        return _response(await endpoint(*values, **named))

    return answer


def _response(found: object) -> Response:
    if isinstance(found, Response):
        return found
    return Response(status_code=204) if found is None else Json(found)


def explain(app: FastAPI) -> None:
    """Errors become a status and a `Problem`. What a request held comes back as JSON only, never as a page."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(ConflictError, _overtaken)
    app.add_exception_handler(NotFoundError, _missing)
    app.add_exception_handler(LedgerError, _bad)
    app.add_exception_handler(WorldError, _bad)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return Json(Problem(str(error.detail)), error.status_code, dict(error.headers or {}))


def _missing(_: Request, error: Exception) -> Response:
    return Json(Problem(str(error)), 404)


def _bad(_: Request, error: Exception) -> Response:
    return Json(Problem(str(error)), 400)


def _overtaken(_: Request, error: Exception) -> Response:
    assert isinstance(error, ConflictError)
    return Json(Overtaken(str(error), error.decision), 409)


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    return Json(Problem(f"{where}: {first['msg']}"), 422)
