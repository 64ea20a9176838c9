"""Articles that people send: kept in a folder of their own while they wait, read one upload at a time.

A file's name is only ever a name: it is stripped of all that could be a path or deceive the eye, and each file lies in
a folder that is numbered here.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Lock
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec
from msgspec import Struct

from sayso.ledger import Ledger, LedgerError
from sayso.words.records import Reading
from sayso.workers import WorkerStartError
from sayso.world.errors import WorldError

if TYPE_CHECKING:
    from sayso.jobs import Coder
    from sayso.reading import Progress, Report

State = Literal["waiting", "reading", "done", "cancelled", "failed"]

MOST_WAITING = 20
_REMEMBERED = 100
_NAME_BYTES = 200
_PIECE = 2**20
_PASTED = ".pasted.jsonl"
_SEPARATORS = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Job:
    """One upload. Of `total` articles and files `done` are through, with `words`; `added` and `known` count articles.

    `articles` are the ids of those added. `message` says what it waits for, or why it failed as a whole.
    """

    job: str
    by: str
    state: State
    files: int
    done: int = 0
    total: int = 0
    words: int = 0
    added: int = 0
    known: int = 0
    articles: tuple[str, ...] = ()
    errors: tuple[FileError, ...] = ()
    message: str | None = None


class Pasted(Struct, frozen=True, forbid_unknown_fields=True):
    """A text that was pasted, with what is known of it. `published` is an ISO prefix, `name` what errors call it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    name: str | None = None


class Inbox:
    """The files of one upload in a temporary folder that only this user can read; `close` removes it."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="sayso-", ignore_cleanup_errors=True)
        self.files: list[Path] = []

    def receive(self, name: str, data: BinaryIO) -> None:
        """Keep a file."""
        path = Path(self._folder.name, f"{len(self.files):06}", plain_name(name))
        path.parent.mkdir()
        with path.open("xb") as file:
            while piece := data.read(_PIECE):
                file.write(piece)
        self.files.append(path)

    def receive_text(self, pasted: Pasted) -> None:
        """Keep a text, as the one row of a file."""
        name = plain_name(pasted.name or pasted.title or "pasted text") + _PASTED
        path = Path(self._folder.name, f"{len(self.files):06}", name)
        path.parent.mkdir()
        path.write_bytes(msgspec.json.encode(pasted))
        self.files.append(path)

    def close(self) -> None:
        """Remove all of it."""
        self._folder.cleanup()


class Jobs:
    """Uploads in the order they came, each read in the background when those before it are done."""

    def __init__(self, ledger: Ledger, coder: type[Coder]) -> None:
        self._ledger = ledger
        self._coder = coder
        self._jobs: dict[str, Job] = {}
        self._cancelled: dict[str, Event] = {}
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sayso-upload")

    def start(self, inbox: Inbox, by: str) -> Job:
        """Queue an upload; its folder is removed when it is done. LedgerError where too many wait."""
        with self._lock:
            if sum(job.state in ("waiting", "reading") for job in self._jobs.values()) >= MOST_WAITING:
                raise LedgerError(f"{MOST_WAITING} uploads are waiting; add more when they are done")
            job = Job(secrets.token_urlsafe(9), by, "waiting", len(inbox.files))
            self._jobs[job.job] = job
            self._cancelled[job.job] = Event()
            self._forget()
        self._thread.submit(self._run, job.job, inbox)
        return job

    def get(self, name: str) -> Job | None:
        """The job of that name."""
        return self._jobs.get(name)

    def all(self) -> tuple[Job, ...]:
        """The jobs that are remembered, the latest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def cancel(self, name: str) -> Job | None:
        """End a job: what is done is kept, what isn't begun is left."""
        if name in self._cancelled:
            self._cancelled[name].set()
        return self.get(name)

    def close(self) -> None:
        """End all of them."""
        for event in self._cancelled.values():
            event.set()
        self._thread.shutdown()

    def _run(self, name: str, inbox: Inbox) -> None:
        try:
            if self._cancelled[name].is_set():
                return self._set(name, state="cancelled")
            self._set(name, state="reading")
            self._finish(name, *self._read(name, inbox))
        except (LedgerError, WorldError, WorkerStartError, OSError) as error:
            self._set(name, state="failed", message=str(error))
        except Exception as error:  # what is wrong in one upload must not end the thread of the others
            reason = f"a mistake in Sayso ({type(error).__name__}: {error}); please report it"
            self._set(name, state="failed", message=reason)
        finally:
            inbox.close()
        return None

    def _read(self, name: str, inbox: Inbox) -> tuple[Report, tuple[str, ...]]:
        from sayso.reading import read_into  # here: it loads the model's runtime, which no other question needs

        ledger = _Receiving(self._ledger)
        report = read_into(
            ledger,
            *inbox.files,
            progress=lambda progress: self._progress(name, progress),
            told=lambda line: self._set(name, message=line),
            coder=self._coder,
        )
        return report, tuple(ledger.received)

    def _progress(self, name: str, progress: Progress) -> None:
        self._set(name, done=progress.done, total=progress.total, words=progress.words, message=None)
        if self._cancelled[name].is_set():
            raise KeyboardInterrupt  # what `read_into` takes as the wish to stop

    def _finish(self, name: str, report: Report, added: tuple[str, ...]) -> None:
        errors = tuple(FileError(_shown(error.name), _reason(error.row, error.reason)) for error in report.errors)
        state: State = "cancelled" if report.interrupted else "done"
        counts = {"added": report.run.articles, "known": report.known, "articles": added}
        self._set(name, state=state, errors=errors, message=None, **counts)

    def _set(self, name: str, **values: object) -> None:
        with self._lock:
            self._jobs[name] = replace(self._jobs[name], **values)  # type: ignore[arg-type]

    def _forget(self) -> None:
        """The oldest that are over, beyond so many."""
        over = [name for name, job in self._jobs.items() if job.state not in ("waiting", "reading")]
        for name in over[: max(0, len(self._jobs) - _REMEMBERED)]:
            del self._jobs[name], self._cancelled[name]


class _Receiving(Ledger):
    """The same ledger, but it keeps an uploaded file's name in the place of where it lay for a moment."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger._engine, ledger.where)
        self.received: list[str] = []

    def add_many(self, run_id: str, readings: Iterable[Reading]) -> int:
        renamed = [_renamed(reading) for reading in readings]
        added = super().add_many(run_id, renamed)
        self.received += [reading.article.article_id for reading in renamed]
        return added

    def add_failure(self, run_id: str, path: str, reason: str) -> None:
        super().add_failure(run_id, _shown(path), reason)


def plain_name(name: str) -> str:
    """A file's name without folders and characters that can't be seen: "../../a\\u202ecod.exe" → "acod.exe"."""
    last = "".join(sign for sign in _SEPARATORS.split(name)[-1] if sign.isprintable()).strip(" .")
    return last.encode("utf-8", "ignore")[-_NAME_BYTES:].decode("utf-8", "ignore") or "unnamed"


def _renamed(reading: Reading) -> Reading:
    article = reading.article
    return replace(reading, article=replace(article, path=None if article.path is None else _shown(article.path)))


def _shown(path: str) -> str:
    return Path(path).name.removesuffix(_PASTED)


def _reason(row: int | None, reason: str) -> str:
    return reason if row is None else f"row {row}: {reason}"
