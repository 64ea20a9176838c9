"""A phrase for an actor taken apart: which words name somebody, which say what they are, which whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from sayso.world.actors import nouns
from sayso.world.actors.actor_list import ActorList, Named
from sayso.world.actors.folding import fold_word, is_article, singular, split
from sayso.world.actors.index import is_common
from sayso.world.actors.offices import Office, Role

SegmentKind = Literal["actor", "country", "office", "noun", "name", "title", "of", "and", "other"]
LONGEST = 400
"""Characters of a mention that are looked at."""
_MOST_WORDS = 40
_MOST_PARTS = 8
_CUT = re.compile(r"\s*(?:[;:()]|,(?!\d{3})|--+|—|\s–\s)\s*")
_BETWEEN = re.compile(r"\s*,(?!\d{3})\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+")
_LAST = re.compile(r",[^,]*\b(?:and|or)\b")
_AMERICAN = re.compile(r"\([DRI](?:-[^()]{1,30})?\)?(?:\W|$)")
_SHORT_LISTED = 6
"""Words that a member of an enumeration may have; what is longer describes the one before."""


class Segment(NamedTuple):
    """One or several words that belong together, with all that the list says of them.

    `key` is the folded form, `text` how it stands. `named` are the actors of that name, `country` the state whose
    demonym it is, `noun` the dictionary form of a known noun.
    """

    kind: SegmentKind
    text: str
    key: str
    named: tuple[Named, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()
    role: Role | None = None
    noun: str | None = None
    plural: bool = False

    @property
    def state(self) -> str | None:
        """The state that it names, by name or demonym."""
        for named in self.named:
            if named.actor.kind == "state" and not named.doubtful:
                return named.actor.id
        return self.country


class Phrase(NamedTuple):
    """The segments of a phrase up to its first comma or relative clause, and the text of what follows (`tail`).

    `parts` are the texts of coordinated actors, empty where there is one. `indefinite` is whether it begins with "two"
    or the like, `former` whether it says that somebody doesn't hold an office or stands below its holder, `american`
    whether its titles are of the United States. `titles` are folded, `origin` is the state before "-based", `related`
    says that somebody else is named whose side they are on, `abroad` that they are from elsewhere.
    """

    key: str
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    tail: str
    parts: tuple[str, ...]
    indefinite: bool
    former: bool
    american: bool
    titles: tuple[str, ...]
    origin: str | None
    related: bool
    abroad: bool

    @property
    def head(self) -> Segment | None:
        """What the phrase is about: its last segment before "of", "for" and the like."""
        return self.before[-1] if self.before else None


class _Word(NamedTuple):
    form: str
    key: str
    tied: bool


@lru_cache(maxsize=8192)
def read(text: str, actors: ActorList) -> Phrase:
    """Take a phrase apart, of which no more than `LONGEST` characters are looked at."""
    text = " ".join(text[:LONGEST].split())
    core, tail = _cut(text)
    words = _words(core)
    first = fold_word(core.partition(" ")[0]).lower()
    segments, origin, related = _segments(words, actors)
    before, after = _around(segments)
    loose = {segment.key for segment in segments if segment.kind in ("other", "name")}
    around = {word for one in segments if one not in before[-1:] for word in one.text.split()}
    letters = {word.key for word in words}
    return Phrase(
        key=" ".join(segment.key for segment in segments if segment.kind != "of"),
        before=tuple(segment for segment in before if segment.kind not in ("title", "and")),
        after=after,
        tail=tail,
        parts=_parts(text, segments),
        indefinite=first in nouns.words("indefinite") or first.isdigit(),
        former=bool(loose & nouns.words("former")),
        american=bool(letters & nouns.words("US")) or bool(_AMERICAN.search(text)),
        titles=tuple(segment.key for segment in before if segment.kind == "title"),
        origin=origin,
        related=related,
        abroad=any(word in nouns.words("abroad") or word.lower() in nouns.words("abroad") for word in around),
    )


def _cut(text: str) -> tuple[str, str]:
    """The phrase up to its first break, and what follows if that is a comma."""
    found = _CUT.search(text)
    core, tail = (text, "") if found is None else (text[: found.start()], text[found.end() :])
    tail = tail if found is not None and "," in found[0] else ""
    for number, word in enumerate(core.split()):
        if number and word.lower() in nouns.words("break"):
            core = " ".join(core.split()[:number])
            break
    return core or text, tail


def _words(core: str) -> list[_Word]:
    determiners = nouns.words("determiner") | nouns.words("indefinite")
    words = [
        _Word(form, key, tied)
        for form, tied in split(core)[:_MOST_WORDS]
        if (key := fold_word(form)) and not is_article(key, tied=tied)
    ]
    if len(words) > 1 and words[-1].key in nouns.words("reflexive"):
        del words[-1]
    first = 0
    while first < len(words) - 1 and (words[first].key in determiners or words[first].key.isdigit()):
        first += 1
    for at, word in enumerate(words[1:4], start=1):
        if word.key == "of" and words[at - 1].key in nouns.words("partitive"):
            return words[at + 1 :]
    return words[first:]


def _segments(words: list[_Word], actors: ActorList) -> tuple[list[Segment], str | None, bool]:
    found: list[Segment] = []
    origin: str | None = None
    related = False
    position = 0
    while position < len(words):
        length, segment = _longest(words, position, actors)
        end = position + length
        if tied := _tied(words, end):
            # "Turkish-backed rebels" aren't Turkey's: what stands before the tie is no owner.
            if segment is not None and words[tied - 1].key in nouns.words("origin"):
                origin = segment.state
            position, related = tied, True
            continue
        if segment is None and words[position].tied and words[position].key in nouns.words("prefix"):
            position = end + 1
            related = True
            continue
        if segment is None and found and _is_clause(found[-1], words[position : position + 2]):
            break
        _append(found, segment or _unknown(words[position]), words[position])
        position = end
    return found, origin, related


def _is_clause(last: Segment, words: list[_Word]) -> bool:
    """Whether a word begins what somebody does or suffers: "protesters marching", "an official briefed on it"."""
    form, key = words[0].form, words[0].key
    if not form.islower() or not (last.kind == "noun" or (last.kind == "other" and nouns.acts(singular(last.key)))):
        return False
    if form.endswith("ing") and (last.plural or last.key == "people"):
        return True
    ends = len(words) == 1 or words[1].key in nouns.words("preposition") or words[1].key.endswith("ing")
    return ends and (key in nouns.words("clause") or form.endswith(tuple(nouns.words("clause", "suffix"))))


def _tied(words: list[_Word], end: int) -> int:
    """The end of a compound such as "Saudi-led" whose first part ends at `end`, or 0."""
    tied = end < len(words) and words[end - 1].tied and words[end].key in nouns.words("tie")
    return end + 1 if tied else 0


def _longest(words: list[_Word], position: int, actors: ActorList) -> tuple[int, Segment | None]:
    most = actors.lengths.get(words[position].key, 1)
    if most > 1:  # a text may give initials that the list leaves out
        most = min(len(words) - position, most + sum([len(word.key) == 1 for word in words[position:]]))
    for length in range(most, 0, -1):
        part = words[position : position + length]
        segment = _look_up(tuple(part), actors)
        if segment is not None:
            return length, segment
    return 1, None


@lru_cache(maxsize=8192)
def _look_up(part: tuple[_Word, ...], actors: ActorList) -> Segment | None:
    """What a run of words is in the list, or among the known nouns."""
    key, last = " ".join([word.key for word in part]), part[-1].key
    stem = key.removesuffix(last) + singular(last)
    named = actors.find_folded(key) or _without_initials(part, actors)
    if not named and stem != key and len(last) > 5 and part[-1].form[0].isupper():
        named = actors.find_folded(stem)
    if named and is_common(_text(part)) and key not in actors.common:
        named = ()
    country = actors.country(key) if part[0].form[0].isupper() else None
    offices = actors.offices_named(key)
    role = actors.role(stem) or actors.role(key)
    noun = stem if stem in nouns.known() else key if key in nouns.known() else None
    if not (named or country or offices or role or noun):
        return None
    kind: SegmentKind = "actor" if named else "country" if country else "office" if offices else "noun"
    head = key.partition(" of ")[0].split()[-1]
    return Segment(kind, _text(part), key, named, country, offices, role, noun, plural=singular(head) != head)


def _text(part: Sequence[_Word]) -> str:
    """A run of words as it stands."""
    return "".join([f"{word.form}{'-' if word.tied else ' '}" for word in part])[:-1]


def _without_initials(part: Sequence[_Word], actors: ActorList) -> tuple[Named, ...]:
    """The persons of a name without its middle initials: "John F. Kerry"."""
    kept = [word.key for word in part if len(word.key) > 1]
    if not 2 <= len(kept) < len(part) or len(part[0].key) == 1 or len(part[-1].key) == 1:
        return ()
    return tuple(named for named in actors.find_folded(" ".join(kept)) if named.actor.kind == "person")


@lru_cache(maxsize=8192)
def _unknown(word: _Word) -> Segment:
    """A word that the list doesn't know."""
    key = word.key.lower()
    for kind, term in (("of", "preposition"), ("and", "coordinator")):
        if (key in nouns.words(term) and word.form.islower()) or (kind == "and" and word.form == "&"):
            return Segment("of" if kind == "of" else "and", word.form, key)
    if key in nouns.words("honorific"):
        return Segment("title", word.form, key)
    capital = word.form.lstrip("\"“‘'(")[:1].isupper()
    plain = key in nouns.words("former") | nouns.words("modifier") | nouns.words("determiner") | nouns.words("US")
    if plain or not capital:
        return Segment("title" if key in nouns.words("US") else "other", word.form, key)
    return Segment("name", word.form, word.key)


def _append(found: list[Segment], segment: Segment, word: _Word) -> None:
    """Add a segment; capitalised words in a row are one name, unless the list surely knows one of them."""
    last = found[-1] if found else None
    if segment.kind == "title" and word.form.islower():
        segment = segment._replace(kind="other")
    if last is not None and not last.text.endswith(("'s", "’s")) and _are_one(last, segment):
        found[-1] = Segment("name", f"{last.text} {segment.text}", f"{last.key} {segment.key}")
    else:
        found.append(segment)


def _are_one(last: Segment, segment: Segment) -> bool:
    """Whether two neighbours are parts of one name that the list doesn't hold."""
    loose = _is_loose(last) and _is_loose(segment)
    if not loose or (last.kind == "name" and _is_sure(segment)):
        return False
    return "name" in (last.kind, segment.kind) or (_is_people(last) and _is_last_name(segment))


def _is_people(segment: Segment) -> bool:
    """Whether it is a people's word, which may be a first name too: "Christian"."""
    return bool(segment.named) and all(named.actor.kind == "people" for named in segment.named)


def _is_last_name(segment: Segment) -> bool:
    """Whether it names nobody but somebody of the list who has it as a last name."""
    return bool(segment.named) and all(named.doubtful and named.actor.kind == "person" for named in segment.named)


def _is_sure(segment: Segment) -> bool:
    """Whether it names a body whatever unknown word stands before it: "Lebanese Shia Hezbollah"."""
    return any(not named.doubtful and named.actor.kind != "person" for named in segment.named)


def _is_loose(segment: Segment) -> bool:
    """Whether it may be part of a longer name: an unknown word, or a single one that names no state."""
    single = segment.kind == "actor" and " " not in segment.key and not segment.key.isupper()
    return segment.kind == "name" or (single and segment.state is None)


def _around(segments: list[Segment]) -> tuple[list[Segment], tuple[Segment, ...]]:
    """The segments before the first preposition, and those after it up to what they are only about."""
    place = next((n for n, segment in enumerate(segments) if n and segment.kind == "of"), len(segments))
    about = (n for n in range(place, len(segments)) if segments[n].key in nouns.words("about"))
    return segments[:place], tuple(s for s in segments[place : next(about, None)] if s.kind != "of")


def _parts(text: str, segments: list[Segment]) -> tuple[str, ...]:
    """The texts of coordinated actors: "Russia, Iran and Turkey". An apposition is none."""
    at = next((n for n, segment in enumerate(segments) if segment.kind == "and"), None)
    if at is not None:
        before = segments[:at]
        if not before or before[-1].kind in ("other", "title") or any(segment.kind == "of" for segment in before):
            return ()
    parts = [part for part in _BETWEEN.split(text) if part]
    listed = len(parts) > 1 and all(_is_listed(part) for part in parts)
    if not listed or (at is None and (not _LAST.search(text) or any(map(_is_described, parts[1:])))):
        return ()
    return tuple(parts[:_MOST_PARTS])


def _is_listed(part: str) -> bool:
    words = part.split()
    return len(words) <= _SHORT_LISTED and not {word.lower() for word in words} & nouns.words("break")


def _is_described(part: str) -> bool:
    """Whether a part after a comma may be an apposition: "a general", "head of the army"."""
    words = part.lower().split()
    return words[0] in ("a", "an", "the") or bool(nouns.words("preposition").intersection(words))
