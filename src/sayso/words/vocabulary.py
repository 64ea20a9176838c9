"""The vocabulary: every label that a record may hold, with its definition and source, read from TOML files.

One file a vocabulary, one table a term::

    [ASSAULT]
    name = "assault"
    definition = "…"
    source = "PLOVER"

Code, help texts and docs read it from here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_FOLDER = files("sayso.words") / "vocabulary"


@dataclass(frozen=True, slots=True)
class Term:
    """One label: its key as records hold it, a name to read, what it means, and where that comes from."""

    key: str
    name: str
    definition: str
    source: str
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that evoke the term, by part of speech or use, for the coder; empty where there are none."""


@cache
def names() -> tuple[str, ...]:
    """The vocabularies that there are."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml")))


@cache
def load(name: str) -> Mapping[str, Term]:
    """The terms of one vocabulary by key, in the file's order. KeyError's message lists what there is."""
    if name not in names():
        raise KeyError(f"no vocabulary {name!r}; there are {', '.join(names())}")
    tables = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return MappingProxyType({key: _term(key, table) for key, table in tables.items()})


def _term(key: str, table: dict[str, object]) -> Term:
    words = table.get("words", {})
    assert isinstance(words, dict)
    return Term(
        key=key,
        name=str(table["name"]),
        definition=str(table["definition"]),
        source=str(table["source"]),
        words=MappingProxyType({use: tuple(forms) for use, forms in words.items()}),
    )
