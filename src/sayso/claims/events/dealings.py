"""Dealings: whether somebody asks for something, threatens, agrees to act or talks with others, by what they say.

"Asked whether it was true" is no request, "agreed that it is a hoax" no agreement, and who warns of what others will do
threatens nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.events import lexicon
from sayso.claims.events.classes import is_actor, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.claims.events.arguments import Arguments
    from sayso.claims.grammar.syntax import Syntax

CONTENT = frozenset({"xcomp", "ccomp", "obj", "obl", "advcl", "acl", "nmod"})
OPEN = frozenset({"may", "might", "could"})
TO_THE_PRESS = frozenset({"discuss", "brief", "speak", "talk"})
PERMITTED = frozenset({"authorized", "authorised", "permitted", "cleared"})


def is_asked(syntax: Syntax, verb: int) -> bool:
    """Whether something is asked and nothing asked for: "asked whether they left", "asked about it"."""
    if syntax.child(verb, "xcomp") is not None:
        return False
    clauses = [(clause, syntax.marker(clause)) for clause in syntax.children(verb, "ccomp")]
    asked = any(mark in ("whether", "if") or not (mark or _is_wished(syntax, clause)) for clause, mark in clauses)
    return asked or any(syntax.marker(phrase) == "about" for phrase in syntax.children(verb, "obl"))


def _is_wished(syntax: Syntax, clause: int) -> bool:
    """Whether a clause without "that" is still to be done: "asked, 'Can you help?'", "asked him to"."""
    return syntax.subjects[clause] is None or syntax.analysis.xpos[clause] == "VB"


def is_plural(syntax: Syntax, word: int) -> bool:
    """Whether there are several of them."""
    return syntax.analysis.xpos[word] in ("NNS", "NNPS") or syntax.analysis.lemmas[word] in (
        "they",
        "we",
        "both",
        "who",
    )


def is_resolved(syntax: Syntax, verb: int) -> bool:
    """Whether what they agree on is to be done; "agreed that it is a hoax" is an opinion."""
    clause = syntax.child(verb, "ccomp")
    return clause is not None and any(
        syntax.analysis.xpos[child] in ("MD", "TO") for child in syntax.dependents[clause]
    )


def asks_for(syntax: Syntax, verb: int) -> bool:
    """ "Appealed for calm"."""
    return any(syntax.marker(phrase) == "for" for phrase in syntax.children(verb, "obl"))


def is_threat(syntax: Syntax, word: int, found: Arguments) -> bool:
    """Whether somebody threatens, with something: "the threat of the group" is none, nor do floods threaten."""
    if not all(is_actor(syntax, agent) for agent in found.agents):
        return False
    return syntax.is_verbal(word) or any(content_modes(syntax, word, "THREATEN"))


POINTING = frozenset({"this", "that", "these", "those", "there"})
"""Subjects of a warning that mean what was told before: "warned that this is a risk"."""


def is_warning(syntax: Syntax, verb: int, found: Arguments) -> bool:
    """Whether it tells what others will do or suffer: "warned that children would die", "warned staff that they might
    be hit"; "warned that it would strike back" and "warned that any attack would be met with force" are threats.
    """
    clause = syntax.child(verb, "ccomp")
    if clause is None and syntax.analysis.relations[verb] == "parataxis":
        clause = syntax.analysis.heads[verb]
    if syntax.analysis.lemmas[verb] != "warn" or clause is None:
        return False
    subject, lemmas = syntax.subject(clause), syntax.analysis.lemmas
    if subject is None:
        return syntax.child(clause, "expl") is not None
    if lemmas[subject] in POINTING:
        return True
    owner = syntax.child(subject, "nmod:poss")
    if syntax.analysis.upos[subject] == "PRON":
        return syntax.is_passive(clause) and syntax.has(clause, "aux", OPEN)
    own = owner is not None and syntax.analysis.upos[owner] == "PRON"
    return not (
        own or lemmas[subject] in {lemmas[agent] for agent in found.agents} or "weapon" in kinds(syntax, subject)
    )


def is_pledge(syntax: Syntax, verb: int) -> bool:
    """Whether they vow to leave something be: "vowed that it would not withdraw", "vowed not to give up"."""
    clause = syntax.child(verb, "ccomp", "xcomp")
    return syntax.analysis.lemmas[verb] == "vow" and clause is not None and syntax.is_negated(clause)


def is_for_the_press(syntax: Syntax, verb: int) -> bool:
    """Whether it is what a source may not do: "were not authorised to discuss the talks"."""
    head = syntax.analysis.heads[verb]
    told = syntax.analysis.relations[verb] == "xcomp" and syntax.lower[head] in PERMITTED
    return told and syntax.analysis.lemmas[verb] in TO_THE_PRESS


def is_talk(syntax: Syntax, word: int, found: Arguments) -> bool:
    """Whether several discuss something: "the leaders discussed the truce"."""
    return syntax.analysis.lemmas[word] == "discuss" and any(is_plural(syntax, agent) for agent in found.agents)


def content_modes(syntax: Syntax, word: int, type_: str) -> Iterator[str]:
    """The modes that what is asked for, refused or threatened gives: "called for a ceasefire" → yield."""
    table = lexicon.load()
    for child in syntax.dependents[word]:
        if syntax.analysis.relations[child] in CONTENT:
            lemma = syntax.analysis.lemmas[child]
            for trigger in (*table.verbs.get(lemma, ()), *table.nouns.get(lemma, ())):
                mode = table.contents.get((type_, trigger.type))
                if mode is not None:
                    yield mode
