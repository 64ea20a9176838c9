from __future__ import annotations

from sayso.words.records import Candidate
from sayso.world.actors import proposals


def found(actor_id: str, name: str, country: str | None = None, kind: str = "person") -> Candidate:
    return Candidate(actor_id, name, kind, country, 0.9)


def test_the_same_full_name_in_two_articles_is_proposed_with_its_reason() -> None:
    (proposal,) = proposals([found("x:1", "Gen. Omar Hasan", "SY"), found("x:2", "Omar Hasan")])
    assert (proposal.one.id, proposal.other.id) == ("x:1", "x:2")
    assert "of SY in one of them" in proposal.why


def test_two_countries_two_kinds_or_no_full_name_are_not() -> None:
    assert proposals([found("x:1", "Omar Hasan", "SY"), found("x:2", "Omar Hasan", "IQ")]) == []
    assert proposals([found("x:1", "Hill Union", kind="party"), found("x:2", "Hill Union", kind="company")]) == []
    assert proposals([found("x:1", "Hasan"), found("x:2", "Hasan")]) == []
    assert proposals([found("x:1", "the residents", kind="group"), found("x:2", "the residents", kind="group")]) == []


def test_an_actor_of_the_list_needs_no_proposal() -> None:
    assert proposals([found("nato", "North Atlantic Alliance"), found("x:2", "North Atlantic Alliance")]) == []


def test_a_name_that_too_many_have_is_left_alone() -> None:
    assert proposals([found(f"x:{number}", "Omar Hasan") for number in range(60)]) == []
