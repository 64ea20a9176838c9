from __future__ import annotations

from sayso.ledger import Summary, Tally
from tests.databases import Opened
from tests.ledger.build import MODEL, dossier


def test_a_ledger_in_numbers(opened: Opened) -> None:
    with opened() as ledger:
        run_id = ledger.start_run(MODEL, "0.1")
        ledger.add_many(run_id, dossier())
        ledger.add_failure(run_id, "broken.pdf", "no PDF")
        assert ledger.summary() == Summary(
            articles=3,
            words=51,
            outlets=2,
            claims=6,
            entities=3,
            first="2018-10-16",
            last="2018-12",
            kinds=(Tally("statement", 4), Tally("event", 2)),
            event_types=(Tally("ASSAULT", 1), Tally("CONSULT", 1)),
            factuality=(Tally("happened", 3), Tally("did_not_happen", 1), Tally("possible", 1), Tally("will", 1)),
            source_kinds=(Tally("armed_group", 1), Tally("official", 1), Tally("witness", 1)),
            sources=(Tally("The Turkish defence ministry", 1),),
            models=(MODEL,),
            runs=1,
            failures=1,
        )


def test_an_empty_ledger_in_numbers(opened: Opened) -> None:
    with opened() as ledger:
        held = ledger.summary()
    assert (held.articles, held.words, held.first, held.sources) == (0, 0, None, ())
