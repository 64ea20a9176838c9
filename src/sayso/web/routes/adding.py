"""Adding articles: files and pasted texts, read in the background."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from sayso.web.access import Reviewer, reviewer
from sayso.web.answers import JsonRoute, Refused, Rows
from sayso.web.desk import Desk, TheDesk
from sayso.web.uploads import Inbox, Job, Pasted

routes = APIRouter(route_class=JsonRoute, tags=["add"])

_FILES: dict[str, Any] = {
    "type": "object",
    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
    "required": ["files"],
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": _FILES},
            "application/json": {"schema": {"$ref": "#/components/schemas/Pasted"}},
        },
    }
}


@routes.post("/uploads", openapi_extra=_BODY)
async def add(desk: TheDesk, who: Reviewer, request: Request) -> Job:
    """Read files (`files`, repeated) or one pasted text into the ledger, in the background."""
    # The body is read here, not by a parameter: that would take it in before it is known who sends it.
    inbox = Inbox()
    try:
        await _receive(desk, request, inbox)
        return await run_in_threadpool(desk.jobs.start, inbox, who.name)
    except BaseException:
        inbox.close()
        raise


@routes.get("/jobs")
def jobs(desk: TheDesk) -> Rows[Job]:
    """Uploads since the desk was opened, the latest first."""
    return Rows(desk.jobs.all())


@routes.get("/jobs/{job}")
def job(desk: TheDesk, job: str) -> Job:
    """How far an upload is."""
    return _known(desk.jobs.get(job))


@routes.delete("/jobs/{job}", dependencies=[Depends(reviewer)])
def cancel_job(desk: TheDesk, job: str) -> Job:
    """End an upload: what is done is kept."""
    return _known(desk.jobs.cancel(job))


async def _receive(desk: Desk, request: Request, inbox: Inbox) -> None:
    if request.headers.get("content-type", "").startswith("application/json"):
        return await run_in_threadpool(inbox.receive_text, _pasted(await request.body()))
    async with request.form(max_files=desk.settings.upload_files, max_fields=1) as form:
        files = [file for file in form.getlist("files") if isinstance(file, UploadFile)]
        if not files:
            raise Refused(422, "no file: send each as a field `files`, or a text as JSON")
        for file in files:
            await run_in_threadpool(inbox.receive, file.filename or "", file.file)
    return None


def _pasted(body: bytes) -> Pasted:
    try:
        pasted = msgspec.json.decode(body, type=Pasted)
    except msgspec.DecodeError as error:
        raise Refused(422, str(error)) from None
    if not pasted.text.strip():
        raise Refused(422, "the text is empty")
    return pasted


def _known(job: Job | None) -> Job:
    if job is None:
        raise Refused(404, "there is no such upload")
    return job
