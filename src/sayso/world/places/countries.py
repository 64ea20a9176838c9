"""The names and demonyms of countries, from the list of states that the actors' room ships."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from io import StringIO

_CAPITALISED = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?:[ ](?:of[ ](?:the[ ])?|and[ ])?[^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,4}"
)


@cache
def _states() -> tuple[dict[str, str], dict[str, str]]:
    """Names, and demonyms, in lower case → country code. One marked as doubtful ("Georgian?") yields to a sure one."""
    rows = _rows()
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for sure in (True, False):
        for row in rows:
            code = row["id"]
            for alias in [row["name"], *row["aliases"].split("|")]:
                if alias and alias.endswith("?") is not sure:
                    names.setdefault(_key(alias), code)
            for demonym in row["demonyms"].split("|"):
                if demonym and demonym.endswith("?") is not sure:
                    demonyms.setdefault(_key(demonym), code)
    return names, demonyms


def _rows() -> list[dict[str, str]]:
    text = (files("sayso.world.actors") / "data" / "states.csv").read_text(encoding="utf-8")
    return [row for row in csv.DictReader(StringIO(text)) if len(row["id"]) == 2 and not row["until"]]


def _key(name: str) -> str:
    return name.rstrip("?").removeprefix("the ").lower()


def nation(word: str) -> str | None:
    """The country whose people or adjective a word is ("Syrian", "Syrians"), or that it names in one word."""
    names, demonyms = _states()
    key = word.lower().removesuffix("'s").removesuffix("’s")
    return demonyms.get(key) or names.get(key)


def name(code: str) -> str | None:
    """The usual name of a country: SY → "Syria"."""
    return _usual().get(code, (None, None))[0]


def capital(code: str) -> str | None:
    """The name of a country's capital: SY → "Damascus"."""
    return _usual().get(code, (None, None))[1]


@cache
def _usual() -> dict[str, tuple[str, str]]:
    return {row["id"]: (row["name"], row["capital"].partition(",")[0]) for row in _rows()}


def demonym(name: str) -> str | None:
    """The country whose people or adjective a name is: "Syrian" → SY."""
    return _states()[1].get(name.lower())


def named(name: str) -> str | None:
    """The country of that name: "Syria", "U.S." → SY, US."""
    return _states()[0].get(_key(name))


def counted(text: str) -> Counter[str]:
    """How often a text speaks of each country, by name or demonym."""
    return Counter(_spoken(text))


def _spoken(text: str) -> Iterator[str]:
    for run in runs(text):
        first = 0
        while first < len(run):
            last = first + 1
            if _bare(run[first]) in _openings():
                for end in range(min(len(run), first + 5), first, -1):
                    word = " ".join(run[first:end])
                    if code := named(word.rstrip(".")) or named(word) or nation(word):
                        yield code
                        last = end
                        break
            first = last


@lru_cache(maxsize=2)
def runs(text: str) -> tuple[list[str], ...]:
    """The words of each run of words with a capital, as a name has them."""
    return tuple(run[0].split() for run in _CAPITALISED.finditer(text))


def _bare(word: str) -> str:
    return word.lower().rstrip(".").removesuffix("'s").removesuffix("’s").rstrip(".")


@cache
def _openings() -> frozenset[str]:
    return frozenset(_bare(name.split()[0]) for names in _states() for name in names if name)
