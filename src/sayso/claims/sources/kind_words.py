"""The words of the vocabulary `source_kinds` by what they tell."""

from __future__ import annotations

from functools import cache

from sayso.words import vocabulary


@cache
def nouns() -> dict[str, str]:
    """The kind that each noun tells."""
    return _table("noun")


@cache
def names() -> dict[str, str]:
    """The kind that each name tells."""
    return _table("name")


@cache
def roles() -> frozenset[str]:
    """Words for an office in any kind of body."""
    return frozenset(vocabulary.load("source_kinds")["official"].words["role"])


@cache
def presiding() -> frozenset[str]:
    """Words for who presides."""
    return frozenset(vocabulary.load("source_kinds")["official"].words["presiding"])


@cache
def sent() -> frozenset[str]:
    """Who is sent to a body and belongs to none of it."""
    return frozenset(vocabulary.load("source_kinds")["official"].words["sent"])


@cache
def candidacies() -> frozenset[str]:
    """What somebody has who runs for office."""
    return frozenset(vocabulary.load("source_kinds")["politician"].words["candidacy"])


@cache
def standing() -> frozenset[str]:
    """Words for who stands for a party."""
    return frozenset(vocabulary.load("source_kinds")["politician"].words["standing"])


@cache
def parties() -> frozenset[str]:
    """Words that say which party."""
    return frozenset(vocabulary.load("source_kinds")["politician"].words["party"])


@cache
def teams() -> frozenset[str]:
    """What has captains who are no soldiers."""
    return frozenset(vocabulary.load("source_kinds")["person"].words["team"])


@cache
def incorporated() -> frozenset[str]:
    """Last words of the full names of companies and clubs."""
    return frozenset(vocabulary.load("source_kinds")["organisation"].words["incorporated"])


@cache
def police() -> frozenset[str]:
    """Who bears soldiers' ranks and belongs to no army."""
    return frozenset(vocabulary.load("source_kinds")["official"].words["police"])


@cache
def settings() -> frozenset[str]:
    """Where candidates speak."""
    return frozenset(vocabulary.load("source_kinds")["politician"].words["setting"])


@cache
def countries() -> frozenset[str]:
    """Names of countries."""
    return frozenset(vocabulary.load("source_kinds")["official"].words["country"])


@cache
def mastheads() -> frozenset[str]:
    """Last words of the names of newspapers."""
    return frozenset(vocabulary.load("source_kinds")["media"].words["masthead"])


@cache
def lived() -> frozenset[str]:
    """What somebody has done, or undergone, who lived through what is told."""
    return frozenset(vocabulary.load("source_kinds")["witness"].words["lived"])


@cache
def treating() -> frozenset[str]:
    """Who has studied something and mostly tells what was seen."""
    return frozenset(vocabulary.load("source_kinds")["witness"].words["treating"])


@cache
def of_tag() -> dict[str, str]:
    """The kind that each class of the model's tag stands for."""
    return _table("told")


def _table(use: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, term in vocabulary.load("source_kinds").items():
        for word in term.words.get(use, ()):
            found.setdefault(word, key)
    return found
