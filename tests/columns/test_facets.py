from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.columns import FACETS, Snapshot, facets
from sayso.columns.facets import ignoring
from sayso.ledger import Filter, Ledger, LedgerError

WHICH = Filter(since="2018-10", without=Filter(stance="predicts"))


@pytest.mark.parametrize("name", FACETS)
def test_a_value_finds_as_many_claims_as_it_counts(ledger: Ledger, now: Snapshot, name: str) -> None:
    facet = facets(now, WHICH, [name], size=100)[name]
    assert facet.distinct == len(facet.values) > 0
    everything = replace(WHICH, review="any") if name == "review" else WHICH
    for value in facet.values:
        chosen: dict[str, Any] = {value.field: meant(value.field, value.value)}
        if name == "confidence":
            chosen["max_confidence"] = {"0.9": None}.get(value.value, round(chosen["min_confidence"] + 0.1, 1))
        found = ledger.count(replace(everything, **chosen))
        # The same words may also stand for somebody known: those claims count there.
        assert found >= value.claims if value.value.startswith('"') else found == value.claims, value
    if name not in {"confidence", "named", "article", "reviewer"}:
        field = next(iter(facet.values)).field
        none = "none" if name == "review" else ""
        fields = ("source", "actor", "recipient", "place")
        nothing: dict[str, Any] = {name if name in fields else field: none}
        assert ledger.count(replace(everything, **nothing)) == facet.none


def meant(field: str, value: str) -> object:
    return {"named": value == "true"}.get(field, float(value) if field == "min_confidence" else value)


def test_a_facet_ignores_its_own_condition_and_no_other(now: Snapshot) -> None:
    chosen = facets(now, Filter(event_type="ASSAULT", outlet="wire"), ["event_type", "outlet"])
    assert {value.value for value in chosen["event_type"].values} == {"ASSAULT", "AGREE"}
    assert chosen["event_type"] == facets(now, Filter(outlet="wire"), ["event_type"])["event_type"]
    assert chosen["outlet"] == facets(now, Filter(event_type="ASSAULT"), ["outlet"])["outlet"]


def test_what_a_filter_goes_without_stays(now: Snapshot) -> None:
    without = facets(now, Filter(without=Filter(event_type="ASSAULT")), ["event_type"])["event_type"]
    assert {value.value for value in without.values} == {"AGREE"}


def test_a_facet_shows_the_most_frequent_values_or_those_that_are_asked_for(now: Snapshot) -> None:
    few = facets(now, names=["source"], size=2)["source"]
    every = facets(now, names=["source"], size=100)["source"]
    assert few.values == every.values[:2]
    assert few.distinct == every.distinct > 2
    assert [value.claims for value in every.values] == sorted((value.claims for value in every.values), reverse=True)
    asked = facets(now, names=["source"], q="DEFENCE")["source"]
    assert [value.label for value in asked.values] == ["Ministry of Defence"]
    assert [value.field for value in asked.values] == ["source_id"]


def test_all_facets_are_counted_where_none_is_named(now: Snapshot) -> None:
    assert tuple(facets(now)) == tuple(FACETS)
    with pytest.raises(LedgerError, match="no facet 'colour'"):
        facets(now, names=["colour"])


def test_the_states_of_review_are_counted_with_the_rejected() -> None:
    assert ignoring(Filter(review="accepted"), "review").review == "any"
    assert ignoring(Filter(review="accepted"), "outlet").review == "accepted"
