"""Names in the one form under which they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BETWEEN = re.compile(r"[\s\-‐‑–—/_]+")
_EDGES = '"“”„«»()[]{}<>,;:!?*•…|'
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_SLOW = re.compile(r"[^A-Za-z0-9 ]")
_ARTICLES = frozenset({"the", "a", "an", "al", "el"})
# Assimilated Arabic articles: only where a hyphen ties them to the next word.
_TIED = frozenset({"ar", "as", "ash", "at", "an", "ad", "az", "ul", "ur", "us", "ud"})
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SHORT = 3
"""Letters of an acronym that keeps its capitals: "US" is not "us", but "NATO" may be "Nato"."""
_IRREGULAR = {"people": "people", "children": "child", "men": "man", "women": "woman"}


def fold(name: str) -> str:
    """The form under which a name is looked up: case, accents, apostrophes, hyphens and articles don't count.

    "the Jabhat al-Nusra" → "jabhat nusra", "Syria’s army" → "syria army", "U.S." → "US": an acronym of at most three
    letters keeps its capitals.
    """
    return " ".join(fold_words(name))


def fold_words(name: str) -> list[str]:
    """The words of the folded name."""
    if name.isascii() and not _SLOW.search(name):  # most names: the same, quicker
        keys = (word if 1 < len(word) <= _SHORT and word.isupper() else word.lower() for word in name.split())
        return [key for key in keys if key not in _ARTICLES]
    return [word for form, tied in split(name) if (word := fold_word(form)) and not is_article(word, tied=tied)]


def split(name: str) -> list[tuple[str, bool]]:
    """The words as they stand, parts of a compound apart, each with whether a hyphen ties it to the next."""
    parts: list[tuple[str, bool]] = []
    start = 0
    for gap in _BETWEEN.finditer(name):
        parts.append((name[start : gap.start()], not gap[0].isspace()))
        start = gap.end()
    parts.append((name[start:], False))
    return [part for part in parts if part[0]]


@lru_cache(maxsize=16_384)
def fold_word(form: str) -> str:
    """One word folded; empty if nothing of it counts."""
    word = form.strip(_EDGES)
    if word.endswith(_POSSESSIVE):
        word = word[:-2]
    if not word.isascii():
        word = _plain(word)
    if not word.isalnum():
        word = "".join(filter(str.isalnum, word))
    return word if 1 < len(word) <= _SHORT and word.isupper() else word.lower()


def is_article(word: str, *, tied: bool) -> bool:
    """Whether a folded word is an article that names come with or without."""
    return word in _ARTICLES or (tied and word in _TIED)


def _plain(word: str) -> str:
    """A word in lower case without accents; letters that no accent makes are written as English does."""
    folded = unicodedata.normalize("NFKD", word).casefold()
    return unicodedata.normalize("NFKD", folded).translate(_LETTERS)


def singular(word: str) -> str:
    """The dictionary form of a folded plural noun; what is none stays."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ses") and len(word) > 4:
        return word[:-2]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
