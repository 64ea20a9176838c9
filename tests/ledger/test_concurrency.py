"""Several at work on one ledger at once, each with a connection of their own, on both kinds of database."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

from sqlalchemy import func, select

from sayso.ledger import Filter, Ledger
from sayso.ledger.schema import articles, claims
from sayso.ledger.writer import revision
from tests.ledger.build import MODEL, agency, dossier
from tests.ledger.test_ledger import numbered
from tests.ledger.test_migrations import VERSIONS, write

WORKERS = 4


def at_once(work: Callable[[int], None]) -> None:
    """Do it four times, all beginning together."""
    start = Barrier(WORKERS)

    def begin(worker: int) -> None:
        start.wait()
        work(worker)

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(begin, range(WORKERS)))


def test_whoever_opens_a_new_ledger_first_makes_it(where: str) -> None:
    at_once(lambda _: Ledger.open(where).close())
    with Ledger.open(where, create=False) as ledger:
        assert ledger.summary().articles == 0


def test_whoever_opens_an_older_ledger_first_brings_it_up_to_date(where: str) -> None:
    write(where, VERSIONS[0])
    at_once(lambda _: Ledger.open(where).close())
    with Ledger.open(where, create=False) as ledger:
        assert ledger.count(Filter(source="ministry")) == 1


def test_several_runs_at_once_lose_nothing(where: str) -> None:
    Ledger.open(where).close()

    def run(worker: int) -> None:
        with Ledger.open(where) as ledger:
            run_id = ledger.start_run(MODEL, "0.1")
            for number in range(worker, 20, WORKERS):
                assert ledger.add(run_id, numbered(number))
            assert ledger.finish_run(run_id).articles == 20 // WORKERS

    at_once(run)
    with Ledger.open(where) as ledger:
        assert [article.article_id for article in ledger.articles()] == [f"{number:016}" for number in range(20)]
        assert [run.run_id for run in ledger.runs()] == [f"run-{number}" for number in range(1, WORKERS + 1)]
        with ledger.transaction() as connection:
            revisions = connection.execute(select(articles.c.revision)).scalars()
            assert sorted(revisions) == list(range(1, 21))
            assert revision(connection) == 20


def test_an_article_that_several_add_is_added_once(where: str) -> None:
    Ledger.open(where).close()
    added: list[int] = []

    def run(_: int) -> None:
        with Ledger.open(where) as ledger:
            added.append(ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier()))

    at_once(run)
    assert sorted(added) == [0, 0, 0, 3]


def test_a_reader_sees_one_moment(where: str) -> None:
    with Ledger.open(where) as ledger, Ledger.open(where) as other:
        ledger.add(ledger.start_run(MODEL, "0.1"), agency())
        with ledger.transaction() as connection:
            before = connection.execute(select(func.count()).select_from(claims)).scalar()
            other.add(other.start_run("en-2", "0.2"), replace(agency(), claims=(), model="en-2"))
            assert connection.execute(select(func.count()).select_from(claims)).scalar() == before == 3
        assert ledger.count() == 0
