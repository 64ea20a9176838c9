from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.ledger import ActorCount, Filter, Ledger, LedgerError, PlaceCount, Tick
from sayso.words.records import Candidate, Reading, Resolution
from tests.ledger.build import AGENCY, MODEL, agency, at, dossier


def filled(*readings: Reading) -> Ledger:
    ledger = Ledger.open(":memory:")
    ledger.add_many(ledger.start_run(MODEL, "0.1"), readings)
    return ledger


def test_places_are_counted_by_claim() -> None:
    with filled(*dossier()) as ledger:
        assert ledger.places() == (
            PlaceCount("geonames:1", "Sarmin", "SY", None, "exact", 35.9, 36.73, claims=1, articles=1),
        )
        assert ledger.places(Filter(factuality="did_not_happen")) == ()
        assert len(ledger.places(Filter(country="sy", place="Sarmin", source="ministry"))) == 1
        assert ledger.places(Filter(country="IQ")) == ()


def test_actors_are_counted_by_what_they_do() -> None:
    reading = agency()
    forces = Candidate("Q1", "Syrian armed forces", "military", "SY", 0.8)
    found = Resolution(*at(AGENCY, "government forces"), "actor", forces, 0.8)
    with filled(replace(reading, resolutions=(found,))) as ledger:
        assert ledger.actors() == (
            ActorCount("Q1", "Syrian armed forces", "military", "SY", actor=1, recipient=0, source=0, articles=1),
        )


def test_a_filter_may_ask_for_other_parts_of_the_claim() -> None:
    with filled(agency()) as ledger:
        assert len(ledger.actors(Filter(source="ministry", place="Sarmin", actor="forces"))) == 1
        assert ledger.actors(Filter(source="resident")) == ()


def test_an_actor_that_no_list_holds_goes_by_its_id() -> None:
    with filled(agency()) as ledger:
        assert [actor.name for actor in ledger.actors()] == ["Q1"]


def test_the_timeline_counts_what_is_as_precise_as_its_period() -> None:
    with filled(*dossier()) as ledger:
        assert ledger.timeline(period="day") == (Tick("2018-10-15", 1, happened=1, denied=0, forecasts=0, articles=1),)
        assert [(tick.period, tick.claims) for tick in ledger.timeline()] == [("2018-09", 1), ("2018-10", 1)]
        assert [(tick.period, tick.claims) for tick in ledger.timeline(period="year")] == [("2018", 2)]
        with pytest.raises(LedgerError, match="year, month, day"):
            ledger.timeline(period="week")  # type: ignore[arg-type]
