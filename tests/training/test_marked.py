"""The marks made by hand in training/marked: whole rows, ids that exist, and spans that are words of their documents.

Where ../shared/corpora is, the spans are checked against it; elsewhere there are no such tests.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from training.__main__ import CORPORA
from training.evaluation.speakers import KINDS
from training.mixture import MIXTURE, Part

MARKED = Path("training/marked")
ACTORS = Path("src/sayso/world/actors/data")
FIELDS = {
    "places": "corpus document start end geonames_id lat lon precision country literal",
    "actors": "corpus document start end actor_id country entity",
}
PRECISIONS = {"exact", "near", "second-level", "first-level", "country", "region"}

both = pytest.mark.parametrize("name", FIELDS)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (MARKED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def text_of(corpus: str, document: str) -> str:
    if corpus == "polnear":
        return (CORPORA / "polnear/dev/text" / f"{document}.txt").read_bytes().decode("utf-8")
    lines = (CORPORA / "re3d/documents.jsonl").read_text(encoding="utf-8").split("\n")
    return next(str(row["text"]) for row in map(json.loads, filter(None, lines)) if row["_id"] == document)


@both
def test_each_row_has_the_fields_of_its_file_and_marks_a_span_once(name: str) -> None:
    marked = rows(name)
    assert {" ".join(row) for row in marked} == {FIELDS[name]}
    assert {row["corpus"] for row in marked} == {"re3d", "polnear"}
    assert all(0 <= row["start"] < row["end"] for row in marked)
    assert all(row["country"] is None or re.fullmatch("[A-Z]{2}", row["country"]) for row in marked)
    spans = [(row["corpus"], row["document"], row["start"], row["end"]) for row in marked]
    assert len(set(spans)) == len(spans)


def test_coordinates_are_never_finer_than_the_precision_says() -> None:
    for row in rows("places"):
        assert row["precision"] in PRECISIONS
        assert (row["lat"] is None) == (row["lon"] is None) == (row["precision"] in {"country", "region"}), row
        if row["lat"] is not None:
            assert -90 <= row["lat"] <= 90
            assert -180 <= row["lon"] <= 180


def test_actor_ids_stand_in_the_list() -> None:
    listed: set[str] = set()
    for path in ACTORS.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            listed.update(row["id"] for row in csv.DictReader(lines) if "id" in row)
    assert {row["actor_id"] for row in rows("actors")} - {None} <= listed


def test_an_actor_keeps_its_country_through_a_document() -> None:
    countries: dict[tuple[str, str], set[str | None]] = {}
    for row in rows("actors"):
        countries.setdefault((row["document"], row["entity"]), set()).add(row["country"])
    assert {actor: found for actor, found in countries.items() if len(found) > 1} == {}


def test_a_hundred_sources_of_many_articles_have_antecedents_that_stand_before_them() -> None:
    marked = rows("speakers")
    assert {" ".join(row) for row in marked} == {"corpus document start end kind antecedents"}
    assert len({(row["document"], row["start"]) for row in marked}) == len(marked) == 100
    assert len({row["document"] for row in marked}) >= 40
    for row in marked:
        assert row["kind"] in KINDS
        assert row["antecedents"]
        signed = row["kind"] == "first"
        assert all(0 <= start < end and (signed or end <= row["start"]) for start, end in row["antecedents"]), row


@pytest.mark.parametrize("name", ["trees", "trees_dev"])
def test_a_marked_tree_has_one_root_that_every_word_leads_to(name: str) -> None:
    for row in rows(name):
        heads = [int(head) for head in row["heads"].split()]
        assert {len(row[tags].split()) for tags in ("relations", "upos", "xpos")} == {len(heads)}, row
        assert heads.count(0) == 1, row
        for word in range(1, len(heads) + 1):
            way = {word}
            while heads[word - 1]:
                word = heads[word - 1]
                assert word not in way, row
                way.add(word)


def test_no_sentence_is_marked_to_train_and_to_develop_on() -> None:
    trained = {(row["corpus"], row["document"]) for row in rows("trees")}
    assert trained.isdisjoint((row["corpus"], row["document"]) for row in rows("trees_dev"))


if CORPORA.is_dir():

    @pytest.mark.parametrize("name", [*FIELDS, "speakers"])
    def test_a_span_begins_and_ends_with_a_word_of_its_document(name: str) -> None:
        documents = {(row["corpus"], row["document"]) for row in rows(name)}
        texts = {key: text_of(*key) for key in documents}
        for row in rows(name):
            for start, end in ((row["start"], row["end"]), *row.get("antecedents", ())):
                text = texts[row["corpus"], row["document"]]
                before, span, after = text[:start], text[start:end], text[end:]
                assert len(span) == end - start, row
                assert span == span.strip(), row
                assert not (before[-1:].isalnum() and span[0].isalnum()), row
                assert not (span[-1].isalnum() and after[:1].isalnum()), row

    @pytest.mark.parametrize("part", [part for part in MIXTURE if " our " in part.name], ids=lambda part: part.name)
    def test_what_is_marked_to_train_on_holds_in_the_texts_of_the_corpora(part: Part) -> None:
        documents = part.read(CORPORA)
        assert len(documents) > 100
        assert all(len(tags) == len(one.words) for one in documents for tags in one.tags.values())
