"""Mentions: phrases of the text that stand for somebody who can speak, with what they say about whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.claims import sources
from sayso.words import vocabulary
from sayso.words.records import Span

if TYPE_CHECKING:
    from sayso.claims.sources import Source
    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Analysis, Range

GENDERS = ("male", "female")
THINGS = frozenset({"document", "media", "organisation"})
"""Kinds of source that "he" and "she" never stand for."""
_LONGEST = 40
"""Words of a mention that are looked at."""


@dataclass(slots=True)
class Mention:
    """Somebody as one phrase of the text names them."""

    head: int
    span: Span
    kind: str | None
    named: bool
    nouns: frozenset[str]
    """Dictionary forms of its nouns: head, titles, names."""
    name: tuple[str, ...]
    """The words of the person's name in it, in lower case; empty where it has none."""
    plural: bool
    gender: str | None
    is_person: bool
    """Whether "he" or "she" may stand for it."""
    first: Mention | None = None
    """An earlier mention of the same speaker, or None where this is the first."""

    @property
    def root(self) -> Mention:
        """The first full mention of this speaker."""
        mention = self
        while mention.first is not None:
            mention = mention.first
        return mention

    def tie(self, earlier: Mention | None) -> None:
        """Make this one a mention of the same speaker as an earlier one."""
        if earlier is not None and earlier.root is not self:
            self.first = earlier.root


@cache
def words(term: str, use: str) -> frozenset[str]:
    """The words of one term of the vocabulary `references`."""
    return frozenset(vocabulary.load("references")[term].words[use])


def of_person(syntax: Syntax, first: int, end: int) -> Mention:
    """The mention of a person whose name stands in this range."""
    heads = syntax.analysis.heads
    head = next((word for word in range(first, end) if not first <= heads[word] < end), end - 1)
    kind = sources.of_name(syntax, first, end) or "person"
    return _mention(syntax, (first, end), head, kind, is_named=True)


def of_source(syntax: Syntax, ranges: tuple[Range, ...], source: Source) -> Mention:
    """The mention that a source is."""
    part = next(((first, end) for first, end in ranges if first <= source.head < end), ranges[0])
    return _mention(syntax, part, source.head, source.kind, is_named=source.named)


def of_noun(syntax: Syntax, noun: int) -> Mention:
    """The mention of a noun with what stands before it."""
    analysis = syntax.analysis
    named = syntax.names[noun]
    if named is not None and syntax.labels[noun] == "person":
        return of_person(syntax, named.first, named.end)
    before = [word for word in syntax.dependents[noun] if word < noun and analysis.upos[word] != "PUNCT"]
    modifiers = [word for word in before if analysis.relations[word] not in ("case", "cc", "mark")]
    part = (min(modifiers, default=noun), noun + 1)
    source = sources.describe(syntax, (part,))
    return _mention(syntax, part, noun, source.kind, is_named=source.named)


def _mention(syntax: Syntax, part: Range, head: int, kind: str | None, *, is_named: bool) -> Mention:
    analysis = syntax.analysis
    first, end = part
    inside = range(first, min(end, first + _LONGEST))
    start, stop = analysis.starts[first], analysis.ends[end - 1]
    several = any(word in inside for word in syntax.children(head, "conj"))
    name = () if several else _name(syntax, head, inside)
    gender = _gender(analysis, inside)
    labelled = syntax.labels[head] == "person"
    body = kind is None or kind in THINGS or (analysis.upos[head] == "PROPN" and kind != "person" and not labelled)
    return Mention(
        head=head,
        span=Span(start, stop, analysis.text[start:stop]),
        kind=kind,
        named=is_named,
        nouns=frozenset(analysis.lemmas[word] for word in inside if analysis.upos[word] in ("NOUN", "PROPN")),
        name=name,
        plural=several or analysis.xpos[head] in ("NNS", "NNPS") or analysis.lemmas[head] in words("plural", "pronoun"),
        gender=gender,
        is_person=bool(name) or gender is not None or not body,
    )


def _name(syntax: Syntax, head: int, inside: range) -> tuple[str, ...]:
    """The name of the person that the head is or has in apposition: "spokesman Omar Hasan"."""
    relations = syntax.analysis.relations
    beside = [word for word in syntax.dependents[head] if relations[word] in ("appos", "flat")]
    for word in (head, *beside):
        named = syntax.names[word]
        if named is not None and syntax.labels[word] == "person" and word in inside:
            return tuple(syntax.lower[part] for part in range(named.first, named.end))
    return ()


def _gender(analysis: Analysis, inside: range) -> str | None:
    """What a pronoun, title or first name says: "male", "female", or None where nothing or both."""
    found: set[str] = set()
    for word in inside:
        form = analysis.form(word).lower()
        found |= {
            gender
            for gender in GENDERS
            if form in words(gender, "pronoun") or form in words(gender, "title") or form in words(gender, "name")
        }
    return found.pop() if len(found) == 1 else None
