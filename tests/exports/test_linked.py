from __future__ import annotations

import json
from typing import Any

import pytest

from sayso.ledger import Ledger
from tests.exports.build import exported, filled, hostile
from tests.ledger.build import AGENCY, dossier


def graph(ledger: Ledger, *, texts: bool = True) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(exported(ledger, "claims", "jsonld", texts=texts))["@graph"]
    return nodes


def test_a_claim_appears_in_its_article_and_is_attributed_to_its_voices() -> None:
    with filled(*dossier()) as ledger:
        article, claim = graph(ledger)[:2]
    assert article["schema:headline"] == "Shelling near Idlib"
    assert article["schema:articleBody"] == AGENCY
    assert claim["@type"] == ["schema:Claim", "prov:Entity"]
    assert claim["schema:appearance"] == {"@id": article["@id"]}
    voices = claim["prov:qualifiedAttribution"]
    assert [(one["prov:agent"]["schema:name"], one["sayso:stance"]) for one in voices] == [
        ("The Turkish defence ministry", "says"),
        ("Wire", "says"),
    ]
    event = claim["schema:about"]
    assert event["schema:agent"][0]["schema:agent"]["schema:name"] == "government forces"
    assert event["schema:location"][0]["schema:geo"]["schema:latitude"] == 35.9


def test_selectors_find_the_words_again() -> None:
    with filled(*dossier()) as ledger:
        claim = graph(ledger)[1]
    (content,) = claim["sayso:content"]
    offsets, words = content["oa:hasSelector"]
    assert AGENCY[offsets["oa:start"] : offsets["oa:end"]] == words["oa:exact"]
    assert AGENCY[: offsets["oa:start"]].endswith(words["oa:prefix"])
    assert AGENCY[offsets["oa:end"] :].startswith(words["oa:suffix"])


def test_without_texts_a_selector_has_the_words_alone() -> None:
    with filled(*dossier()) as ledger:
        article, claim = graph(ledger, texts=False)[:2]
    (content,) = claim["sayso:content"]
    assert set(content["oa:hasSelector"][1]) == {"@type", "oa:exact"}
    assert "schema:articleBody" not in article


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own
def test_it_is_linked_data_and_no_text_is_an_address() -> None:
    rdflib = pytest.importorskip("rdflib", reason="needs sayso[ftm], with which rdflib comes")
    with filled(hostile(), *dossier()) as ledger:
        found = rdflib.Graph().parse(data=exported(ledger, "claims", "jsonld"), format="json-ld")
    claims = set(found.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Claim")))
    assert len(claims) == 8
    addresses = {str(node) for triple in found for node in triple if isinstance(node, rdflib.URIRef)}
    assert {address.split(":")[0] for address in addresses} == {"http", "https", "urn"}
    assert not any("script" in address for address in addresses)
