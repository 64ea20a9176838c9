"""Speakers without a name: "the woman" for a resident, "the other" of two rebels, a commander "known as Rezan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar import marks
from sayso.claims.sources.mentions import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.mentions import Mention
    from sayso.language.analysis import Named, Range

_OWN = frozenset({"his", "her", "their", "the"})
"""What stands before "name" where the bearer's follows: "by her first name, Nina"."""
NEW = frozenset({"a", "an"})
NOBODY = frozenset({"no", "any", "each", "every"})
"""What stands before "one" where none is picked: "no one"."""
_REACH = 3
"""Words between "identified" and the "as" before the name."""


def is_one(known: Mention) -> bool:
    """Whether it is one person of whom no name is known."""
    root = known.root
    return root.is_person and not (known.named or known.plural or root.named or root.name)


def is_bare(syntax: Syntax, phrase: Mention) -> bool:
    """Whether a phrase says no more than that it is a person: "the woman"."""
    return len(phrase.said) == 1 and syntax.analysis.lemmas[phrase.head] in words("anonymous", "noun")


def picks(syntax: Syntax, head: int) -> bool:
    """Whether it picks one out of several, or adds one: "one of them", "the other", "a third"; not "one resident"."""
    nobody = syntax.analysis.upos[head] == "PROPN" or syntax.has(head, "det", NOBODY)
    return syntax.lower[head] in words("picked", "word") and not nobody


def adds(syntax: Syntax, head: int) -> bool:
    """Whether whoever it picks is a new one: "another", "a third"."""
    return syntax.lower[head] == "another" or syntax.has(head, "det", NEW)


def several(syntax: Syntax, spoken: Sequence[Mention]) -> Mention | None:
    """Those among whom one is picked: the last several that spoke, if they were counted: "two rebels"."""
    last = next((known for known in reversed(spoken) if known.plural), None)
    return last if last is not None and syntax.child(last.head, "nummod") is not None else None


def called(syntax: Syntax, part: Range) -> Named | None:
    """The name within these words by which somebody without one is called: "a surgeon identified as “Karim”"."""
    found = (syntax.names[word] for word in range(*part) if syntax.labels[word] == "person")
    return next((named for named in found if named is not None and is_alias(syntax, named.first)), None)


def is_alias(syntax: Syntax, name: int) -> bool:
    """Whether the words before a name say that somebody is called so: "his nom de guerre, Rezan", "known as Rezan"."""
    lemmas = syntax.analysis.lemmas
    word = name - 1
    while word > 0 and (syntax.forms[word] in marks.OPENING or syntax.lower[word] in (",", ":", "of", "is", "was")):
        word -= 1
    if word < _REACH or syntax.sentence[word] != syntax.sentence[name]:
        return False
    before = range(word - _REACH, word)
    if lemmas[word] in words("alias", "noun"):
        return any(syntax.lower[other] in _OWN for other in before)
    telling = words("alias", "noun") | words("alias", "verb")
    return syntax.lower[word] == "as" and any(lemmas[other] in telling for other in before)
