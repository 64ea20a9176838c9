from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.ledger import Filter, Ledger, LedgerError
from sayso.words.records import Candidate, Correction, Place, Reading, Resolution
from tests.databases import Opened
from tests.ledger.build import AGENCY, MODEL, agency, at, leaflet

WORLD = "world-1"


def linked(reading: Reading, *names: str) -> Reading:
    found = tuple(Resolution(*at(reading.article.text, name), "place", None, 0.5) for name in names)
    return replace(reading, resolutions=found, world=WORLD)


@pytest.fixture
def ledger(opened: Opened) -> Iterator[Ledger]:
    readings = linked(agency(), "Sarmin", "Sochi"), linked(leaflet())
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), readings)
        yield ledger


def test_a_correction_sends_the_articles_that_have_the_name_back(ledger: Ledger) -> None:
    assert not list(ledger.stale(WORLD))
    assert ledger.correct(Correction("place", "sarmîn", "geonames:7")) == 1
    (stale,) = ledger.stale(WORLD)
    assert stale.article == agency().article
    assert ledger.corrections()[0].correction.id == "geonames:7"


def test_a_correction_for_one_article_leaves_the_others_alone(ledger: Ledger) -> None:
    assert ledger.correct(Correction("place", "Sochi", None, article_id="c" * 16)) == 1
    assert [reading.article.article_id for reading in ledger.stale(WORLD)] == ["c" * 16]


def test_a_correction_can_be_taken_back(ledger: Ledger) -> None:
    ledger.correct(Correction("place", "Sochi", None))
    ledger.relink(replace(reading, world=WORLD) for reading in ledger.stale(WORLD))
    assert ledger.undo(1) == 0  # no resolution of that name is left to look up again
    assert ledger.corrections() == ()
    with pytest.raises(LedgerError, match="no correction 1"):
        ledger.undo(1)


def test_linking_again_changes_what_names_mean_and_nothing_else(ledger: Ledger) -> None:
    before = agency()
    assert before.claims[0].event
    elsewhere = Place(*at(AGENCY, "Sarmin"), name="Sarmin", place_id="geonames:7")
    event = replace(before.claims[0].event, places=(elsewhere,))
    after = replace(before, claims=(replace(before.claims[0], event=event), *before.claims[1:]), world="world-2")
    ledger.relink([after])
    (kept,) = [reading for reading in ledger.stale("none") if reading.article == before.article]
    assert kept.claims == after.claims
    assert kept.entities == before.entities
    assert [claim.event.places for claim in ledger.claims(Filter(place_id="geonames:7")) if claim.event] == [
        (elsewhere,)
    ]


def acting(name: str, actor_id: str) -> Resolution:
    chosen = Candidate(actor_id, name, "person", None, 0.9)
    return Resolution(*at(AGENCY, name), "actor", chosen, 0.9)


@pytest.fixture
def named(opened: Opened) -> Iterator[Ledger]:
    """A ledger with two actors that the list doesn't hold."""
    found = acting("President Erdoğan", "x:1"), acting("A resident", "x:2")
    with opened() as ledger:
        ledger.add(ledger.start_run(MODEL, "0.1"), replace(agency(), resolutions=found, world=WORLD))
        yield ledger


def test_actors_that_no_list_holds_are_told_by_what_they_are_called(named: Ledger) -> None:
    army = Candidate("SY.MIL", "Syrian Armed Forces", "military", "SY", 1.0)
    listed = Resolution(0, 1, leaflet().article.text[0], "actor", army, 1.0)
    named.add(named.start_run(MODEL, "0.1"), replace(leaflet(), resolutions=(listed,)))
    assert named.unlisted_actors() == (
        Candidate("x:1", "President Erdoğan", "person", None, 0.9),
        Candidate("x:2", "A resident", "person", None, 0.9),
    )


def test_actors_that_are_one_are_merged_by_a_correction_each(named: Ledger) -> None:
    made = named.merge("TR.PRES", ["x:1", "x:2", "x:1"], reviewer="ada")
    assert [kept.correction for kept in made] == [
        Correction("actor", "id:x:1", "TR.PRES"),
        Correction("actor", "id:x:2", "TR.PRES"),
    ]
    assert named.corrections() == made
    assert {kept.reviewer for kept in made} == {"ada"}
    assert len(list(named.stale(WORLD))) == 1
    named.undo(*(kept.number for kept in made))
    assert named.corrections() == ()


def test_a_merge_holds_whole_or_not_at_all(named: Ledger) -> None:
    for ids in (["x:1", "x:nobody"], ["x:1", "TR.PRES"]):
        with pytest.raises(LedgerError, match="no article has an actor"):
            named.merge("TR.PRES", ids)
    assert named.corrections() == ()
    named.merge("x:2", ["x:1"])
    with pytest.raises(LedgerError, match="x:1 has been merged into x:2"):
        named.merge("x:1", ["x:2"])
