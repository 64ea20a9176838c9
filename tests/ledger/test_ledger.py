from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import EVERYTHING, Filter, Ledger, LedgerError
from sayso.words.records import Entity, Reading, Span
from tests.databases import Opened
from tests.ledger.build import MODEL, agency, dossier, leaflet, make_claim, paper, readings
from tests.spans import assert_quotes


@pytest.fixture
def ledger(opened: Opened) -> Iterator[Ledger]:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        yield ledger


def one_by_id(readings: list[Reading]) -> list[Reading]:
    return [reading for _, reading in sorted({reading.article.article_id: reading for reading in readings}.items())]


@settings(max_examples=20)
@given(st.lists(readings(), max_size=3, unique_by=lambda reading: reading.article.article_id))
def test_what_was_added_is_read_back_equal_by_article_and_position(opened: Opened, added: list[Reading]) -> None:
    with opened() as ledger:
        assert ledger.add_many(ledger.start_run(MODEL, "0.1"), added) == len(added)
        expected = one_by_id(added)
        assert list(ledger.articles()) == [reading.article for reading in expected]
        assert list(ledger.claims()) == [claim for reading in expected for claim in reading.claims]
        for reading in expected:
            assert ledger.entities(reading.article.article_id) == reading.entities
            assert_quotes(reading.article.text, tuple(ledger.claims(Filter(article=reading.article.article_id))))


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_the_order_in_which_a_coder_gives_claims_does_not_matter(opened: Opened, order: tuple[int, ...]) -> None:
    claims = agency().claims
    with opened() as ledger:
        shuffled = tuple(claims[i] for i in order)
        ledger.add(ledger.start_run(MODEL, "0.1"), replace(agency(), claims=shuffled))
        assert tuple(ledger.claims()) == claims


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    before = list(ledger.claims())
    run_id = ledger.start_run(MODEL, "0.1")
    assert not ledger.add(run_id, agency())
    assert list(ledger.claims()) == before
    assert ledger.finish_run(run_id).articles == 0


def test_a_newer_model_replaces_claims_and_entities(ledger: Ledger) -> None:
    article = replace(agency().article, title="A new title")
    newer = Reading(article, (replace(make_claim(article, "anyone was killed", "killed"), model="en-2"),), (), "en-2")
    assert ledger.add(ledger.start_run("en-2", "0.2"), newer)
    assert tuple(ledger.claims(Filter(article=article.article_id))) == newer.claims
    assert ledger.entities(article.article_id) == ()
    assert ledger.article(article.article_id) == article
    assert ledger.has(article.article_id, "en-2")
    assert not ledger.has(article.article_id, MODEL)
    assert [hit.article_id for hit in ledger.search("new title")] == [article.article_id]


def test_a_batch_is_added_whole_or_not_at_all(opened: Opened) -> None:
    good, bad = agency(), paper()
    bad = replace(bad, claims=(replace(bad.claims[0], predicate=Span(3, 8, "wrong")),))
    with opened() as ledger:
        run_id = ledger.start_run(MODEL, "0.1")
        with pytest.raises(LedgerError, match="'wrong' does not stand at 3–8"):
            ledger.add_many(run_id, [good, bad])
        assert list(ledger.articles()) == []
        assert ledger.finish_run(run_id).articles == 0


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda r: replace(r, entities=(Entity(-4, 0, "", "place", 1.0),)), "does not stand at -4–0"),
        (lambda r: replace(r, entities=(Entity(0, 10**30, r.article.text, "place", 1.0),)), "does not stand at 0–1000"),
        (lambda r: replace(r, claims=(replace(r.claims[0], article_id="other"),)), "is of article other"),
        (lambda r: replace(r, claims=(r.claims[0], r.claims[0])), "claim_id"),
        (lambda r: replace(r, claims=(replace(r.claims[0], confidence=float("nan")),)), "confidence"),
        (lambda r: replace(r, article=replace(r.article, title="half \ud800")), "half of a character"),
        (lambda r: replace(r, article=replace(r.article, authors=("\udfff",))), "half of a character"),
    ],
)
def test_a_record_that_does_not_hold_is_refused(opened: Opened, spoil: object, message: str) -> None:
    assert callable(spoil)
    with opened() as ledger:
        run_id = ledger.start_run(MODEL, "0.1")
        with pytest.raises(LedgerError, match=message):
            ledger.add(run_id, spoil(agency()))
        assert list(ledger.articles()) == []


def test_a_run_counts_what_it_added_and_what_failed(ledger: Ledger) -> None:
    first = ledger.finish_run("run-1")
    assert (first.articles, first.claims, first.words, first.failures) == (3, 6, 51, 0)
    second = ledger.start_run(MODEL, "0.1")
    ledger.add_failure(second, "dossier/broken\udcff.pdf", "no PDF")
    assert ledger.finish_run(second).failures == 1
    assert [(failure.path, failure.reason) for failure in ledger.failures(second)] == [
        ("dossier/broken\\udcff.pdf", "no PDF")
    ]
    assert [run.run_id for run in ledger.runs()] == ["run-1", "run-2"]
    assert all(run.finished is not None and run.started <= run.finished for run in ledger.runs())


def test_an_unknown_run_is_refused(ledger: Ledger) -> None:
    for call in (lambda: ledger.add("run-9", agency()), lambda: ledger.finish_run("run-9")):
        with pytest.raises(LedgerError, match="no run 'run-9'"):
            call()


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
def test_pages_put_together_are_the_whole(ledger: Ledger, limit: int) -> None:
    read, after = [], None
    while page := list(ledger.claims(EVERYTHING, limit=limit, after=after)):
        assert len(page) <= limit
        read += page
        after = page[-1].claim_id
    assert read == list(ledger.claims())
    assert ledger.count() == len(read)


def test_pages_longer_than_a_batch_of_the_database(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    everything = list(ledger.claims()), list(ledger.articles())
    monkeypatch.setattr("sayso.ledger.reader._CLAIMS_A_PAGE", 2)
    monkeypatch.setattr("sayso.ledger.reader._ARTICLES_A_PAGE", 2)
    assert (list(ledger.claims()), list(ledger.articles())) == everything
    assert list(ledger.claims(limit=3)) == everything[0][:3]
    assert list(ledger.articles(after="a" * 16)) == everything[1][1:]


def test_going_on_after_an_unknown_claim_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no claim 'nowhere'"):
        ledger.claims(after="nowhere")


@pytest.mark.parametrize("name", ["a" * 16, "aaa", "dossier/aaa.txt", "Shelling near Idlib", "SHELLING", "er/aaa"])
def test_an_article_is_found_by_what_a_person_would_type(ledger: Ledger, name: str) -> None:
    assert ledger.article(name) == agency().article


def test_an_ambiguous_name_lists_the_candidates(ledger: Ledger) -> None:
    with pytest.raises(LedgerError) as error:
        ledger.article("dossier/")
    assert str(error.value).splitlines() == [
        "'dossier/' fits several articles; name one by its id:",
        f"  {'a' * 16}  Shelling near Idlib  dossier/aaa.txt",
        f"  {'b' * 16}  Leaving  dossier/bbb.txt",
        f"  {'c' * 16}  =cmd()  dossier/ccc.txt",
    ]


@pytest.mark.parametrize("name", ["no such thing", "%", "a_a", "'; DROP TABLE articles; --"])
def test_an_unknown_name_says_so(ledger: Ledger, name: str) -> None:
    with pytest.raises(LedgerError, match="none of the 3 articles"):
        ledger.article(name)


def test_a_ledger_stays_and_is_open_to_others_while_it_is_written(where: str) -> None:
    with Ledger.open(where) as ledger, Ledger.open(where, create=False) as other:
        run_id = ledger.start_run(MODEL, "0.1")
        for claim_or_article in ledger.articles():
            raise AssertionError(claim_or_article)
        ledger.add(run_id, agency())
        reading = other.claims()
        first = next(reading)
        ledger.add(run_id, leaflet())
        assert [first, *reading] == list(agency().claims)
    with Ledger.open(where, create=False) as again:
        assert again.count() == 4


def test_a_file_s_name_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "claims?mode=memory.db"
    Ledger.open(path).close()
    assert path.is_file()


def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database", encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.db") as database:
        database.execute("CREATE TABLE meta (key, value)")
    database.close()
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for name, message in (
        ("notes.txt", "no ledger"),
        ("other.db", "another database"),
        ("", "is a folder"),
        ("missing/claims.db", "no folder"),
    ):
        with pytest.raises(LedgerError, match=message):
            Ledger.open(tmp_path / name)
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger.open(tmp_path / "missing.db", create=False)
    with pytest.raises(LedgerError, match="a ledger is a file, such as"):
        Ledger.open("mysql://localhost/claims")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_damaged_ledger_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    with pytest.raises(LedgerError, match=r"claims.db can't be used"):
        Ledger.open(path)


WRITER = """
import sys
from dataclasses import replace
from sayso.ledger import Ledger
from sayso.words.records import Reading
from tests.ledger.test_ledger import numbered
with Ledger.open(sys.argv[1]) as ledger:
    run_id = ledger.start_run("en-1", "0.1")
    for number in range(60):
        ledger.add(run_id, numbered(number))
        print(number, flush=True)
    sys.stdin.read()
"""


def numbered(number: int) -> Reading:
    """Another article with the agency's text."""
    reading, article_id = agency(), f"{number:016}"
    claims = (replace(c, claim_id=f"{number} {c.claim_id}", article_id=article_id) for c in reading.claims)
    return replace(reading, article=replace(reading.article, article_id=article_id), claims=tuple(claims))


def test_a_killed_run_leaves_each_article_whole_and_all_that_it_reported(where: str) -> None:
    command = [sys.executable, "-c", WRITER, where]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        reported = [int(writer.stdout.readline()) for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
    with Ledger.open(where, create=False) as ledger:
        there = list(ledger.articles())
        assert reported == list(range(20))
        assert len(there) >= 20
        for number, article in enumerate(there):
            assert article == numbered(number).article
            assert tuple(ledger.claims(Filter(article=article.article_id))) == numbered(number).claims
        (run,) = ledger.runs()
        assert (run.articles, run.finished) == (len(there), None)
