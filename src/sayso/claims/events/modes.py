"""What the lexicon takes a word for: its readings as triggers, and the mode of its event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims.events import dealings, lexicon
from sayso.claims.events.classes import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.claims.events.arguments import Arguments
    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.grammar.syntax import Syntax

PREPOSITIONS = frozenset({"for", "on", "upon", "at", "to", "with", "by", "against", "into", "from", "of", "through"})
"""What can be part of a phrase as a preposition; "in", "out" and the like are so only as particles."""


def readings(syntax: Syntax, word: int) -> Iterator[Trigger]:
    """What the lexicon takes a verb or a noun for, phrases first."""
    match syntax.analysis.upos[word]:
        case "VERB":
            return of_verb(syntax, word)
        case "NOUN" | "PROPN":
            return of_noun(syntax, word)
        case _:
            return iter(())


def of_verb(syntax: Syntax, verb: int) -> Iterator[Trigger]:
    """The readings of a verb, none where it carries an event noun: "pull out", "open fire"."""
    table, lemma = lexicon.load(), lexicon.lemma(syntax, verb)
    if lemma in lexicon.light_verbs() and _carries_event(syntax, verb):
        return
    if lemma in table.heads:
        for key, preposition in _phrase_keys(syntax, verb, lemma):
            for trigger in table.phrases.get(key, ()):
                yield replace(trigger, preposition=preposition) if preposition else trigger
    yield from table.verbs.get(lemma, ())


def _phrase_keys(syntax: Syntax, verb: int, lemma: str) -> Iterator[tuple[str, str]]:
    """The verb with each particle, object and preposition, and that preposition: "pull out", "open fire", "call on"."""
    lemmas, relations = syntax.analysis.lemmas, syntax.analysis.relations
    particle = syntax.child(verb, "compound:prt")
    for child in syntax.dependents[verb]:
        relation = relations[child]
        if relation in ("compound:prt", "obj", "advmod", "xcomp", "obl", "nsubj:pass", "obl:unmarked"):
            yield f"{lemma} {lemmas[child]}", ""
        if relation == "obl" or (relation == "advcl" and syntax.marker(child) != "to"):
            marker = syntax.marker(child)
            if particle is None and marker in PREPOSITIONS and syntax.labels[child] != "time":
                yield f"{lemma} {marker}", marker
            cases = syntax.children(child, "case")
            if len(cases) > 1:
                yield f"{lemma} {' '.join(lemmas[case] for case in cases)}", ""


def _carries_event(syntax: Syntax, verb: int) -> bool:
    nouns = lexicon.load().nouns
    return any(syntax.analysis.lemmas[child] in nouns for child in syntax.children(verb, "obj", "nsubj:pass"))


def of_noun(syntax: Syntax, noun: int) -> Iterator[Trigger]:
    """The readings of a noun that does not modify another."""
    if syntax.analysis.relations[noun] in ("compound", "nmod:poss", "flat", "amod", "nmod:desc"):
        return
    for trigger in lexicon.load().nouns.get(lexicon.lemma(syntax, noun), ()):
        qualifier = _qualifier(syntax, noun)
        if qualifier is not None and qualifier.type == trigger.type:
            yield replace(trigger, mode=qualifier.mode, loose=False)
        elif qualifier is None or trigger.type != "ASSAULT" or qualifier.type == "ASSAULT":
            yield trigger
        else:
            yield replace(trigger, type=qualifier.type, mode=qualifier.mode)


def _qualifier(syntax: Syntax, noun: int) -> Trigger | None:
    """What the word before the noun says about the mode: "drone strike", "hunger strike", "cyber attack"."""
    known = lexicon.load().qualifiers
    for child in syntax.children(noun, "compound", "amod", "nmod:unmarked"):
        if child < noun and syntax.analysis.lemmas[child] in known:
            return known[syntax.analysis.lemmas[child]]
    return None


def of_event(syntax: Syntax, word: int, trigger: Trigger, found: Arguments) -> str | None:
    """The mode that the trigger tells, or else what is asked for, refused or threatened, or what force is used with."""
    table = lexicon.load()
    if trigger.type in ("REQUEST", "REJECT", "THREATEN") and trigger.mode is None:
        return next(dealings.content_modes(syntax, word, trigger.type), None)
    if trigger.mode in (None, "firearms") and trigger.type == "ASSAULT":
        means = [*found.agents, *syntax.children(word, "obl", "obl:agent")]
        weapons = [thing for thing in (found.direct, *means) if thing is not None and "weapon" in kinds(syntax, thing)]
        means += [child for weapon in weapons for child in syntax.children(weapon, "amod", "compound")]
        for means_word in means:
            qualifier = table.qualifiers.get(syntax.analysis.lemmas[means_word])
            if qualifier is not None and qualifier.type == "ASSAULT":
                return qualifier.mode
    return trigger.mode
