"""The built interface: its files by their names, and its page for every other path."""

from __future__ import annotations

import mimetypes
from importlib.resources import files
from pathlib import Path

from fastapi import Request
from fastapi.responses import FileResponse, Response

from sayso.web.answers import Refused

FOLDER = Path(str(files("sayso.web"))) / "static"
_FOREVER = "public, max-age=31536000, immutable"
_ALWAYS_ASK = "no-cache"
_UNBUILT = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sayso</title>
<h1>The page isn't built</h1>
<p>This copy of Sayso runs from its source. Build the page with <code>npm --prefix ui ci</code> and
<code>npm --prefix ui run build</code>, or install Sayso from a wheel. The API answers under <code>/api</code>.</p>
</html>
"""


class Static:
    """What stands in one folder. Names are looked up among its files: a path is never put together from a request."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}

    def answer(self, request: Request) -> Response:
        """A file, or the page. A file's name that isn't there is 404, so that a stale page notices."""
        name = str(request.scope["path"]).lstrip("/")
        if name in self._files:
            return self._file(request, name)
        if name == "api" or name.startswith(("api/", "assets/")):
            raise Refused(404, "there is nothing at that address")
        if "index.html" in self._files:
            return self._file(request, "index.html")
        return Response(_UNBUILT, media_type="text/html")

    def _file(self, request: Request, name: str) -> Response:
        headers = {"Cache-Control": _FOREVER if name.startswith("assets/") else _ALWAYS_ASK, "Vary": "Accept-Encoding"}
        path = self._files[name]
        if f"{name}.gz" in self._files and "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            path = self._files[f"{name}.gz"]
        return FileResponse(path, headers=headers, media_type=mimetypes.guess_type(name)[0])
