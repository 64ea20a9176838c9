"""Whom "it" stands for as a source: the body or text that spoke, or that the clause or sentence before is about.

Looked for in the sentence of the pronoun (or where what it says begins), in the one before, and with whoever spoke
last in the paragraph; the first of these with somebody that fits decides. Of several that fit in one sentence the one
is meant that spoke as the subject of the main clause, else the one of the model's chain, then of the main clause.
People, several at once, and nouns that name no kind of source never fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar import cue_words
from sayso.claims.grammar.ranges import holds
from sayso.claims.grammar.tags import SUBJECTS
from sayso.claims.sources import mentions
from sayso.claims.sources.mentions import words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.mentions import Mention
    from sayso.language.analysis import Attribution, Range

NOUNS = ("NOUN", "PROPN")
ARMED = "armed_group"


def is_it(syntax: Syntax, word: int) -> bool:
    """Whether the word is "it" or another pronoun for a thing."""
    return syntax.lower[word] in words("thing", "pronoun")


def is_its(syntax: Syntax, word: int) -> bool:
    """Whether the word is "its"."""
    return syntax.lower[word] == "its"


def is_called(syntax: Syntax, body: Mention, phrase: Mention) -> bool:
    """Whether a phrase such as "the union", "the site" may stand for a body: one that is named, of the same kind."""
    lemma = syntax.analysis.lemmas[phrase.head]
    general = lemma in words("body", "noun") and len(phrase.said) == 1 and not phrase.plural
    is_name = (body.named or syntax.analysis.upos[body.head] == "PROPN") and not (body.name or body.plural)
    same = body.kind in (phrase.kind, None) or (body.kind == ARMED and lemma in words("body", "armed"))
    return general and is_name and same and not _is_apart(syntax, body, lemma)


def _is_apart(syntax: Syntax, body: Mention, noun: str) -> bool:
    """Whether states make up the body, which nobody calls so: "the group" is no Security Council."""
    if noun in words("body", "called"):
        return False
    name = syntax.lower[max(body.head - 1, 0) : body.head + 1]
    return not words("body", "states").isdisjoint((name[-1], " ".join(name)))


def only_named(syntax: Syntax, phrase: Mention) -> Mention | None:
    """The body that "the company" or "the charity" stands for: the only one that the text has named so far."""
    if syntax.analysis.lemmas[phrase.head] not in words("body", "noun") or len(phrase.said) > 1 or phrase.plural:
        return None
    met: dict[str, Mention] = {}
    for named in syntax.analysis.entities:
        if named.end <= phrase.head and syntax.labels[named.first] == "organisation":
            inside = range(named.first, named.end)
            head = next((word for word in inside if syntax.analysis.heads[word] not in inside), named.first)
            met.setdefault(" ".join(syntax.lower[named.first : named.end]), mentions.of_noun(syntax, head))
    only = next(iter(met.values())) if len(met) == 1 else None
    if only is None or only.kind not in (phrase.kind, None):
        return None
    return None if _is_apart(syntax, only, syntax.analysis.lemmas[phrase.head]) else only


def is_nobody(syntax: Syntax, known: Attribution) -> bool:
    """Whether the source is the "it" that only fills a place: "it is said that the mayor fled"."""
    (first, end), *others = known.source
    if others or end - first > 1 or not is_it(syntax, first):
        return False
    verb = syntax.analysis.heads[first]
    impersonal = bool(known.cue) and cue_words.head_word(syntax.analysis, known.cue) == verb and syntax.is_passive(verb)
    return syntax.analysis.relations[first] == "expl" or impersonal


def find(
    syntax: Syntax,
    place: tuple[int, int],
    own: Sequence[Range],
    spoken: Sequence[Mention],
    chain: Collection[int],
    quoted: Collection[int],
) -> Mention | None:
    """Whom the "it" of a source means.

    `place`: the pronoun and the word where what is said begins; `own`: what it says; `spoken`: who spoke before it;
    `chain`: the words of the pronoun's chain; `quoted`: the words of quotations.
    """
    pronoun, beginning = place
    here = syntax.sentence[beginning]
    inside = pronoun in quoted
    speaking = {known.head: known for known in spoken if _fits(known) and (known.head in quoted) == inside}
    for sentence in (here, here - 1):
        first, end = syntax.analysis.sentences[sentence] if sentence >= 0 else (0, 0)
        before = [word for word in range(first, min(end, beginning)) if (word in quoted) == inside]
        near = {word: known for word in before if (known := _at(syntax, word, speaking, own)) is not None}
        if near:
            return _chosen(syntax, near, speaking, chain)
    last = spoken[-1] if spoken and spoken[-1].head in speaking else None
    return last if last is not None and syntax.paragraph[last.head] == syntax.paragraph[beginning] else None


def _at(syntax: Syntax, word: int, speaking: Mapping[int, Mention], own: Sequence[Range]) -> Mention | None:
    """Whoever of them spoke there, or the subject there, if it fits and isn't in what is said."""
    if word in speaking:
        return speaking[word]
    analysis = syntax.analysis
    if analysis.relations[word] not in SUBJECTS or analysis.upos[word] not in NOUNS or holds(own, word):
        return None
    subject = mentions.of_noun(syntax, word)
    return subject if _fits(subject) else None


def _chosen(
    syntax: Syntax, near: Mapping[int, Mention], speaking: Collection[int], chain: Collection[int]
) -> Mention | None:
    """The only one, or the main clause's subject if that spoke, or that of the chain, or the main clause's subject."""
    analysis = syntax.analysis
    main = {word for word in near if analysis.relations[analysis.heads[word]] == "root"}
    spoke = near.keys() & speaking
    for among in (near.keys(), main & spoke, near.keys() & set(chain), main, spoke):
        roots = {id(near[word].root): near[word] for word in among}
        if len(roots) == 1:
            return next(iter(roots.values()))
    return None


def _fits(known: Mention) -> bool:
    """Whether it is one body or text: "the ministry", "a report"."""
    single = not (known.plural or known.is_person or known.root.is_person)
    return single and (known.kind or known.root.kind) not in (None, "person")
