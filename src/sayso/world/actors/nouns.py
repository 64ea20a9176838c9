"""The words of which phrases for actors are made, from the vocabulary `actor_nouns`."""

from __future__ import annotations

from functools import cache

from sayso.words import vocabulary
from sayso.world.actors.folding import singular

PARTS = ("GOV", "MIL", "NAVY", "AIR", "MFA", "MOD", "INT", "LEG", "COURT", "POLICE", "INTEL")
"""Parts of a state: what an id may end in."""
_ACTING = ("armed", "person", "official", "organisation")
_MANY = ("people", "folk", "folks")
_GROUND = frozenset({"place", "facility"})
_LONG = 5
"""Letters from which on an ending tells of people: "baker", but not "beer"."""
FORCES = ("MIL", "NAVY", "AIR")
"""Parts that may be anywhere: an army in Damascus need not be Syria's."""


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
def acts(noun: str) -> bool:
    """Whether a folded noun in the singular names people or a group: a known one, or one that ends as such do."""
    if noun in known() or noun in words("acting"):
        return True
    if noun in words("lifeless") or (classes := _classes(noun)):
        return noun not in words("lifeless") and bool(classes.intersection(_ACTING))
    return len(noun) >= _LONG and noun.endswith(tuple(words("acting", "suffix")))


@cache
def is_person(noun: str) -> bool:
    """Whether a folded noun in the singular names one person: an official, or a word that ends as such do."""
    classes = _classes(noun)
    ends = noun.endswith(tuple(words("acting", "suffix"))) and noun not in words("lifeless")
    ends = ends and not noun.endswith(_MANY) and "organisation" not in classes
    return "official" in classes or (ends and len(noun) >= _LONG)


@cache
def may_name(name: str, *, long: bool) -> bool:
    """Whether a folded name may be an actor's: its last word is a noun for people, or no noun that is known.

    A `long` one may end in a noun for a place or a building: "Kurdistan Region", "School of Law".
    """
    last = singular(name.rpartition(" ")[2].lower())
    if acts(last) or last in endings():
        return True
    classes = _classes(last)
    return last not in words("lifeless") and (not classes or (long and classes <= _GROUND))


@cache
def names_body(name: str) -> bool:
    """Whether a folded name of several words ends as those of bodies do, and so is no person's."""
    first, _, last = name.rpartition(" ")
    return bool(first) and (last in endings() or last in bodies() or "organisation" in _classes(last))


@cache
def _classes(noun: str) -> frozenset[str]:
    """The classes that the vocabulary `noun_classes` has a noun in."""
    return frozenset(key for key, term in vocabulary.load("noun_classes").items() if noun in term.words["nouns"])


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
