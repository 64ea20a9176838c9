from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger, LedgerError
from sayso.ledger.search import Term, fold, matches, parse, snippet, spread
from sayso.words.records import Reading
from tests.databases import Opened
from tests.ledger.build import AGENCY, MODEL, agency, dossier, make_article, reading
from tests.spans import assert_quotes


@pytest.fixture(scope="module")
def ledger(opened: Opened) -> Iterator[Ledger]:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        yield ledger


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Idlib strikes", [Term(("idlib",), prefix=False), Term(("strikes",), prefix=False)]),
        ('"the Idlib strikes"', [Term(("the", "idlib", "strikes"), prefix=False)]),
        ("strik*", [Term(("strik",), prefix=True)]),
        ('"air strik"*', [Term(("air", "strik"), prefix=True)]),
        ("anti-tank", [Term(("anti", "tank"), prefix=False)]),
        ('"never closed', [Term(("never", "closed"), prefix=False)]),
        ("a OR NEAR(b)", [Term((w,), prefix=False) for w in ("a", "or")] + [Term(("near", "b"), prefix=False)]),
    ],
)
def test_a_query_is_words_phrases_and_prefixes(query: str, terms: list[Term]) -> None:
    assert list(parse(query)) == terms


@pytest.mark.parametrize("query", ["", "  ", '""', "*", "…", "_"])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(LedgerError, match="holds no word"):
        parse(query)


def test_case_and_accents_make_no_difference() -> None:
    assert fold("ERDOĞAN") == fold("Erdogan") == fold("Erdog\u0306an")
    assert [span.text for span in matches("Erdoğan, ERDOGAN and Erdog\u0306an", parse("erdogan"))] == [
        "Erdoğan",
        "ERDOGAN",
        "Erdog\u0306an",
    ]


@given(st.text(max_size=30), st.text(max_size=10))
def test_any_query_finds_only_what_stands_in_the_text(text: str, query: str) -> None:
    try:
        terms = parse(query)
    except LedgerError:
        return
    found = matches(text, terms)
    assert_quotes(text, found)
    assert_quotes(text, snippet(text, found))


def test_a_snippet_holds_most_matches_and_ends_between_words() -> None:
    text = "tanks " + "filler " * 60 + "tanks near Idlib, tanks near Hama " + "filler " * 60
    found = snippet(text, matches(text, parse("tanks")))
    assert found is not None
    assert found.text.count("tanks") == 2
    assert len(found.text) <= 240
    assert set(found.text.split()) <= set(text.split())


def test_hits_say_where_and_which_claims(ledger: Ledger) -> None:
    (hit,) = ledger.search("sarmin shell*")
    assert (hit.title, hit.outlet, hit.published) == ("Shelling near Idlib", "Wire", "2018-10-16")
    assert [span.text for span in hit.matches] == ["Shelling", "shelled", "Sarmin"]
    assert hit.claims == agency().claims[:1]
    assert hit.snippet is not None
    assert_quotes(AGENCY, hit)


def test_better_hits_come_first_and_the_limit_holds(opened: Opened) -> None:
    once = make_article("1" * 16, "A tank and very many other words beside it.", None, None, None)
    often = make_article("2" * 16, "Tank, tank, tank.", "Tank", None, None)
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), [reading(once), reading(often)])
        assert [hit.article_id for hit in ledger.search("tank")] == [often.article_id, once.article_id]
        assert [hit.article_id for hit in ledger.search("tank", limit=1)] == [often.article_id]


def test_a_title_alone_is_a_hit_without_a_snippet(ledger: Ledger) -> None:
    (hit,) = ledger.search("leaving")
    assert (hit.snippet, hit.matches, hit.claims) == (None, (), ())


def test_the_index_follows_an_article_that_is_read_anew(opened: Opened) -> None:
    with opened() as ledger:
        run_id = ledger.start_run(MODEL, "0.1")
        ledger.add(run_id, agency())
        ledger.add(run_id, replace(agency(), article=replace(agency().article, title="Tanks"), model="en-2"))
        assert [hit.title for hit in ledger.search("tanks")] == ["Tanks"]
        assert [hit.title for hit in ledger.search("shelling")] == ["Tanks"]


LETTERS = "aáАа ßsİiıΣς\u0301\u064b-_'1²"


@settings(max_examples=15)
@given(data=st.data())
def test_what_is_found_is_what_holds_the_words(opened: Opened, data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.tuples(*[st.text(LETTERS, max_size=12)] * 2), min_size=1, max_size=8))
    articles = [make_article(f"{number:016}", text, title, None, None) for number, (title, text) in enumerate(texts)]
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), [Reading(article, (), (), MODEL) for article in articles])
        for query in data.draw(st.lists(st.text(LETTERS + '"*', min_size=1, max_size=8), min_size=5, max_size=20)):
            if not spread(query).strip():
                continue
            terms = parse(query)
            expected = [a.article_id for a in articles if all(t.is_in(a.title or "") or t.is_in(a.text) for t in terms)]
            assert sorted(hit.article_id for hit in ledger.search(query)) == expected


@given(st.text() | st.text("\"*()-+:^{}[]' ANDORNEARt", max_size=12))
def test_no_query_is_syntax(ledger: Ledger, query: str) -> None:
    if any(sign.isalnum() for sign in query):
        assert len(list(ledger.search(query))) <= 3
    else:
        with pytest.raises(LedgerError, match="holds no word"):
            ledger.search(query)
