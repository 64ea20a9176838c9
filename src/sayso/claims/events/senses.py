"""Senses: whether a word that can evoke an event does so here, by the kinds of its arguments.

"Attacked the base" is an assault, "attacked the budget" is not; "fired at the crowd" is, "fired the coach" is not. What
is asked of the arguments is asked by type, of kinds of people and things (`classes`), never of single words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.attributions.silence import is_task
from sayso.claims.events import classes, contests, dealings, figures, lexicon, movement, tolls
from sayso.claims.events.arguments import firing, light_verb
from sayso.claims.events.classes import ACTORS, FORCE, TARGETS, is_actor, is_inert, is_substantive, kinds
from sayso.claims.events.sides import owners
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.events.arguments import Arguments
    from sayso.claims.events.classes import Kinds
    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.grammar.syntax import Syntax

CIVIL = frozenset({"named_person", "official", "pronoun", "person", "thing"})
"""Kinds of agent that as a rule attack in words."""
PERSONAL = frozenset({"arrest", "deport", "abduct", "execute", "torture", "sexual", "assassinate", "beat", "convict"})
"""Modes that are only ever done to people, so that their object needs no noun that we know."""
DEALINGS = frozenset({"CONSULT", "AID", "SUPPORT", "COOPERATE", "REQUEST", "REJECT", "CONCEDE", "AGREE"})
"""Types that private people have with each other every day, too."""
PARTIES = frozenset({"named_person", "official", "organisation", "place", "armed", "nationality"})
STAGED = frozenset({"ASSAULT", "PROTEST", "CONSULT"})
"""Types whose words sport, markets and the stage use too."""
CROWD = frozenset({"person", "number", "pronoun", "nationality"})
STATES = frozenset({"place", "thing"})
"""Who protests in words and not in the street: a state, and "it" that means one."""
MEASURES = frozenset({"REJECT", "ACCUSE", "SUPPORT", "CONCEDE", "AGREE"})
"""Types that may be directed at a measure instead of at somebody."""
VERBALLY = frozenset({"personally", "verbally", "publicly"})
HARMING = frozenset({"kill", "shoot", "tase", "taser", "stab", "wound"})
"""Verbs that are literal of anybody who is their object."""
DOWNING = frozenset({"down", "intercept"})
"""Verbs of what is done to missiles in the air; "shot down" is one with its particle."""
HEIGHTS = frozenset({"hill", "range", "ridge", "route", "pipeline", "railway", "highway", "line", "border"})
ELSEWHERE = {"settle": "into", "lift": "from", "hail": "from", "press": "against"}
"""Prepositions with which a verb tells where somebody lives or stands or where something is from."""
DONE_TO = {
    ("drive", None): frozenset({"armed"}),
    ("move", None): frozenset({"armed"}),
    ("hold", "arrest"): CROWD | PARTIES,
    ("confine", None): CROWD | PARTIES,
    ("look", "investigate"): frozenset({"weapon", "policy"}),
}
"""Who or what a phrase needs, by verb and mode: "drove the militants from the town", not "the children from school"."""
HOSTED = frozenset({"official", "named_person"})
"""Who is welcomed in person; a decision or refugees are welcomed in words."""


def fits(syntax: Syntax, word: int, trigger: Trigger, found: Arguments, *, of_verb: bool) -> bool:
    """Whether the arguments are of the kinds that the event's type asks for."""
    agents = [kinds(syntax, agent) for agent in found.agents]
    if any(is_inert(agent) and not (trigger.type == "ASSAULT" and agent & FORCE) for agent in agents):
        return False
    if not of_verb and syntax.analysis.lemmas[word] == "crossing" and _is_ford(syntax, word):
        return False
    if not of_verb and trigger.type == "ASSAULT" and _is_affliction(syntax, word):
        return False
    if of_verb and not _is_literal(syntax, word, trigger, found):
        return False
    if trigger.type in STAGED and contests.is_game(syntax, word, found):
        return False
    if of_verb and found.direct is not None and _is_self(syntax, found.direct):
        return False
    if of_verb and trigger.loose and syntax.analysis.lemmas[word] in movement.verbs("ground"):
        return movement.takes_ground(syntax, word, found)
    if trigger.type == "ASSAULT":
        return _is_force(syntax, word, trigger, found, of_verb=of_verb)
    if trigger.type == "THREATEN" and not dealings.is_threat(syntax, word, found):
        return False
    if trigger.mode == "visit" and of_verb and not _is_journey(syntax, word, found):
        return False
    if of_verb and trigger.type in ("AGREE", "MOBILIZE") and figures.is_vague(syntax, found.direct):
        return False
    if trigger.type in DEALINGS and of_verb and not _are_parties(syntax, word, found):
        return False
    if trigger.type == "RETREAT" and of_verb:
        return movement.gives_way(syntax, word, trigger, found)
    return not trigger.loose or _fits_loosely(syntax, word, trigger, found)


def is_another(syntax: Syntax, verb: int, trigger: Trigger, found: Arguments) -> bool:
    """Whether the verb's frame or the kind of its object rules the event out, whoever proposes it: "shot himself",
    "released his tax returns", "settled into a flat".
    """
    direct = found.direct
    if direct is None:
        direct = syntax.child(verb, "obj", "nsubj:pass")
    if direct is not None and _is_self(syntax, direct):
        return True
    if any("nature" in kinds(syntax, agent) and not _is_bare(syntax, agent) for agent in found.agents):
        return True  # "the earthquake, which killed 3,700"; not "hit by accident"
    if trigger.type == "PROTEST" and syntax.analysis.lemmas[verb] == "protest":
        return bool(found.agents) and all(kinds(syntax, agent) & STATES for agent in found.agents)
    if trigger.type == "RETREAT" and syntax.analysis.lemmas[verb] in movement.verbs("ground"):
        return bool(found.agents) and not any(_may_give_way(syntax, agent) for agent in found.agents)
    if trigger.mode == "return" and direct is None:
        return True  # "the displaced returned home": nobody let them
    if trigger.mode == "release" and direct is not None:
        return not movement.are_let_go(syntax, direct)
    helped = syntax.analysis.lemmas[verb] in ("help", "assist")  # "assisted the army to hold it" may be aid or not
    return not helped and not _is_literal(syntax, verb, trigger, found)


def _is_bare(syntax: Syntax, agent: int) -> bool:
    """Whether it is but how something was done: "by accident"."""
    return syntax.marker(agent) == "by" and not syntax.dependents[agent][1:]


def _may_give_way(syntax: Syntax, agent: int) -> bool:
    """Whether a force or a state may be meant: people leave home, too."""
    alone = syntax.lower[agent] in ("he", "she", "i", "you")
    return not alone and not kinds(syntax, agent) <= {"person", "named_person", "official"}


def is_another_noun(syntax: Syntax, noun: int, type_: str, found: Arguments) -> bool:
    """Whether what a noun stands with rules the event out: "a news conference", "a threat to us"."""
    if type_ == "ASSAULT":
        return _is_affliction(syntax, noun)
    if type_ == "THREATEN":
        danger = any(syntax.marker(phrase) == "to" for phrase in syntax.children(noun, "nmod"))
        return danger and not found.agents and not dealings.is_threat(syntax, noun, found)
    return type_ == "CONSULT" and any("market" in kinds(syntax, near) for near in syntax.children(noun, "compound"))


def _is_affliction(syntax: Syntax, noun: int) -> bool:
    """ "A heart attack", "a lightning strike"."""
    return any(
        syntax.analysis.lemmas[child] in figures.words("affliction") for child in syntax.children(noun, "compound")
    )


def _is_ford(syntax: Syntax, noun: int) -> bool:
    """ "The river crossing", "the crossing of the mountains"."""
    near = syntax.children(noun, "compound", "nmod")
    return any(syntax.analysis.lemmas[child] in figures.words("landscape") for child in near)


def _is_of_land(syntax: Syntax, agent: int) -> bool:
    """Whether a landscape or its part lies somewhere: "the last ripple of the hills crosses the border"."""
    lemmas = syntax.analysis.lemmas
    land = figures.words("landscape") | HEIGHTS
    return any(lemmas[part] in land for part in (agent, *syntax.children(agent, "nmod")))


def _is_self(syntax: Syntax, word: int) -> bool:
    """ "Shot himself": nothing is done to another."""
    return syntax.lower[word].endswith(("self", "selves")) and syntax.analysis.upos[word] == "PRON"


def _is_literal(syntax: Syntax, verb: int, trigger: Trigger, found: Arguments) -> bool:
    """Whether a verb's frame is the event's: not "hails from", "met the target", "was met with", "treats badly"."""
    lemma, passive = syntax.analysis.lemmas[verb], syntax.is_passive(verb)
    if figures.is_figure(syntax, verb, trigger.type) or (lemma == "ask" and dealings.is_asked(syntax, verb)):
        return False
    needed = DONE_TO.get((lemma, trigger.mode))
    if needed is not None and not any(kinds(syntax, each) & needed for each in _undergoing(found)):
        return False
    if trigger.type == "THREATEN" and (dealings.is_warning(syntax, verb, found) or dealings.is_pledge(syntax, verb)):
        return False
    if trigger.type == "CONSULT" and dealings.is_for_the_press(syntax, verb):
        return False
    if trigger.type == "SUPPORT" and lemma == "welcome" and found.direct is not None:
        return not kinds(syntax, found.direct) & HOSTED
    if trigger.type == "SUPPORT":
        given = syntax.child(verb, "obj", "ccomp", "xcomp") is not None
        return bool(found.agents) if passive else given or bool(found.patients)
    if figures.is_private(syntax, verb, lemma, trigger, found):
        return False
    if lemma == "charge" and is_task(syntax, verb):
        return False
    if lemma == "cross" and any(_is_of_land(syntax, agent) for agent in found.agents):
        return False
    elsewhere = ELSEWHERE.get(lemma) if trigger.type != "ACCUSE" else None  # "pressed charges against him"
    if elsewhere is not None and any(syntax.marker(phrase) == elsewhere for phrase in syntax.children(verb, "obl")):
        return False
    if lemma == "withdraw" and trigger.type == "REJECT":
        return found.direct is None and movement.is_from_deal(syntax, verb)
    if lemma == "meet":
        return not passive and _is_met(syntax, found)
    if trigger.mode == "expel":
        return found.direct is None or bool(kinds(syntax, found.direct) & (PARTIES | {"person", "pronoun"}))
    if lemma == "accept":
        return found.direct is None or not kinds(syntax, found.direct) & {"person", "named_person", "pronoun"}
    if trigger.type == "AGREE" and syntax.child(verb, "ccomp") is not None:
        return dealings.is_resolved(syntax, verb)
    if lemma == "appeal" and trigger.preposition == "to":
        court = any("organisation" in kinds(syntax, patient) for patient in found.patients)
        return court or syntax.child(verb, "xcomp", "ccomp", "advcl") is not None or dealings.asks_for(syntax, verb)
    if lemma == "advise":
        ordered = syntax.child(verb, "xcomp", "ccomp", "advcl") is not None
        return ordered == (trigger.type == "REQUEST")
    if lemma in ("help", "assist"):
        return syntax.child(verb, "xcomp", "ccomp", "advcl") is None
    if lemma == "engage" and not trigger.preposition:
        return found.direct is not None and bool(kinds(syntax, found.direct) & {"armed", "vehicle", "facility"})
    if lemma == "treat":
        return syntax.child(verb, "advmod") is None
    if lemma == "suspend" and found.direct is not None:
        own = syntax.child(found.direct, "nmod:poss")
        return own is None or syntax.analysis.upos[own] != "PRON"
    return not (lemma in ("speak", "talk") and trigger.preposition == "to") or any(
        kinds(syntax, patient) & (PARTIES - {"armed"}) for patient in found.patients
    )


def _undergoing(found: Arguments) -> list[int]:
    return found.patients if found.direct is None else [found.direct, *found.patients]


def _is_met(syntax: Syntax, found: Arguments) -> bool:
    """Whether they meet somebody or each other: a target is met too, and one alone "makes ends meet"."""
    if found.direct is not None:
        return is_actor(syntax, found.direct)
    first = found.agents[0] if len(found.agents) == 1 else None
    alone = first is not None and kinds(syntax, first) <= CIVIL and not dealings.is_plural(syntax, first)
    return not alone or any(is_actor(syntax, patient) for patient in found.patients)


def _is_journey(syntax: Syntax, word: int, found: Arguments) -> bool:
    """Whether people travel to others or receive them: troops that arrive, missions flown, private people's journeys
    and a singer's tour are none.
    """
    agents = [kinds(syntax, agent) for agent in found.agents]
    if any(agent & {"armed"} for agent in agents) or (agents and all(agent == {"person"} for agent in agents)):
        return False
    if syntax.analysis.lemmas[word] == "tour" and contests.is_staged(syntax, word):
        return False
    return found.direct is None or bool(kinds(syntax, found.direct) & (PARTIES - {"armed"} | {"facility", "pronoun"}))


def _are_parties(syntax: Syntax, word: int, found: Arguments) -> bool:
    """Whether it is a matter between parties: no advice to the reader, no private letter's "I" and "you"."""
    if any(is_substantive(syntax, agent) for agent in found.agents):
        return True
    if not found.agents:
        gerund = syntax.analysis.xpos[word] == "VBG" and syntax.marker(word) in ("to", "of", "for")
        if not gerund:
            return syntax.is_passive(word)
    return any(kinds(syntax, patient) & PARTIES for patient in found.patients)


def _is_force(syntax: Syntax, word: int, trigger: Trigger, found: Arguments, *, of_verb: bool) -> bool:
    """Whether somebody or something is hit in the literal sense."""
    fired = not trigger.loose and lexicon.lemma(syntax, word) in firing()
    struck = found.patients or ([] if found.direct is None or fired else [found.direct])
    hit = [kinds(syntax, patient) for patient in struck]
    agents = [kinds(syntax, agent) for agent in found.agents]
    if of_verb and contests.is_contest(syntax, word, trigger, agents, hit):
        return False
    if syntax.analysis.lemmas[word] in DOWNING and any("weapon" in target for target in hit):
        return True
    if syntax.analysis.lemmas[word] == "intercept":
        return False  # a ship or a plane is stopped or followed
    shelled = trigger.mode == "destroy" and any(known & FORCE for known in agents)
    if hit and trigger.mode not in PERSONAL and not any(target & (ACTORS | TARGETS) for target in hit):
        return shelled and not any(is_inert(target) for target in hit)
    around = [kinds(syntax, near) for near in syntax.children(word, "obl", "nmod", "obl:agent")]
    if any("nature" in near for near in around):
        return False
    if of_verb and syntax.has(word, "advmod", VERBALLY):
        return False
    if of_verb and syntax.analysis.lemmas[word] in movement.verbs("impact"):
        return found.direct is None and bool(hit) and bool(agents) and all("weapon" in agent for agent in agents)
    if of_verb and tolls.undergoes(syntax, word):
        return bool(hit) and tolls.is_loss(syntax, word)
    if syntax.analysis.lemmas[word] in tolls.words("tolls"):
        return bool(tolls.dead(syntax, word))
    if syntax.analysis.lemmas[word] in HARMING and any(target & ACTORS for target in hit):
        return True
    if not trigger.loose:
        return True
    armed = any(known & FORCE for known in (*agents, *around))
    solid = any(target & TARGETS for target in hit)
    if not of_verb:
        if _is_martial(syntax, word) or (armed and (not hit or solid)):
            return True
        forceful = syntax.analysis.lemmas[word] in located()
        if forceful and _is_located(syntax, word):
            return True
        powers = _are_powers(agents, named=forceful)
        states = bool(agents) and all(agent & {"nationality", "armed"} for agent in agents)
        return powers and (solid or states or (forceful and bool(agents)))
    verbal = any(agent & CIVIL and not agent & FORCE and not _is_body(agent) for agent in agents)
    return (armed and (bool(hit) or found.direct is None)) or (solid and not verbal)


def _is_body(agent: Kinds) -> bool:
    """Whether it is a body of people and no holder of an office: "the group"."""
    return "organisation" in agent and not agent & {"official", "named_person", "pronoun"}


def _are_powers(agents: list[Kinds], *, named: bool) -> bool:
    """Whether states or organisations act: their attacks on people and places are seldom words.

    `named`: a name that says nothing of who bears it will do.
    """
    powers = {"nationality", "place", "organisation", "armed", *(["name"] if named else [])}
    return all(agent & powers for agent in agents)


@cache
def located() -> frozenset[str]:
    """Nouns that are of force where nothing but a place is told: "the attack in Basra", but not "the campaign in"."""
    return frozenset(vocabulary.load("event_types")["ASSAULT"].words["located"])


def _is_located(syntax: Syntax, noun: int) -> bool:
    """Whether a named place stands with the noun or with the verb that carries it."""
    carrier = light_verb(syntax, noun)
    heads = [noun] if carrier is None else [noun, carrier]
    return any(
        syntax.labels[phrase] == "place"
        and syntax.marker(phrase) in ("in", "near", "outside", "at", "around", "across")
        for head in heads
        for phrase in syntax.children(head, "nmod", "obl")
    )


def _is_martial(syntax: Syntax, noun: int) -> bool:
    before = syntax.children(noun, "amod", "compound", "nmod:unmarked")
    return any(kinds(syntax, child) & {"martial", "armed", "weapon"} for child in before)


def _fits_loosely(syntax: Syntax, word: int, trigger: Trigger, found: Arguments) -> bool:
    """A word with other uses: its agent must be able to act, and be directed at somebody or at a measure."""
    if syntax.analysis.lemmas[word] == "patrol":
        return any(kinds(syntax, agent) & FORCE for agent in found.agents)
    if not all(is_actor(syntax, agent) for agent in found.agents):
        return False
    direct = classes.NONE if found.direct is None else kinds(syntax, found.direct)
    aimed = any(is_actor(syntax, patient) and is_substantive(syntax, patient) for patient in found.patients)
    if trigger.mode == "arrest" and syntax.analysis.lemmas[word] == "hold":
        return False  # the phrases say who is held, and else the model's heads
    if trigger.type == "MOBILIZE":
        return bool(direct & FORCE) or movement.holds(syntax, word, found)
    if trigger.mode == "phone":
        alone = syntax.child(word, "xcomp", "ccomp", "iobj") is None and len(syntax.children(word, "obj")) == 1
        return alone and bool(found.agents) and bool(direct & {"named_person", "official"})
    if trigger.mode == "investigate" and _is_looked_into(syntax, found):
        return True
    if trigger.type == "CONSULT" and (len(found.agents) > 1 or dealings.is_talk(syntax, word, found)):
        return True
    if trigger.type == "AID":
        given = syntax.children(word, "obj")[-1:]
        things = [kinds(syntax, thing) for head in given for thing in syntax.conjuncts(head)] or [direct]
        return aimed and any(thing & (ACTORS | {"goods", "weapon"}) for thing in things)
    if trigger.type == "PROTEST":
        crowd = any(kinds(syntax, agent) & CROWD for agent in found.agents)
        staged = found.direct is None or syntax.analysis.lemmas[word] == "protest"
        return crowd and staged and syntax.child(word, "ccomp", "xcomp") is None
    if trigger.type == "THREATEN" or (trigger.type == "REJECT" and syntax.child(word, "xcomp") is not None):
        return bool(found.agents) and (aimed or any(dealings.content_modes(syntax, word, trigger.type)))
    if trigger.type == "SANCTION" and not aimed:
        return _stops_goods(syntax, word, found)
    if trigger.type in MEASURES and not aimed:
        owned = found.direct is not None and any(is_actor(syntax, owner) for owner in owners(syntax, found.direct))
        meant = [direct, *(kinds(syntax, patient) for patient in found.patients)]
        return bool(found.agents) and (owned or any(measure & {"policy", "document"} for measure in meant))
    if trigger.mode == "ban" and found.direct is not None and found.agents and not aimed:
        forbidden = lexicon.load().nouns.get(syntax.analysis.lemmas[found.direct], ())
        return any(each.type == "PROTEST" for each in forbidden)
    if trigger.type == "COERCE" or syntax.is_passive(word):
        return aimed
    return aimed and bool(found.agents)


def _is_looked_into(syntax: Syntax, found: Arguments) -> bool:
    """Whether somebody looks into a deed: "is investigating the shooting"."""
    deed = found.direct is not None and kinds(syntax, found.direct) & {"weapon", "policy"}
    return bool(deed) and any(is_substantive(syntax, agent) for agent in found.agents)


def _stops_goods(syntax: Syntax, word: int, found: Arguments) -> bool:
    """Whether aid or goods are stopped: "suspended food supplies", "the suspension of aid"."""
    stopped = [patient for patient in (found.direct, *syntax.children(word, "nmod")) if patient is not None]
    return bool(found.agents) and any("goods" in kinds(syntax, thing) for thing in stopped)
