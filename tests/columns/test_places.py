from __future__ import annotations

from sayso.columns import PlaceCount, Snapshot, places
from sayso.ledger import Filter, Ledger

RAMAL, RIVER = "geonames:1", "region:long-river"


def test_places_are_counted_by_claim_and_by_article(ledger: Ledger, now: Snapshot) -> None:
    found = {place.place_id: place for place in places(now)}
    assert found.keys() == {RAMAL, RIVER}
    for place_id, place in found.items():
        claims = list(ledger.claims(Filter(place_id=place_id)))
        labels = [claim.factuality.label for claim in claims]
        assert place.claims == len(claims)
        assert place.articles == len({claim.article_id for claim in claims})
        assert place.happened == labels.count("happened")
        assert place.denied == labels.count("did_not_happen")
        assert place.ahead == labels.count("possible") + labels.count("will")
    assert [place.claims for place in places(now)] == sorted((place.claims for place in found.values()), reverse=True)


def test_a_place_lies_where_it_is_and_not_where_something_near_it_is(now: Snapshot) -> None:
    ramal = next(place for place in places(now) if place.place_id == RAMAL)
    assert (ramal.name, ramal.country, ramal.precision, ramal.lat, ramal.lon) == ("Ramal", "SY", "exact", 35.5, 36.7)
    assert not ramal.region


def test_a_region_has_a_box_and_no_point(now: Snapshot) -> None:
    river = next(place for place in places(now) if place.place_id == RIVER)
    assert river.region
    assert (river.lat, river.lon, river.extent) == (None, None, (170.0, 10.0, -170.0, 20.0))


def test_a_filter_may_ask_for_other_parts_of_the_claim(ledger: Ledger, now: Snapshot) -> None:
    which = Filter(source="ministry", actor="front")
    (ramal,) = [place for place in places(now, which) if place.place_id == RAMAL]
    assert ramal.claims == ledger.count(Filter(source="ministry", actor="front", place_id=RAMAL)) > 0
    assert places(now, Filter(kind="statement")) == ()
    assert isinstance(ramal, PlaceCount)
