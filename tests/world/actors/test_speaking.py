from __future__ import annotations

import pytest

from sayso.words import vocabulary
from sayso.world.actors import ActorList, speaks_as


@pytest.fixture(scope="module")
def listed() -> ActorList:
    return ActorList.open()


@pytest.mark.parametrize(
    ("actor_id", "kind"),
    [
        ("SY.MFA", "official"),
        ("RU.MIL", "military"),
        ("reuters", "media"),
        ("hayat-tahrir-al-sham", "armed_group"),
        ("united-nations", "organisation"),
        ("kurds", None),
        ("nobody-at-all", None),
    ],
)
def test_a_body_speaks_as_what_it_is(listed: ActorList, actor_id: str, kind: str | None) -> None:
    assert speaks_as(listed, actor_id, None) == kind


@pytest.mark.parametrize(
    ("person", "date", "kind"),
    [
        ("bashar-al-assad", "2019-07", "official"),
        ("bashar-al-assad", "2025-02-01", None),
        ("bashar-al-assad", None, "official"),
        ("hillary-clinton", None, None),
        ("antonio-guterres", "2018", "organisation"),
        ("harry-reid", "2016-03-23", "politician"),
    ],
)
def test_a_person_speaks_as_the_body_whose_office_they_held_then(
    listed: ActorList, person: str, date: str | None, kind: str | None
) -> None:
    assert speaks_as(listed, person, date) == kind


def test_every_kind_of_actor_that_the_vocabulary_names_is_one_of_the_list(listed: ActorList) -> None:
    named = {kind for term in vocabulary.load("source_kinds").values() for kind in term.words.get("actor", ())}
    assert named <= {actor.kind for actor in listed}
