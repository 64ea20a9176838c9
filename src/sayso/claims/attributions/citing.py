"""Whom a voice cites: "the Herald reported, citing officials, that …", "the paper quoted a source as saying that …".

Whoever is cited says it, and the one who cites is a voice further out. Only somebody who can speak counts: who cites
"concerns" or "the release of prisoners" gives a reason.
"""

from __future__ import annotations

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
    """A citing verb, whoever is cited, and the words "as saying"."""

    verb: int
    cited: set[int]
    saying: set[int]


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
    cited = syntax.child(verb, "obj")
    if cited is None or not can_speak(syntax, cited):
        return None
    if any(holds(known.source, verb) for known in found):
        return None
    return Citation(verb, speaker.phrase(syntax, cited), _saying(syntax, verb))


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
    told = _told(syntax, citation, found, own)
    outer = told or (own[0] if own and citation.saying else None)
    if outer is None or not outer.source:
        return found
    cue = {citation.verb} if told else set()
    taken = citation.cited | verbs
    said = {word for known in (outer, *own) for word in members(known.content)} - taken
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
    return [*(known for known in found if known is not outer and known not in own), inner, around]


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
