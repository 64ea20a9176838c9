"""Movement: whether forces take ground, go there, hold it or give way, by who moves and where.

"Take", "enter" and "fall" are words for everything; of force they are where armed actors take a town, troops enter it
and shells fall on it. The verbs stand under `ground` and `impact` in the vocabulary `event_types`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.events.classes import ACTORS, FORCE, is_actor, kinds
from sayso.claims.events.setting import INSIDE
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.events.arguments import Arguments
    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.grammar.syntax import Syntax

MOVING = frozenset({"MOBILIZE", "RETREAT"})
"""Types whose object is moved and is no recipient."""
POWERS = frozenset({"place", "nationality"})
SEVERAL = frozenset({"they", "we"})
SITES = frozenset({"place", "facility"})
TOWARDS = frozenset({"on", "into", "to", "towards", "toward"})


@cache
def verbs(use: str) -> frozenset[str]:
    """The verbs that the vocabulary lists under `ground` or `impact`."""
    terms = vocabulary.load("event_types").values()
    return frozenset(verb for term in terms for verb in term.words.get(use, ()))


def takes_ground(syntax: Syntax, verb: int, found: Arguments) -> bool:
    """Whether armed actors take, enter or leave ground, or states and "they" ground with a name: "took Saraqib"."""
    if syntax.child(verb, "compound:prt") is not None or not found.agents:
        return False
    towards = (word for word in syntax.children(verb, "obl") if syntax.marker(word) in TOWARDS)
    ground = next(towards, None) if found.direct is None else found.direct
    if ground is None or not kinds(syntax, ground) & SITES or not _is_definite(syntax, verb, ground):
        return False
    return all(_is_armed(syntax, agent) for agent in found.agents) or (
        _is_named(syntax, ground) and all(_is_power(syntax, agent) for agent in found.agents)
    )


def holds(syntax: Syntax, verb: int, found: Arguments) -> bool:
    """Whether armed actors strengthen a place or site, or others do so with arms: "reinforced its posts with tanks"."""
    if found.direct is None or not kinds(syntax, found.direct) & SITES:
        return False
    means = (word for word in syntax.children(verb, "obl") if syntax.marker(word) == "with")
    armed = any(_is_armed(syntax, agent) for agent in found.agents)
    return armed or any(kinds(syntax, word) & FORCE for word in means)


def moved(syntax: Syntax, trigger: Trigger, found: Arguments) -> list[int]:
    """The forces or people that somebody moves: how many there are is the event's."""
    if found.direct is None or trigger.type not in MOVING:
        return []
    return [each for each in syntax.conjuncts(found.direct) if kinds(syntax, each) & (ACTORS | FORCE)]


def gives_way(syntax: Syntax, word: int, trigger: Trigger, found: Arguments) -> bool:
    """Whether forces leave or people are let go; money and bids are withdrawn too."""
    if found.direct is None:
        return not trigger.loose and not is_from_deal(syntax, word)
    held = kinds(syntax, found.direct)
    if trigger.mode == "withdraw":
        arms = held & {"weapon", "vehicle"} and not any(_is_alone(syntax, agent) for agent in found.agents)
        return bool(held & {"armed", "person", "official", "number"} or arms)
    if not trigger.loose:
        return True
    if trigger.mode == "return":
        return bool(found.agents) and any(is_actor(syntax, patient) for patient in found.patients)
    freed = are_let_go(syntax, found.direct) if trigger.mode == "release" else bool(held & {"facility"})
    return freed and (bool(found.agents) or syntax.is_passive(word))


def are_let_go(syntax: Syntax, direct: int) -> bool:
    """Whether what is released is people or a vessel: documents and films are released too."""
    return bool(kinds(syntax, direct) & ((ACTORS - {"place"}) | {"vehicle"}))


def is_from_deal(syntax: Syntax, verb: int) -> bool:
    """Whether what is left is no ground: "withdrew from the treaty", "pulled out of the talks"."""
    left = (word for word in syntax.children(verb, "obl") if syntax.marker(word) in ("from", "out"))
    return any(kinds(syntax, word) & {"policy", "document"} for word in left)


def _is_alone(syntax: Syntax, agent: int) -> bool:
    """Whether one person does it: "he pulled a gun out of his bag"."""
    single = syntax.analysis.xpos[agent] in ("PRP", "NN", "NNP") and syntax.analysis.lemmas[agent] not in SEVERAL
    return single and kinds(syntax, agent) <= {"pronoun", "person", "named_person", "name"}


def _is_armed(syntax: Syntax, agent: int) -> bool:
    """Whether they fight on foot or as a body: what only drives or flies may carry aid."""
    held = kinds(syntax, agent)
    return "armed" in held and "vehicle" not in held


def _is_power(syntax: Syntax, agent: int) -> bool:
    return bool(kinds(syntax, agent) & POWERS) or syntax.analysis.lemmas[agent] in SEVERAL


def _is_named(syntax: Syntax, ground: int) -> bool:
    """ "Saraqib", "the town of Saraqib"."""
    parts = syntax.children(ground, "nmod", "compound", "flat")
    return any(syntax.labels[word] == "place" for word in (ground, *parts))


def _is_definite(syntax: Syntax, verb: int, ground: int) -> bool:
    """Whether a certain site is meant: not "took shelter", "took a hard line", "took the position that …"."""
    analysis = syntax.analysis
    if syntax.child(ground, "acl", "ccomp") is not None:
        return False
    if analysis.xpos[ground] != "NN":
        return True
    around = [*syntax.children(ground, "nmod"), *syntax.children(verb, "obl")]
    if any(syntax.labels[phrase] == "place" and syntax.marker(phrase) in INSIDE for phrase in around):
        return True
    before = [child for child in syntax.dependents[ground] if child < ground and analysis.upos[child] != "PUNCT"]
    return bool(before) and not any(analysis.lemmas[child] in ("a", "an") for child in before)
