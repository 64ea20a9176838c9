"""The people whose full names an article gives: who they are in the list, and for which country they act."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.words.records import Entity
from sayso.world.actors import nouns
from sayso.world.actors.actor_list import ActorList
from sayso.world.actors.folding import fold_word, is_article, split
from sayso.world.actors.phrase import Phrase, Segment
from sayso.world.actors.tables import Actor

_PARTY = re.compile(r"[DRI](?:-[A-Z]|\))")
"""A party and a state after a name: "(D-N.Y.)"."""
_WHO = re.compile(r"^who (?:\w+ ){0,2}?(?:as|is|was|been) ")
_CLAUSE = re.compile(r"[,;:!?()\"“”]\s|\n|(?<=[a-z)\d]{3})\.\s")
_BEFORE, _BEHIND = 80, 120
"""Characters around a full name that may describe its bearer."""
_WORDS_BEFORE = 6
_MOST_NAMESAKES = 20


@dataclass(slots=True)
class Person:
    """Somebody whose full name the article gives: `key` is it folded, `actor` who that is in the list."""

    name: str
    key: str
    start: int
    actor: Actor | None
    country: str | None
    count: int = 1


class People:
    """The people of one article by last name. `read` takes a phrase apart."""

    def __init__(self, text: str, entities: Iterable[Entity], actors: ActorList, read: Callable[[str], Phrase]) -> None:
        self._text = text
        self._actors = actors
        self._read = read
        self._by_surname: dict[str, list[Person]] = {}
        for person in sorted(self._named(entities), key=lambda person: (-person.count, person.start)):
            self.meet(person)

    def __iter__(self) -> Iterator[Person]:
        return (person for same in self._by_surname.values() for person in same)

    def called(self, key: str) -> list[Person]:
        """Those whom a folded name may mean, a last name or more, the most often named first."""
        same = self._by_surname.get(key.rpartition(" ")[2], [])
        if " " in key:
            return [person for person in same if same_name(person.key, key)]
        first = [person for person in self if person.key.partition(" ")[0] == key]
        if same:  # one's first name that is another's last: nobody can tell
            return same if all(person in same for person in first) else []
        return first if len(first) == 1 and not self._actors.find_folded(key) else []

    def meet(self, person: Person) -> None:
        """Note somebody by their full name; spellings of one name are one person."""
        known = self._by_surname.setdefault(person.key.rpartition(" ")[2], [])
        same = next((other for other in known if same_name(person.key, other.key)), None)
        if same is not None:
            same.actor, same.country = same.actor or person.actor, same.country or person.country
        elif len(known) < _MOST_NAMESAKES:
            known.append(person)

    def country_in(self, phrase: Phrase) -> str | None:
        """The country that a phrase gives somebody whom the list doesn't hold."""
        if phrase.american:
            return "US"
        office = [segment for segment in phrase.before[-1:] if segment.offices]
        for segment in (*office, *reversed(phrase.before[:-1]), *phrase.after):
            if (country := country_of(segment)) is not None or any(not named.doubtful for named in segment.named):
                return country
        apposed = self._described(phrase.tail) if phrase.tail else None
        return apposed if apposed is not None else phrase.origin

    def _named(self, entities: Iterable[Entity]) -> Iterable[Person]:
        found: dict[str, Person] = {}
        for entity in entities:
            head = self._read(entity.text).head if entity.label == "person" else None
            key = person_key(head.text) if head is not None and head.kind in ("actor", "name") else ""
            if nouns.names_body(key):
                continue
            if " " in key and key in found:
                found[key].count += 1
            elif head is not None and " " in key:
                actor = self._actors.person(key)
                country = actor.country if actor is not None else self._country_around(entity)
                found[key] = Person(head.text, key, entity.start, actor, country)
        return found.values()

    def _country_around(self, entity: Entity) -> str | None:
        """The country that a name's own words give, an apposition after it, or an office before it."""
        own = self.country_in(self._read(entity.text))
        behind = self._text[entity.end : entity.end + _BEHIND]
        apposed = self._described(behind[1:]) if own is None and behind[:2] in (", ", " (") else own
        return apposed if apposed is not None else self._country_before(entity)

    def _described(self, apposition: str) -> str | None:
        """The country that words after a name give: "the foreign minister of France"."""
        apposition = apposition.lstrip(" (")
        if apposition.partition(" ")[0] in nouns.words("contact"):
            return None
        read = self._read(_WHO.sub("", _CLAUSE.split(apposition)[0], count=1))
        if read.american or _PARTY.match(apposition):
            return "US"
        if read.head is None or read.head.kind not in ("noun", "office", "other"):
            return None
        countries = (country_of(segment) for segment in (*read.before, *read.after))
        return next((country for country in countries if country is not None), None)

    def _country_before(self, entity: Entity) -> str | None:
        lead = _CLAUSE.split(self._text[max(0, entity.start - _BEFORE) : entity.start])[-1]
        words = " ".join(lead.split()[-_WORDS_BEFORE:])
        for segment in reversed(self._read(f"{words} {entity.text}").before):
            if segment.kind == "other":
                return None
            if segment.kind != "name" and (country := country_of(segment)) is not None:
                return country
        return None


def country_of(segment: Segment) -> str | None:
    """The country that a segment names, or for which whoever it surely names acts."""
    people = all(named.actor.kind == "person" for named in segment.named)
    sure = {named.actor.country for named in segment.named if people or not named.doubtful}
    offices = {office.country for office in segment.offices}
    return segment.state or (sure.pop() if len(sure) == 1 else None) or (offices.pop() if len(offices) == 1 else None)


def person_key(name: str) -> str:
    """A person's folded name without titles and middle initials: "Gen. Gary J. Volesky" → "gary volesky"."""
    words = [key for form, _ in split(name) if (key := fold_word(form)) and not is_article(key, tied=False)]
    honorifics = nouns.words("honorific")
    while len(words) > 1 and words[0].lower() in honorifics:
        del words[0]
    middle = (word for word in words[1:-1] if len(word) > 1 and not word.isupper())
    return " ".join([*words[:1], *middle, *words[1:][-1:]])


def same_name(one: str, other: str) -> bool:
    """Whether two folded full names are one person's: the same last name, and a first name the same or left out."""
    a, b = one.split(), other.split()
    return a[-1] == b[-1] and (a[0] == b[0] or a[0] in b or b[0] in a)
