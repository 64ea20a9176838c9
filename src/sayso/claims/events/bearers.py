"""Who bears a name: whom a name after a noun names ("the boxer Ann Lee"), and which bare name is somebody's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.grammar import phrases
from sayso.words import vocabulary
from sayso.words.records import Mention

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Named

HIT = ("target", "victim", "object")
"""Of what deed somebody is one of these, they undergo it."""
INSIDE = ("in", "near", "at", "outside")
"""What introduces a place: a name that stands after one of these anywhere is no surname."""
_DEEPEST = 3
"""Arcs followed from the word before a name to the noun that it names ("head of state Ann Lee")."""


def described(syntax: Syntax, word: int) -> int:
    """The noun that a person's name follows without a comma, or the word itself: "boxer" for "boxer Ann Lee"."""
    name = syntax.names[word]
    if name is None or name.label != "person" or name.first == 0:
        return word
    noun, heads = name.first - 1, syntax.analysis.heads
    for _ in range(_DEEPEST):
        if noun < 0 or _named_by(syntax, noun) == word:
            break
        noun = heads[noun]
    return word if noun < 0 or _named_by(syntax, noun) != word else noun


def mention(syntax: Syntax, head: int) -> Mention:
    """The phrase as a mention, with the name of whom its noun describes."""
    plain, name = phrases.mention(syntax, head), _named_by(syntax, head)
    if name is None:
        return plain
    end = syntax.analysis.ends[phrases.bounds(syntax, name)[1] - 1]
    return Mention(plain.start, end, syntax.analysis.text[plain.start : end]) if end > plain.end else plain


def _named_by(syntax: Syntax, noun: int) -> int | None:
    """The one person's name that stands right after the noun's phrase, whatever arc joins them."""
    analysis, end = syntax.analysis, phrases.bounds(syntax, noun)[1]
    if analysis.upos[noun] != "NOUN" or analysis.xpos[noun] == "NNS" or end >= len(syntax.labels):
        return None
    name = syntax.names[end]
    if name is None or name.label != "person" or name.first != end:
        return None
    top = next((word for word in range(end, name.end) if not end <= analysis.heads[word] < name.end), end)
    twin = analysis.heads[top] == analysis.heads[noun] and analysis.relations[top] == analysis.relations[noun]
    joined = twin or (analysis.heads[top] == noun and analysis.relations[top] == "appos")
    alone = syntax.child(top, "conj", "case") is None
    return top if joined and alone else None


def hit_by(syntax: Syntax, noun: int) -> list[int]:
    """Who or what is said to be hit by what the noun tells: "the camp was the target of an airstrike"."""
    target = syntax.analysis.heads[noun]
    if target < 0 or syntax.analysis.lemmas[target] not in HIT or syntax.marker(noun) != "of":
        return []
    verb = syntax.analysis.heads[target] if syntax.analysis.relations[target] in ("xcomp", "obj") else target
    subject = syntax.child(verb, "nsubj")
    return [] if subject is None else syntax.conjuncts(subject)


def is_victim(syntax: Syntax, noun: int, child: int) -> bool:
    """Whether a bare name before a deed is whose it is suffered: "the Lee murder", where the text tells of Ann Lee."""
    analysis, name = syntax.analysis, syntax.names[child]
    if analysis.lemmas[noun] not in suffered() and syntax.lower[noun] not in suffered():
        return False
    if name is None or name.label not in ("person", "place"):
        return False
    return name.label == "person" or is_surname(syntax, name)


@cache
def suffered() -> frozenset[str]:
    """Nouns before which a person's name is whom they harm."""
    return frozenset(vocabulary.load("event_types")["ASSAULT"].words["suffered"])


def is_surname(syntax: Syntax, name: Named) -> bool:
    """Whether a bare name that the model takes for a place is the last of a person's names in the same text: "Lee"."""
    if name.end - name.first > 1 or syntax.analysis.upos[name.first] != "PROPN":
        return False
    form, forms, known_places = syntax.forms[name.first], syntax.forms, ("place", "facility")
    for known in syntax.analysis.entities:
        if known.label in known_places and forms[known.first] == form and syntax.marker(known.first) in INSIDE:
            return False
    full = (known for known in syntax.analysis.entities if known.label == "person" and known.end - known.first > 1)
    return any(forms[known.end - 1] == form for known in full)
