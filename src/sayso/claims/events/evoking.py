"""Events by lexicon and arcs: what kind of thing a predicate says happened, by whom, to whom, where and when, in
PLOVER's terms.

1. The word's readings are looked up in the lexicon, phrases first ("pull out", "open fire").
2. Its arguments are read from the arcs (`arguments`).
3. The first reading whose arguments are of the right kind is the event; if there is none, there is no event.

`weighing` puts this beside what the model's heads say.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.events import arguments, bearers, lexicon, modes, movement, quantities, senses, setting, sides, tolls
from sayso.claims.events.classes import FORCE, TARGETS, is_actor, is_substantive, kinds, members
from sayso.claims.grammar import phrases
from sayso.words import vocabulary
from sayso.words.records import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.claims.events.arguments import Arguments
    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.events.participants import Participants
    from sayso.claims.grammar.syntax import Syntax
    from sayso.words.records import Place

PLACED = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT"})
"""Types for which a place is enough: "shelling in Hama", "protests in Basra"."""
SEATED = frozenset({"AGREE", "CONSULT"})
"""Types for which a place after the word is enough where the model sees them."""
REACHING = PLACED | {"MOBILIZE", "AID"}
"""Types that take place where those are to whom it is done."""
OFTEN_NAMES = frozenset({"war", "agreement", "treaty", "accord", "pact"})
"""Nouns that after another capital are a name: what it names is told of, not told."""
OWNERS = frozenset({"his", "her", "their"})
"""Whose a measure or deed is, and so somebody: "his licence was revoked"."""
DASHES = frozenset({"-", "–"})
"""Signs that join the parts of a name: "Task Force - Operation Silver Shield"."""
NAMES = frozenset({"person", "organisation", "place", "facility", "military_unit", "weapon", "vehicle"})
"""Labels of names: a word within one is no trigger ("Operation Olive Branch" is, "Strike Brigade" isn't)."""


def code(syntax: Syntax) -> dict[int, Event]:
    """The events of an article by the number of the word that evokes each, in order."""
    evoking = lexicon.load().evoking
    lemmas = syntax.analysis.lemmas
    words = (word for word in range(len(lemmas)) if lemmas[word] in evoking or lexicon.lemma(syntax, word) in evoking)
    found = ((word, find(syntax, word)) for word in words)
    return {word: event for word, event in found if event is not None}


def find(syntax: Syntax, predicate: int) -> Event | None:
    """The event that a verb or an event noun evokes, or None where that isn't clear."""
    upos, lemma = syntax.analysis.upos[predicate], lexicon.lemma(syntax, predicate)
    table = lexicon.load()
    if upos == "VERB":
        known = lemma in table.verbs or lemma in table.heads
        if not known or syntax.analysis.relations[predicate] in ("amod", "compound"):
            return None
        return _first(syntax, predicate, of_verb=True)
    if upos in ("NOUN", "PROPN") and lemma in table.nouns and not is_named(syntax, predicate):
        return _first(syntax, predicate, of_verb=False)
    return None


def is_named(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is part of a name: "the Free Trade Agreement", "the Gulf War"; an operation's is an event's."""
    analysis = syntax.analysis
    proper = analysis.upos[noun] == "PROPN" and noun > 0 and analysis.upos[noun - 1] == "PROPN"
    titled = any(first <= noun < end for first, end in syntax.titles)
    known = syntax.labels[noun] == "document" or (analysis.lemmas[noun] in OFTEN_NAMES and not titled)
    joined = noun > 1 and analysis.lemmas[noun] == "operation" and syntax.forms[noun - 1] in DASHES
    return (
        syntax.labels[noun] in NAMES or (proper and known) or (joined and syntax.labels[noun - 2] in NAMES - {"place"})
    )


def _first(syntax: Syntax, word: int, *, of_verb: bool) -> Event | None:
    for trigger in modes.readings(syntax, word):
        read = arguments.of_verb if of_verb else arguments.of_noun
        found = read(syntax, word, trigger)
        if senses.fits(syntax, word, trigger, found, of_verb=of_verb):
            event = build(syntax, word, trigger, found)
            if event is not None:
                return event
    return None


def build(
    syntax: Syntax, word: int, trigger: Trigger, found: Arguments, told: Participants | None = None
) -> Event | None:
    """The event with the arguments that the arcs give and, where it is asked, what the model says of them (`told`);
    None where that leaves nobody, and no place that would be enough.
    """
    actors = _parties(syntax, _doers(syntax, found), "actor", told)
    aimed = trigger.mode != "resign"  # nobody is resigned
    targets = _parties(syntax, _targets(syntax, trigger, found), "recipient", told) if aimed else ()
    recipients = tuple(target for target in targets if target not in actors)
    lost = trigger.type == "ASSAULT" and tolls.undergoes(syntax, word)  # "Syria lost 40 soldiers" anywhere
    reached = (trigger.type in REACHING and not lost) or trigger.mode == "visit"
    where, when = ([], []) if told is None else (told.ranges("place"), told.ranges("time"))
    places = setting.places(syntax, word, found, where, reached=reached)
    if not reached:
        own = {phrases.bounds(syntax, party) for party in (*actors, *recipients)}
        spans = {(syntax.analysis.starts[first], syntax.analysis.ends[end - 1]) for first, end in own}
        places = tuple(place for place in places if (place.start, place.end) not in spans)
    parties = (*actors, *recipients)
    told_by_verb = told is not None and syntax.analysis.upos[word] == "VERB"  # the clause is a claim without them too
    owned = (
        syntax.analysis.upos[word] == "VERB"
        and trigger.type in ("COERCE", "SANCTION")
        and any(syntax.lower[party] in OWNERS for party in parties)
    )
    known = owned or any(is_substantive(syntax, party) for party in parties)
    if (
        not known
        and not told_by_verb
        and not is_blast(syntax, word, trigger.mode)
        and not (places and (trigger.type in PLACED or _is_seated(syntax, word, trigger, places, told)))
    ):
        return None
    return Event(
        type=trigger.type,
        mode=modes.of_event(syntax, word, trigger, found),
        actors=tuple(bearers.mention(syntax, actor) for actor in actors),
        recipients=tuple(bearers.mention(syntax, recipient) for recipient in recipients),
        places=places,
        time=setting.moment(syntax, word, when),
        quantities=quantities.find(syntax, word, _counted(syntax, trigger, found, (*actors, *recipients))),
    )


def is_blast(syntax: Syntax, word: int, mode: str | None) -> bool:
    """Whether it is told of a bomb that it went off, or of rockets that they were fired: nobody need be named."""
    if syntax.analysis.upos[word] != "VERB":
        return False
    if lexicon.lemma(syntax, word) in arguments.firing() and syntax.is_passive(word):
        weapon = syntax.patient(word)
    else:
        weapon = syntax.agent(word) if mode == "explosives" else None
    return weapon is not None and "weapon" in kinds(syntax, weapon)


def _is_seated(syntax: Syntax, word: int, trigger: Trigger, places: Sequence[Place], told: Participants | None) -> bool:
    """Whether the model sees an event that its place alone tells: "the talks in Doha", but not "the Iran deal"."""
    seated = told is not None and trigger.type in SEATED
    return seated and any(place.start > syntax.analysis.starts[word] for place in places)


def _parties(syntax: Syntax, proposed: Iterable[int], part: str, told: Participants | None) -> tuple[int, ...]:
    """The heads of different phrases, in order."""
    return arguments.distinct(syntax, proposed if told is None else told.parties(part, proposed))


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
            yield from sides.owners(syntax, members(syntax, agent))


def _targets(syntax: Syntax, trigger: Trigger, found: Arguments) -> Iterator[int]:
    """The patients that stand for somebody; in the place of a measure or deed, those whose it is."""
    given = syntax.conjuncts(found.direct) if found.given and found.direct is not None else ()
    for patient in found.patients:
        if patient in given or (trigger.type not in REACHING and _is_ground(syntax, patient)):
            continue
        if is_actor(syntax, patient) or _is_victim(syntax, trigger, patient):
            yield patient
        else:
            owners = (owner for owner in sides.owners(syntax, patient) if _may_own(syntax, owner))
            yield from (owner for owner in owners if owner not in found.agents and not _is_own(syntax, trigger, owner))


def _may_own(syntax: Syntax, owner: int) -> bool:
    """Whether it is somebody: not "a year's rent", nor "the cessation of hostilities"."""
    done = not kinds(syntax, owner) and syntax.analysis.lemmas[owner] in lexicon.load().nouns
    return not done and not sides.is_time(syntax, owner)


def _is_ground(syntax: Syntax, patient: int) -> bool:
    """Whether it is land and nobody to talk to: "proposed a safe zone"."""
    return syntax.analysis.upos[patient] == "NOUN" and syntax.analysis.lemmas[patient] in _ground()


@cache
def _ground() -> frozenset[str]:
    return frozenset(vocabulary.load("noun_classes")["place"].words["ground"])


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
