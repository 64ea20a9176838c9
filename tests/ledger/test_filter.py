from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.ledger import EVERYTHING, Filter, Ledger, LedgerError
from tests.databases import Opened
from tests.ledger.build import MODEL, dossier


@pytest.fixture(scope="module")
def ledger(opened: Opened) -> Iterator[Ledger]:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        yield ledger


CASES = [
    (EVERYTHING, "shelled killed visited leave return took"),
    (Filter(article="b" * 16), "leave return"),
    (Filter(outlet="courrier"), "leave return"),
    (Filter(kind="event"), "shelled visited"),
    (Filter(event_type="ASSAULT"), "shelled"),
    (Filter(factuality="did_not_happen"), "killed"),
    (Filter(min_confidence=0.5), "shelled killed visited leave took"),
    # A voice: all conditions hold of one and the same, and the article's own is not asked.
    (Filter(source="defence MINISTRY"), "shelled"),
    (Filter(source_kind="armed_group"), "leave"),
    (Filter(stance="denies"), "killed"),
    (Filter(named=True), "shelled"),
    (Filter(named=False), "killed leave"),
    (Filter(source="resident", named=True), ""),
    # An event: in any case, with or without accents, or by the exact id.
    (Filter(actor="erdogan"), "visited"),
    (Filter(actor="Q1"), "shelled"),
    (Filter(recipient="sochi"), "visited"),
    (Filter(actor="sochi"), ""),
    (Filter(place="sarmin"), "shelled"),
    # Dates: the event's, else the article's; compared by what both know.
    (Filter(since="2018-10-15", until="2018-10-15"), "shelled"),
    (Filter(since="2018-10-16", until="2018-10-16"), "killed"),
    (Filter(since="2018-12-24", until="2018-12-31"), "leave return"),
    (Filter(until="2018-09-01"), "visited"),
    (Filter(since="2018"), "shelled killed visited leave return"),
    (Filter(since="2019"), ""),
    # Text: a query that one claim's content meets in full.
    (Filter(text="sarmin forces"), "shelled"),
    (Filter(text='"forces sarmin"'), ""),
    (Filter(text="erdogan visit*"), "visited"),
    (Filter(text="sarmin killed"), ""),
    # What means something to SQL means nothing here.
    (Filter(source="%"), ""),
    (Filter(source="' OR 1=1 --"), ""),
    (Filter(event_type="ASSAULT' OR '1'='1"), ""),
]


@pytest.mark.parametrize(("which", "predicates"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_claims_that_pass(ledger: Ledger, which: Filter, predicates: str) -> None:
    assert " ".join(claim.predicate.text for claim in ledger.claims(which)) == predicates
    assert ledger.count(which) == len(predicates.split())


def test_an_article_passes_with_one_of_its_claims(ledger: Ledger) -> None:
    assert [article.title for article in ledger.articles(Filter(min_confidence=0.9))] == [
        "Shelling near Idlib",
        "Leaving",
        "=cmd()",
    ]
    assert [article.title for article in ledger.articles(Filter(factuality="possible"))] == ["Leaving"]


@pytest.mark.parametrize("date", ["yesterday", "2018-1", "2018-10-15T00:00", "", "2018\n"])
def test_a_date_that_is_no_iso_prefix_is_refused(date: str) -> None:
    with pytest.raises(LedgerError, match="must look like 2018"):
        Filter(since=date)


def test_a_text_without_a_word_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="holds no word"):
        ledger.claims(Filter(text="***"))
