"""Names in what a person changed are looked up; the ids that a person gave win, now and whenever it is done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from sayso.ledger import Edit, Ledger
from sayso.ledger.review.records import EventEdit, NamedOffsets, PlaceOffsets, TimeOffsets
from sayso.linking import decide, relink
from sayso.words.records import Event
from sayso.world.actors import ActorList
from sayso.world.gazetteer import Gazetteer
from sayso.world.gazetteer.store import Store
from sayso.world.linking import World
from tests.databases import Opened
from tests.ledger.build import MODEL, dossier
from tests.ledger.review.making import SHELLED, words
from tests.world.gazetteer.making import PLACES

MINISTRY, IDLIB, SEPTEMBER = words("The Turkish defence ministry"), words("Idlib"), words("September")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A handful of places, and the list of actors that ships."""
    folder = tmp_path_factory.mktemp("places")
    store = Store.writable(folder / "places.sqlite")
    store.put("test", "1", PLACES)
    store.frame()
    store.close()
    gazetteer = Gazetteer(folder / "places.sqlite", folder / "added.sqlite")
    yield World(gazetteer, ActorList.open())
    gazetteer.close()


@pytest.fixture
def ledger(opened: Opened, world: World) -> Iterator[Ledger]:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        relink(ledger, world)
        yield ledger


def edited(ledger: Ledger, world: World, edit: EventEdit) -> Event:
    review = ledger.review
    decided = decide(
        ledger, lambda: world, lambda _: review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=Edit(event=edit))
    )
    assert not decided.stale
    assert decided.claim is not None
    assert decided.claim.event is not None
    return decided.claim.event


def event(ledger: Ledger) -> Event:
    found = ledger.claim(SHELLED.claim_id).event
    assert found is not None
    return found


def test_a_name_without_an_id_is_looked_up_at_once(ledger: Ledger, world: World) -> None:
    marked = EventEdit(
        actors=(NamedOffsets(MINISTRY.start, MINISTRY.end),), time=TimeOffsets(SEPTEMBER.start, SEPTEMBER.end)
    )
    found = edited(ledger, world, marked)
    assert [actor.actor_id for actor in found.actors] == ["TR.MOD"]
    assert found.time is not None
    assert (found.time.text, found.time.value) == ("September", "2018-09")


def test_an_id_that_a_person_gave_wins_and_is_filled_in(ledger: Ledger, world: World) -> None:
    forces = SHELLED.event.actors[0] if SHELLED.event else MINISTRY
    marked = EventEdit(
        actors=(NamedOffsets(forces.start, forces.end, "RU.MIL"),),
        places=(PlaceOffsets(IDLIB.start, IDLIB.end, "geonames:13"),),
        time=TimeOffsets(SEPTEMBER.start, SEPTEMBER.end, "2018-09-17"),
    )
    found = edited(ledger, world, marked)
    assert (found.actors[0].actor_id, found.actors[0].country) == ("RU.MIL", "RU")
    assert [(place.text, place.name, place.country) for place in found.places] == [("Idlib", "Homs", "SY")]
    assert found.time is not None
    assert (found.time.value, found.time.precision) == ("2018-09-17", "day")


def test_what_a_person_gave_stays_whatever_is_looked_up_again(ledger: Ledger, world: World) -> None:
    forces = SHELLED.event.actors[0] if SHELLED.event else MINISTRY
    before = edited(ledger, world, EventEdit(actors=(NamedOffsets(forces.start, forces.end, "RU.MIL"),), places=()))
    for reading in list(ledger.stale("another")):
        ledger.relink([world.link(reading, ledger.review.meanings(reading.article))])
    assert event(ledger) == before
    assert before.places == ()


def test_taken_back_names_mean_what_they_meant(ledger: Ledger, world: World) -> None:
    before = list(ledger.claims())
    edited(ledger, world, EventEdit(actors=(NamedOffsets(MINISTRY.start, MINISTRY.end, None),)))
    decide(ledger, lambda: world, lambda review: review.undo(1))
    assert list(ledger.claims()) == before


def test_no_world_is_opened_where_no_name_changes(ledger: Ledger) -> None:
    def none() -> World:
        raise AssertionError

    opened: Callable[[], World] = none
    assert decide(ledger, opened, lambda review: review.decide(SHELLED.claim_id, "accept", reviewer="ada")).claim
