"""Who passes another's words on: "officials quoted by Tasnim", "a Reuters report citing two officials".

Each gives two voices: the one who said it and, further out, the one who carries it. A relay becomes an attribution
of its own whose content holds the inner one whole, so that chains come out of nesting alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sayso.claims.attributions import citing
from sayso.claims.grammar import cue_words
from sayso.claims.grammar.listed import is_listed
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import holds, members, runs
from sayso.claims.sources import kinds
from sayso.language.analysis import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Range


class Relay(NamedTuple):
    """A relaying verb and who stands on which side of it."""

    verb: int
    inner: tuple[Range, ...]
    outer: tuple[Range, ...]


def expand(syntax: Syntax, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions with each relay in a source or beside a cue split into two."""
    cited = citing.resolve(syntax, list(attributions))
    return [part for known in cited for part in _expanded(syntax, known)]


def _expanded(syntax: Syntax, known: Attribution) -> list[Attribution]:
    if not known.source or not known.cue or not known.content:
        return [known]
    relay = _in_source(syntax, known)
    if relay is not None:
        return _split(known, relay)
    quoting = _quoting(syntax, known)
    if quoting is not None:
        inner = replace(known, source=quoting.inner)
        return [inner, _around(inner, quoting.inner, quoting.outer, _one(quoting.verb))]
    author = _author(syntax, known)
    if author is not None:
        read = _one(cue_words.head_word(syntax.analysis, known.cue))
        inner = replace(known, cue=_one(author.verb), source=author.inner)
        return [inner, _around(inner, author.inner, author.outer, read)]
    outer = _beside_cue(syntax, known)
    return [known] if outer is None else [known, _around(known, known.source, outer.outer, _one(outer.verb))]


def _in_source(syntax: Syntax, known: Attribution) -> Relay | None:
    """ "a report citing two officials", "officials quoted by Tasnim": what the source does or undergoes."""
    analysis = syntax.analysis
    inside = members(known.source)
    head = kinds.head_word(analysis, known.source)
    for verb in syntax.dependents[head]:
        if analysis.relations[verb] not in ("acl", "acl:relcl"):
            continue
        rest = _ranges(inside - set(syntax.subtree(verb)), analysis.upos)
        if analysis.xpos[verb] != "VBN" and analysis.lemmas[verb] in predicate_words("relay", "active"):
            cited = syntax.child(verb, "obj")
            if cited is not None and rest and citing.can_speak(syntax, cited):
                return Relay(verb, _phrase(syntax, cited), rest)
        agent = _carrier(syntax, verb)
        if agent is not None and rest:
            return Relay(verb, rest, _phrase(syntax, agent))
    return None


def _quoting(syntax: Syntax, known: Attribution) -> Relay | None:
    """ "State television said, quoting an officer, that": the cue cites, and the verb above it carries."""
    analysis = syntax.analysis
    head = cue_words.head_word(analysis, known.cue)
    carrying, cited = analysis.heads[head], syntax.child(head, "obj", "obl:unmarked", "obl")
    if analysis.relations[head] != "advcl" or analysis.lemmas[head] not in predicate_words("relay", "active"):
        return None
    if cited is None or holds((*known.source, *known.content), cited) or not citing.can_speak(syntax, cited):
        return None
    if analysis.lemmas[carrying] not in predicate_words("speech", "verb") or holds(known.cue, carrying):
        return None
    return Relay(carrying, _phrase(syntax, cited), known.source)


def _beside_cue(syntax: Syntax, known: Attribution) -> Relay | None:
    """ "said in a statement carried by SANA", "was quoted by SANA as saying", "SANA quoted him as saying"."""
    analysis = syntax.analysis
    cue = members(known.cue)
    head = cue_words.head_word(analysis, known.cue)
    own = kinds.head_word(analysis, known.source)
    above = analysis.heads[head]
    near = [child for child in syntax.dependents[head] if not holds((*known.content, *known.source), child)]
    verbs = [head, *cue, *near, *(below for child in near for below in _phrase_words(syntax, child))]
    for verb in ([above] if above >= 0 else []) + verbs:
        if holds((*known.content, *known.source), verb):
            continue
        agent = _carrier(syntax, verb)
        if agent is None and analysis.lemmas[verb] in predicate_words("relay", "active"):
            quoted, subject = syntax.child(verb, "obj"), syntax.child(verb, "nsubj")
            agent = subject if quoted == own else None
        if agent is not None and not holds((*known.source, *known.content), agent):
            return Relay(verb, known.source, _phrase(syntax, agent))
    return None


def _author(syntax: Syntax, known: Attribution) -> Relay | None:
    """ "Read from a letter signed by Hasan": whoever wrote what is read."""
    analysis = syntax.analysis
    head = cue_words.head_word(analysis, known.cue)
    if not is_listed(syntax, head, "relay", "reading"):
        return None
    for text in syntax.children(head, "obj", "obl"):
        for verb in syntax.children(text, "acl"):
            signed = analysis.xpos[verb] == "VBN" and analysis.lemmas[verb] in predicate_words("relay", "writing")
            agent = syntax.agent(verb) if signed else None
            if agent is not None and not holds(known.content, agent):
                return Relay(verb, _phrase(syntax, agent), known.source)
    return None


def _phrase_words(syntax: Syntax, child: int) -> list[int]:
    """The words below a phrase beside a cue: "in a letter to the council obtained by the Herald"."""
    if syntax.analysis.relations[child] in ("obl", "obj", "nmod"):
        return [word for word in syntax.subtree(child) if word != child]
    return syntax.dependents[child]


def _carrier(syntax: Syntax, verb: int) -> int | None:
    """The "by" phrase of a relaying participle."""
    analysis = syntax.analysis
    if analysis.xpos[verb] not in ("VBN", "VBD") or not is_listed(syntax, verb, "relay", "passive"):
        return None
    by = (child for child in syntax.children(verb, "obl:agent", "obl") if syntax.marker(child) == "by")
    return next(by, None)


def _split(known: Attribution, relay: Relay) -> list[Attribution]:
    """The inner voice with the relaying verb where it cites, the outer one with it where it is quoted."""
    cites = relay.inner[0] > relay.outer[0] if relay.inner and relay.outer else False
    verb = _one(relay.verb)
    inner_cue, outer_cue = (verb, known.cue) if cites else (known.cue, verb)
    inner = Attribution(
        inner_cue, relay.inner, known.content, known.cue_confidence, known.source_confidence, known.content_confidence
    )
    return [inner, _around(inner, known.source, relay.outer, outer_cue)]


def _around(
    inner: Attribution, whole: tuple[Range, ...], source: tuple[Range, ...], cue: tuple[Range, ...]
) -> Attribution:
    """The attribution of the one who carries: its content is all that the inner one says, with source and cue."""
    held = tuple(sorted({*inner.content, *inner.cue, *whole}))
    return Attribution(cue, source, held, inner.cue_confidence, inner.source_confidence, inner.content_confidence)


def _phrase(syntax: Syntax, noun: int) -> tuple[Range, ...]:
    """The noun's phrase without its preposition."""
    analysis = syntax.analysis
    words = {
        word
        for word in syntax.subtree(noun)
        if not (analysis.heads[word] == noun and analysis.relations[word] == "case")
    }
    return _ranges(words, analysis.upos)


def _ranges(words: set[int], upos: list[str]) -> tuple[Range, ...]:
    """Runs of neighbouring words, without those that are only punctuation."""
    trimmed = (_trim(run, upos) for run in runs(words))
    return tuple(run for run in trimmed if run[0] < run[1])


def _trim(run: Range, upos: list[str]) -> Range:
    first, end = run
    while first < end and upos[first] == "PUNCT":
        first += 1
    while end > first and upos[end - 1] == "PUNCT":
        end -= 1
    return first, end


def _one(word: int) -> tuple[Range, ...]:
    return ((word, word + 1),)
