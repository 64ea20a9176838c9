"""Offices that the text names apart from who holds them: "the tax chief says …" and then "Ali Hasan says …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.sources import kind_words, kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.mentions import Mention

INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
OPEN = (None, "person")
_FULL = 2
"""Words of a full name, at least."""


def last_candidate(syntax: Syntax, phrase: Mention, spoken: Sequence[Mention]) -> Mention | None:
    """Whom "the Conservative nominee" means where nobody is called so: the named person who alone has spoken near."""
    said = {lemma.lower() for lemma in phrase.said}
    stands = not phrase.plural and syntax.analysis.lemmas[phrase.head] in kind_words.standing()
    if not stands or said.isdisjoint(kind_words.parties()):
        return None
    roots = {id(known.root): known.root for known in spoken}
    last = next(iter(roots.values())) if len(roots) == 1 else None
    if last is None or not last.name or last.kind not in (*OPEN, "politician"):
        return None
    others = {lemma.lower() for lemma in last.said} & kind_words.parties()
    return last if not others or others & said else None


def pass_on(syntax: Syntax, speakers: Sequence[Mention], kinds: dict[int, str | None]) -> None:
    """Gives who is named for the first time, in full and without a word on who it is, the office that spoke before."""
    office: Mention | None = None
    for mention in speakers:
        if _is_office(syntax, mention):
            office = mention
            continue
        follows = office is not None and syntax.sentence[mention.head] - syntax.sentence[office.head] == 1
        if office is not None and follows and _is_bare_name(syntax, mention, kinds):
            kinds[id(mention)] = office.kind


def _is_bare_name(syntax: Syntax, mention: Mention, kinds: dict[int, str | None]) -> bool:
    """Whether it is a full name that begins its sentence, of somebody nothing else is known of."""
    first, _ = syntax.analysis.sentences[syntax.sentence[mention.head]]
    begins = mention.root is mention and syntax.analysis.starts[first] == mention.span.start
    alone = len(mention.name) >= _FULL and " ".join(mention.name) == mention.span.text.lower()
    return begins and alone and mention.kind in OPEN and kinds.get(id(mention)) in OPEN


def _is_office(syntax: Syntax, mention: Mention) -> bool:
    """Whether it is one office that there is one of: "the mayor", "the region's tax chief"; not "a resident"."""
    single = not (mention.named or mention.plural or mention.name) and mention.kind in kinds.TITLED
    plain = syntax.analysis.upos[mention.head] == "NOUN" and mention.root is mention
    certain = mention.definite or syntax.child(mention.head, "nmod:poss") is not None
    return single and plain and certain and mention.span.text.split()[0].lower() not in INDEFINITE
