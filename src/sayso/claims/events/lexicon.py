"""Triggers: which words may evoke an event of which type and mode, by the vocabularies `event_types`, `event_modes`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.claims.grammar.syntax import Syntax
    from sayso.words.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reading of a word. A `loose` one counts only with arguments of the right kind."""

    type: str
    mode: str | None
    loose: bool
    undergone: bool
    """Whether the noun's possessive is the recipient: "the journalist's arrest"."""
    preposition: str = ""
    """The preposition of a phrase, which introduces the recipient too: "call on"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The triggers by lemma; a phrase is keyed by verb and dependent ("pull out"). Strict readings come first."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[str, tuple[Trigger, ...]]
    heads: frozenset[str]
    """The verbs that begin a phrase."""
    evoking: frozenset[str]
    """All lemmas of these: any other word evokes nothing."""
    qualifiers: Mapping[str, Trigger]
    """Words that give the mode: "drone" in "a drone strike"."""
    contents: Mapping[tuple[str, str], str]
    """Mode of a type whose mode is decided by the type of what is asked for, refused or threatened."""


@cache
def load() -> Lexicon:
    """The lexicon of the shipped vocabulary."""
    verbs, nouns, phrases = (_table(*uses) for uses in (("verbs", "loose"), ("nouns", "loose_nouns"), ("phrases",)))
    heads = frozenset(phrase.split()[0] for phrase in phrases)
    return Lexicon(verbs, nouns, phrases, heads, heads.union(verbs, nouns), _qualifiers(), _contents())


def lemma(syntax: Syntax, word: int) -> str:
    """The dictionary form; a noun's by its own where no list knows the model's: "shooting" → shooting.

    Those of verbs are mended before (`grammar.repairs`).
    """
    found, nouns = syntax.analysis.lemmas[word], load().nouns
    itself = syntax.analysis.upos[word] == "NOUN" and found not in nouns and syntax.lower[word] in nouns
    return syntax.lower[word] if itself else found


@cache
def prepositions(type_: str, mode: str | None) -> frozenset[str]:
    """What introduces the recipient of an event of this type and mode; "obj" and "iobj" are the objects."""
    of_mode = () if mode is None else vocabulary.load("event_modes")[mode].words.get("recipients", ())
    return frozenset((*vocabulary.load("event_types")[type_].words["recipients"], *of_mode))


@cache
def of_role(type_: str) -> str:
    """The role, "actor" or "recipient", of what "of" introduces after a noun of this type."""
    return vocabulary.load("event_types")[type_].words["of"][0]


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that only carry an event noun: "carried out strikes"."""
    return frozenset(vocabulary.load("predicates")["light"].words["verb"])


def _table(*uses: str) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for use in uses:
        for type_, mode, term in _terms():
            for word in term.words.get(use, ()):
                undergone = word in term.words.get("undergone", ())
                found.setdefault(word, []).append(Trigger(type_, mode, use.startswith("loose"), undergone))
    return {word: tuple(triggers) for word, triggers in found.items()}


def _terms() -> Iterator[tuple[str, str | None, Term]]:
    """Types and modes with their terms, those of force first: they ask most of their arguments."""
    types, modes = vocabulary.load("event_types"), vocabulary.load("event_modes")
    for type_ in reversed(tuple(types)):
        for mode, term in modes.items():
            if term.words["types"][0] == type_:
                yield type_, mode, term
        yield type_, None, types[type_]


def _qualifiers() -> dict[str, Trigger]:
    return {
        word: Trigger(type_, mode, loose=False, undergone=False)
        for type_, mode, term in _terms()
        for word in term.words.get("qualifiers", ())
    }


def _contents() -> dict[tuple[str, str], str]:
    return {
        (type_, content): mode
        for mode, term in vocabulary.load("event_modes").items()
        for content in term.words.get("contents", ())
        for type_ in term.words["types"]
    }
