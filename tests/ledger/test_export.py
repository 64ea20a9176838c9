from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import get_args

import msgspec
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import EVERYTHING, Filter, Format, Ledger, LedgerError, What, export
from sayso.ledger.flat import ARTICLE_COLUMNS, CLAIM_COLUMNS, harmless
from sayso.words.records import Claim, Reading
from tests.ledger.build import LEAFLET, MODEL, agency, dossier, leaflet, readings

ALL = [
    (what, file_format)
    for what in get_args(What)
    for file_format in get_args(Format)
    if (what, file_format) != ("articles", "geojson")
]


def filled(*readings: Reading) -> Ledger:
    ledger = Ledger.open(":memory:")
    ledger.add_many(ledger.start_run(MODEL, "0.1"), readings)
    return ledger


def exported(ledger: Ledger, what: What, file_format: Format, which: Filter = EVERYTHING) -> bytes:
    out = io.BytesIO()
    export(ledger, what, file_format, out, which)
    return out.getvalue()


def test_a_claim_is_written_as_the_design_has_it() -> None:
    with filled(agency()) as ledger:
        line = exported(ledger, "claims", "jsonl").splitlines()[0]
    record = json.loads(line)
    assert list(record) == [
        *("claim_id", "article_id", "kind", "content", "predicate", "voices", "factuality", "event"),
        *("confidence", "model", "incident_id"),
    ]
    assert record["predicate"] == {"start": 76, "end": 83, "text": "shelled"}
    assert list(record["voices"][0]) == [
        *("start", "end", "text", "cue", "stance", "source_kind", "named", "actor_id", "same_as"),
        "country",
    ]
    assert record["voices"][-1]["start"] is None
    assert record["factuality"] == {"score": 2.5, "label": "happened"}
    assert list(record["event"]) == ["type", "mode", "actors", "recipients", "places", "time", "quantities", "bound"]
    assert list(record["event"]["actors"][0]) == ["start", "end", "text", "actor_id", "country"]
    assert list(record["event"]["places"][0])[5:] == [
        *("name", "lat", "lon", "geonames_id", "precision", "place_id", "admin1", "extent")
    ]
    assert list(record["event"]["time"]) == [
        *("start", "end", "text", "value", "precision", "type", "mod", "earliest", "latest", "deadline")
    ]


def test_an_article_is_written_as_the_design_has_it() -> None:
    with filled(agency()) as ledger:
        record = json.loads(exported(ledger, "articles", "jsonl"))
    assert list(record) == [
        *("article_id", "title", "outlet", "authors", "published", "language", "address", "path", "text"),
        *("part", "paragraphs"),
    ]
    assert record["text"] == agency().article.text


@settings(max_examples=30)
@given(st.lists(readings(), max_size=2, unique_by=lambda reading: reading.article.article_id))
def test_lines_decode_to_the_same_claims(added: list[Reading]) -> None:
    with filled(*added) as ledger:
        lines = exported(ledger, "claims", "jsonl").splitlines()
        claims = list(ledger.claims())
    # JSON has no infinity: it is written as null, and as no number in any record that a model makes.
    finite = [(line, claim) for line, claim in zip(lines, claims, strict=True) if "inf" not in repr(claim)]
    assert [msgspec.json.decode(line, type=Claim) for line, _ in finite] == [claim for _, claim in finite]


@pytest.mark.parametrize(("what", "file_format"), ALL)
def test_every_order_of_reading_gives_the_same_bytes(what: What, file_format: Format) -> None:
    written = set()
    for order in permutations(dossier()):
        with filled(*order) as ledger:
            written |= {exported(ledger, what, file_format), exported(ledger, what, file_format)}
    assert len(written) == 1


def test_a_filter_holds_for_claims_and_articles() -> None:
    with filled(*dossier()) as ledger:
        which = Filter(event_type="ASSAULT")
        assert len(exported(ledger, "claims", "jsonl", which).splitlines()) == 1
        assert len(exported(ledger, "articles", "jsonl", which).splitlines()) == 1


def test_csv_has_the_documented_columns() -> None:
    with filled(*dossier()) as ledger:
        claims = list(csv.DictReader(io.StringIO(exported(ledger, "claims", "csv").decode(), newline="")))
        articles = list(csv.DictReader(io.StringIO(exported(ledger, "articles", "csv").decode(), newline="")))
    assert list(claims[0]) == list(CLAIM_COLUMNS)
    assert list(articles[0]) == list(ARTICLE_COLUMNS)
    assert claims[0]["chain"] == "The Turkish defence ministry"
    assert claims[1]["factuality_score"] == "-2.5"
    assert claims[0]["actors"] == "government forces"


def test_no_cell_is_a_formula_and_numbers_stay_numbers() -> None:
    with filled(leaflet()) as ledger:
        (claim,) = csv.DictReader(io.StringIO(exported(ledger, "claims", "csv").decode(), newline=""))
        (article,) = csv.DictReader(io.StringIO(exported(ledger, "articles", "csv").decode(), newline=""))
    assert claim["title"] == "'=cmd()"
    assert claim["content"] == "'=The army took the hill"
    assert article["text"] == "'" + LEAFLET
    assert [harmless(cell) for cell in ("=1", "+1", "-1", "@a", "\ta", "\ra")] == [
        *("'=1", "'+1", "'-1", "'@a", "'\ta", "'\ra")
    ]
    assert [harmless(cell) for cell in (-2.5, 1, None, "a=1")] == [-2.5, 1, None, "a=1"]


@pytest.mark.parametrize("what", get_args(What))
def test_parquet_holds_the_same_records_as_json(what: What) -> None:
    with filled(*dossier()) as ledger:
        table = pyarrow.parquet.read_table(io.BytesIO(exported(ledger, what, "parquet")))
        lines = exported(ledger, what, "jsonl").splitlines()
    assert table.to_pylist() == [json.loads(line) for line in lines]


def test_parquet_without_pyarrow_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with filled() as ledger, pytest.raises(LedgerError, match=r"sayso\[parquet\]"):
        exported(ledger, "claims", "parquet")


def test_a_file_is_replaced_only_by_a_whole_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "claims.jsonl"
    with filled(*dossier()) as ledger:
        assert export(ledger, "claims", "jsonl", out) == 6
        before = out.read_bytes()
        monkeypatch.setattr("sayso.ledger.reader.claim_of", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            export(ledger, "claims", "jsonl", out)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {out: before}


def test_what_cannot_be_exported_is_said(tmp_path: Path) -> None:
    with filled(replace(agency(), claims=())) as ledger:
        with pytest.raises(LedgerError, match="format is 'xlsx'; it must be one of jsonl, csv, parquet"):
            exported(ledger, "claims", "xlsx")  # type: ignore[arg-type]
        with pytest.raises(LedgerError, match="what is 'voices'"):
            exported(ledger, "voices", "csv")  # type: ignore[arg-type]
        with pytest.raises(LedgerError, match="can't be written"):
            export(ledger, "claims", "csv", tmp_path / "missing" / "claims.csv")
        assert exported(ledger, "claims", "jsonl") == b""
