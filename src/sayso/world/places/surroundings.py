"""What an article says of where it is at home, beside the names it places: regions, signs of a country, its outlet.

A local paper seldom names its state. But an organisation in it does ("the Ohio Highway Patrol"), its institutions are
those of one country (a sheriff, a borough council), and its address often holds the name of its town.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.words.records import Article
from sayso.world.gazetteer.folding import fold
from sayso.world.places import countries, naming

_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 4
_SHORTEST = 5
"""Letters of the shortest name that is looked for in an address."""


@dataclass(frozen=True, slots=True)
class Regions:
    """First-level regions: `codes` by name in lower case, and the first words of names, `openings`."""

    codes: Mapping[str, tuple[str, ...]]
    openings: frozenset[str]


def regions(names: Mapping[str, str]) -> Regions:
    """First-level regions by name, from their names by code; without those that are words, as "Central" is."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, name in names.items():
        if not set(name.lower().split()) <= naming.BEFORE | naming.KINDS.keys():
            found[name.lower()].append(code)
    codes = {name: tuple(codes) for name, codes in found.items()}
    return Regions(codes, frozenset(name.split()[0] for name in codes))


def spoken(text: str, known: Regions) -> Counter[str]:
    """How often a text names each first-level region, by code; under a name of several, each of them."""
    counted: Counter[str] = Counter()
    for run in countries.runs(text):
        first = 0
        while first < len(run):
            last, codes = _region(run, first, known)
            counted.update(codes)
            first = last
    return counted


def _region(run: list[str], first: int, known: Regions) -> tuple[int, tuple[str, ...]]:
    """Where the name that begins at a word ends, and its codes: none where no region is called so."""
    if run[first] in _short():
        return first + 1, known.codes.get(_short()[run[first]], ())
    for last in range(min(len(run), first + _LONGEST), first, -1) if _bare(run[first]) in known.openings else ():
        if codes := known.codes.get(_bare(" ".join(run[first:last]))):
            return last, codes
    return first + 1, ()


def _bare(words: str) -> str:
    return words.lower().rstrip(".").removesuffix("'s").removesuffix("’s")


@cache
def _short() -> Mapping[str, str]:
    """Short names that are no words and no initials of a person: "Tenn.", "N.C.", "NSW"."""
    shorts = naming.short_names()
    return {short: name.lower() for short, name in shorts.items() if short.endswith(".") or short.isupper()}


def signs(text: str) -> Counter[str]:
    """How often a text uses words of each country's institutions, by code."""
    return Counter(code for word in _LETTERS.findall(text) if (code := _signs().get(word)))


@cache
def _signs() -> Mapping[str, str]:
    data = tomllib.loads((files(__package__ or __name__) / "words.toml").read_text(encoding="utf-8"))
    return {word: code for code, words in data["signs"].items() for word in words.split()}


def names_outlet(article: Article, name: str) -> bool:
    """Whether the host of an article's address holds a name: "Athens" in https://www.athensreview.com/…"""
    key = fold(name)
    return len(key) >= _SHORTEST and key in host(article.address).replace("-", "").replace(".", "")


def host(address: str | None) -> str:
    """The host of an address, without its port."""
    return (address or "").partition("://")[2].partition("/")[0].partition(":")[0].lower()
