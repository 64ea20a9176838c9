"""The query string as a filter."""

from __future__ import annotations

from dataclasses import fields
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.ledger import Filter
from sayso.web.answers import JsonRoute
from sayso.web.app import _INSIDE
from sayso.web.filters import from_query

WORDS = st.text(max_size=5)
TEXTS = ("outlet", "source", "source_kind", "actor", "place", "country", "event_type", "factuality", "article")


def test_a_field_is_a_parameter_and_not_before_it_leaves_out() -> None:
    found = from_query(event_type=["ASSAULT", "FIGHT"], not_outlet=["SANA"], since="2018-10", not_deadline=True)
    without = Filter(outlet="SANA", deadline=True)
    assert found == Filter(event_type=("ASSAULT", "FIGHT"), since="2018-10", without=without)


def test_a_box_is_four_numbers() -> None:
    assert from_query(bbox="35,32.5,42,37.5").bbox == (35.0, 32.5, 42.0, 37.5)


def test_every_field_of_a_filter_can_be_asked_for(visitor: TestClient) -> None:
    document = visitor.app.openapi()  # type: ignore[attr-defined]
    names = {field.name for field in fields(Filter)} - {"without"}
    asked = {part["$ref"].rpartition("/")[2] for part in document["paths"]["/api/claims"]["get"]["parameters"]}
    assert names | {f"not_{name}" for name in names} <= asked


def test_no_route_gives_a_filters_name_to_something_else() -> None:
    """FastAPI would hand one value to both."""
    filters = {field.name for field in fields(Filter)}
    for router in _INSIDE:
        for route in router.routes:
            assert isinstance(route, JsonRoute)
            own = {field.alias for field in route.dependant.query_params}
            if any(part.call is from_query for part in route.dependant.dependencies):
                assert not own & filters


@given(st.dictionaries(st.sampled_from(TEXTS), st.lists(WORDS, min_size=1, max_size=3), max_size=3))
def test_alternatives_come_back_as_they_were_sent(values: dict[str, list[str]]) -> None:
    found = from_query(**values)
    for name, sent in values.items():
        held = getattr(found, name)
        assert ([held] if isinstance(held, str) else list(held)) == sent


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ({}, 6),
        ({"event_type": "ASSAULT"}, 1),
        ({"not_event_type": "ASSAULT"}, 5),
        ([("event_type", "ASSAULT"), ("event_type", "CONSULT")], 2),
        ({"outlet": ""}, 1),
        ({"source_kind": "official", "not_country": "SY"}, 0),
        ({"bbox": "36,35,37,36"}, 1),
        ({"review": "rejected"}, 0),
        ({"text": "shelled"}, 1),
    ],
)
def test_a_list_holds_what_passes(visitor: TestClient, query: dict[str, str], total: int) -> None:
    assert visitor.get(f"/api/claims?{urlencode(query)}").json()["total"] == total


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("outlets=SANA", "unknown parameter 'outlets'; did you mean outlet?"),
        ("no_outlet=SANA", "unknown parameter 'no_outlet'; did you mean not_outlet?"),
        ("zzz=1", "unknown parameter 'zzz'"),
        ("since=yesterday", "since is 'yesterday'; it must look like 2018, 2018-10 or 2018-10-15"),
        ("bbox=1,2,3", "bbox is '1,2,3'; it must be west,south,east,north in degrees"),
        ("bbox=nan,0,1,1", "bbox is (nan, 0.0, 1.0, 1.0); it must be west, south, east and north in degrees"),
        ("bbox=0,-91,1,1e400", "bbox is (0.0, -91.0, 1.0, inf); it must be west, south, east and north in degrees"),
        ("since=0000", "since is '0000'; it must look like 2018, 2018-10 or 2018-10-15"),
        ("until=9999-99", "until is '9999-99'; it must look like 2018, 2018-10 or 2018-10-15"),
        ("text=%2B", "the query '+' holds no word to look for"),
    ],
)
def test_what_isnt_meant_is_said(visitor: TestClient, query: str, fault: str) -> None:
    answer = visitor.get(f"/api/claims?{query}")
    assert (answer.status_code, answer.json()["detail"]) == (400, fault)


def test_what_is_no_number_is_said(visitor: TestClient) -> None:
    answer = visitor.get("/api/claims?min_confidence=high")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("min_confidence: ")


LISTS = ("claims", "claims.csv", "places", "places.geojson", "facets", "timeline", "network", "queue", "progress")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        {"source": "x" * 50_000},
        {"event_type": [f"T{number}" for number in range(1_000)]},
        {"not_text": ["word"] * 1_000},
        {"text": " ".join(["word"] * 9_000)},
    ],
)
def test_a_filter_that_nobody_means_is_refused(visitor: TestClient, path: str, query: dict[str, str]) -> None:
    answer = visitor.get(f"/api/{path}?{urlencode(query, doseq=True)}")
    expected = "a filter has at most 100 values, each of at most 500 characters"
    assert (answer.status_code, answer.json()["detail"]) == (400, expected)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        urlencode({"source": [f"w{number}" for number in range(99)], "text": "a " * 250}, doseq=True),
        "source=%00&place_id=%00&event_type=%00&not_article=%00&text=a%00b",
        "source=%ED%A0%80&actor_id=%ED%A0%80&outlet=%ff&text=a%ED%A0%80",  # half a character, no character
        "since=0001-01-01&until=9999-12-31&bbox=180,-90,-180,90",
        "min_confidence=nan&max_confidence=1e400",
    ],
)
def test_one_that_may_be_meant_is_answered(visitor: TestClient, path: str, query: str) -> None:
    assert visitor.get(f"/api/{path}?{query}").status_code == 200
