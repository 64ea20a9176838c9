"""Who does what a verb tells where its own arcs don't say: in a phrase that opens a clause, behind a passive, in what
was set up to do it, and beside the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.events import classes, lexicon
from sayso.claims.grammar.predicates import words as predicate_words

if TYPE_CHECKING:
    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.grammar.syntax import Syntax

TOGETHER = frozenset({"together", "along", "jointly"})
PARTIES = frozenset({"armed", "person", "official", "organisation", "named_person", "pronoun", "name"})
"""Who may be made or given time to do something."""


def by_whom(syntax: Syntax, verb: int) -> int | None:
    """Who does it where the tree makes "by" open a clause: "was shot by officers responding to a call"."""
    for clause in syntax.children(verb, "advcl"):
        subject = syntax.subjects[clause]
        cases = [] if subject is None else syntax.children(subject, "case")
        if any(syntax.lower[case] == "by" for case in cases):
            return subject
    return None


def deed_behind(syntax: Syntax, verb: int, agent: int) -> int:
    """The deed that did it where a relative clause hangs on what was hit: "bombings of embassies that killed"."""
    analysis, deed = syntax.analysis, syntax.analysis.heads[agent]
    told = analysis.relations[verb] == "acl:relcl" and analysis.heads[verb] == agent and deed >= 0
    hit = told and analysis.relations[agent] == "nmod" and syntax.marker(agent) in ("of", "on", "at", "in", "against")
    held = classes.kinds(syntax, agent)
    struck = hit and "weapon" in classes.kinds(syntax, deed) and not held & {"armed", "person", "weapon"}
    return deed if struck else agent


def behind(syntax: Syntax, verb: int, agent: int | None, trigger: Trigger) -> int | None:
    """Who does it where that is told of another verb: whoever hit what "was hit, killing six", the board of "set up a
    board to look into it", the rebels of "it took the rebels a month to seize it".
    """
    analysis, head = syntax.analysis, syntax.analysis.heads[verb]
    if head < 0 or syntax.subjects[verb] is not None or analysis.relations[verb] not in ("advcl", "conj", "xcomp"):
        return agent
    if trigger.type == "ASSAULT" and analysis.xpos[verb] == "VBG" and not syntax.marker(verb):
        first = head
        while analysis.relations[first] == "conj" and analysis.xpos[first] == "VBG":
            first = analysis.heads[first]
        hit = syntax.is_passive(first) and any(each.type == "ASSAULT" for each in _readings(analysis.lemmas[first]))
        return syntax.agent(first) if hit and agent == syntax.patient(first) else agent
    if syntax.marker(verb) != "to" or analysis.relations[verb] == "conj":
        return agent
    taken = analysis.lemmas[head] == "take" and syntax.child(head, "expl") is not None
    given = analysis.lemmas[head] in predicate_words("appointing", "verb") and not syntax.is_passive(head)
    between = (word for word in syntax.children(head, "obj", "iobj") if head < word < verb) if taken or given else ()
    return next((word for word in between if classes.kinds(syntax, word) & PARTIES), agent)


def _readings(lemma: str) -> tuple[Trigger, ...]:
    return lexicon.load().verbs.get(lemma, ())


def companions(syntax: Syntax, verb: int) -> list[int]:
    """Who does it together with the subject: "Oman, along with Iran, vetoed it"."""
    subject = syntax.subjects[verb]
    beside = (verb,) if subject is None else (verb, subject)
    found = (word for head in beside for word in syntax.children(head, "obl", "nmod", "nsubj") if word < verb)
    return [
        party
        for word in found
        if syntax.marker(word) in ("along", "alongside")
        or (syntax.marker(word) == "with" and _opens_with(syntax, word, TOGETHER))
        for party in syntax.conjuncts(word)
    ]


def _opens_with(syntax: Syntax, phrase: int, words: frozenset[str]) -> bool:
    """Whether one of these words stands before the phrase's preposition: "together with Iran"."""
    case = syntax.child(phrase, "case")
    return case is not None and case > 0 and syntax.lower[case - 1] in words


def accused(syntax: Syntax, verb: int) -> tuple[int, int] | None:
    """Who does what they are accused of, and to whom, where the tree makes both its objects: "Iran of arming them"."""
    objects = syntax.children(verb, "obj")
    mark = syntax.child(verb, "mark")
    return (objects[0], objects[1]) if len(objects) > 1 and mark is not None and objects[0] < mark else None


def harmed_by(syntax: Syntax, verb: int) -> int | None:
    """Whom a deed harms that a passive tells with "by": "civilians were killed by shelling"."""
    head = syntax.analysis.heads[verb]
    told = syntax.analysis.relations[verb] == "advcl" and syntax.marker(verb) == "by" and syntax.subjects[verb] is None
    return syntax.patient(head) if told and syntax.is_passive(head) else None
