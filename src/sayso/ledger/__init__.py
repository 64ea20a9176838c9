"""The ledger: storage, queries and full-text search.

with Ledger.open("claims.db") as ledger:
    run_id = ledger.start_run(model="en-1.0", version="0.1.0")
    ledger.add_many(run_id, readings)
    ledger.finish_run(run_id)
    for claim in ledger.claims(Filter(source="ministry", factuality="happened")):
        ...
"""

from sayso.ledger.corrections import KeptCorrection
from sayso.ledger.errors import LedgerError, NotFoundError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.ledger import Ledger
from sayso.ledger.review.records import Comment, ConflictError, Decision, Dispute, Edit
from sayso.ledger.run import Failure, Run
from sayso.ledger.search import Hit
from sayso.ledger.summary import Summary, Tally

__all__ = [
    "EVERYTHING",
    "Comment",
    "ConflictError",
    "Decision",
    "Dispute",
    "Edit",
    "Failure",
    "Filter",
    "Hit",
    "KeptCorrection",
    "Ledger",
    "LedgerError",
    "NotFoundError",
    "Run",
    "Summary",
    "Tally",
]
