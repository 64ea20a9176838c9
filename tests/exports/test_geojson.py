from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from sayso.exports import export
from sayso.exports.geojson import features
from sayso.ledger import Filter, Ledger, LedgerError
from sayso.words.records import Box, Claim, Place
from tests.ledger.build import AGENCY, MODEL, agency, at, dossier


def placed(place: Place) -> Claim:
    claim = agency().claims[0]
    assert claim.event
    return replace(claim, event=replace(claim.event, places=(place,)))


def region(extent: Box | None) -> Claim:
    return placed(Place(*at(AGENCY, "Idlib"), name="Idlib", precision="region", extent=extent))


def test_each_place_of_an_event_is_a_feature() -> None:
    out = io.BytesIO()
    with Ledger.open(":memory:") as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        assert export(ledger, "claims", "geojson", out) == 1
        assert export(ledger, "claims", "geojson", io.BytesIO(), Filter(place="Sochi")) == 0
    collection = json.loads(out.getvalue())
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.73, 35.9]}
    properties = feature["properties"]
    assert (properties["place"], properties["precision"]) == ("Sarmin", "exact")
    assert properties["source"] == "The Turkish defence ministry"


def test_a_region_is_an_area_and_a_country_is_nowhere() -> None:
    article = agency().article
    (feature,) = features(region((36.0, 35.0, 37.0, 36.0)), article)
    assert feature["geometry"] == {
        "type": "Polygon",
        "coordinates": [[[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 36.0], [36.0, 35.0]]],
    }
    assert list(features(region(None), article)) == []


def test_an_area_across_the_antimeridian_is_two() -> None:
    (feature,) = features(region((170.0, -20.0, -170.0, -10.0)), agency().article)
    geometry = feature["geometry"]
    assert isinstance(geometry, dict)
    assert geometry["type"] == "MultiPolygon"
    assert [ring[0][0][0] for ring in geometry["coordinates"]] == [170.0, -180.0]


def test_articles_are_no_places() -> None:
    with Ledger.open(":memory:") as ledger, pytest.raises(LedgerError, match="GeoJSON holds claims"):
        export(ledger, "articles", "geojson", io.BytesIO())
