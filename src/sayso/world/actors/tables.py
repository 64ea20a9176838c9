"""Rows of the list's CSV files: read, checked, and refused with file, line and reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.words import vocabulary
from sayso.world.errors import WorldError

ACTOR_COLUMNS = ("id", "name", "kind", "countries", "code", "parent", "wikidata", "since", "until", "aliases")
STATE_COLUMNS = (*ACTOR_COLUMNS, "demonyms", "capital", "metonyms")
OFFICE_COLUMNS = ("office_id", "name", "country", "body", "aliases")
TERM_COLUMNS = ("person", "office", "since", "until")
ROLE_COLUMNS = ("role", "body", "aliases")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_ID = re.compile(r"[A-Za-z0-9][\w.:-]{0,99}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_INTERNATIONAL = ("IGO", "IMG")
"""CAMEO's codes of international and international armed actors."""
_MOST_BYTES = 50_000_000


class ActorListError(WorldError):
    """A file that the list of actors cannot take. The message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor. `doubtful` (a trailing "?" in the file): it means the actor only where the context fits."""

    text: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the list.

    `kind` is a key of the vocabulary `actor_kinds`, `countries` alpha-2 codes, that for which it acts first. `code` is
    CAMEO's or of its style, `parent` the id of what it is part of. `since` and `until` are ISO prefixes, None where
    unknown or open. `aliases` are all names but `name`.
    """

    id: str
    name: str
    kind: str
    countries: tuple[str, ...]
    code: str | None
    parent: str | None
    wikidata: str | None
    since: str | None
    until: str | None
    aliases: tuple[Alias, ...]
    demonyms: tuple[Alias, ...] = ()
    capital: str | None = None
    metonyms: tuple[Alias, ...] = ()

    @property
    def is_intergovernmental(self) -> bool:
        """Whether several states made it: whoever holds an office in it acts for no country."""
        return self.code is not None and self.code.startswith("IGO")

    @property
    def country(self) -> str | None:
        """The country for which it acts; None for what is no country's, as its code says, wherever it acts."""
        international = self.kind != "person" and self.code is not None and self.code.startswith(_INTERNATIONAL)
        return None if international or not self.countries else self.countries[0]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table with where it stands, for messages."""

    file: str
    line: int
    values: list[str]

    def error(self, reason: str) -> ActorListError:
        """What is wrong with this line, to raise."""
        return ActorListError(f"{self.file}, line {self.line}: {reason}")


def rows(path: Path, *headers: Sequence[str]) -> Iterator[Row]:
    """The lines of a table whose header is one of these. Raises ActorListError."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ActorListError(f"{path.name}: larger than {_MOST_BYTES // 1_000_000} MB, which no list of actors is")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ActorListError(f"{path.name}: cannot be read as UTF-8 text ({error})") from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = tuple(next(reader, ()))
        if header not in headers:
            raise ActorListError(f"{path.name}, line 1: the header must be {','.join(headers[0])}")
        for values in reader:
            row = Row(path.name, reader.line_num, values)
            if len(values) != len(header):
                raise row.error(f"{len(values)} fields, but {len(header)} columns")
            yield row
    except csv.Error as error:
        raise ActorListError(f"{path.name}, line {reader.line_num}: {error}") from error


def actors(path: Path) -> Iterator[Row]:
    """The lines of a file of actors. Raises ActorListError where it is no such file."""
    return rows(path, ACTOR_COLUMNS, STATE_COLUMNS)


def checked(path: Path) -> list[Row]:
    """The lines of a file of actors, if every one is right. Raises ActorListError at the first broken one."""
    kinds = frozenset(vocabulary.load("actor_kinds"))
    found: dict[str, Row] = {}
    for row in actors(path):
        _check(row, kinds)
        if found.setdefault(row.values[0], row) is not row:
            raise row.error(f"the id {row.values[0]!r} stands here for the second time")
    return list(found.values())


def _check(row: Row, kinds: frozenset[str]) -> None:
    actor_id, name, kind, countries, _, _, wikidata, since, until = row.values[:9]
    if not _ID.fullmatch(actor_id):
        raise row.error(f"{actor_id!r} is no id: letters, digits, dots and hyphens, at most 100")
    if not name.strip():
        raise row.error("the name is missing")
    if kind not in kinds:
        raise row.error(f"{kind!r} is no kind of actor; there are {', '.join(sorted(kinds))}")
    for country in split(countries, ";"):
        if not _COUNTRY.fullmatch(country):
            raise row.error(f"{country!r} is no ISO 3166-1 alpha-2 code")
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        raise row.error(f"{wikidata!r} is no Wikidata id")
    check_dates(row, since, until)


def check_dates(row: Row, since: str, until: str) -> None:
    """Raise ActorListError unless both are ISO prefixes, in order, or empty."""
    for date in (since, until):
        if date and not _DATE.fullmatch(date):
            raise row.error(f"{date!r} is no ISO date: 2017, 2017-01 or 2017-01-28")
    shared = min(len(since), len(until))
    if since[:shared] > until[:shared]:
        raise row.error(f"it ends ({until}) before it begins ({since})")


def actor(values: Sequence[str]) -> Actor:
    """The actor of one line."""
    actor_id, name, kind, countries, code, parent, wikidata, since, until, names = values[:10]
    demonyms, capital, metonyms = values[10:] or ("", "", "")
    return Actor(
        actor_id,
        name.strip(),
        kind,
        split(countries, ";"),
        code or None,
        parent or None,
        wikidata or None,
        since or None,
        until or None,
        aliases(names),
        aliases(demonyms),
        capital or None,
        aliases(metonyms),
    )


def aliases(field: str) -> tuple[Alias, ...]:
    """Names separated by "|"; one that ends in "?" is doubtful."""
    return tuple(Alias(name.removesuffix("?").rstrip(), doubtful=name.endswith("?")) for name in split(field))


def split(field: str, separator: str = "|") -> tuple[str, ...]:
    """The parts of a field, without the empty ones."""
    return tuple(part.strip() for part in field.split(separator) if part.strip())
