"""What kind of source speaks, and whether it is named.

The kind comes from the vocabulary `source_kinds`: the head noun decides, then titles and names in the phrase, then the
label of an entity in it. A learned tag can take the place of `kind` without a change elsewhere.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sayso.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Analysis, Range

BY_LABEL = {"person": "person", "organisation": "organisation", "place": "official", "military_unit": "military"}
"""Kind of source by entity label where no word says more: a country that speaks is its government."""
SPEAKING = frozenset({*BY_LABEL, "document"})
MODIFIERS = frozenset({"compound", "amod", "appos", "flat", "nmod:desc", "nmod", "nmod:poss"})


class Source(NamedTuple):
    """What a source's words say about it."""

    kind: str | None
    named: bool
    head: int


def describe(syntax: Syntax, ranges: tuple[Range, ...]) -> Source:
    """The kind, namedness and head word of the source that stands in these ranges (at least one word)."""
    head = head_word(syntax.analysis, ranges)
    return Source(_kind(syntax, ranges, head), _is_named(syntax, ranges, head), head)


def is_listed(lemma: str) -> bool:
    """Whether the noun names a kind of source: "monitor", "ministry"."""
    return lemma in _nouns()


def head_word(analysis: Analysis, ranges: tuple[Range, ...]) -> int:
    """The word that the source's other words depend on; the first such word where there are several."""
    words = list(_words(ranges))
    inside = set(words)
    tops = [word for word in words if analysis.heads[word] not in inside]
    nominal = [word for word in tops if analysis.upos[word] in ("NOUN", "PROPN", "PRON")]
    return (nominal or tops or words)[0]


@cache
def _nouns() -> dict[str, str]:
    return _table("noun")


@cache
def _names() -> dict[str, str]:
    return _table("name")


@cache
def _roles() -> frozenset[str]:
    return frozenset(vocabulary.load("source_kinds")["official"].words["role"])


def _table(use: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, term in vocabulary.load("source_kinds").items():
        for word in term.words[use]:
            found.setdefault(word, key)
    return found


def _words(ranges: tuple[Range, ...]) -> Iterator[int]:
    return (word for first, end in ranges for word in range(first, end))


def _kind(syntax: Syntax, ranges: tuple[Range, ...], head: int) -> str | None:
    analysis = syntax.analysis
    if analysis.upos[head] == "PRON":
        return None
    inside = set(_words(ranges))
    near = [word for word in syntax.dependents[head] if word in inside and analysis.relations[word] in MODIFIERS]
    near.sort(key=lambda word: abs(word - head))
    order = [*near, head] if analysis.lemmas[head] in _roles() else [head, *near]
    by_words = next((kind for word in order if (kind := _by_phrase(analysis, word, inside))), None)
    labels = (syntax.labels[word] for word in sorted(inside))
    return by_words or next((BY_LABEL[label] for label in labels if label in BY_LABEL), None)


def _by_phrase(analysis: Analysis, word: int, inside: set[int]) -> str | None:
    """The kind of the longest listed name or noun that ends at the word: "foreign ministry", then "ministry"."""
    forms = ""
    lemmas = ""
    found: str | None = None
    for start in range(word, max(word - 4, -1), -1):
        if start not in inside:
            break
        forms = f"{analysis.form(start).lower()} {forms}".rstrip()
        lemmas = f"{analysis.lemmas[start]} {lemmas}".rstrip()
        found = _names().get(forms) or _nouns().get(lemmas) or _nouns().get(forms) or found
    return found


def _is_named(syntax: Syntax, ranges: tuple[Range, ...], head: int) -> bool:
    """Whether the source itself is named: its head is (part of) a name, or a name stands beside it in apposition.

    "The foreign ministry" and "a Turkish official" are not; "the Syrian Observatory" and "spokesman Ali Hasan" are.
    """
    if syntax.labels[head] in SPEAKING or syntax.analysis.upos[head] == "PROPN":
        return True
    inside = set(_words(ranges))
    beside = [word for word in syntax.children(head, "appos", "flat") if word in inside]
    return any(syntax.labels[word] in ("person", "organisation") for word in beside)
