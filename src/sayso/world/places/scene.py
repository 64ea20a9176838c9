"""An article as the choice sees it: its names, each decided once, and what lies in what by the text's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from sayso.words.records import Article
from sayso.world.places import countries, naming, surroundings
from sayso.world.places.candidates import SECOND, Candidates, Table
from sayso.world.places.datelines import in_dateline
from sayso.world.places.naming import Mentioned, Name

How = Literal["comma", "in", "stated", "near"]
"""How a name is put in another: after a comma, by a preposition somewhere between, in so many words, or near it."""

_GAP = 60
_HEARD = 500_000
"""Characters of an article in which countries are counted."""
_LIST = re.compile(r",?\s(?:(?:and|or|to)\s)?(?:in\s)?")
_AMONG = re.compile(r",?\s(?:(?:and|or)\s(?:in\s)?)?")
_BESIDES = re.compile(r",?\s(?:and|or)\s")
_COMMA = re.compile(r"\s?(?:,\s?|\()$")
_FAR = r"(?:(?:about|some|around|roughly)\s)?\d{1,3}(?:\.\d)?[\s-]?(?:km|kilomet(?:er|re)s?|miles?)\s"
_IN = re.compile(
    rf",?\s(?:[a-z-]+\s){{0,5}}?(?:{_FAR}(?:to\sthe\s)?(?:[a-z-]+\s){{0,3}}?(?:of|from)|in|of|near|outside|inside)\s(?:the\s)?"
    r"(?:[a-z-]+\s){0,2}$"
)
# Of those, what leaves no doubt that the place itself is meant: "a village just west of", not "has troops in".
_PLAIN = "|".join(
    (
        *"a the an just also small rural besieged nearby located and its urban".split(),
        *"quarter quarters area part parts".split(),
        *sorted(naming.BEFORE - {"to", "from", "on", "for", "at", "in", "of", "and"}),
        *sorted(word for word, kind in naming.KINDS.items() if kind in ("settlement", "first", "second", "relief")),
    )
)
_STATED = re.compile(
    rf",?\s(?:(?:{_PLAIN})\s){{0,5}}?"
    rf"(?:{_FAR}(?:to\sthe\s)?(?:(?:{_PLAIN})\s){{0,2}}?(?:of|from)|in|of|near|outside)\s(?:the\s)?(?:(?:{_PLAIN})\s){{0,2}}(?:of\s)?$"
)
_NEAR = re.compile(rf"\b(?:near|outside|from|(?:north|south|east|west)[a-z-]* of|{_FAR}.*)\b")
# "In Mykolaiv region, the village of Oleksandrivka"; "Kherson region: one killed in Beryslav".
_OPENS = re.compile(
    r"(?:\s[a-z]+){0,2}(?:,\s(?:[a-z-]+\s){0,4}?(?:village|town|city|villages|towns|cities|settlement)\s(?:of\s)?"
    r"|:\s(?:[a-z-]+\s){0,8}?(?:in|on|at|near)\s)$"
)
_OWNS = re.compile(
    r"(?:[’']s?)?\s(?:[a-z-]+\s){0,2}?(?:(?:city|town|village|district|capital|suburb|port)\s(?:of\s)?)?$"
)
_APART = frozenset("and or with to from on over at by for against but as".split())
# What follows a comma and isn't marked as a mention: "Alexandria, La."
_AFTER = re.compile(r",\s?((?:[A-Z][\w.-]*)(?:\s[A-Z][\w-]*){0,2})")


@dataclass(slots=True)
class Group:
    """One name of the article, with all mentions of it: `members` are their numbers, none for a name that no mention
    covers ("La." in "Alexandria, La."). `whole` tells that the mention was found as it stands, not its bare name.
    """

    name: Name
    table: Table
    whole: bool
    members: list[int] = field(default_factory=list)
    labels: set[str | None] = field(default_factory=set)
    filed: bool = False
    """Whether every mention stands in a dateline."""
    after_capital: int = 0
    before_capital: int = 0
    """Mentions next to a capitalised word, as part of a longer name would be."""
    outlet: bool = False
    """Whether the host of the article's address holds the name."""
    own: tuple[str, ...] = ()
    """Codes of the first-level regions of that very name."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The names of an article. `inside` are pairs of group numbers, the first said to lie in the second, and how;
    `listed` are pairs that stand side by side in a list.

    `spoken` says how often the text names each country, `regions` how often each first-level region, `signs` how often
    it uses words of a country's institutions; `home` is the country of the article's address.
    """

    groups: list[Group]
    inside: list[tuple[int, int, How]]
    listed: list[tuple[int, int]]
    spoken: dict[str, int]
    regions: dict[str, int]
    signs: dict[str, int]
    home: str | None


def survey(article: Article, mentions: Sequence[Mentioned], candidates: Candidates) -> Scene:
    """Read the names of an article; mentions in the order of the text."""
    return _Surveyor(article, candidates).survey(mentions)


class _Surveyor:
    def __init__(self, article: Article, candidates: Candidates) -> None:
        self.article = article
        self.text = article.text
        self.candidates = candidates
        self.groups: list[Group] = []
        self.numbers: dict[tuple[str, str | None, str | None], int] = {}
        self.inside: set[tuple[int, int, How]] = set()
        self.listed: set[tuple[int, int]] = set()

    def survey(self, mentions: Sequence[Mentioned]) -> Scene:
        read = [self._read(mention) for mention in mentions]
        outer = [self._outer(mention, name) for mention, name in zip(mentions, read, strict=True)]
        holders = self._holders(mentions)
        apart = [area or _bare(read, holders.get(number)) for number, area in enumerate(outer)]
        several = _with_several(read, apart)
        of: list[int] = []
        for number, (mention, name) in enumerate(zip(mentions, read, strict=True)):
            group = self._group(name, apart[number] if name.bare.casefold() in several else None)
            self._add(group, number, mention)
            if area := outer[number]:
                self._lies_in(group, self._silent(area))
            of.append(group)
        for number in range(1, len(mentions)):
            self._gap(mentions[number - 1], mentions[number], of[number - 1], of[number])
        for inner, holder in sorted(holders.items()):
            gap = self._between(mentions[holder - 1], mentions[holder]) or ""
            self._relate(of[inner], of[holder], "near" if inner < holder and _NEAR.search(gap) else "stated")
        spoken, regions, signs = _spoken(self.article, self.candidates)
        home = _home(self.article.address)
        return Scene(self.groups, sorted(self.inside), sorted(self.listed), spoken, regions, signs, home)

    def _read(self, mention: Mentioned) -> Name:
        """The mention's name, with what follows it where the gazetteer holds that: "Damascus" before "airport"."""
        name = naming.read(self.text, mention.start, mention.end)
        longer, kind = naming.longer(self.text, mention.start, mention.end)
        if longer and name.bare and self.candidates.holds(longer, kind):
            return replace(name, bare=longer, whole=longer, kind=kind or name.kind)
        return replace(name, bare="", whole="") if naming.is_nowhere(name) else name

    def _outer(self, mention: Mentioned, name: Name) -> str | None:
        """The region or country that a mention's own words, or those after a comma, put the place in."""
        if name.within:
            return name.within
        match = _AFTER.match(self.text, mention.end, mention.end + _GAP)
        words = match[1].split() if match else []
        for last in range(len(words), 0, -1):
            written = " ".join(words[:last])
            if naming.is_area(written):
                return written
        return None

    def _group(self, name: Name, outer: str | None) -> int:
        table, whole = self.candidates.of(name.bare, name.whole, name.kind, second=self._called_second(name.bare))
        key = (name.whole if whole else name.bare).casefold(), name.kind, outer
        if key not in self.numbers:
            self.numbers[key] = len(self.groups)
            outlet = surroundings.names_outlet(self.article, name.bare)
            own = self.candidates.regions.codes.get(name.bare.lower(), ())
            self.groups.append(Group(name, table, whole, outlet=outlet, own=own))
        return self.numbers[key]

    def _called_second(self, bare: str) -> bool:
        """Whether the text calls the name a county or a district somewhere: then it may mean that everywhere."""
        return bool(bare) and any(f"{bare} {word}" in self.text for word in SECOND)

    def _silent(self, written: str) -> int:
        return self._group(naming.read(written, 0, len(written)), None)

    def _add(self, number: int, mention_number: int, mention: Mentioned) -> None:
        group = self.groups[number]
        filed = in_dateline(self.article, mention.start)
        group.filed = filed and (group.filed or not group.members)
        group.members.append(mention_number)
        group.labels.add(mention.label)
        before = self.text[max(0, mention.start - 20) : mention.start].rstrip().rpartition(" ")[2]
        after = self.text[mention.end : mention.end + 2]
        group.after_capital += before[:1].isupper() and before.lower() not in naming.BEFORE
        group.before_capital += after[:1] == " " and after[1:].isupper()

    def _gap(self, one: Mentioned, two: Mentioned, first: int, second: int) -> None:
        gap = self._between(one, two)
        if gap is None:
            return
        if _COMMA.fullmatch(gap):
            self._relate(first, second, "comma")
        elif _IN.fullmatch(gap):
            self._relate(first, second, "in")
        elif _OWNS.fullmatch(gap) and not _APART & set(gap.split()):
            self._relate(second, first, "in")
        if _LIST.fullmatch(gap) and first != second:
            self.listed.add((first, second))

    def _lies_in(self, inner: int, outer: int) -> None:
        """What the text says right after a name holds for all mentions of it."""
        self._relate(inner, outer, "comma")
        group = self.groups[inner]
        group.table = self.candidates.inside(group.table, self.groups[outer].table, group.name.bare)

    def _holders(self, mentions: Sequence[Mentioned]) -> dict[int, int]:
        """Mention → the mention that the text puts it in, in so many words: "the village of A, in B province".

        What holds the last of a list holds all of it: "Kutum, Tawila and El Fasher in North Darfur".
        """
        found: dict[int, int] = {}
        for one in range(len(mentions) - 2, -1, -1):
            gap = self._between(mentions[one], mentions[one + 1])
            if gap is None or self._is_people(mentions[one]) or self._is_people(mentions[one + 1]):
                continue
            if _STATED.fullmatch(gap) and not _BESIDES.match(gap):
                found[one] = one + 1
            elif _OPENS.fullmatch(gap) or self._owns(mentions[one + 1], gap):
                found.setdefault(one + 1, one)
            elif found.get(one + 1, -1) > one and _AMONG.fullmatch(gap):
                found[one] = found[one + 1]
        return found

    def _is_people(self, mention: Mentioned) -> bool:
        return countries.demonym(self.text[mention.start : mention.end]) is not None

    def _owns(self, mention: Mentioned, gap: str) -> bool:
        """Whether a name with "'s" before it is a district's: "Kherson's Dniprovskyi district"."""
        if not _OWNS.fullmatch(gap) or "s" not in gap[:2]:
            return False
        return naming.read(self.text, mention.start, mention.end).kind in ("second", "settlement")

    def _between(self, one: Mentioned, two: Mentioned) -> str | None:
        return self.text[one.end : two.start] if 0 < two.start - one.end <= _GAP else None

    def _relate(self, inner: int, outer: int, how: How) -> None:
        if inner != outer:
            self.inside.add((inner, outer, how))


@lru_cache(maxsize=4)
def _spoken(article: Article, candidates: Candidates) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    text = article.text[:_HEARD]
    return countries.counted(text), surroundings.spoken(text, candidates.regions), surroundings.signs(text)


def _bare(read: Sequence[Name], holder: int | None) -> str | None:
    return None if holder is None else read[holder].bare.casefold()


def _with_several(read: Sequence[Name], outer: Sequence[str | None]) -> set[str]:
    """The names that the text puts in more than one region: "Paris, Texas" and "Paris, France"."""
    seen: dict[str, set[str]] = {}
    for name, within in zip(read, outer, strict=True):
        if within:
            seen.setdefault(name.bare.casefold(), set()).add(within)
    return {name for name, regions in seen.items() if len(regions) > 1}


def _home(address: str | None) -> str | None:
    """The country of an address, by its last label: https://example.org.uk/… → GB."""
    last = surroundings.host(address).rpartition(".")[2].upper()
    return {"UK": "GB"}.get(last, last) if len(last) == 2 and last.isalpha() else None
