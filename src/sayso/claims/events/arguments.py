"""Who does it to whom: the arguments of a trigger from the arcs (`setting` reads where and when).

For a verb: its subject and objects through passives, control and coordination, and the phrases that its type's
prepositions introduce. For an event noun: its possessor, adjectives of nationality, "by", "between", "of" and "on"
phrases, and the arguments of a light verb that carries it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.events import bearers, classes, doers, lexicon, tolls
from sayso.claims.events.sides import before, introduced, is_time, owners
from sayso.claims.grammar import phrases
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.grammar.syntax import Syntax

UNDERGOING = frozenset({"come", "suffer", "face", "sustain", "undergo", "endure", "survive", "escape"})
WITNESSING = frozenset({"see", "witness", "have"})
ADDRESSED = frozenset({"REQUEST", "THREATEN", "SUPPORT"})
"""Types whose nouns come "from" who does it: "a request from Damascus"."""
SHARED = frozenset({"ASSAULT", "COERCE"})
"""Types whose coordinated verbs share an object: "shelled and burned the village"."""
AIMING = frozenset({"at", "on", "with", "into"})
"""Prepositions that introduce whom force is used on only where the verb has no object."""
HANDED = frozenset({"distribute", "deliver", "donate", "contribute", "allocate", "allot"})
"""Verbs of whose passive a pronoun is what is given; "they were sent food" is another frame."""
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
TRAVELLING = frozenset({"withdraw", "visit"})
"""Modes in which whom a passive is said of does it: "was flown to Oman"."""
ABOUT = frozenset({"over", "about", "on", "regarding", "concerning"})
CARRIED = frozenset({"obj", "nsubj:pass", "nsubj", "obl"})


@dataclass(slots=True)
class Arguments:
    """The heads of the phrases that take part, whether or not they can: `events` decides."""

    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    direct: int | None = None
    """The object, or the subject of a passive, whatever it stands for."""
    given: bool = False
    """Whether that is what somebody gets, and so no recipient."""


def of_verb(syntax: Syntax, verb: int, trigger: Trigger) -> Arguments:
    """The arguments of a verb that evokes an event of the trigger's type."""
    known = lexicon.prepositions(trigger.type, trigger.mode)
    harmed = doers.harmed_by(syntax, verb)
    agent, direct = None if harmed is not None else syntax.agent(verb), syntax.patient(verb)
    if agent is None and syntax.is_passive(verb):
        agent = doers.by_whom(syntax, verb)
    agent = doers.behind(syntax, verb, agent, trigger)
    direct = _named_subject(syntax, verb, direct)
    if agent is not None and trigger.type == "ASSAULT":
        agent = doers.deed_behind(syntax, verb, agent)
    accused = doers.accused(syntax, verb)
    if accused is not None:
        agent, direct = accused
    if trigger.mode == "suicide_attack" and syntax.child(verb, "obj") == direct:
        direct = None  # "blew himself up": who is hit comes after "at" or "among"
    if direct is not None and syntax.analysis.lemmas[direct] == "control":
        direct = next((word for marker, word in introduced(syntax, direct, ("nmod",)) if marker == "of"), direct)
    if direct is None and trigger.type in SHARED:
        direct = _shared_object(syntax, verb)
    if direct is None and trigger.type in SHARED:
        direct = harmed
    found = Arguments(direct=direct)
    found.given = trigger.type == "AID" and direct is not None and _is_given(syntax, verb, direct)
    handed = trigger.type == "AID" and direct is not None and _is_handed(syntax, verb, direct)
    hits = direct is not None and "weapon" not in classes.kinds(syntax, direct)
    found.agents = [] if agent is None else [*syntax.conjuncts(agent), *doers.companions(syntax, verb)]
    for preposition, word in introduced(syntax, verb, ("obl", "iobj", "obl:agent")):
        introduces = preposition in known or (preposition == trigger.preposition not in ("", "from"))
        if trigger.type == "ASSAULT" and hits and preposition in AIMING - {trigger.preposition}:
            continue
        if introduces and word not in found.agents and not is_time(syntax, word):
            found.patients += syntax.conjuncts(word)
    if direct is not None and classes.kinds(syntax, direct) & {"goods", "policy"}:
        found.patients += _addressed(syntax, direct, known)
    if (
        direct is not None
        and "obj" in known
        and direct not in found.agents
        and not handed
        and not (trigger.type == "ASSAULT" and _is_fired(syntax, verb, direct))
        and syntax.analysis.lemmas[verb] != "discuss"
    ):
        found.patients[:0] = syntax.conjuncts(direct)
    if trigger.type == "ASSAULT" and not found.agents and syntax.is_passive(verb):
        _undergo(syntax, verb, found)
    moved = trigger.mode in TRAVELLING or trigger.type == "MOBILIZE"
    if moved and not found.agents and direct is not None and syntax.is_passive(verb):
        found.agents = syntax.conjuncts(direct)
        found.patients = [word for word in found.patients if word not in found.agents]
    if syntax.analysis.lemmas[verb] == "oppose" and direct is not None and syntax.is_passive(verb) and not found.agents:
        stance = [word for preposition, word in introduced(syntax, verb, ("obl",)) if preposition == "to"]
        found.agents, found.patients = syntax.conjuncts(direct), stance
    fallen = tolls.fallen(syntax, verb) if trigger.type == "ASSAULT" and found.direct is None else []
    if fallen:
        takers = [word for preposition, word in introduced(syntax, verb, ("obl",)) if preposition == "to"]
        found.agents, found.patients = [each for word in takers for each in syntax.conjuncts(word)], fallen
    elif syntax.analysis.lemmas[verb] in UNDERGOING or (trigger.type == "ASSAULT" and tolls.undergoes(syntax, verb)):
        found.agents, found.patients = [], found.agents
    return found


def _named_subject(syntax: Syntax, verb: int, direct: int | None) -> int | None:
    """Whom a passive is said of where the tree makes a number before the name a subject, too."""
    if direct is None or syntax.analysis.upos[direct] != "NUM":
        return direct
    others = [word for word in syntax.children(verb, "nsubj:pass") if syntax.labels[word] == "person"]
    return others[0] if others else direct


def _is_given(syntax: Syntax, verb: int, thing: int) -> bool:
    """Whether the object is what is given, and to nobody else in its place: "delivered tents", "sent soldiers"."""
    return (
        syntax.analysis.lemmas[verb] in _giving()
        and syntax.analysis.upos[thing] == "NOUN"
        and len(syntax.children(verb, "obj")) == 1
        and not any(preposition == "with" for preposition, _ in introduced(syntax, verb, ("obl",)))
    )


def _is_handed(syntax: Syntax, verb: int, thing: int) -> bool:
    """Whether a pronoun is what is given: "they are distributed by the chiefs"."""
    passive = syntax.is_passive(verb) and syntax.child(verb, "obj") is None and syntax.analysis.upos[thing] == "PRON"
    return passive and syntax.analysis.lemmas[verb] in HANDED


def _is_fired(syntax: Syntax, verb: int, direct: int) -> bool:
    """Whether the object is what is fired and nothing that can be hit: "fired a total of ten rounds"."""
    hit = classes.ACTORS | classes.TARGETS
    return lexicon.lemma(syntax, verb) in firing() and not classes.kinds(syntax, direct) & hit


@cache
def firing() -> frozenset[str]:
    """Verbs whose object is fired or thrown, and is nobody."""
    return frozenset(vocabulary.load("event_types")["ASSAULT"].words["firing"])


@cache
def _giving() -> frozenset[str]:
    """Verbs whose object is what somebody gets."""
    return frozenset(vocabulary.load("event_types")["AID"].words["giving"])


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
    for preposition, word in introduced(syntax, verb, ("obl",)):
        hands = preposition == "at" and syntax.analysis.lemmas[word] == "hand"
        if hands or "weapon" in classes.kinds(syntax, word):
            found.agents += owners(syntax, word)
    found.patients = [word for word in found.patients if word not in found.agents]


def _addressed(syntax: Syntax, thing: int, known: frozenset[str]) -> list[int]:
    """Whom a thing is given to or a measure is aimed at, where that hangs on the thing: "food for refugees"."""
    return [
        party
        for preposition, phrase in introduced(syntax, thing, ("nmod",))
        if preposition in ("to", "for", "on", "against") and preposition in known
        for party in syntax.conjuncts(phrase)
    ]


def of_noun(syntax: Syntax, noun: int, trigger: Trigger) -> Arguments:
    """The arguments of an event noun, with those of the light verb that carries it."""
    found = Arguments()
    known = lexicon.prepositions(trigger.type, trigger.mode)
    owner = syntax.child(noun, "nmod:poss")
    if owner is not None:
        undergoes = trigger.undergone and not any(marker == "of" for marker, _ in introduced(syntax, noun, ("nmod",)))
        (found.patients if undergoes else found.agents).extend(syntax.conjuncts(owner))
    if trigger.type == "ASSAULT":
        found.patients += _hit_before(syntax, noun) or tolls.dead(syntax, noun)
    if not found.agents:
        found.agents += [party for party in before(syntax, noun) if party not in found.patients]
    for preposition, word in introduced(syntax, noun, ("nmod", "obl")):
        if preposition in ("by", "between", "among") or (preposition == "from" and trigger.type in ADDRESSED):
            found.agents += syntax.conjuncts(word)
        elif preposition == "of" and not (trigger.type == "CONSULT" and _is_topic(syntax, noun, word)):
            role = "recipient" if trigger.undergone or found.agents else lexicon.of_role(trigger.type)
            (found.patients if role == "recipient" else found.agents).extend(syntax.conjuncts(word))
        elif preposition in known and not is_time(syntax, word):
            found.patients += syntax.conjuncts(word)
    if trigger.type == "ASSAULT":
        found.patients += bearers.hit_by(syntax, noun)
    carrier = light_verb(syntax, noun)
    if carrier is not None:
        _carry(syntax, carrier, noun, found, known)
    elif not found.agents:
        found.agents += _announcers(syntax, noun)
    return found


def _is_topic(syntax: Syntax, noun: int, word: int) -> bool:
    """Whether it stands in what is talked over: "talks over the fate of prisoners"."""
    topics = (each for marker, each in introduced(syntax, noun, ("nmod",)) if marker in ABOUT)
    return any(noun < topic < word for topic in topics)


def _hit_before(syntax: Syntax, noun: int) -> list[int]:
    """Who or what is hit by the word before the noun: "the Lee murder", "the embassy bombing"."""
    return [
        child
        for child in syntax.children(noun, "compound")
        if child < noun
        and (
            bearers.is_victim(syntax, noun, child)
            or ("facility" in classes.kinds(syntax, child) and syntax.analysis.lemmas[child] != "vehicle")
        )
    ]


def _announcers(syntax: Syntax, noun: int) -> list[int]:
    """Who announces or plans a deed of theirs: "Rabat announced a suspension of flights and visits"."""
    while syntax.analysis.relations[noun] == "conj":
        noun = syntax.analysis.heads[noun]
    verb = syntax.analysis.heads[noun]
    if (
        verb < 0
        or syntax.analysis.relations[noun] != "obj"
        or syntax.analysis.lemmas[verb] not in predicate_words("disposing", "verb")
    ):
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
    if lemma in predicate_words("light", "passive") and relation in SUBJECT and syntax.is_passive(head):
        return head
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
    for preposition, word in introduced(syntax, carrier, ("obl", "obl:agent")):
        if word != noun and preposition in known and not is_time(syntax, word):
            found.patients += syntax.conjuncts(word)


def distinct(syntax: Syntax, words: Iterable[int]) -> tuple[int, ...]:
    """The heads of different phrases, in order of position; no apposition to one of them."""
    chosen: dict[tuple[int, int], int] = {}
    known, analysis = list(words), syntax.analysis
    for word in known:
        if analysis.relations[word] == "appos" and analysis.heads[word] in known:
            continue
        whole = bearers.described(syntax, word)
        chosen.setdefault(phrases.bounds(syntax, whole), whole)
    return tuple(sorted(chosen.values()))
