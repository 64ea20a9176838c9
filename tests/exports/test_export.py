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

from sayso.exports import FORMATS, FileFormat, Format, What, export
from sayso.exports.flat import ARTICLE_COLUMNS, CLAIM_COLUMNS
from sayso.exports.tables import harmless
from sayso.ledger import Filter, LedgerError
from sayso.words.records import Claim, Reading
from tests.exports.build import exported, filled, hostile
from tests.ledger.build import LEAFLET, agency, dossier, leaflet, readings

ALL = [(what, known.key) for known in FORMATS.values() for what in known.holds]


def test_a_claim_is_written_as_the_design_has_it() -> None:
    with filled(agency()) as ledger:
        line = exported(ledger, "claims", "jsonl").splitlines()[0]
    record = json.loads(line)
    assert list(record) == [
        *("claim_id", "article_id", "kind", "content", "predicate", "voices", "factuality", "event"),
        *("confidence", "model", "incident_id", "review"),
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


@settings(max_examples=15)
@given(readings(), st.booleans())
def test_whatever_records_hold_they_are_written(reading: Reading, texts: bool) -> None:
    with filled(reading) as ledger:
        for what, file_format in ALL:
            exported(ledger, what, file_format, texts=texts)


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


@pytest.mark.parametrize(
    ("file_format", "library"), [("parquet", "pyarrow"), ("stix", "stix2"), ("ftm", "followthemoney")]
)
def test_a_format_without_its_library_names_the_extra(
    file_format: Format, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with filled() as ledger, pytest.raises(LedgerError, match=rf"sayso\[{file_format}\]"):
        exported(ledger, "claims", file_format)


@pytest.mark.parametrize(("what", "file_format"), [one for one in ALL if one[1] not in ("xlsx", "parquet")])
def test_texts_are_left_out_with_the_folders_that_they_were_in(what: What, file_format: Format) -> None:
    with filled(hostile()) as ledger:
        whole, shared = (exported(ledger, what, file_format, texts=texts) for texts in (True, False))
    assert b"That was all" not in shared
    assert b"secret folder" not in shared
    assert what == "claims" or b"That was all" in whole


@pytest.mark.parametrize("known", FORMATS.values(), ids=lambda known: known.key)
def test_an_empty_selection_is_a_whole_file(known: FileFormat) -> None:
    with filled(*dossier()) as ledger:
        out = io.BytesIO()
        written = export(ledger, "claims", known.key, out, Filter(outlet="nobody's"))
    assert written == (2 if known.key == "stix" else 0)  # who made it, and what its extension holds
    assert bool(out.getvalue()) == (known.key not in ("jsonl", "ftm"))  # no line


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
        with pytest.raises(LedgerError, match="format is 'docx'; it must be one of jsonl, csv, parquet"):
            exported(ledger, "claims", "docx")  # type: ignore[arg-type]
        with pytest.raises(LedgerError, match="what is 'voices'"):
            exported(ledger, "voices", "csv")  # type: ignore[arg-type]
        with pytest.raises(LedgerError, match="can't be written"):
            export(ledger, "claims", "csv", tmp_path / "missing" / "claims.csv")
        assert exported(ledger, "claims", "jsonl") == b""
