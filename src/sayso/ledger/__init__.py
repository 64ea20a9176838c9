"""The ledger: storage, queries, full-text search and export.

with Ledger.open("claims.db") as ledger:
    run_id = ledger.start_run(model="en-1.0", version="0.1.0")
    ledger.add_many(run_id, readings)
    ledger.finish_run(run_id)
    for claim in ledger.claims(Filter(source="ministry", factuality="happened")):
        ...
    export(ledger, "claims", "jsonl", Path("claims.jsonl"))
"""

from sayso.ledger.corrections import Decision
from sayso.ledger.errors import LedgerError
from sayso.ledger.export import Format, What, export
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.named import ActorCount, Period, PlaceCount, Tick
from sayso.ledger.run import Failure, Run
from sayso.ledger.search import Hit
from sayso.ledger.summary import Summary, Tally

__all__ = [
    "EVERYTHING",
    "ActorCount",
    "Decision",
    "Failure",
    "Filter",
    "Format",
    "Hit",
    "Ledger",
    "LedgerError",
    "Period",
    "PlaceCount",
    "Run",
    "Summary",
    "Tally",
    "Tick",
    "What",
    "export",
]
