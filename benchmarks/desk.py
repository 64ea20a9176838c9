"""`python -m benchmarks.desk`: make a large ledger, ask it what people ask of the desk, write down how long that took.

Its section of docs/benchmarks.md stands at the end of the page, which `make bench` writes anew without touching it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TypeVar

import psutil
from starlette.testclient import TestClient

from benchmarks import machine
from benchmarks.desk_ledger import make
from benchmarks.desk_questions import VIEWS, Question, questions
from benchmarks.report import DESK
from sayso.columns import Columns
from sayso.ledger import Ledger
from sayso.web.app import create_app

T = TypeVar("T")
_HERE = "http://127.0.0.1:8000"
_SECTION = """{heading}
*Written by `python -m benchmarks.desk`; never edited by hand.*

A ledger of {claims:,} claims in {articles:,} articles, made up, {size:.1f} GB on disk. {asked} questions: every
view of the desk under {filters} filters, from none to several conditions, negation and full text among them, in mixed
order, each asked once. Milliseconds on the clock, in the library and over HTTP in the same process, JSON and
compression included. Machine: {machine}.

| | median | p95 | longest | HTTP: median | p95 | longest |
|---|--:|--:|--:|--:|--:|--:|
{rows}

Opened for the first time, this ledger takes {first:.0f} s; from then on {again:.1f} s, out of the cache
({cache:.0f} MB). After all questions {memory:,.0f} MB of memory are in use. A page that is asked for right after a
reviewer's decision, and so shows it, takes {decision:.0f} ms.
"""


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds that each question took."""

    questions: list[Question]
    took: list[float]

    def of(self, view: str | None) -> list[float]:
        """Those of one view, or of all."""
        both = zip(self.questions, self.took, strict=True)
        return [took for question, took in both if view in (None, question.view.name)]


def main() -> int:
    """Measure, write the section, print it."""
    arguments = _parser().parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        os.environ["SAYSO_HOME"] = str(folder)  # a cache of its own: the first opening is to be the first
        where = arguments.ledger or folder / "claims.db"
        if arguments.ledger is None:
            make(where, arguments.claims).close()
        written = _measured(stack.enter_context(Ledger.open(where, create=False)), where, folder)
    page: Path = arguments.output
    page.write_text(page.read_text(encoding="utf-8").partition(DESK)[0] + written, encoding="utf-8")
    print(written)
    return 0


def _measured(ledger: Ledger, where: Path, folder: Path) -> str:
    columns, first = _clocked(lambda: Columns.open(ledger))
    del columns
    columns, again = _clocked(lambda: Columns.open(ledger))
    asked = questions(columns.now())
    direct = Timed(asked, [_ask(columns, question) for question in asked])
    memory = psutil.Process().memory_info().rss / 1e6
    decision = _after_a_decision(ledger, columns)
    now = columns.now()
    del columns
    with TestClient(create_app(ledger), base_url=_HERE) as client:
        client.get("/api/facets?names=kind")  # opens the columns
        over_http = Timed(asked, [_get(client, question) for question in asked])
    return _SECTION.format(
        heading=DESK,
        claims=len(now),
        articles=len(now.article_ids),
        size=where.stat().st_size / 1e9,
        asked=len(asked),
        filters=len(asked) // len(VIEWS),
        machine=machine.describe(),
        rows="\n".join(_row(name, direct, over_http) for name in (*(view.name for view in VIEWS), None)),
        first=first / 1000,
        again=again / 1000,
        cache=sum(file.stat().st_size for file in folder.rglob("*.npz")) / 1e6,
        memory=memory,
        decision=decision,
    )


def _after_a_decision(ledger: Ledger, columns: Columns) -> float:
    """From the question for a page to the page, where somebody just decided about a claim; the median of five."""
    took = []
    for row in columns.claims(limit=5).rows:
        ledger.review.decide(row.claim.claim_id, "accept", reviewer="somebody")
        took.append(_clocked(columns.claims)[1])
    for decision in ledger.review.decisions(reviewer="somebody"):
        ledger.review.undo(decision.number)
    return median(took)


def _ask(columns: Columns, question: Question) -> float:
    return _clocked(lambda: question.view.call(columns, question.which))[1]


def _get(client: TestClient, question: Question) -> float:
    answer, took = _clocked(lambda: client.get(question.address))
    answer.raise_for_status()
    return took


def _row(view: str | None, direct: Timed, over_http: Timed) -> str:
    figures = [f"{figure:,.0f}" for timed in (direct, over_http) for figure in _figures(timed.of(view))]
    return f"| {view or '**all**'} | {' | '.join(figures)} |"


def _figures(took: Sequence[float]) -> tuple[float, float, float]:
    return median(took), quantiles(took, n=20, method="inclusive")[-1], max(took)


def _clocked(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and how many milliseconds it took."""
    start = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - start) * 1000


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    parser.add_argument("--claims", type=int, default=2_000_000, help="how many the ledger is to hold")
    parser.add_argument("--ledger", type=Path, help="one that was made before, instead of making it now")
    parser.add_argument("--output", type=Path, default=Path("docs/benchmarks.md"), help="the page that it is added to")
    return parser


if __name__ == "__main__":
    sys.exit(main())
