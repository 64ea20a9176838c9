from __future__ import annotations

import pytest

from sayso.columns import Columns, Snapshot, Tick, timeline
from sayso.ledger import Filter, Ledger, LedgerError
from tests.ledger.build import MODEL, dossier


def test_the_timeline_counts_what_is_as_precise_as_its_period() -> None:
    with Ledger.open(":memory:") as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        now = Columns.open(ledger).now()
    found = timeline(now, period="day")
    assert found.ticks == (Tick("2018-10-15", 1, happened=1, denied=0, forecasts=0, articles=1, deadlines=0),)
    assert found.undated == 5
    assert [(tick.period, tick.claims) for tick in timeline(now, period="month").ticks] == [
        ("2018-09", 1),
        ("2018-10", 1),
    ]
    assert [(tick.period, tick.claims) for tick in timeline(now, period="year").ticks] == [("2018", 2)]


@pytest.mark.parametrize("period", ["day", "month", "year", "auto"])
def test_each_claim_is_in_one_tick_or_undated(ledger: Ledger, now: Snapshot, period: str) -> None:
    found = timeline(now, Filter(source="ministry"), period)  # type: ignore[arg-type]
    assert sum(tick.claims for tick in found.ticks) + found.undated == ledger.count(Filter(source="ministry"))
    assert [tick.period for tick in found.ticks] == sorted({tick.period for tick in found.ticks})
    lengths = {"day": 10, "month": 7, "year": 4}
    assert {len(tick.period) for tick in found.ticks} == {lengths[found.period]}


def test_a_tick_tells_what_happened_from_what_is_to_come(ledger: Ledger, now: Snapshot) -> None:
    for tick in timeline(now, period="year").ticks:
        claims = list(ledger.claims(Filter(since=tick.period, until=tick.period, kind="event")))
        times = [(claim, claim.event.time) for claim in claims if claim.event and claim.event.time]
        dated = [claim for claim, _ in times]
        labels = [claim.factuality.label for claim in dated]
        assert (tick.happened, tick.denied) == (labels.count("happened"), labels.count("did_not_happen"))
        assert tick.forecasts == labels.count("possible") + labels.count("will")
        assert tick.deadlines == sum(time.deadline for _, time in times)
        assert tick.articles == len({claim.article_id for claim in dated})


def test_the_finest_period_is_chosen_that_is_not_too_fine(now: Snapshot) -> None:
    assert timeline(now).period == "month"
    assert timeline(now, Filter(since="2018-10-19", until="2018-10-19", kind="event")).period == "day"
    assert timeline(now, Filter(event_type="NONE")).ticks == ()


def test_another_period_is_refused(now: Snapshot) -> None:
    with pytest.raises(LedgerError, match="year, month, day, auto"):
        timeline(now, period="week")  # type: ignore[arg-type]
