"""Export: claims and articles in the formats that other programs read, and what each column means.

with Ledger.open("claims.db", create=False) as ledger:
    export(ledger, "claims", "xlsx", Path("claims.xlsx"), Filter(event_type="ASSAULT"))
"""

from sayso.exports.codebook import Codebook, codebook
from sayso.exports.export import export
from sayso.exports.formats import FORMATS, FileFormat, Format, What
from sayso.exports.tables import TableFormat, table

__all__ = [
    "FORMATS",
    "Codebook",
    "FileFormat",
    "Format",
    "TableFormat",
    "What",
    "codebook",
    "export",
    "table",
]
