"""Mentions: the phrases of an article that stand for somebody or something, each by its head and its words.

Which words head a mention the model says. The tree adds two sorts that leave little doubt: a name that has a part of
its own in a clause, and a phrase that says word for word what a mention says elsewhere ("Aleppo residents" after "in
Aleppo").

The words of a mention are those below its head in the tree, as GUM marks them (Zeldes 2017): with modifiers, relative
clauses and a possessive's mark; without prepositions, appositions, further conjuncts and, where the head is a
predicate, its subject and its auxiliaries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.language.analysis import Analysis, Named, Range

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod:poss"})
"""Relations by which a name is a mention, whatever the model says."""

_OUTSIDE = frozenset(
    {
        *("case", "cc", "cc:preconj", "conj", "punct", "mark", "cop", "aux", "aux:pass", "expl", "orphan", "dep"),
        *("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "ccomp", "advcl", "parataxis", "discourse", "vocative"),
        *("appos", "list", "dislocated", "reparandum"),
    }
)
"""Relations of a head's dependents that are no part of its mention."""
_OUTSIDE_BEFORE = _OUTSIDE | {"advmod", "obl", "nmod"}
"""Likewise of those before it: "even Canada", "in Canada peacekeepers"."""
_INSIDE_NAMES = frozenset({"flat", "fixed", "nmod:desc"})
_MEASURES = frozenset({"time", "quantity", "money"})


class Mention(NamedTuple):
    """One phrase, from the word `first` to the one before `end`."""

    head: int
    first: int
    end: int
    words: tuple[str, ...]
    """Its words in lower case, without "the" before and a possessive's mark after them."""


def find(analysis: Analysis, forms: Sequence[str], labelled: Sequence[Named | None]) -> list[Mention]:
    """The mentions in the order of their heads; no two have one head. Of each word `forms` is what stands there, in
    lower case, and `labelled` the entity that holds it.
    """
    return _Finder(analysis, forms, labelled).find()


class _Finder:
    def __init__(self, analysis: Analysis, forms: Sequence[str], labelled: Sequence[Named | None]) -> None:
        self.analysis = analysis
        self.forms = forms
        self.labelled = labelled
        self.below: list[list[int]] = [[] for _ in analysis.heads]
        for word, head in enumerate(analysis.heads):
            if head >= 0:
                self.below[head].append(word)

    def find(self) -> list[Mention]:
        analysis = self.analysis
        told = analysis.meaning.antecedents if analysis.meaning is not None else ()
        found = [self.mention(word) for word, antecedent in enumerate(told) if antecedent >= 0]
        heads = {mention.head for mention in found}
        known = {mention.words for mention in found if analysis.upos[mention.head] in ("NOUN", "PROPN")}
        for word, upos in enumerate(analysis.upos):
            if upos in ("PROPN", "NOUN") and word not in heads and self._may_be(word):
                mention = self.mention(word)
                if mention.words in known or (upos == "PROPN" and analysis.relations[word] in ARGUMENTS):
                    found.append(mention)
        return sorted(found, key=lambda mention: mention.head)

    def mention(self, head: int) -> Mention:
        """The mention of a head."""
        upos, forms = self.analysis.upos, self.forms
        first, last = self._bounds(head)
        while last > head and upos[last] == "PUNCT" and forms[last] not in POSSESSIVE:
            last -= 1
        while first < head and upos[first] == "PUNCT":
            first += 1
        start = first + 1 if forms[first] == "the" and first < last else first
        stop = last if forms[last] in POSSESSIVE and start < last else last + 1
        return Mention(head, first, last + 1, tuple(forms[start:stop]))

    def _bounds(self, head: int) -> Range:
        """The first and the last word of those that belong to a head."""
        if not self.below[head]:
            return head, head
        inside = [head]
        waiting = [word for word in self.below[head] if self._belongs(word, head)]
        while waiting:
            word = waiting.pop()
            inside.append(word)
            waiting += self.below[word]
        return min(inside), max(inside)

    def _belongs(self, word: int, head: int) -> bool:
        relation = self.analysis.relations[word]
        if relation == "case":
            return word > head and self.forms[word] in POSSESSIVE
        return relation not in (_OUTSIDE_BEFORE if word < head else _OUTSIDE)

    def _may_be(self, word: int) -> bool:
        """Whether the word may head a mention that the model missed: no part of a name, a date or an amount."""
        head, named = self.analysis.heads[word], self.labelled[word]
        if self.analysis.relations[word] in _INSIDE_NAMES:
            return False
        return named is None or (named.label not in _MEASURES and (head < 0 or self.labelled[head] is not named))
