"""Names as they are written, brought to one form: `fold` is safe, `sounds` and `skeleton` are loose.

    fold("Al-Ḩasakah")      "alhasakah"     marks, case, hyphens and spaces off
    sounds("Al-Ḩasakah")    "hasaka"        articles off, one letter for the spellings of one sound
    skeleton("Al-Ḩasakah")  "hsk"           the consonants of that: what all transliterations have in common

The letters, articles and sounds are data: `letters.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from importlib.resources import files
from itertools import chain

_DATA = tomllib.loads((files(__package__ or __name__) / "letters.toml").read_text(encoding="utf-8"))
_LETTERS: dict[int, str | None] = str.maketrans(
    {**_DATA["plain"], **dict.fromkeys(_DATA["dropped"]["marks"])},
)
# Every combining mark of the scripts in use; asking for all of Unicode would cost 0.2 s at each start.
_MARKS = dict.fromkeys(
    n for n in chain(range(0x300, 0x3100), range(0xFE00, 0xFE30)) if unicodedata.category(chr(n)) in {"Mn", "Me"}
)
_WORD = re.compile(r"[^\W_]+")
_FIRST: dict[str, str] = _DATA["words"]
ARTICLES = frozenset(_DATA["articles"]["words"].split())
# Spellings of several letters first, as capitals, which nothing later in the list takes for letters of the name.
_SPELLINGS = [(spelling, sound.upper()) for spelling, sound in _DATA["sounds"].items() if len(spelling) > 1]
_SOUNDS = str.maketrans(
    {letter: sound for letter, sound in _DATA["sounds"].items() if len(letter) == 1}
    | {letter.upper(): letter for sound in _DATA["sounds"].values() for letter in sound}
)
_CONSONANTS = str.maketrans(_DATA["skeleton"])
# "ezzour", "arraqqa": the article written together, its l become the next letter.
_JOINED = re.compile(r"\b[aeu](?=([b-df-hj-np-tv-z]h?)\1)")
_FINAL = re.compile(r"(?<=[aeiouy])h\b")
_ABU = re.compile(r"\ba(?=b[ou]+\b)")
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<!^)[aiu]")
LONGEST = 200
"""No name is longer; what is, is cut here."""


def words(name: str) -> list[str]:
    """The words of a name without case, marks and apostrophes: "Dar‘ā al-Balad" → dara, al, balad."""
    text = name[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_MARKS)
    found = _WORD.findall(text.lower().translate(_LETTERS))
    if len(found) > 1 and found[0] == "the":
        del found[0]
    if len(found) > 1 and found[0] in _FIRST:
        found[0] = _FIRST[found[0]]
    return found


def fold(name: str) -> str:
    """The words of a name joined: "Tel Afar", "Tel-Afar" and "Telafar" are one. Empty where there is no letter."""
    return "".join(words(name))


def is_written(name: str) -> bool:
    """A name that a text may hold: neither a code ("DAM") nor a bare transcription of letters ("dmshq")."""
    return not (name.islower() and name.isascii()) and not (name.isupper() and name.isascii() and len(name) < 5)


def is_latin(name: str) -> bool:
    """A name in Latin letters, as English texts have them: judged by its first letter."""
    return next((letter for letter in name if letter.isalpha()), "\uffff") <= "\u024f"


def sounds(name: str) -> str:
    """A name without articles and with one letter for the spellings of one sound: "Hassakeh" → hasaka."""
    return sounded(words(name))


def sounded(found: list[str]) -> str:
    """The sounds of the words that `words` gave."""
    text = " ".join([word for word in found[:-1] if word not in ARTICLES] + found[-1:])
    text = _REPEATED.sub(r"\1", _ABU.sub("", _FINAL.sub("", _JOINED.sub("", text))))
    for spelling, sound in _SPELLINGS:
        if spelling in text:
            text = text.replace(spelling, sound)
    return _REPEATED.sub(r"\1", text.replace(" ", "").translate(_SOUNDS))


def skeleton(name: str) -> str:
    """The consonants of `sounds`, a first vowel as "a": "Deir-ezzour" and "Dayr az Zawr" → drdr."""
    return bones(sounds(name))


def bones(sounded: str) -> str:
    """The skeleton of what `sounds` gave."""
    bare = _VOWELS.sub("", sounded).translate(_CONSONANTS)
    return "a" + bare[1:] if bare[:1] in {"i", "u"} else bare
