from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from sayso.ledger import Ledger
from tests.exports.build import MARKUP, exported, filled, hostile
from tests.ledger.build import agency, dossier

followthemoney = pytest.importorskip("followthemoney", reason="needs sayso[ftm]")
Entity = dict[str, Any]


def entities(ledger: Ledger, *, texts: bool = True) -> list[Entity]:
    lines = [json.loads(line) for line in exported(ledger, "claims", "ftm", texts=texts).splitlines()]
    for line in lines:
        proxy = followthemoney.model.get_proxy(line)
        proxy.schema.validate(line)  # raises where a property is missing or isn't what the schema wants
    return lines


def test_what_happened_is_an_event_and_what_is_denied_a_note() -> None:
    with filled(*dossier()) as ledger:
        found = entities(ledger)
    kinds = Counter(str(one["schema"]) for one in found)
    assert (kinds["Article"], kinds["Event"], kinds["Note"]) == (3, 2, 4)
    (denial,) = [one for one in found if one["schema"] == "Note" and "killed" in str(one["properties"])]
    assert denial["properties"]["keywords"] == ["did_not_happen"]
    (event,) = [one for one in found if one["schema"] == "Event" and "shelled" in str(one["properties"])]
    assert event["properties"]["location"] == ["Sarmin"]
    assert "The Turkish defence ministry" in event["properties"]["description"][0]


def test_a_source_that_is_named_is_mentioned_in_its_article() -> None:
    with filled(agency()) as ledger:
        found = entities(ledger)
    (article,) = [one for one in found if one["schema"] == "Article"]
    (mention,) = [one for one in found if one["schema"] == "Mention"]
    assert mention["properties"] == {"document": [article["id"]], "name": ["The Turkish defence ministry"]}


def test_every_reference_is_there_and_every_id_once() -> None:
    with filled(hostile(), *dossier()) as ledger:
        found = entities(ledger)
    ids = [one["id"] for one in found]
    refs = {
        ref
        for one in found
        for name in ("proof", "document", "involved", "entity")
        for ref in one["properties"].get(name, ())
    }
    assert len(ids) == len(set(ids))
    assert refs <= set(ids)


def test_an_address_that_is_none_is_left_out() -> None:
    with filled(hostile()) as ledger:
        (article,) = [one for one in entities(ledger) if one["schema"] == "Article"]
    assert "sourceUrl" not in article["properties"]
    assert article["properties"]["author"][0] == MARKUP
