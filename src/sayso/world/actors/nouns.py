"""The words of which phrases for actors are made, from the vocabulary `actor_nouns`."""

from __future__ import annotations

from functools import cache

from sayso.words import vocabulary

PARTS = ("GOV", "MIL", "NAVY", "AIR", "MFA", "MOD", "INT", "LEG", "COURT", "POLICE", "INTEL")
"""Parts of a state: what an id may end in."""


@cache
def words(term: str, use: str = "word") -> frozenset[str]:
    """The words of one term for one use."""
    return frozenset(vocabulary.load("actor_nouns")[term].words[use])


@cache
def bodies() -> dict[str, str]:
    """The part of a state that each noun stands for itself: "army" → MIL."""
    return {noun: part for part in PARTS for noun in sorted(words(part, "body"))}


@cache
def members() -> dict[str, str]:
    """The part of a state that each noun stands for as its member: "diplomat" → MFA."""
    return {noun: part for part in PARTS for noun in sorted(words(part, "member"))}


@cache
def known() -> frozenset[str]:
    """All nouns that head a phrase for an actor."""
    loose = [words(term, "noun") for term in ("member", "leader", "people", "others")]
    return frozenset(bodies()).union(members(), *loose)


@cache
def endings() -> dict[str, str]:
    """The kind of actor that the last word of an unknown body's name tells: "brigade" → armed_group."""
    terms = vocabulary.load("actor_nouns")
    return {word: key for key, term in terms.items() for word in term.words.get("ending", ())}


@cache
def kinds_again(noun: str) -> tuple[str, ...]:
    """The kinds of actor that a noun takes up again: "alliance" → alliance."""
    uses = vocabulary.load("actor_nouns")["again"].words
    return tuple(kind for kind, words in uses.items() if noun in words)


@cache
def spelled_out(title: str) -> str:
    """The noun that an abbreviated title stands for: "sen" → "senator"."""
    uses = vocabulary.load("actor_nouns")["abbreviation"].words
    return next((noun for noun, forms in uses.items() if title in forms), title)


@cache
def part_name(part: str) -> str:
    """The name of a part of a state: "foreign ministry"."""
    return vocabulary.load("actor_nouns")[part].name


@cache
def part_parent(part: str) -> str:
    """The part that a part of a state is part of; empty for the government."""
    return "" if part == "GOV" else vocabulary.load("actor_nouns")[part].words.get("parent", ("GOV",))[0]


@cache
def part_kind(part: str) -> str:
    """The kind of actor that a part of a state is."""
    return vocabulary.load("actor_nouns")[part].words["kind"][0]
