from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sayso.columns import SORTS, Columns, Snapshot, articles, mask, page
from sayso.ledger import Filter, Ledger, LedgerError
from tests.columns import sample

WHICH = Filter(review="any", without=Filter(factuality="will"))


def walk(now: Snapshot, sort: str, limit: int = 5) -> list[int]:
    """All rows, page by page."""
    rows, after = [], None
    while True:
        found = page(now, WHICH, sort, limit, after)
        rows += found.rows.tolist()
        if found.next is None:
            return rows
        assert len(found.rows) == limit
        after = found.next


@pytest.mark.parametrize("sort", SORTS)
def test_pages_hold_each_claim_once_in_order(now: Snapshot, sort: str) -> None:
    rows, back = walk(now, sort), walk(now, f"-{sort}")
    assert sorted(rows) == sorted(back) == np.flatnonzero(mask(now, WHICH)).tolist()
    assert page(now, WHICH, sort).total == len(rows)


@pytest.mark.parametrize(
    ("sort", "values"),
    [
        ("position", lambda claim, _: (claim.article_id, claim.predicate.start)),
        ("confidence", lambda claim, _: claim.confidence),
        ("uncertainty", lambda claim, _: abs(claim.confidence - 0.5)),
        ("published", lambda _, article: article.published),
        ("outlet", lambda _, article: article.outlet and article.outlet.casefold().replace("é", "e")),
        ("event_type", lambda claim, _: claim.event and claim.event.type),
        ("factuality", lambda claim, _: claim.factuality.label),
        ("time", lambda claim, _: claim.event and claim.event.time and claim.event.time.earliest),
        ("source", lambda claim, _: claim.voices[0].text and claim.voices[0].text.casefold().replace("é", "e")),
    ],
)
def test_claims_come_by_what_they_are_sorted_by_and_those_without_it_last(
    ledger: Ledger, sort: str, values: object
) -> None:
    assert callable(values)
    rows = Columns.open(ledger).claims(WHICH, sort, limit=1000).rows
    found = [values(row.claim, ledger.article(row.claim.article_id)) for row in rows]
    known = [value for value in found if value is not None]
    assert known == sorted(known)
    assert found == known + [None] * (len(found) - len(known))


def test_the_next_page_begins_where_the_last_one_ended_though_claims_changed() -> None:
    with sample.fill(Ledger.open(":memory:"), count=6) as own:
        columns = Columns.open(own)
        first = columns.claims(WHICH, "-confidence", 6)
        own.add_many(own.start_run("en-2", "0.1"), [replace(one, model="en-2") for one in sample.readings(9)])
        rest = columns.claims(WHICH, "-confidence", 1000, first.next)
        last = first.rows[-1].claim
        assert all(row.claim.confidence <= last.confidence for row in rest.rows)
        assert not {row.claim.claim_id for row in first.rows} & {row.claim.claim_id for row in rest.rows}
        passing = [claim for claim in own.claims(WHICH) if claim.confidence < last.confidence]
        assert {claim.claim_id for claim in passing} <= {row.claim.claim_id for row in rest.rows}


@pytest.mark.parametrize("after", ["", "x", "é", "WzFd", "eyJhIjoxfQ"])
def test_a_cursor_that_is_none_is_refused(now: Snapshot, after: str) -> None:
    with pytest.raises(LedgerError, match="no page after"):
        page(now, WHICH, after=after)


def test_a_cursor_of_another_order_is_refused(now: Snapshot) -> None:
    with pytest.raises(LedgerError, match="by confidence"):
        page(now, WHICH, "confidence", after=page(now, WHICH, "time", limit=1).next)


def test_an_unknown_order_is_refused(now: Snapshot) -> None:
    for ask in (page, articles):
        with pytest.raises(LedgerError, match="must be one of position"):
            ask(now, WHICH, "beauty")


@pytest.mark.parametrize("sort", ["position", "-published", "outlet", "title", "-claims"])
def test_articles_come_with_how_many_of_their_claims_pass(ledger: Ledger, now: Snapshot, sort: str) -> None:
    first = articles(now, WHICH, sort, limit=7)
    rows = (*first.rows, *articles(now, WHICH, sort, limit=7, after=first.next).rows)
    assert {row.article_id for row in rows} == {article.article_id for article in ledger.articles(WHICH)}
    assert first.total == len(rows) == 12
    for row in rows:
        assert row.claims == ledger.count(replace(WHICH, article=row.article_id))
        assert row.decided == ledger.count(
            replace(WHICH, article=row.article_id, review=("accepted", "rejected", "edited", "disputed"))
        )
    assert first.rows[0].authors == ("A. Writer",)


def test_every_article_is_listed_where_nothing_is_asked(now: Snapshot) -> None:
    assert articles(now).total == 12
    assert articles(now, Filter(event_type="NONE")).rows == ()
