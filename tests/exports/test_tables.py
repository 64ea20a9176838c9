from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from sayso.exports import table
from sayso.exports.tables import csv_lines, harmless
from sayso.ledger import Tally
from sayso.words.records import Box


@dataclass(frozen=True)
class Row:
    name: str
    claims: int
    score: float | None
    named: bool
    labels: tuple[str, ...] = ()
    extent: Box | None = None


ROWS = [Row("=cmd()", 2, -0.5, True, ("a", "b"), (36.0, 35.0, 37.0, 36.0)), Row("Idlib", 1, None, False)]


def test_records_become_an_array_or_rows() -> None:
    assert json.loads(b"".join(table(ROWS, Row, "json"))) == [
        {"name": "=cmd()", "claims": 2, "score": -0.5, "named": True, "labels": ["a", "b"], "extent": [36, 35, 37, 36]},
        {"name": "Idlib", "claims": 1, "score": None, "named": False, "labels": [], "extent": None},
    ]
    assert b"".join(table(ROWS, Row, "csv")).decode().splitlines() == [
        "name,claims,score,named,labels,extent",
        '\'=cmd(),2,-0.5,true,a; b,"[36.0,35.0,37.0,36.0]"',
        "Idlib,1,,false,,",
    ]


def test_no_records_are_a_whole_file_too() -> None:
    assert json.loads(b"".join(table([], Tally, "json"))) == []
    assert b"".join(table([], Tally, "csv")) == b"label,claims\r\n"


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_a_cell_is_never_a_formula_and_else_what_it_was(cells: list[str]) -> None:
    text = b"".join(csv_lines(["_"] * len(cells), [cells])).decode()
    (_, read) = csv.reader(io.StringIO(text, newline=""))
    for cell, was in zip(read, cells, strict=True):
        assert cell in (was, f"'{was}") or "\ud800" <= max(was, default="") <= "\udfff"
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))


def test_numbers_stay_numbers() -> None:
    assert [harmless(cell) for cell in ("=1", "-1", "＝1", "\n=1", -1, -0.5, None, "a=1")] == [
        *("'=1", "'-1", "'＝1", "'\n=1", -1, -0.5, None, "a=1")
    ]
