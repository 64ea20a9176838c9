"""The application: the guard, the routes under /api, and the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware

from sayso.ledger import Ledger
from sayso.version import __version__
from sayso.web import answers, openapi
from sayso.web.access import reader
from sayso.web.answers import JsonRoute
from sayso.web.desk import Desk, Settings
from sayso.web.filters import known_parameters
from sayso.web.heads import Heads
from sayso.web.limits import Limit
from sayso.web.routes import about, adding, articles, claims, names, pictures, review, sharing, signing
from sayso.web.security import Guard, Names
from sayso.web.static import Static

_INSIDE = tuple(part.routes for part in (about, claims, articles, pictures, review, names, adding, sharing, signing))
_NO_TELEMETRY: Any = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""FastAPI would send what it measures to an address in the environment; nothing leaves the machine."""


def create_app(ledger: Ledger, settings: Settings | None = None) -> FastAPI:
    """The desk over an open ledger, which stays the caller's to close."""
    desk = Desk(ledger, settings or Settings())
    app = FastAPI(
        title="Sayso",
        version=__version__,
        description="A ledger of claims: who says that who did what to whom, and how certain.",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=operation_id,
        lifespan=_lifespan,
        telemetry=_NO_TELEMETRY,
    )
    app.state.desk = desk
    app.openapi = cache(lambda: openapi.document(app, (signing.entrance, *_INSIDE)))  # type: ignore[method-assign] # FastAPI's own way
    answers.explain(app)
    app.include_router(_api())
    app.add_route("/{path:path}", Static().answer, include_in_schema=False)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(Limit, upload_bytes=desk.settings.upload_bytes)
    app.add_middleware(Heads)
    app.add_middleware(Guard, names=Names(desk.settings.names, any_address=desk.settings.any_address))
    return app


def operation_id(route: APIRoute) -> str:
    """The function's name: what a generated client calls it."""
    return route.name


@cache
def _api() -> APIRouter:
    api = APIRouter(prefix="/api", route_class=JsonRoute, dependencies=[Depends(known_parameters)])
    api.include_router(signing.entrance)
    for router in _INSIDE:
        api.include_router(router, dependencies=[Depends(reader)])
    return api


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.desk.close()
