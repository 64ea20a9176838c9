"""Lines that stand alone and say who wrote or published an article, and when; and the dateline that opens a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.articles import dates
from sayso.articles.document import Stated

_LONGEST = 200

# Agencies that sign with their short name alone; any other outlet is told by its words or by where it stands.
_AGENCIES = frozenset(
    "afp ap associated press reuters upi dpa ansa efe tass interfax xinhua anadolu sana irna petra bbc cnn npr "
    "al jazeera bloomberg".split()
)
_OUTLET_WORD = re.compile(
    r"\b(agency|agence|associated press|broadcasting|bulletin|bureau|channel|chronicle|courier|daily|dispatch|examiner"
    r"|eye|gazette|globe|guardian|herald|independent|insider|journal|ledger|line|mail|media|mirror|monitor|net|network|news|newspaper|newswire"
    r"|observer|online|post|press|radio|record|reporter|reports?|review|sentinel|standard|star|telegraph|television|times|today|tribune|tv|voice|watch|weekly|wire|\w+\.(?:com|org|net|info))\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(staff|writer|correspondent|reporter|editor|columnist|contributor|analyst|chief|bureau|special to|in|at|for)\b",
    re.IGNORECASE,
)

_PARTICLE = r"(?:al|el|ad|as|an|ar|at|ash|bin|ibn|ben|abu|umm|de|del|della|der|den|di|da|dos|du|la|le|van|von|y|ter)"
_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'‘.-]*)"
_WORD = rf"(?:{_PARTICLE}-?{_CAPITAL}|{_PARTICLE}(?=\s)|{_CAPITAL})"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+{_WORD}){{1,4}}|{_PARTICLE}[\s-]{_CAPITAL}(?:\s+{_WORD}){{0,4}}")
_OUTLET = re.compile(rf"(?:[Tt]he\s+)?{_CAPITAL}(?:\s+(?:{_CAPITAL}|of|the|and|with|&|for|\d+)){{0,5}}")

_BODY = re.compile(
    r"\b(?:institute|institution|forum|cent(?:er|re)|foundation|council|group|programme|program|initiative|project|network"
    r"|university|college|school|society|association|fund|watch|monitor|observatory|office|agency|ministry|commission)\b",
    re.IGNORECASE,
)
"""Words of bodies that publish papers."""
_MOST_NAMES = 4
"""Names in an imprint: a series or two, a department, whose it is."""
_BY = re.compile(
    r"(?:(?:written|posted|report(?:ed)?|story|text)\s+)?by:?\s+(?P<rest>.+)|by-?line:\s*(?:by\s+)?(?P<line>.+)",
    re.IGNORECASE,
)
# A desk signs where no person does: "Our Washington bureau", "Dhow News staff", "Military editor".
_NOBODY = re.compile(
    r"(?:from |by )?(?:[\w’'-]+ ){0,6}(?:staff|correspondent|reporter|writer|desk|bureau|team|service|agencie|editor)s?"
    r"(?: in [\w’' -]{2,40})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<label>title|headline|outlet|source|publication|publisher|newspaper|author(?:\(s\)|s)?|date|published|"
    r"publication date|pub date|url|link|address|web address|permalink)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"(?P<what>(?:first\s+|originally\s+)?(?:published|posted|filed|issued|released|created|dated?)|(?:last\s+)?(?:updated|modified|edited|revised))"
    r"(?:\s+(?:on|at))?\s*:?\s*",
    re.IGNORECASE,
)
_URL = re.compile(r"<?(https?://[^\s<>\"]{4,2000}|www\.[^\s<>\"]{4,200})>?", re.IGNORECASE)
_PASSING = re.compile(
    r"\d+\s*(?:-\s*)?min(?:ute)?s?(?:\s+(?:read|ago))?|[0-2]?\d[:.][0-5]\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?\.?"
    r"|[01]?\d\s*[ap]\.?m\.?(?:\s+[A-Z]{2,4})?|\d+\s+(?:hours?|days?|weeks?|months?|years?)\s+ago|yesterday|today|[\w.+-]+@[\w.-]+"
    r"|(?:opinion|analysis|world|politics|news|comment|middle east|exclusive|policy note"
    r"|briefing|feature|editorial)|@\w+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·/]\s*|\s+[-–—]+\s+|\t+|\s{3,}")
_GAP = re.compile(r",?\s+")
_PEOPLE = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b|\bund\b|\bet\b)\s*", re.IGNORECASE)

_WHERE = re.compile(r"\s+(?:in|at|for|from)\s+(?=[A-Z])")

_CITY = r"(?:[A-Z][\w.’'/-]*(?:[ ](?:of|al|el|de|[A-Z][\w.’'/-]*)){0,3})"
_DATELINE = re.compile(
    rf"(?P<city>{_CITY}(?:,[ ]{_CITY}){{0,2}}?)"
    r"(?:,?[ ](?P<date>\(?(?:\d{1,2}[ ])?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"(?:[ ]\d{1,2})?(?:,?[ ]\d{4})?\)?))?"
    r"(?:,?[ ]*[(\[](?P<outlet>[A-Z][^()\[\]]{1,60})[)\]])?[ ]*(?P<dash>[-–—]{1,2}|:)[ ]*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says, and what kinds of thing it says: "author", "outlet", "date", "address", "title"."""

    stated: Stated
    says: frozenset[str]


@lru_cache(maxsize=256)  # lines are looked at to find paragraphs, and then as paragraphs
def parse(line: str) -> Byline | None:
    """What a line that stands alone says about its article; `None` for a line that is text."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return None
    if match := _URL.fullmatch(line):
        return _byline(Stated(address=match[1]))
    if match := _LABEL.fullmatch(line):
        return _labelled(match["label"].lower(), match["value"])
    return _parts(line)


def authors(text: str) -> tuple[str, ...]:
    """The persons' names in what follows "By": no roles, outlets or addresses."""
    return _people(text)[0]


def is_reporters(line: str) -> bool:
    """Whether a line without "By" names several people and where one writes from: "Jane Roe in Northgate and John Doe".

    One alone could be a thing as well: "Peace Talks in Geneva".
    """
    return len(line) <= _LONGEST and bool(_WHERE.search(line)) and line[-1] not in ".?!" and len(authors(line)) > 1


def is_desk(text: str) -> bool:
    """Whether this names a desk, a bureau or a staff in the place of a person."""
    return bool(_NOBODY.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Dateline:
    """How a text opens: "BEIRUT, Oct 15 (Harbor Wire) —". `strong` where it names an outlet or a date."""

    stated: Stated
    strong: bool


def dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with, `None` if it opens without."""
    match = _DATELINE.match(text[:200])
    if not match or (match["dash"] == ":" and not match["outlet"]):
        return None
    bare = match["date"] is None and match["outlet"] is None
    city = match["city"].split(",")[0]
    if bare and not (city.isupper() and len(city) > 4):
        return None
    if not bare and not (city.isupper() or match["date"] or outlet(match["outlet"])):
        return None
    published = dates.parse((match["date"] or "").strip("()"))
    return Dateline(Stated(outlet=match["outlet"], published=published), strong=not bare)


def is_outlet(line: str) -> bool:
    """Whether a line could be an outlet's name: a few words, the first with a capital, and nothing after them."""
    return len(line) <= 60 and bool(_OUTLET.fullmatch(line))


def outlet(line: str) -> str | None:
    """The outlet that a line names, where a word of the name says that it is one."""
    return line if is_outlet(line) and (_is_known(line) or _OUTLET_WORD.search(line)) else None


def imprint(line: str) -> Stated | None:
    """What the line under the title of a paper says: its series, whose it is and when, "Policy Brief No. 41, Harrow
    Institute, 14 November 2024". None where a part of it is no name.
    """
    parts = line.split(", ")
    for last in range(len(parts) - 1, max(0, len(parts) - 3), -1):
        date, names = ", ".join(parts[last:]), parts[:last]
        if _dated(date):
            whose = names[-1] if len(names) > 1 and _BODY.search(names[-1]) else None
            plain = len(names) <= _MOST_NAMES and all(map(is_outlet, names)) and (whose or len(names) == 1)
            return Stated(outlet=whose, published=_published(date)) if plain else None
    return None


def _labelled(label: str, value: str) -> Byline | None:
    if match := _URL.fullmatch(value):
        return _byline(Stated(address=match[1]))
    if label in ("title", "headline"):
        return _byline(Stated(title=value))
    if label.startswith("author"):
        return _byline(Stated(authors=authors(value)), "author")
    if label in ("date", "published", "publication date", "pub date"):
        return _on(value) if _dated(value) else _parts(value)
    if label in ("source", "outlet", "publication", "publisher", "newspaper") and is_outlet(value):
        return _byline(Stated(outlet=value))
    return None


def _parts(line: str) -> Byline | None:
    """A line of parts that each say one thing: "Harbor Wire | By Jane Roe | 12 February 2019 | 3 min read"."""
    parts = [part for part in _PARTS.split(line) if part]
    if _dated(line):
        parts = [line]
    elif len(parts) == 1:
        return _run_together(line)
    found = [_part(part, line) for part in parts]
    names = [part for part, byline in zip(parts, found, strict=True) if byline is None]
    if len(parts) == len(names) == 2 and outlet(parts[0]) and re.fullmatch(_CITY, parts[1]):
        return _byline(Stated(outlet=parts[0]))
    if len(names) > 1 or len(names) == len(parts) or not all(map(is_outlet, names)):
        return None
    return _joined([*filter(None, found), *map(_named, names)])


def _run_together(line: str) -> Byline | None:
    """A line with one part, or with a date or "by" after a space or a comma: "Harbor Wire, 12 February 2019"."""
    if found := _part(line, line):
        return found
    for gap in _GAP.finditer(line) if any(map(str.isdigit, line)) else ():
        before, after = line[: gap.start()], line[gap.end() :]
        if _dated(after):
            where = _part(before, line) or (_named(before) if _signs(before) else None)
            return where and _joined([where, _on(after)])
        if _dated(before) and (by := _part(after, line)):
            return _joined([_on(before), by])
    return None


def _signs(text: str) -> bool:
    """Whether a text before a date signs it: people and their outlet, an outlet, a city."""
    people, outlet = _people(text)
    return bool(people or outlet or (re.fullmatch(_CITY, text) and len(text.split()) <= 2))


def _named(text: str) -> Byline:
    """A name without "by": an outlet's where a word of it says so; people's only beside their outlet."""
    people, outlet = _people(text)
    return _byline(Stated(outlet=outlet, authors=people if outlet else ()))


def _joined(found: list[Byline]) -> Byline:
    stated = Stated()
    for byline in found:
        stated = stated.or_else(byline.stated)
    return Byline(stated, frozenset().union(*(byline.says for byline in found)))


def _on(text: str) -> Byline:
    return _byline(Stated(published=_published(text)), "date")


def _part(part: str, line: str) -> Byline | None:
    if _PASSING.fullmatch(part) or (part != line and _NOBODY.fullmatch(part)):
        return _byline(Stated(), "passing")
    if _dated(part):
        return _on(part)
    if match := _BY.fullmatch(part):
        return _by(match["rest"] or match["line"])
    if match := _URL.fullmatch(part):
        return _byline(Stated(address=match[1]))
    return _byline(Stated(outlet=part)) if _is_known(part) else None


def _by(rest: str) -> Byline | None:
    """What follows "By": people, or an outlet's staff; a sentence that happens to begin so is neither."""
    for gap in _GAP.finditer(rest):
        if _dated(after := rest[gap.end() :]) and (found := _by(rest[: gap.start()])):
            return _joined([found, _on(after)])
    people, outlet = _people(rest)
    if not people and not outlet and not _NOBODY.fullmatch(rest):
        return None
    return _byline(Stated(authors=people, outlet=outlet), "author")


def _people(text: str) -> tuple[tuple[str, ...], str | None]:
    """The names in a list of people, and the outlet that stands among them; nothing if a part is none of the two."""
    people: list[str] = []
    outlet: str | None = None
    for part in filter(None, (part.strip(" .") for part in _PEOPLE.split(re.sub(r"\(.*?\)|\S+@\S+", " ", text)))):
        name = _WHERE.split(re.sub(r"^by\s+", "", part, flags=re.IGNORECASE))[0]
        agency = re.sub(r"\s+(?:staff|correspondents?|reporters?|writers?)$", "", name, flags=re.IGNORECASE)
        if _is_known(agency) or (_OUTLET_WORD.search(agency) and is_outlet(agency)):
            outlet = outlet or agency
        elif _NAME.fullmatch(name) and not _ROLE.search(name):
            people.append(name)
        elif not (_ROLE.search(part) or ((people or outlet) and is_outlet(part))):
            return (), None
    return tuple(dict.fromkeys(people)), outlet


def _is_known(name: str) -> bool:
    return name.lower().removeprefix("the ") in _KNOWN


_KNOWN = frozenset({"associated press", "al jazeera", *(_AGENCIES - {"associated", "press", "al", "jazeera"})})


def _dated(text: str) -> bool:
    words = _DATE_WORDS.match(text)
    return dates.parse(text[words.end() :] if words else text) is not None and not text.strip().isdigit()


def _published(text: str) -> str | None:
    """The date of publication that a date line gives; when an article was last changed says nothing about that."""
    words = _DATE_WORDS.match(text)
    if words and re.search(r"updated|modified|edited|revised", words["what"], re.IGNORECASE):
        return None
    return dates.parse(text[words.end() :] if words else text)


def _byline(stated: Stated, *says: str) -> Byline:
    return Byline(stated, _said(stated) | frozenset(says))


def _said(stated: Stated) -> frozenset[str]:
    fields = {
        "author": stated.authors,
        "outlet": stated.outlet,
        "date": stated.published,
        "address": stated.address,
        "title": stated.title,
    }
    return frozenset(name for name, value in fields.items() if value)
