"""What holds for every request: whose name it asks for, which page sent it, and what a browser may do with the answer.

`Guard` stands before everything else, so that no route can forget it.
"""

from __future__ import annotations

from collections.abc import Container
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.answers import Json, Problem

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
# MapLibre needs a worker of our own origin, and images that it makes itself (data:, blob:).
_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
    "worker-src 'self'; connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Names(Container[object]):
    """The names by which the desk may be asked for.

    A page elsewhere can point its own name at this machine (DNS rebinding) and then reads what it likes, unless the
    name is looked at. An address in figures can't be pointed anywhere, so beyond this machine each is one of ours.
    """

    def __init__(self, names: Container[str], *, any_address: bool) -> None:
        self._names = names
        self._any_address = any_address

    def __contains__(self, host: object) -> bool:
        return isinstance(host, str) and (host in self._names or (self._any_address and _is_address(host)))


class Guard:
    """Refuses requests for another's name and from another's page; sets what a browser may do with each answer."""

    def __init__(self, app: ASGIApp, names: Container[object]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or not."""
        if scope["type"] != "http":
            # There are no sockets here; lifespan is the server's own.
            return await self._app(scope, receive, send) if scope["type"] == "lifespan" else None
        is_api = scope["path"].startswith("/api")

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                _protect(MutableHeaders(scope=message), is_api=is_api)
            await send(message)

        fault = self._fault(Headers(scope=scope), scope["method"], is_api=is_api)
        answer = self._app if fault is None else Json(Problem(fault), 403)
        await answer(scope, receive, safely)
        return None

    def _fault(self, headers: Headers, method: str, *, is_api: bool) -> str | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or host_name(hosts[0]) not in self._names:
            return "the desk isn't known by that name; open it by the address that `sayso serve` printed, or see --name"
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != hosts[0]:
            return "another page may not ask the desk for anything"
        foreign = headers.get("sec-fetch-site") in ("cross-site", "same-site")
        if foreign and (is_api or method not in SAFE_METHODS):
            return "another page may not ask the desk for anything"
        return None


def host_name(host: str) -> str:
    """The name in a Host header, without its port: "[::1]:8000" → "::1"."""
    try:
        return (urlsplit(f"//{host}").hostname or "") if "@" not in host and "/" not in host else ""
    except ValueError:
        return ""


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _protect(headers: MutableHeaders, *, is_api: bool) -> None:
    for name, value in _ALWAYS.items():
        headers[name] = value
    headers["Content-Security-Policy"] = _NO_PAGE if is_api else _PAGE
    if is_api:
        headers["Cache-Control"] = "no-store"
