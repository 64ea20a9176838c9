from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.columns import Snapshot, mask
from sayso.ledger import Filter, Ledger, LedgerError
from tests.columns import sample


def alternatives(*values: str) -> st.SearchStrategy[str | tuple[str, ...] | None]:
    """One of the values, or several."""
    one = st.sampled_from(values)
    return st.none() | one | st.lists(one, min_size=1, max_size=3).map(tuple)


WORDS = ("ministry", "DEFENCE", "é", '"troops"', '"the ministry"', "front", "nobody", "%", '"', "")
DATES = st.none() | st.sampled_from(["2018", "2018-10", "2018-10-19", "2018-12-31", "2019-01", "2020-02-29", "2021"])
MAYBE = st.none() | st.booleans()
BOXES = st.sampled_from([(36.0, 35.0, 37.0, 36.0), (170.0, -90.0, -170.0, 90.0), (36.75, 35.0, 36.65, 90.0)])
CONDITIONS: dict[str, st.SearchStrategy[object]] = {
    "article": alternatives(*(sample.an_article(number).article_id for number in range(3)), "none"),
    "outlet": alternatives("wire", "LE", '"daily wire"', "evening", ""),
    "language": alternatives("en", "fr", "de", ""),
    "published": alternatives("2018", "2018-10", "2019", "20", ""),
    "source": alternatives(*WORDS),
    "source_id": alternatives("ministry", "front", "nobody", ""),
    "source_kind": alternatives("official", "witness", "military", ""),
    "stance": alternatives("says", "denies", "predicts"),
    "named": MAYBE,
    "actor": alternatives(*WORDS),
    "actor_id": alternatives("front", "nobody", ""),
    "recipient": alternatives("ramal", *WORDS),
    "recipient_id": alternatives("ministry", ""),
    "place": alternatives("ramal", "geonames:1", "long river", "northern", ""),
    "place_id": alternatives("geonames:1", "region:long-river", ""),
    "country": alternatives("sy", "IQ", "FR", ""),
    "bbox": st.none() | BOXES,
    "event_type": alternatives("ASSAULT", "AGREE", "assault", ""),
    "mode": alternatives("artillery", ""),
    "factuality": alternatives("happened", "will", "possible"),
    "kind": alternatives("event", "statement"),
    "since": DATES,
    "until": DATES,
    "deadline": MAYBE,
    "text": alternatives("weapons", '"heavy weapons"', "withdr*", "troops river", '"withdraw heavy"', "Ramal", "é"),
    "min_confidence": st.none() | st.sampled_from([0.3, 0.55, 1.0]),
    "max_confidence": st.none() | st.sampled_from([0.3, 0.56, 1.0]),
    "review": alternatives("none", "any", "accepted", "rejected", "edited", "disputed"),
    "reviewer": alternatives("ann", "ben", "nobody"),
    "commented": MAYBE,
}


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    """Filters of few conditions, so that some claims pass most of them."""
    return Filter(**draw(conditions()), without=draw(st.none() | conditions().map(lambda these: Filter(**these))))


def conditions() -> st.SearchStrategy[dict[str, Any]]:
    names = st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=3, unique=True)
    return names.flatmap(lambda names: st.fixed_dictionaries({name: CONDITIONS[name] for name in names}))


@settings(max_examples=200, deadline=None)
@given(which=filters())
@example(which=Filter(source_id="", stance="says"))
def test_the_same_claims_pass_as_by_sql(ledger: Ledger, now: Snapshot, which: Filter) -> None:
    by_sql = {(claim.article_id, claim.predicate.start) for claim in ledger.claims(which)}
    rows = np.flatnonzero(mask(now, which)).tolist()
    by_columns = {(now.article_ids[now.article[row]], now.claims.position[row]) for row in rows}
    assert by_columns == by_sql


def test_what_a_filter_goes_without_is_looked_at_condition_by_condition(now: Snapshot) -> None:
    without = Filter(source_kind="official", stance="denies")
    together = mask(now, Filter(without=without))
    unofficial = mask(now, Filter(without=Filter(source_kind="official")))
    undenied = mask(now, Filter(without=Filter(stance="denies")))
    assert (together == (unofficial & undenied)).all()


def test_a_text_without_a_word_is_refused(now: Snapshot) -> None:
    with pytest.raises(LedgerError, match="holds no word"):
        mask(now, Filter(text="***"))
