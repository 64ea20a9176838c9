"""What a mention's words, and those beside it, say of the place: its bare name, its kind, how near it is.

    "eastern Aleppo province"   →  Name("Aleppo", "first", part=True)
    "[15 km south of] Palmyra"  →  Name("Palmyra", offset=(15.0, 180.0))
    "[the Syrian city of] Homs" →  Name("Homs", "settlement", country="SY")

The words are data: `words.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from sayso.world.places import countries

_DATA = tomllib.loads((files(__package__ or __name__) / "words.toml").read_text(encoding="utf-8"))
KINDS: dict[str, str] = {word: kind for kind, words in _DATA["kinds"].items() for word in words.split()}
"""Word → kind of place: country, first, second, settlement, facility, water, relief, road, region."""
_PARTS = frozenset(_DATA["parts"]["words"].split())
_SIDES = frozenset(word for word in _PARTS if word.startswith(("north", "south", "east", "west")))
_AROUND = frozenset(_DATA["around"]["before"].split())
BEFORE = _PARTS | _AROUND | frozenset("in at to from the of and on for".split())
"""Words that stand before a name and are no part of it, whatever their first letter."""
_AROUND_OF = frozenset(_DATA["around"]["of"].split())
_AROUND_AFTER = frozenset(_DATA["around"]["after"].split())
_NOWHERE = frozenset(_DATA["nowhere"]["words"].split())
_COMPOUNDS = frozenset(_DATA["compounds"]["words"].split())
_BEARINGS: dict[str, float] = _DATA["bearings"]
_SHORT: dict[str, str] = _DATA["short"]
_PEOPLES: dict[str, str] = {word: name for name, words in _DATA["peoples"].items() for word in words.split("|")}

_WORD = re.compile(r"[^\W_]+(?:[-.'’‘][^\W_]+)*\.?")
# "Idlib, Aleppo and northern Hama provinces"
_LISTED = re.compile(
    r"(?:,?[ ](?:(?:and|or)[ ])?(?:[a-z]+(?:ern|al)[ ])?(?:[a-z]{2}-)?[A-Z][\w’'-]*"
    r"(?:[ ](?:[a-z]{2}-)?[A-Z][\w’'-]*)?){1,8}[ ]([a-z]+s)\b"
)
_FOLLOWS = re.compile(r"(?:[’']s?)?[ ]([a-z-]+|County|Parish|Province|Governorate|Oblast|District)\b")
_JOINS = frozenset({"and", "or"})
# Where the model cuts names short: "Jisr[ ash-Shughur]", "Rukban[ refugee camp]".
_ARABIC = re.compile(r"[ ](?:[ae][dlnrstz]|[ae]sh)-[A-Z][\w’'‘-]*\w")
_SMALL = re.compile(r"[ ][a-z]+")
_MOST_SMALL = 3
_TRAILING = frozenset(KINDS) | _AROUND_AFTER
_GRADES = frozenset("international military national main central".split())
_WITHIN_NAMES = (
    frozenset(KINDS) | _AROUND_AFTER | frozenset("of the de del la le les do da di al el du and on upon".split())
)
_BESIDE = 60
_LONGEST = 120
_DISTANCE = re.compile(
    r"(\d{1,4}(?:\.\d)?)[ -]?(km|kilomet(?:er|re)s?|miles?|mi)\b\.?(?:\s*\([^()]{1,20}\))?[ ]"
    r"(?:to[ ]the[ ])?([a-z-]+)[ ](?:of|from)[ ]"
    r"(?:(?:the[ ])?[a-z]+[ ]of[ ])?(?:the[ ])?$"
)
_KM = {"km": 1.0, "mi": 1.609344}


class Mentioned(Protocol):
    """What is asked of a mention: where it stands and the model's label for it (`records.Entity` is one)."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last."""

    @property
    def label(self) -> str | None:
        """Key of the vocabulary `entity_labels`, where the model marked it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A mention read: the `bare` name to look up, and what stands around it.

    `kind` is a value of `KINDS`, `country` the code of a country that the words name ("the Syrian city of"), `within`
    the name of what it lies in where one follows after a comma. `side` tells that the part is one by its bearing.
    `offset` is kilometres and degrees from north.
    """

    bare: str
    whole: str
    kind: str | None = None
    part: bool = False
    near: bool = False
    country: str | None = None
    within: str | None = None
    offset: tuple[float, float] | None = None
    side: bool = False


def read(text: str, start: int, end: int) -> Name:
    """The name at an offset of a text, with what up to 60 characters on either side say of it."""
    whole = " ".join(text[start : min(end, start + _LONGEST)].split())
    if people := _PEOPLES.get(whole.lower()):
        return Name(people, people)
    if short := expand(whole):
        region, _, nation = short.partition(", ")
        return Name(region, region, "first", country=nation)
    head, comma, within = whole.partition(", ")
    opening, words = _named(head)
    before = [word.lower() for word in _WORD.findall(_clause(text[max(0, start - _BESIDE) : start] + opening))]
    first, last, kind, part, near = _strip(words)
    offset = _offset(text[max(0, start - 2 * _BESIDE) : start] + opening) if first == 0 else None
    kind_before, country, near_before, part_before = _before(before)
    follows = _FOLLOWS.match(text, end, end + _BESIDE)
    if follows and follows[1] in _JOINS:
        follows = None
    listed = None if follows else _LISTED.match(text, end, end + 2 * _BESIDE)
    beside = next((str(match[1]).lower() for match in (follows, listed) if match), "")
    return Name(
        _bare(" ".join(words[first:last])),
        whole,
        kind or kind_before or _following(beside) or _measured(offset, words[first:last]),
        part or part_before,
        near or near_before or bool(offset) or beside in _AROUND_AFTER,
        country or _nation(words[:first]),
        (within or None) if comma else None,
        offset,
        not _SIDES.isdisjoint([*before[-1:], *map(str.lower, words[:first])]),
    )


def longer(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """A mention with what its name may go on with, and the kind that this says; None where it ends.

    An Arabic article and its word, or words up to a facility's: "Jisr ash-Shughur", "Rukban refugee camp".
    """
    if match := _ARABIC.match(text, end):
        return text[start : match.end()], None
    last, word = end, _SMALL.match(text, end)
    for _ in range(_MOST_SMALL):
        if word is None:
            break
        last = word.end() if KINDS.get(word[0][1:]) == "facility" else last
        word = _SMALL.match(text, word.end())
    return (text[start:last], "facility") if last > end else (None, None)


def is_compound(name: str) -> bool:
    """Whether a name's first word makes the rest a part of the name: "Kafr Halab" is a village and not Halab."""
    return name.partition(" ")[0].lower() in _COMPOUNDS


def is_nowhere(name: Name) -> bool:
    """Whether a name is of nothing on a map, though towns are called so: "wiped off the face of the Earth"."""
    return name.within is None and name.bare.lower() in _NOWHERE


def _named(phrase: str) -> tuple[str, list[str]]:
    """What opens a phrase in lower case, and the words from its first capital to the last that can be a name's.

    A phrase without a capital ("the city") has no words: it names nothing.
    """
    found = list(_WORD.finditer(phrase))
    first = next((n for n, word in enumerate(found) if not word[0].islower()), len(found))
    if first == len(found) or not any(letter.isupper() for letter in phrase):
        return phrase, []
    words = [word[0] for word in found[first:]]
    last = next((n for n, word in enumerate(words) if word.islower() and word not in _WITHIN_NAMES), len(words))
    return phrase[: found[first].start()], words[:last]


def _measured(offset: tuple[float, float] | None, name: Sequence[str]) -> str | None:
    """A distance is taken from a town, but for the name of a country: "12 km north of Hama"."""
    return "settlement" if offset and not countries.named(" ".join(name)) else None


def _following(word: str) -> str | None:
    kind = None if word in _AROUND_AFTER else KINDS.get(word)
    return kind if kind not in ("road", "country") else None


@cache
def _stops() -> dict[str, str]:
    return {short.replace(" ", ""): name for short, name in _SHORT.items()}


def expand(name: str) -> str | None:
    """What a region's short name stands for, with its country: "W. Va." → "West Virginia, US"."""
    if len(name) > 8:
        return None
    tight = name.replace(" ", "")
    return _stops().get(tight) or _stops().get(tight.replace(".", ""))


def short_names() -> dict[str, str]:
    """Short names of regions as they are written, without their country: "N.C." → "North Carolina"."""
    return {short: name.partition(", ")[0] for short, name in _SHORT.items()}


@cache
def _regions() -> frozenset[str]:
    return frozenset(name.partition(", ")[0] for name in _SHORT.values())


def is_area(name: str) -> bool:
    """Whether a name is that of a country, or of a region that has a short name: what may follow "Paris, "."""
    return bool(expand(name) or countries.named(name.rstrip("."))) or name in _regions()


def _clause(before: str) -> str:
    """What stands before a name since the last stop, comma or bracket."""
    return re.split(r"[.,;:()\n—–]", before)[-1]


def _bare(name: str) -> str:
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name[: -len(ending)]
    return name


def _strip(words: list[str]) -> tuple[int, int, str | None, bool, bool]:
    """Range of the words that are the name; its kind; whether a part of it is meant, or only its surroundings."""
    first, last, kind, part, near = 0, len(words), None, False, False
    while last - first > 1:
        word = words[first].lower()
        following = words[first + 1].lower()
        if following == "of" and last - first > 2 and (word in KINDS or word in _AROUND_OF):
            kind, near = (kind, True) if word in _AROUND_OF else (KINDS[word], near)
            first += 2
        elif word == "the" or word in _PARTS or word in _AROUND:
            part, near = part or word in _PARTS, near or word in _AROUND
            first += 1
        elif countries.nation(words[first]) and (following in KINDS or following in _PARTS):
            first += 1
        elif KINDS.get(word) == "relief" or word in ("river", "lake", "camp", "port"):
            kind = KINDS[word]
            first += 1
        else:
            break
    while last - first > 1 and words[last - 1].lower().rstrip(".") in _TRAILING:
        word = words[last - 1].lower().rstrip(".")
        kind, near = (kind, True) if word in _AROUND_AFTER else (kind or KINDS[word], near)
        last -= 1
        while kind == "facility" and last - first > 1 and words[last - 1].lower() in _GRADES:
            last -= 1
    return first, last, kind, part, near


def _nation(words: list[str]) -> str | None:
    return next((code for word in words if (code := countries.nation(word))), None)


def _before(before: list[str]) -> tuple[str | None, str | None, bool, bool]:
    """Kind, country, nearness and part that the words before a name give, read from the name leftwards."""
    kind, country, part = None, None, False
    near = "between" in before[-5:] and before[-1] in ("between", "and", "the")
    left = before[-6:]
    if left and left[-1] == "the":
        left = left[:-1]
    if left and left[-1] == "of" and len(left) > 1 and (left[-2] in KINDS or left[-2] in _AROUND_OF):
        kind = None if left[-2] in _AROUND_OF else KINDS[left[-2]]
        near = near or kind is None
        left = left[:-2]
    elif left and KINDS.get(left[-1]) in ("settlement", "first", "second"):
        kind = KINDS[left[-1]]
        left = left[:-1]
    while left:
        word = left.pop()
        if word in _AROUND:
            near = True
        elif word in _PARTS:
            part = True
        elif code := countries.nation(word):
            country = code
        elif word not in ("the", "rebel-held", "government-held", "besieged", "nearby"):
            break
    return kind, country, near, part and kind is None


def _offset(before: str) -> tuple[float, float] | None:
    match = _DISTANCE.search(before)
    if not match or match[3] not in _BEARINGS:
        return None
    return float(match[1]) * _KM["km" if match[2][0] == "k" else "mi"], _BEARINGS[match[3]]
