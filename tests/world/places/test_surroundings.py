from __future__ import annotations

from sayso.world.places import surroundings
from tests.world.places.marking import marked

KNOWN = surroundings.regions(
    {"US.OH": "Ohio", "US.NC": "North Carolina", "PK.04": "Punjab", "IN.23": "Punjab", "BW.01": "Central"}
)


def test_regions_are_counted_within_longer_names_too() -> None:
    counted = surroundings.spoken("The Ohio Highway Patrol and Ohio's governor left N.C. by road.", KNOWN)
    assert counted == {"US.OH": 2, "US.NC": 1}


def test_a_name_of_two_regions_counts_for_both_and_a_word_for_none() -> None:
    assert surroundings.spoken("Punjab. The Central Bank.", KNOWN) == {"PK.04": 1, "IN.23": 1}


def test_institutions_are_signs_of_their_country() -> None:
    assert surroundings.signs("The sheriff met the Knesset's guests in a borough.") == {"US": 1, "IL": 1, "GB": 1}


def test_an_outlet_is_named_after_what_its_host_holds() -> None:
    article, _ = marked("", address="https://www.saint-paul-news.com:80/athens")
    assert surroundings.names_outlet(article, "Saint Paul")
    assert not surroundings.names_outlet(article, "Athens")
    assert not surroundings.names_outlet(article, "News")
