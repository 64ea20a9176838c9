from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from sayso.ledger import Ledger
from tests.exports.build import MARKUP, exported, filled, hostile
from tests.ledger.build import agency, dossier

stix2 = pytest.importorskip("stix2")
Objects = list[dict[str, Any]]


def bundle(ledger: Ledger, *, texts: bool = True) -> Objects:
    data = exported(ledger, "claims", "stix", texts=texts)
    stix2.parse(data.decode(), version="2.1")  # raises where it isn't STIX
    objects: Objects = json.loads(data)["objects"]
    return objects


def of_type(objects: Objects, kind: str) -> Objects:
    return [one for one in objects if one["type"] == kind]


def test_an_article_is_a_report_and_a_claim_a_note_on_it() -> None:
    with filled(*dossier()) as ledger:
        objects = bundle(ledger)
    kinds = Counter(str(one["type"]) for one in objects)
    assert (kinds["note"], kinds["report"], kinds["grouping"]) == (6, 1, 2)
    (report,) = of_type(objects, "report")
    first, second = of_type(objects, "note")[:2]
    assert report["published"] == "2018-10-16T00:00:00Z"
    assert report["id"] in first["object_refs"]
    assert first["id"] in report["object_refs"]
    assert first["authors"] == ["The Turkish defence ministry", "Wire"]
    (extension,) = second["extensions"].values()
    assert (extension["factuality_label"], extension["factuality_score"]) == ("did_not_happen", -2.5)


def test_a_denial_is_an_opinion_and_no_claim_an_incident() -> None:
    with filled(*dossier()) as ledger:
        objects = bundle(ledger)
    note = of_type(objects, "note")[1]
    (opinion,) = [one for one in of_type(objects, "opinion") if one["object_refs"] == [note["id"]]]
    assert (opinion["opinion"], opinion["authors"]) == ("strongly-disagree", ["A resident"])
    assert of_type(objects, "incident") == []


def test_every_reference_is_in_the_bundle_and_every_id_there_once() -> None:
    with filled(hostile(), *dossier()) as ledger:
        objects = bundle(ledger)
    ids = [str(one["id"]) for one in objects]
    refs = {ref for one in objects for ref in one.get("object_refs", [])}
    assert len(ids) == len(set(ids))
    assert refs <= set(ids)


def test_a_note_that_changes_gets_another_id_and_its_report_keeps_its_own() -> None:
    first, *others = agency().claims
    changed = replace(agency(), claims=(replace(first, confidence=0.1), *others))
    with filled(agency()) as ledger, filled(changed) as later:
        before, after = bundle(ledger), bundle(later)
    assert [one["id"] for one in of_type(before, "report")] == [one["id"] for one in of_type(after, "report")]
    notes = [{one["id"] for one in of_type(objects, "note")} for objects in (before, after)]
    assert len(notes[0] & notes[1]) == 2


def test_markup_stays_text() -> None:
    with filled(hostile()) as ledger:
        (report,) = of_type(bundle(ledger), "report")
    assert str(report["name"]).startswith(MARKUP)
