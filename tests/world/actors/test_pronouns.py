from __future__ import annotations

from sayso.words.records import Candidate
from sayso.world.actors.findings import Finding
from sayso.world.actors.pronouns import Recent


def person(actor_id: str, name: str) -> Finding:
    return Finding(Candidate(actor_id, name, "person", None, 0.9), 0.9)


def test_he_is_the_only_person_named_before_in_the_paragraph() -> None:
    recent = Recent("Omar Hasan spoke. He left.\nHe slept.")
    recent.note(0, person("a", "Omar Hasan"))
    found = recent.meant("he", 18)
    assert found is not None
    assert found.chosen is not None
    assert found.chosen.id == "a"
    assert recent.meant("he", 27) is None


def test_of_two_people_nobody_can_tell() -> None:
    recent = Recent("Omar Hasan met Ali Musa. He left.")
    recent.note(0, person("a", "Omar Hasan"))
    recent.note(15, person("b", "Ali Musa"))
    assert recent.meant("he", 25) is None


def test_she_is_nobody_with_a_mans_name() -> None:
    recent = Recent("Omar Hasan spoke. She left.")
    recent.note(0, person("a", "Omar Hasan"))
    assert recent.meant("she", 18) is None


def test_it_and_they_are_left_open() -> None:
    recent = Recent("Omar Hasan spoke. They left.")
    recent.note(0, person("a", "Omar Hasan"))
    assert recent.meant("they", 18) is None
