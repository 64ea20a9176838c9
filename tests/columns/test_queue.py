"""What to look at next and how far people have got, as `Review.queue` and `Review.progress` say."""

from __future__ import annotations

import pytest

from sayso.columns import Columns, Snapshot, progress, queue
from sayso.ledger import Filter, Ledger
from sayso.ledger.review.queue import Order
from tests.columns import sample

FILTERS = [
    Filter(),
    Filter(review="any"),
    Filter(review="none", event_type="ASSAULT"),
    Filter(review=("accepted", "disputed")),
    Filter(kind="statement", without=Filter(source_kind="official")),
    Filter(reviewer="ann"),
    Filter(max_confidence=0.5, outlet="Daily Wire"),
    Filter(country="XX"),
]


@pytest.mark.parametrize("which", FILTERS)
@pytest.mark.parametrize("by", ["uncertainty", "position"])
@pytest.mark.parametrize("skip", [None, "ann", "nobody"])
def test_the_queue_is_the_librarys(ledger: Ledger, which: Filter, by: Order, skip: str | None) -> None:
    found = Columns.open(ledger).queue(which, by, 9, skip)
    assert tuple(row.claim for row in found.rows) == ledger.review.queue(which, by=by, limit=9, skip=skip)
    assert (found.total, found.next) == (ledger.count(which), None)


def test_it_has_more_to_choose_from_than_is_asked_for(ledger: Ledger, now: Snapshot) -> None:
    """The least certain claims all are of few articles; the queue isn't."""
    rows = queue(now, limit=12).rows.tolist()
    assert len({int(now.article[row]) for row in rows}) == 12


@pytest.mark.parametrize("which", FILTERS)
def test_progress_is_the_librarys(ledger: Ledger, now: Snapshot, which: Filter) -> None:
    found, expected = progress(now, which), ledger.review.progress(which)
    assert found == expected
    assert list(found.by_state) == list(expected.by_state)
    assert list(found.by_reviewer) == list(expected.by_reviewer)


def test_nothing_is_decided_at_first() -> None:
    with Ledger.open(":memory:") as empty:
        empty.add_many(empty.start_run(sample.MODEL, "0.1"), sample.readings(1))
        assert progress(Columns.open(empty).now()) == empty.review.progress()
