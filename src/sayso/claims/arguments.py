"""Who does it to whom, where and when: the arguments of a trigger from the arcs.

For a verb: its subject and objects through passives, control and coordination, and the phrases that its type's
prepositions introduce. For an event noun: its possessor, adjectives of nationality, "by", "between", "of" and "on"
phrases, and the arguments of a light verb that carries it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sayso.claims import classes, lexicon, phrases
from sayso.words.records import Moment, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.claims.lexicon import Trigger
    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Named, Range

INSIDE = frozenset("in at near inside outside around across throughout".split())
LOCATIVE = INSIDE | frozenset("of on into from out over to towards through against along".split())
UNDERGOING = frozenset({"come", "suffer", "face", "sustain", "undergo", "endure", "survive", "escape"})
ANNOUNCING = frozenset({"announce", "declare", "proclaim", "express", "voice", "reiterate", "pledge", "reaffirm"})
WITNESSING = frozenset({"see", "witness", "have"})
ADDRESSED = frozenset({"REQUEST", "THREATEN", "SUPPORT"})
"""Types whose nouns come "from" who does it: "a request from Damascus"."""
SHARED = frozenset({"ASSAULT", "COERCE"})
"""Types whose coordinated verbs share an object: "shelled and burned the village"."""
AIMING = frozenset({"at", "on", "with", "into"})
"""Prepositions that introduce whom force is used on only where the verb has no object."""
CARRIED = frozenset({"obj", "nsubj:pass", "nsubj", "obl"})
TIMING = frozenset(
    "obl obl:tmod obl:unmarked obl:npmod nmod nmod:poss nmod:tmod nmod:unmarked advmod compound amod".split()
)
LOCATED = frozenset({"obl", "nmod", "advmod", "obl:unmarked"})
OWNED = frozenset({"compound", "nmod:poss"})
WITHIN = frozenset({"nmod", "appos", "compound", "conj", "flat", "nmod:unmarked", "nmod:poss"})
_DEEPEST = 4
"""Arcs followed from an argument to a place within it ("a hospital in the east of Aleppo")."""


@dataclass(slots=True)
class Arguments:
    """The heads of the phrases that take part, whether or not they can: `events` decides."""

    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    direct: int | None = None
    """The object, or the subject of a passive, whatever it stands for."""


def of_verb(syntax: Syntax, verb: int, trigger: Trigger) -> Arguments:
    """The arguments of a verb that evokes an event of the trigger's type."""
    known = lexicon.prepositions(trigger.type, trigger.mode)
    agent, direct = syntax.agent(verb), syntax.patient(verb)
    if trigger.mode == "suicide_attack" and syntax.child(verb, "obj") == direct:
        direct = None  # "blew himself up": who is hit comes after "at" or "among"
    if direct is not None and syntax.analysis.lemmas[direct] == "control":
        direct = next((word for marker, word in _phrases(syntax, direct, ("nmod",)) if marker == "of"), direct)
    if direct is None and trigger.type in SHARED:
        direct = _shared_object(syntax, verb)
    found = Arguments(direct=direct)
    hits = direct is not None and "weapon" not in classes.kinds(syntax, direct)
    found.agents = [] if agent is None else syntax.conjuncts(agent)
    for preposition, word in _phrases(syntax, verb, ("obl", "iobj", "obl:agent")):
        introduces = preposition in known or (preposition and preposition == trigger.preposition)
        if trigger.type == "ASSAULT" and hits and preposition in AIMING - {trigger.preposition}:
            continue
        if introduces and word not in found.agents and not _is_time(syntax, word):
            found.patients += syntax.conjuncts(word)
    if direct is not None and classes.kinds(syntax, direct) & {"goods", "policy"}:
        found.patients += _addressed(syntax, direct, known)
    if (
        direct is not None
        and "obj" in known
        and direct not in found.agents
        and syntax.analysis.lemmas[verb] != "discuss"
    ):
        found.patients[:0] = syntax.conjuncts(direct)
    if trigger.type == "ASSAULT" and not found.agents and syntax.is_passive(verb):
        _undergo(syntax, verb, found)
    if trigger.mode == "withdraw" and not found.agents and direct is not None and syntax.is_passive(verb):
        found.agents = syntax.conjuncts(direct)
    if syntax.analysis.lemmas[verb] == "oppose" and direct is not None and syntax.is_passive(verb) and not found.agents:
        stance = [word for preposition, word in _phrases(syntax, verb, ("obl",)) if preposition == "to"]
        found.agents, found.patients = syntax.conjuncts(direct), stance
    if syntax.analysis.lemmas[verb] in UNDERGOING:
        found.agents, found.patients = [], found.agents
    return found


def _shared_object(syntax: Syntax, verb: int) -> int | None:
    """The object that stands after two coordinated verbs and hangs on the other one."""
    if syntax.is_passive(verb):
        return None
    head = syntax.analysis.heads[verb]
    if syntax.analysis.relations[verb] == "conj" and head >= 0:
        theirs = syntax.child(head, "obj")
        return theirs if theirs is not None and theirs > verb and not syntax.is_passive(head) else None
    second = syntax.child(verb, "conj")
    return syntax.child(second, "obj") if second == verb + 2 else None


def _undergo(syntax: Syntax, verb: int, found: Arguments) -> None:
    """Who did it where a noun holds them: "killed in a raid by troops", "at the hands of rebels"."""
    for preposition, word in _phrases(syntax, verb, ("obl",)):
        hands = preposition == "at" and syntax.analysis.lemmas[word] == "hand"
        if hands or "weapon" in classes.kinds(syntax, word):
            found.agents += owners(syntax, word)
    found.patients = [word for word in found.patients if word not in found.agents]


def _addressed(syntax: Syntax, thing: int, known: frozenset[str]) -> list[int]:
    """Whom a thing is given to or a measure is aimed at, where that hangs on the thing: "food for refugees"."""
    return [
        party
        for preposition, phrase in _phrases(syntax, thing, ("nmod",))
        if preposition in ("to", "for", "on", "against") and preposition in known
        for party in syntax.conjuncts(phrase)
    ]


def of_noun(syntax: Syntax, noun: int, trigger: Trigger) -> Arguments:
    """The arguments of an event noun, with those of the light verb that carries it."""
    found = Arguments()
    known = lexicon.prepositions(trigger.type, trigger.mode)
    owner = syntax.child(noun, "nmod:poss")
    if owner is not None:
        undergoes = trigger.undergone and not any(marker == "of" for marker, _ in _phrases(syntax, noun, ("nmod",)))
        (found.patients if undergoes else found.agents).extend(syntax.conjuncts(owner))
    if not found.agents:
        found.agents += _before(syntax, noun)
    for preposition, word in _phrases(syntax, noun, ("nmod", "obl")):
        if preposition in ("by", "between", "among") or (preposition == "from" and trigger.type in ADDRESSED):
            found.agents += syntax.conjuncts(word)
        elif preposition == "of":
            role = "recipient" if trigger.undergone or found.agents else lexicon.of_role(trigger.type)
            (found.patients if role == "recipient" else found.agents).extend(syntax.conjuncts(word))
        elif preposition in known and not _is_time(syntax, word):
            found.patients += syntax.conjuncts(word)
    carrier = light_verb(syntax, noun)
    if carrier is not None:
        _carry(syntax, carrier, noun, found, known)
    elif not found.agents:
        found.agents += _announcers(syntax, noun)
    return found


def _announcers(syntax: Syntax, noun: int) -> list[int]:
    """Who announces a deed of theirs: "Rabat announced a suspension of flights"."""
    verb = syntax.analysis.heads[noun]
    if verb < 0 or syntax.analysis.relations[noun] != "obj" or syntax.analysis.lemmas[verb] not in ANNOUNCING:
        return []
    announcer = syntax.agent(verb)
    return [] if announcer is None else syntax.conjuncts(announcer)


def light_verb(syntax: Syntax, noun: int) -> int | None:
    """The verb that carries the event noun: "carried out strikes", "the talks took place", "came under attack"."""
    head = syntax.analysis.heads[noun]
    if head < 0 or syntax.analysis.relations[noun] not in CARRIED or syntax.analysis.upos[head] != "VERB":
        return None
    lemma, relation = syntax.analysis.lemmas[head], syntax.analysis.relations[noun]
    if relation == "obl":
        phrase = lemma, syntax.marker(noun)
        in_part = phrase == ("take", "in") and syntax.has(head, "obj", frozenset({"part"}))
        return head if in_part or phrase in (("come", "under"), ("engage", "in"), ("participate", "in")) else None
    if relation == "nsubj" and lemma == "take":
        return head if syntax.has(head, "obj", frozenset({"place"})) else None
    if relation == "nsubj" and syntax.child(head, "obj") is not None:
        return None
    return head if lemma in lexicon.light_verbs() or lemma in UNDERGOING else None


def _carry(syntax: Syntax, carrier: int, noun: int, found: Arguments, known: frozenset[str]) -> None:
    lemma, relation = syntax.analysis.lemmas[carrier], syntax.analysis.relations[noun]
    agent = syntax.agent(carrier) if relation != "nsubj" else None
    if agent is not None and agent != noun and lemma not in WITNESSING:
        side = found.patients if lemma in UNDERGOING else found.agents
        side += [word for word in syntax.conjuncts(agent) if word not in side]
    for preposition, word in _phrases(syntax, carrier, ("obl", "obl:agent")):
        if word != noun and preposition in known and not _is_time(syntax, word):
            found.patients += syntax.conjuncts(word)


def owners(syntax: Syntax, word: int) -> list[int]:
    """Whose measure or deed it is: "Turkey's plan", "the Russian offer", "the attack by militants"."""
    owner = syntax.child(word, "nmod:poss")
    if owner is not None:
        return syntax.conjuncts(owner)
    named = _before(syntax, word)
    if named:
        return named
    phrases_ = list(_phrases(syntax, word, ("nmod",)))
    by = [phrase for preposition, phrase in phrases_ if preposition == "by"]
    others = [phrase for preposition, phrase in phrases_ if preposition in _owning(syntax, word)]
    return [party for phrase in by or others for party in syntax.conjuncts(phrase)]


def _owning(syntax: Syntax, noun: int) -> frozenset[str]:
    """What introduces the owner: "of" as well, but "the shelling of Hama" is nobody's in Hama."""
    triggers = lexicon.load().nouns.get(syntax.analysis.lemmas[noun], ())
    suffered = any(trigger.type == "ASSAULT" for trigger in triggers)
    return frozenset({"from"}) if suffered else frozenset({"of", "from"})


def _before(syntax: Syntax, noun: int) -> list[int]:
    """Parties before an event noun: nationalities, organisations and acronyms of states ("U.S.-led" is none)."""
    return [
        child
        for child in syntax.children(noun, "amod", "compound", "nmod:unmarked", "nmod")
        if child < noun and (_is_nationality(syntax, child) or _is_party(syntax, child))
    ]


def _is_nationality(syntax: Syntax, word: int) -> bool:
    """Whether it is one, or an adjective that the model took for the state: "Israeli"."""
    name = syntax.names[word]
    alone = name is not None and name.end - name.first == 1
    is_state = syntax.analysis.upos[word] == "ADJ" and syntax.labels[word] == "place" and alone
    return syntax.labels[word] == "nationality" or is_state


def _is_party(syntax: Syntax, word: int) -> bool:
    analysis = syntax.analysis
    if analysis.relations[word] == "amod":
        return False
    label, form = syntax.labels[word], syntax.forms[word]
    acronym = form.replace(".", "").isupper() and len(form) > 1
    return (
        label in ("organisation", "military_unit")
        or (label == "place" and acronym)
        or analysis.lemmas[word] in ("police", "army", "rebel", "militant", "coalition", "government")
    )


def _phrases(syntax: Syntax, head: int, relations: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Dependent phrases by the preposition that introduces them; an indirect object counts as "iobj"."""
    for word in syntax.children(head, *relations):
        relation = syntax.analysis.relations[word]
        yield ("iobj" if relation == "iobj" else syntax.marker(word)), word


def _is_time(syntax: Syntax, word: int) -> bool:
    return syntax.labels[word] == "time" or syntax.analysis.lemmas[word] in classes.CALENDAR


def clause(syntax: Syntax, predicate: int) -> list[int]:
    """The trigger and the verb that carries it or shares its subject with it: where its place and time stand."""
    found = [predicate]
    carrier = light_verb(syntax, predicate) if syntax.analysis.upos[predicate] in ("NOUN", "PROPN") else None
    if carrier is not None:
        found.append(carrier)
    if syntax.is_passive(predicate):
        found += [word for word in syntax.children(predicate, "obl") if "weapon" in classes.kinds(syntax, word)]
    return found


def places(
    syntax: Syntax, predicate: int, arguments: Arguments, told: Iterable[Range] = (), *, reached: bool
) -> tuple[Place, ...]:
    """Named places where the event is: in its own phrases and, where it is `reached`, in those of what it hits.

    `told` are ranges of words that the model takes for its place.

    "Talks on Syria" are not in Syria, and who is urged or threatened is a party, no place.
    """
    heads = []
    locative = LOCATIVE if reached else INSIDE
    heads += _fronted(syntax, predicate)
    for word in clause(syntax, predicate):
        heads += [
            child
            for child in syntax.dependents[word]
            if (syntax.analysis.relations[child] in LOCATED and syntax.marker(child) in locative)
            or (syntax.analysis.relations[child] in OWNED and syntax.labels[child] == "place")
        ]
    if reached:
        heads += _moved(syntax, predicate)
        heads += arguments.patients if arguments.direct is None else [arguments.direct, *arguments.patients]
    named = {name for head in heads if head not in arguments.agents for name in _named_places(syntax, head, _DEEPEST)}
    named |= {name for name in _within(syntax, told, "place") if classes.is_place_name(syntax, name)}
    return tuple(Place(*_span(syntax, name)) for name in sorted(named, key=lambda name: name.first))


def _moved(syntax: Syntax, noun: int) -> list[int]:
    """Where those of an event noun go or come from: "the withdrawal of troops from Syria"."""
    moving = (phrase for preposition, phrase in _phrases(syntax, noun, ("nmod",)) if preposition == "of")
    ways = [way for phrase in moving for way in _phrases(syntax, phrase, ("nmod",))]
    return [word for preposition, word in ways if preposition in ("from", "to", "into")]


def _fronted(syntax: Syntax, predicate: int) -> list[int]:
    """Phrases before the first of two verbs with one subject: "Near Hama, strikes hit a depot and destroyed a tank"."""
    if syntax.analysis.relations[predicate] != "conj" or syntax.child(predicate, "nsubj", "nsubj:pass") is not None:
        return []
    first = syntax.analysis.heads[predicate]
    subject = syntax.child(first, "nsubj", "nsubj:pass")
    phrases_ = syntax.children(first, "obl")
    return [word for word in phrases_ if subject is not None and word < subject and syntax.marker(word) in INSIDE]


def _named_places(syntax: Syntax, head: int, depth: int) -> set[Named]:
    """The places named within a phrase, clauses left aside."""
    found = set()
    name = syntax.names[head]
    if name is not None and syntax.labels[head] == "place" and classes.is_place_name(syntax, name):
        found.add(name)
    if depth:
        for child in syntax.dependents[head]:
            if syntax.analysis.relations[child] in WITHIN and syntax.marker(child) not in ("by", "with", "between"):
                found |= _named_places(syntax, child, depth - 1)
    return found


def _within(syntax: Syntax, told: Iterable[Range], label: str) -> set[Named]:
    """The names with this label in ranges of words."""
    words = (word for first, end in told for word in range(first, end) if syntax.labels[word] == label)
    return {name for word in words if (name := syntax.names[word]) is not None}


def moment(syntax: Syntax, predicate: int, told: Iterable[Range] = ()) -> Moment | None:
    """The time expression nearest to the trigger among what depends on it or on its carrier, and what the model takes
    for its time (`told`, ranges of words).
    """
    found = [
        name
        for head in _timed(syntax, predicate)
        for word in syntax.dependents[head]
        if (name := syntax.names[word]) is not None and syntax.labels[word] == "time"
        if syntax.analysis.relations[word] in TIMING and syntax.marker(word) != "for"
    ]
    found += _within(syntax, told, "time")
    if not found:
        return None
    nearest = min(found, key=lambda name: abs(name.first - predicate))
    if nearest.first > 0 and syntax.analysis.lemmas[nearest.first - 1] == "within":
        # without it, "within 72 hours" would be how long it lasts
        nearest = replace(nearest, first=nearest.first - 1)
    return Moment(*_span(syntax, nearest))


def _span(syntax: Syntax, name: Named) -> tuple[int, int, str]:
    """The name with what the model cut off before it: "New" of "New York"."""
    analysis, first = syntax.analysis, name.first
    while first > 0 and _is_cut_off(syntax, first - 1, name):
        first -= 1
    return analysis.starts[first], analysis.ends[name.end - 1], analysis.slice(first, name.end)


def _is_cut_off(syntax: Syntax, word: int, name: Named) -> bool:
    inside = name.first <= syntax.analysis.heads[word] < name.end
    part = syntax.analysis.relations[word] in ("compound", "flat", "amod", "nmod:desc")
    return inside and part and syntax.analysis.upos[word] == "PROPN" and not syntax.labels[word]


def _timed(syntax: Syntax, predicate: int) -> list[int]:
    """Words whose time is the event's: the clause's, or that of the first verb of a coordination with one subject."""
    heads = clause(syntax, predicate)
    if (
        syntax.analysis.relations[predicate] in ("conj", "xcomp")
        and syntax.child(predicate, "nsubj", "nsubj:pass") is None
    ):
        heads.append(syntax.analysis.heads[predicate])
    return heads


def distinct(syntax: Syntax, words: Iterable[int]) -> tuple[int, ...]:
    """The heads of different phrases, in order of position."""
    chosen: dict[tuple[int, int], int] = {}
    for word in words:
        chosen.setdefault(phrases.bounds(syntax, word), word)
    return tuple(sorted(chosen.values()))
