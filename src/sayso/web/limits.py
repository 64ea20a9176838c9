"""How much a request may send, before anything is made of it."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.answers import Json, Problem, Refused

BODY_BYTES = 2**20
"""Of all that is no upload: a decision or a comment takes a thousandth."""
UPLOADS = "/api/uploads"


class Limit:
    """Refuses a body that is too large: at once where its length is told, else as soon as it has come."""

    def __init__(self, app: ASGIApp, upload_bytes: int) -> None:
        self._app = app
        self._upload_bytes = upload_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or not."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        most = self._upload_bytes if scope["path"] == UPLOADS else BODY_BYTES
        fault = f"too large: at most {most:,} bytes at once"
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length) > most:
            return await Json(Problem(fault), 413)(scope, receive, send)
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise Refused(413, fault)
            return message

        return await self._app(scope, counted, send)
