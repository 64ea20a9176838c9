"""Whom a voice cites: "the Herald reported, citing officials, that …", "the paper quoted a source as saying that …".

Whoever is cited says it, and the one who cites is a voice further out. Only somebody who can speak counts: who cites
"concerns" or "the release of prisoners" gives a reason.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sayso.claims.attributions import speaker, stances
from sayso.claims.grammar import cue_words
from sayso.claims.grammar.listed import is_listed
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import holds, members, runs
from sayso.claims.sources import kinds
from sayso.language.analysis import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax

CERTAINTY = 0.85
"""Confidence in the parts that the tree gives; an estimate."""
SPEAKERS = frozenset({"person", "organisation", "place", "military_unit"})
"""Labels of entities that can be cited."""


class Citation(NamedTuple):
    """A citing verb, whoever is cited, the words "as saying", and before these whoever cites, by the tree."""

    verb: int
    cited: set[int]
    saying: set[int]
    citing: set[int]


def resolve(syntax: Syntax, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, where one cites somebody with the cited voice inside it."""
    found = list(attributions)
    for verb, upos in enumerate(syntax.analysis.upos):
        if upos == "VERB" and is_listed(syntax, verb, "relay", "active"):
            citation = _citation(syntax, verb, found)
            found = found if citation is None else _nested(syntax, citation, found)
    return found


def _citation(syntax: Syntax, verb: int, found: Sequence[Attribution]) -> Citation | None:
    """The verb's citation, if it cites somebody who can speak and stands in no source, where `relays` reads it."""
    if any(holds(known.source, verb) for known in found):
        return None
    saying, passive = _saying(syntax, verb), syntax.is_passive(verb)
    cited = syntax.child(verb, "nsubj:pass") if passive else _called(syntax, syntax.child(verb, "obj"))
    if cited is None or not (can_speak(syntax, cited) or (saying and syntax.analysis.upos[cited] == "PRON")):
        return None
    whole = saying and (passive or syntax.analysis.xpos[verb] != "VBG")
    by = syntax.agent(verb) if whole else None
    if passive and by is None:
        return None
    return Citation(verb, speaker.phrase(syntax, cited), saying, set() if by is None else speaker.phrase(syntax, by))


def _called(syntax: Syntax, cited: int | None) -> int | None:
    """Who is cited by a name: "quoting what it called | local sources"."""
    if cited is None or syntax.analysis.lemmas[cited] != "what":
        return cited
    naming = (verb for verb in syntax.children(cited, "acl:relcl") if is_listed(syntax, verb, "naming", "verb"))
    return next((noun for verb in naming for noun in syntax.children(verb, "xcomp", "obj")), None)


def can_speak(syntax: Syntax, noun: int) -> bool:
    """Whether the noun names somebody, or a text, that can be cited."""
    analysis = syntax.analysis
    lemma = analysis.lemmas[noun]
    if kinds.is_text(lemma):
        return not any(syntax.marker(child) == "of" for child in syntax.children(noun, "nmod"))
    return kinds.is_listed(lemma) or syntax.labels[noun] in SPEAKERS


def _saying(syntax: Syntax, verb: int) -> set[int]:
    """ "as saying" behind the verb."""
    for child in syntax.children(verb, "advcl", "xcomp", "ccomp", "obl"):
        if syntax.marker(child) == "as" and syntax.analysis.lemmas[child] in predicate_words("speech", "verb"):
            return {child, *syntax.children(child, "mark", "case")}
    return set()


def _nested(syntax: Syntax, citation: Citation, found: list[Attribution]) -> list[Attribution]:
    """The attributions with the cited voice inside that of whoever cites."""
    verbs = citation.saying | {citation.verb}
    own = [known for known in found if any(holds(known.cue, verb) for verb in verbs)]
    told = None if citation.citing else _told(syntax, citation, found, own)
    outer = told or _quoting(citation, own)
    if outer is None or not outer.source:
        return found
    if told is not None and members(told.source) <= citation.cited:
        outer = replace(told, source=runs(speaker.find(syntax, members(told.cue))) or told.source)
    cue = {citation.verb} if told else set()
    taken = citation.cited | verbs
    said = {word for known in (outer, *own) for word in members(known.content)} - taken
    if not said - members(outer.source):
        said = {word for verb in citation.saying for word in syntax.subtree(verb)} - taken
    if all(syntax.analysis.upos[word] == "PUNCT" for word in said):
        return found
    inner = Attribution(runs(cue | citation.saying), runs(citation.cited), runs(said), *[CERTAINTY] * 3)
    around = Attribution(
        outer.cue,
        outer.source,
        runs((said | taken) - members(outer.cue)),
        outer.cue_confidence,
        outer.source_confidence,
        CERTAINTY,
    )
    return [*(known for known in found if known not in (outer, told) and known not in own), inner, around]


def _quoting(citation: Citation, own: Sequence[Attribution]) -> Attribution | None:
    """Whoever quotes somebody as saying it: by the tree, where the model has another."""
    if not citation.saying:
        return None
    known = next((known for known in own if holds(known.cue, citation.verb)), None)
    if not citation.citing:
        return known or next(iter(own), None)
    cue = runs({citation.verb} if known is None else members(known.cue) - citation.saying - citation.citing)
    if known is not None and members(known.source) & citation.citing:
        return replace(known, cue=cue)
    return Attribution(cue, runs(citation.citing), (), *[CERTAINTY] * 3)


def _told(
    syntax: Syntax, citation: Citation, found: Sequence[Attribution], own: Sequence[Attribution]
) -> Attribution | None:
    """What whoever cites says in the same sentence: "reported", "according to"."""
    sentence = syntax.sentence
    sources_of_own = {part for known in own for part in known.source}
    for known in found:
        if known in own or not known.cue or sentence[known.cue[0][0]] != sentence[citation.verb]:
            continue
        head = cue_words.head_word(syntax.analysis, known.cue)
        says = syntax.analysis.lemmas[head] == "accord" or stances.stance(syntax, known) == stances.DEFAULT
        above = set(syntax.ancestors(citation.verb))
        if says and (sources_of_own & set(known.source) or head in above or members(known.source) & above):
            return known
    return None
