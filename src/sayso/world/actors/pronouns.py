"""Whom "he" and "she" stand for where the claims don't say: the one person named before in the same paragraph."""

from __future__ import annotations

from functools import cache

from sayso.words import vocabulary
from sayso.world.actors.findings import Finding

_ONLY_ONE = 0.6
_FARTHEST = 1_500
"""Characters looked back over where a text has no paragraphs."""
OBJECTS = frozenset({"him", "her"})
"""Pronouns that never mean the subject of their own clause."""
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_NOBODY = _RELATIVE | {"no one", "none", "nothing", "something", "everything", "anything", "anyone", "anybody", "what"}


def is_nobody(text: str) -> bool:
    """Whether a mention says that there is none: "nobody at the ministry"."""
    return text.partition(" ")[0].lower() in ("nobody", "nothing", "none")


def is_relative(text: str) -> bool:
    """Whether a mention begins with a word that stands for what is right before it: "who", "who spoke to us"."""
    first, _, rest = text.lower().partition(" ")
    return first in _RELATIVE and not (first == "that" and rest)


@cache
def all_pronouns() -> frozenset[str]:
    """Words that stand for somebody named elsewhere, in lower case."""
    terms = vocabulary.load("references").values()
    listed = frozenset(word for term in terms for word in term.words.get("pronoun", ()))
    return listed | {"it", "you", "one", "many", "someone", "somebody", "everyone", "nobody"} | _NOBODY


@cache
def _words(gender: str) -> dict[str, frozenset[str]]:
    return {use: frozenset(words) for use, words in vocabulary.load("references")[gender].words.items()}


def _may_be(pronoun: str, name: str) -> bool:
    """Whether nothing in somebody's name or title says that they are of the other gender."""
    other = "female" if pronoun in _words("male")["pronoun"] else "male"
    against = _words(other)["name"] | _words(other)["title"]
    return not any(word.strip(".,") in against for word in name.lower().split())


class Recent:
    """The people named so far, in order of position."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._people: list[tuple[int, Finding]] = []

    def note(self, start: int, found: Finding) -> None:
        """Note who was named at a position, if it was a person."""
        if found.chosen is not None and found.chosen.type == "person":
            self._people.append((start, found))

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands in a quotation of its paragraph."""
        first = self._text.rfind("\n", max(0, position - _FARTHEST), position) + 1
        before = self._text[max(first, position - _FARTHEST) : position]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def meant(self, pronoun: str, position: int) -> Finding | None:
        """Whom a singular pronoun means: the only person of its paragraph so far; None if there are none or several."""
        if not any(pronoun in _words(gender)["pronoun"] for gender in ("male", "female")):
            return None
        first = self._text.rfind("\n", max(0, position - _FARTHEST), position) + 1
        named: dict[str, Finding] = {}
        for start, found in reversed(self._people):
            if start < max(first, position - _FARTHEST):
                break
            if found.chosen is not None and start < position:
                named.setdefault(found.chosen.id, found)
        only = next(iter(named.values())) if len(named) == 1 else None
        if only is None or only.chosen is None or not _may_be(pronoun, only.chosen.name):
            return None
        return only.because("The only person named before in this paragraph.", times=_ONLY_ONE)
