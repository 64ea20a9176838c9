"""Events: what kind of thing a predicate says happened, by whom, to whom, where and when, in PLOVER's terms.

1. The word's readings are looked up in the lexicon, phrases first ("pull out", "open fire").
2. Its arguments are read from the arcs (`arguments`).
3. The first reading whose arguments are of the right kind is the event; if there is none, there is no event.

A learned head will replace what stands behind `code` and `find`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims import arguments, lexicon, movement, phrases, quantities, senses
from sayso.claims.classes import FORCE, TARGETS, is_actor, is_substantive, kinds
from sayso.words.records import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.claims.arguments import Arguments
    from sayso.claims.lexicon import Trigger
    from sayso.claims.syntax import Syntax

PLACED = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT"})
"""Types for which a place is enough: "shelling in Hama", "protests in Basra"."""
REACHING = PLACED | {"MOBILIZE", "AID"}
"""Types that take place where those are to whom it is done."""
PREPOSITIONS = frozenset({"for", "on", "upon", "at", "to", "with", "by", "against", "into", "from", "of", "through"})
"""What can be part of a phrase as a preposition; "in", "out" and the like are so only as particles."""
OFTEN_NAMES = frozenset({"war", "agreement", "treaty", "accord", "pact"})
"""Nouns that after another capital are a name: what it names is told of, not told."""
NAMES = frozenset({"person", "organisation", "place", "facility", "military_unit", "weapon", "vehicle"})
"""Labels of names: a word within one is no trigger ("Operation Olive Branch" is, "Strike Brigade" isn't)."""


def code(syntax: Syntax) -> dict[int, Event]:
    """The events of an article by the number of the word that evokes each, in order."""
    evoking = lexicon.load().evoking
    found = ((word, find(syntax, word)) for word, lemma in enumerate(syntax.analysis.lemmas) if lemma in evoking)
    return {word: event for word, event in found if event is not None}


def find(syntax: Syntax, predicate: int) -> Event | None:
    """The event that a verb or an event noun evokes, or None where that isn't clear."""
    upos, lemma = syntax.analysis.upos[predicate], syntax.analysis.lemmas[predicate]
    table = lexicon.load()
    if upos == "VERB":
        known = lemma in table.verbs or lemma in table.heads
        if not known or syntax.analysis.relations[predicate] in ("amod", "compound"):
            return None
        return _first(syntax, predicate, of_verb=True)
    if upos in ("NOUN", "PROPN") and lemma in table.nouns and not _is_named(syntax, predicate):
        return _first(syntax, predicate, of_verb=False)
    return None


def _is_named(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is part of a name: "the Free Trade Agreement", "the Gulf War"; an operation's is an event's."""
    analysis = syntax.analysis
    proper = analysis.upos[noun] == "PROPN" and noun > 0 and analysis.upos[noun - 1] == "PROPN"
    titled = any(first <= noun < end for first, end in syntax.titles)
    known = syntax.labels[noun] == "document" or (analysis.lemmas[noun] in OFTEN_NAMES and not titled)
    return syntax.labels[noun] in NAMES or (proper and known)


def _first(syntax: Syntax, word: int, *, of_verb: bool) -> Event | None:
    readings = _verb_readings(syntax, word) if of_verb else _noun_readings(syntax, word)
    for trigger in readings:
        read = arguments.of_verb if of_verb else arguments.of_noun
        found = read(syntax, word, trigger)
        if senses.fits(syntax, word, trigger, found, of_verb=of_verb):
            event = _event(syntax, word, trigger, found)
            if event is not None:
                return event
    return None


def _verb_readings(syntax: Syntax, verb: int) -> Iterator[Trigger]:
    table, lemma = lexicon.load(), syntax.analysis.lemmas[verb]
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


def _noun_readings(syntax: Syntax, noun: int) -> Iterator[Trigger]:
    if syntax.analysis.relations[noun] in ("compound", "nmod:poss", "flat", "amod", "nmod:desc"):
        return
    for trigger in lexicon.load().nouns.get(syntax.analysis.lemmas[noun], ()):
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


def _event(syntax: Syntax, word: int, trigger: Trigger, found: Arguments) -> Event | None:
    actors = arguments.distinct(syntax, _doers(syntax, found))
    targets = arguments.distinct(syntax, _targets(syntax, trigger, found))
    recipients = tuple(target for target in targets if target not in actors)
    reached = trigger.type in REACHING or trigger.mode == "visit"
    places = arguments.places(syntax, word, found, reached=reached)
    known = any(is_substantive(syntax, party) for party in (*actors, *recipients))
    if not known and not (places and trigger.type in PLACED):
        return None
    return Event(
        type=trigger.type,
        mode=_mode(syntax, word, trigger, found),
        actors=tuple(phrases.mention(syntax, actor) for actor in actors),
        recipients=tuple(phrases.mention(syntax, recipient) for recipient in recipients),
        places=places,
        time=arguments.moment(syntax, word),
        quantities=quantities.find(syntax, word, _counted(syntax, trigger, found, (*actors, *recipients))),
    )


def _counted(syntax: Syntax, trigger: Trigger, found: Arguments, parties: Iterable[int]) -> set[int]:
    """Where numbers of the event stand: on its parties, on whatever does it or undergoes it, and on whom it moves."""
    direct = () if found.direct is None else syntax.conjuncts(found.direct)
    return {*parties, *found.agents, *direct, *movement.moved(syntax, trigger, found)}


def _doers(syntax: Syntax, found: Arguments) -> Iterator[int]:
    """The agents; in the place of a strike or a weapon, those whose it is: "Turkish shells killed …"."""
    for agent in found.agents:
        if is_actor(syntax, agent):
            yield agent
        elif kinds(syntax, agent) & FORCE:
            yield from arguments.owners(syntax, agent)


def _targets(syntax: Syntax, trigger: Trigger, found: Arguments) -> Iterator[int]:
    """The patients that stand for somebody; in the place of a measure or deed, those whose it is."""
    for patient in found.patients:
        if is_actor(syntax, patient) or _is_victim(syntax, trigger, patient):
            yield patient
        else:
            owners = arguments.owners(syntax, patient)
            yield from (owner for owner in owners if owner not in found.agents and not _is_own(syntax, trigger, owner))


def _is_own(syntax: Syntax, trigger: Trigger, owner: int) -> bool:
    """ "We express our condolences", "lifted its sanctions": whose they are is who does it."""
    own = syntax.lower[owner]
    return own in ("our", "my", "its") or (trigger.type == "CONCEDE" and own in ("his", "her", "their"))


def _is_victim(syntax: Syntax, trigger: Trigger, patient: int) -> bool:
    """Whether it is a site or vehicle that force is used on, or a noun of whatever kind where only people fit."""
    held = kinds(syntax, patient)
    if trigger.type in ("ASSAULT", "COERCE") and held & TARGETS:
        return True
    anything = trigger.mode in senses.PERSONAL or trigger.mode == "destroy"
    return anything and not held and syntax.analysis.upos[patient] == "NOUN" and not _is_oblique(syntax, patient)


def _is_oblique(syntax: Syntax, patient: int) -> bool:
    """Whether it is what a preposition adds to a verb: "sentenced to death"."""
    return syntax.analysis.relations[patient] == "obl"


def _mode(syntax: Syntax, word: int, trigger: Trigger, found: Arguments) -> str | None:
    table = lexicon.load()
    if trigger.type in ("REQUEST", "REJECT", "THREATEN") and trigger.mode is None:
        return next(senses.content_modes(syntax, word, trigger.type), None)
    if trigger.mode is None and trigger.type == "ASSAULT":
        means = [*found.agents, *syntax.children(word, "obl", "obl:agent")]
        weapons = [thing for thing in (found.direct, *means) if thing is not None and "weapon" in kinds(syntax, thing)]
        means += [child for weapon in weapons for child in syntax.children(weapon, "amod", "compound")]
        for means_word in means:
            qualifier = table.qualifiers.get(syntax.analysis.lemmas[means_word])
            if qualifier is not None and qualifier.type == "ASSAULT":
                return qualifier.mode
    return trigger.mode
