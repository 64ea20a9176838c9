"""Runs: when the ledger was written to, with what, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from sayso.ledger.errors import NotFoundError
from sayso.ledger.schema import failures, runs


@dataclass(frozen=True, slots=True)
class Run:
    """One call of `sayso read`. `started` and `finished` are ISO times in UTC; a run that was killed never finished.

    The counts are of what the run added, kept in the transactions that added it, so they are right after a kill too.
    `words` are separated by white space.
    """

    run_id: str
    version: str
    model: str
    started: str
    finished: str | None
    articles: int
    words: int
    claims: int
    failures: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that a run could not read, and why."""

    run_id: str
    path: str
    reason: str


def start(connection: Connection, model: str, version: str) -> str:
    """Add a run; its id is `run-` and its number."""
    number = connection.execute(select(func.coalesce(func.max(runs.c.number), 0))).scalar_one() + 1
    run_id = f"run-{number}"
    counts = dict.fromkeys(("articles", "words", "claims", "failures"), 0)
    values = {"number": number, "run_id": run_id, "version": version, "model": model, "started": _now(), **counts}
    connection.execute(insert(runs).values(values))
    return run_id


def finish(connection: Connection, run_id: str) -> Run:
    """Mark a run as finished. LedgerError for an unknown run."""
    connection.execute(update(runs).where(runs.c.run_id == run_id).values(finished=_now()))
    return get(connection, run_id)


def fail(connection: Connection, failure: Failure) -> None:
    """Add a failure to its run. LedgerError for an unknown run."""
    number = get(connection, failure.run_id).failures
    values = {"run_id": failure.run_id, "path": _text(failure.path), "reason": _text(failure.reason)}
    connection.execute(insert(failures).values(number=number, **values))
    connection.execute(update(runs).where(runs.c.run_id == failure.run_id).values(failures=number + 1))


def get(connection: Connection, run_id: str) -> Run:
    """The run of that id. LedgerError for an unknown run."""
    row = connection.execute(_GET, {"wanted": run_id}).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no run {run_id!r}; `start_run` gives the id of a new one")
    return Run(*row)


def read(connection: Connection) -> tuple[Run, ...]:
    """Every run, the first first."""
    return tuple(Run(*row) for row in connection.execute(select(*_RUN).order_by(runs.c.number)))


def read_failures(connection: Connection, run_id: str) -> tuple[Failure, ...]:
    """The failures of one run, in the order in which they were noted."""
    query = select(*_FAILURE).where(failures.c.run_id == run_id).order_by(failures.c.number)
    return tuple(Failure(*row) for row in connection.execute(query))


_RUN = [runs.c[field.name] for field in fields(Run)]
_GET = select(*_RUN).where(runs.c.run_id == bindparam("wanted"))
_FAILURE = [failures.c[field.name] for field in fields(Failure)]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _text(name: str) -> str:
    # A file's name may be bytes that are no text; it must still be possible to note that it could not be read.
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
