from __future__ import annotations

from dataclasses import replace

from sayso.columns import Snapshot, actors
from sayso.ledger import Filter, Ledger


def test_actors_are_counted_by_what_they_do(ledger: Ledger, now: Snapshot) -> None:
    found = {actor.actor_id: actor for actor in actors(now)}
    assert found.keys() == {"ministry", "front"}
    for actor_id, actor in found.items():
        roles = Filter(actor_id=actor_id), Filter(recipient_id=actor_id), Filter(source_id=actor_id)
        assert (actor.actor, actor.recipient, actor.source) == tuple(map(ledger.count, roles))
        articles = {claim.article_id for role in roles for claim in ledger.claims(role)}
        assert actor.articles == len(articles)
    assert found["front"].name == "Northern Front"
    assert (found["front"].type, found["front"].country) == ("military", "SY")


def test_the_most_frequent_come_first_or_those_that_are_asked_for(now: Snapshot) -> None:
    first, second = actors(now)
    assert first.actor + first.recipient + first.source >= second.actor + second.recipient + second.source
    assert actors(now, limit=1) == (first,)
    assert [actor.actor_id for actor in actors(now, q="défence")] == ["ministry"]
    assert actors(now, q="nobody") == ()


def test_an_actor_that_no_list_holds_goes_by_its_id(now: Snapshot) -> None:
    unknown = replace(now, actors={})
    assert {(actor.name, actor.type, actor.country) for actor in actors(unknown)} == {
        ("ministry", "unlisted", None),
        ("front", "unlisted", None),
    }
