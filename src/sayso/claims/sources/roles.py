"""Who is meant by "the senator", "the former president", "the appeals court": whom the article calls so.

A phrase fits a speaker met before if its noun is one that the speaker was called by (a title, an apposition, the head
of a phrase) and its other words were said of the speaker too. Where no speaker fits, it may take up a noun phrase that
introduced somebody without a voice: "A man was arrested … The man said".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.claims.sources import kinds, mentions
from sayso.claims.sources.mentions import Mention, words

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

Said = frozenset[str]
_NEAR = 2
"""Paragraphs within which the only phrase with the noun is meant, though others stand farther back."""


@dataclass(slots=True)
class _Known:
    """One speaker with what all its mentions say."""

    root: Mention
    called: list[Mention] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    def may_be(self, noun: str, phrase: Mention) -> bool:
        """Whether one mention gives the title, and all mentions together what else the phrase says."""
        asked = phrase.said - {noun}
        titled = (one for one in self.called if any(_is_called(role, noun) for role in one.roles))
        return asked <= self.said and any(_is_same_office(asked, one.said) for one in titled)


class Roles:
    """The speakers of one article as far as it has been read, and its noun phrases."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._known: dict[int, _Known] = {}
        self._introductions: dict[int, Mention] = {}

    @cached_property
    def _nouns(self) -> dict[str, list[int]]:
        """The article's nouns by their dictionary form."""
        found: dict[str, list[int]] = {}
        for word, upos in enumerate(self._syntax.analysis.upos):
            if upos in ("NOUN", "PROPN"):
                found.setdefault(self._syntax.analysis.lemmas[word], []).append(word)
        return found

    def remember(self, mention: Mention) -> None:
        """Keep what a mention says of its speaker."""
        known = self._known.setdefault(id(mention.root), _Known(mention.root))
        known.said |= mention.said
        if mention.roles:
            known.called.append(mention)

    def holders(self, phrase: Mention) -> list[Mention]:
        """The speakers that the phrase may mean, in the order in which they were met."""
        noun = self._syntax.analysis.lemmas[phrase.head]
        alike = (known for known in self._known.values() if known.root.plural == phrase.plural)
        return [known.root for known in alike if known.may_be(noun, phrase)]

    def is_contested(self, phrase: Mention, holder: Mention) -> bool:
        """Whether other bodies or groups were called by its noun alone since its only holder: "the fighters", after
        "Kurdish fighters said" and "the fate of IS fighters".
        """
        noun = self._syntax.analysis.lemmas[phrase.head]
        known, one_person = self._known.get(id(holder)), phrase.is_person and not phrase.plural
        if known is None or not known.called or one_person or phrase.kind is None or len(phrase.said) > 1:
            return False
        last = max(one.head for one in known.called)
        since = (self._introduction(word) for word in self._nouns.get(noun, ()) if last < word < phrase.head)
        return any(other and other.plural == phrase.plural and not other.said <= known.said for other in since)

    def introduced(self, phrase: Mention) -> Mention | None:
        """The noun phrase that the phrase takes up: the only one with its noun, or the only one near it.

        "The group" takes up none from far away: others have been on since.
        """
        noun = self._syntax.analysis.lemmas[phrase.head]
        by_words: dict[Said, Mention] = {}
        near: set[Said] = set()
        for word in self._nouns.get(noun, ()):
            if word >= phrase.head:
                break
            earlier = self._introduction(word)
            if earlier is None or earlier.plural != phrase.plural or not phrase.said <= earlier.said:
                continue
            if not _is_same_office(phrase.said, earlier.said):
                continue
            by_words.setdefault(earlier.said, earlier)
            if self._syntax.paragraph[word] >= self._syntax.paragraph[phrase.head] - _NEAR:
                near.add(earlier.said)
        general = noun in words("body", "noun") - words("body", "called") and len(phrase.said) == 1
        chosen = by_words.keys() if len(by_words) == 1 and not general else near
        return by_words[next(iter(chosen))] if len(chosen) == 1 else None

    def _introduction(self, noun: int) -> Mention | None:
        """The phrase of a noun that says which one: "a man", "the miners' union", "residents"; not "the man".

        A part of a longer name is no phrase of its own: "UN" of "UN Office".
        """
        named = self._syntax.names[noun]
        if (
            named is not None
            and self._named(noun) == noun
            and named.first <= self._syntax.analysis.heads[noun] < named.end
        ):
            return None
        if noun not in self._introductions:
            self._introductions[noun] = mentions.of_noun(self._syntax, self._named(noun))
        phrase = self._introductions[noun]
        points_back = phrase.definite or self._syntax.lower[noun - 1] in words("definite", "determiner")
        return None if phrase.head != self._named(noun) or (points_back and len(phrase.said) == 1) else phrase

    def _named(self, noun: int) -> int:
        """The name that a title stands before, or the noun itself: "President Hasan"."""
        analysis = self._syntax.analysis
        above = analysis.heads[noun]
        titles = noun + 1 == above and analysis.upos[above] == "PROPN" and mentions.is_title(self._syntax.lower[noun])
        return above if titles and not kinds.is_listed(analysis.lemmas[above]) else noun


def _is_called(role: str, noun: str) -> bool:
    """Whether a title is this noun, or short for it: "Sen." and "senator"."""
    return role == noun or (role.endswith(".") and len(role) > len("xx.") and noun.startswith(role[:-1]))


def _is_same_office(asked: Said, said: Said) -> bool:
    """Whether nothing was said that makes another office of it: "vice", "former"."""
    return not (words("lesser", "adjective") & said) - asked
