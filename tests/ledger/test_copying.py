from __future__ import annotations

import io

import pytest

from sayso.exports import export
from sayso.ledger import EVERYTHING, Ledger, LedgerError
from sayso.ledger.copying import copy
from sayso.words.records import Correction
from tests.databases import Opened
from tests.ledger.build import MODEL, agency, dossier, leaflet


def fill(ledger: Ledger) -> None:
    run_id = ledger.start_run(MODEL, "0.1")
    ledger.add_many(run_id, dossier())
    ledger.add_failure(run_id, "broken.pdf", "no PDF")
    ledger.correct(Correction("place", "Sarmin", "geonames:1"))


def exported(ledger: Ledger) -> bytes:
    out = io.BytesIO()
    export(ledger, "claims", "jsonl", out)
    return out.getvalue()


def test_a_copy_is_the_same_ledger(opened: Opened, on_postgresql: Opened) -> None:
    """There and back: from each kind of database to PostgreSQL, and from there to a file."""
    with opened() as first, on_postgresql() as second, Ledger.open(":memory:") as third:
        fill(first)
        rows = copy(first, second)
        assert copy(second, third) == rows
        assert (rows["articles"], rows["claims"], rows["corrections"]) == (3, 6, 1)
        for other in (second, third):
            assert exported(other) == exported(first)
            assert other.summary() == first.summary()
            assert other.corrections() == first.corrections()
            assert [hit.claims for hit in other.search("sarmin shell*")] == [agency().claims[:1]]


def test_a_copy_goes_on_where_the_first_ended(opened: Opened, on_postgresql: Opened) -> None:
    with opened() as first, on_postgresql() as second:
        first.add_many(first.start_run(MODEL, "0.1"), dossier()[:2])
        copy(first, second)
        for ledger in (first, second):
            ledger.add(ledger.start_run(MODEL, "0.1"), leaflet())
        assert exported(second) == exported(first)
        assert second.runs()[1].run_id == "run-2"


def test_only_an_empty_ledger_is_copied_into(opened: Opened) -> None:
    with opened() as first, opened() as second:
        fill(first)
        fill(second)
        with pytest.raises(LedgerError, match="is not empty"):
            copy(first, second)
        assert second.count(EVERYTHING) == 6
