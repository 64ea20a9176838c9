from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import Ledger, LedgerError
from sayso.words.records import Correction, Place, Reading, Resolution
from tests.ledger.build import AGENCY, MODEL, agency, at, dossier, leaflet

WORLD = "world-1"


def linked(reading: Reading, *names: str) -> Reading:
    found = tuple(Resolution(*at(reading.article.text, name), "place", None, 0.5) for name in names)
    return replace(reading, resolutions=found, world=WORLD)


@pytest.fixture
def ledger() -> Ledger:
    ledger = Ledger.open(":memory:")
    readings = linked(agency(), "Sarmin", "Sochi"), linked(leaflet())
    ledger.add_many(ledger.start_run(MODEL, "0.1"), readings)
    return ledger


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
    assert ledger.places()[0].place_id == "geonames:7"


def test_a_ledger_of_an_older_version_gets_what_it_lacks(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    with Ledger.open(file) as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        before = list(ledger.claims())
    old = sqlite3.connect(file)
    old.executescript(
        """DROP TABLE resolutions; DROP TABLE corrections; DROP INDEX articles_world;
        ALTER TABLE articles DROP COLUMN world; ALTER TABLE voices DROP COLUMN country;
        ALTER TABLE spans DROP COLUMN extent; ALTER TABLE claims DROP COLUMN bound_side;
        UPDATE meta SET value = '1' WHERE key = 'schema_version';"""
    )
    old.close()
    with Ledger.open(file) as ledger:
        assert list(ledger.claims()) == before
        assert len(list(ledger.stale(WORLD))) == len(dossier())
        assert ledger.corrections() == ()
