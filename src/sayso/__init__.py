"""Sayso keeps a ledger of claims: who says that who did what to whom, on whose authority, and how certain.

>>> import sayso
>>> for claim in sayso.read("file.txt").claims:
...     print(claim)

What is named here is loaded when it is first used: `import sayso` alone takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.exports import export
    from sayso.ledger import Filter, Ledger
    from sayso.notebook import show
    from sayso.reading import Text, read, read_into
    from sayso.readings import Readings
    from sayso.words.records import Article, Claim, Reading

_HOMES = {
    "Article": "sayso.words.records",
    "Claim": "sayso.words.records",
    "Filter": "sayso.ledger",
    "Ledger": "sayso.ledger",
    "Reading": "sayso.words.records",
    "Readings": "sayso.readings",
    "Text": "sayso.reading",
    "export": "sayso.exports",
    "read": "sayso.reading",
    "read_into": "sayso.reading",
    "show": "sayso.notebook",
}

__all__ = [
    "Article",
    "Claim",
    "Filter",
    "Ledger",
    "Reading",
    "Readings",
    "Text",
    "__version__",
    "export",
    "read",
    "read_into",
    "show",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
