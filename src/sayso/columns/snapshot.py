"""A ledger's claims as columns, as they were at one moment.

Three levels, each in the order of the one above: articles by id, an article's claims by position, a claim's voices,
actors, recipients, places and reviewers by number. Every level counts, row by row, what belongs to it below; so an
article's rows can be replaced without a number elsewhere changing. Texts are codes into tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.columns import days
from sayso.columns.memo import Memo, Recent
from sayso.columns.texts import Coder, Codes, Mask, Texts
from sayso.ledger.filter import Filter
from sayso.words.records import Box

Numbers = NDArray[np.int32]
UNLISTED = "unlisted"
"""The kind of an actor that no list holds."""


@dataclass(frozen=True, eq=False)
class Articles:
    """A row an article, by article_id. Codes into the tables `head`, `date`, `outlet` and `label`."""

    article_id: Codes
    title: Codes
    authors: Codes
    """A list in JSON."""
    path: Codes
    published: Codes
    outlet: Codes
    language: Codes
    words: Numbers
    revision: Numbers
    claims: Numbers
    """How many follow."""


@dataclass(frozen=True, eq=False)
class Claims:
    """A row a claim, by article and position. Codes into the table `label`."""

    position: Numbers
    kind: Codes
    event_type: Codes
    mode: Codes
    factuality: Codes
    review: Codes
    confidence: NDArray[np.float64]
    first: Numbers
    """The first day that the event's time can mean, since 1970-01-01; `days.HIGHEST` where there is none."""
    last: Numbers
    """The last day; `days.LOWEST` where there is none."""
    deadline: Numbers
    """1 where the event is to be done by then."""
    comments: Numbers
    voices: Numbers
    actors: Numbers
    recipients: Numbers
    places: Numbers
    reviewers: Numbers


@dataclass(frozen=True, eq=False)
class Voices:
    """A row a source of a claim, nearest first, without the article's own. Codes into `text`, `actor` and `label`."""

    text: Codes
    same_as: Codes
    actor: Codes
    source_kind: Codes
    stance: Codes
    named: Numbers


@dataclass(frozen=True, eq=False)
class Mentions:
    """A row an actor or a recipient of an event. Codes into `text` and `actor`."""

    text: Codes
    actor: Codes


@dataclass(frozen=True, eq=False)
class Sites:
    """A row a place of an event. Codes into `text`, `actor` and `place`."""

    text: Codes
    actor: Codes
    place: Codes


@dataclass(frozen=True, eq=False)
class Reviewers:
    """A row a person whose decision on the claim holds. Codes into `label`."""

    name: Codes


@dataclass(frozen=True, slots=True)
class Known:
    """What a place is, as the table `place` holds it in JSON: the fields of the record of that name."""

    place_id: str | None
    name: str | None
    country: str | None
    admin1: str | None
    precision: str | None
    lat: float | None
    lon: float | None
    extent: Box | None


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of an actor, by its id."""

    name: str
    type: str
    country: str | None


@dataclass(frozen=True, eq=False)
class Atlas:
    """The places of the table `place`, each a way in which articles know one: a column each, and number 0 for none."""

    known: tuple[Known | None, ...]
    ids: Texts
    names: Texts
    """By the same number as the place."""
    countries: Texts
    place_id: Codes
    """Into `ids`."""
    country: Codes
    """Into `countries`."""
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """All columns at one revision of the ledger. It never changes; `Columns.now` gives a newer one."""

    revision: int
    tables: Mapping[str, Texts]
    """`head`, `date`, `outlet`, `text`, `actor`, `place`, `label`."""
    actors: Mapping[str, Named]
    articles: Articles
    claims: Claims
    voices: Voices
    acting: Mentions
    receiving: Mentions
    sites: Sites
    reviewers: Reviewers
    content: Texts
    """A claim's content as its words are compared (`search.spread`), fragments apart."""
    memo: Memo = field(default_factory=Memo)
    masks: Recent[Filter, Mask] = field(default_factory=lambda: Recent(48))

    def __len__(self) -> int:
        return len(self.claims.position)

    @property
    def article(self) -> Codes:
        """The row in `articles` of each claim."""
        return self.memo(owners, self.articles.claims)

    def claim(self, counts: Numbers) -> Codes:
        """The row in `claims` of each row below, where `counts` are the claims' counts of those."""
        return self.memo(owners, counts)

    @property
    def article_starts(self) -> NDArray[np.int64]:
        """The row of each article's first claim, with the number of claims at the end."""
        return self.memo(starts, self.articles.claims)

    @property
    def atlas(self) -> Atlas:
        """The table `place`, read."""
        return self.memo(_atlas, self.tables["place"])

    @property
    def dates(self) -> Texts:
        """What `articles.published` holds codes of."""
        return self.tables["date"]

    @property
    def published(self) -> tuple[Numbers, Numbers]:
        """The first and the last day on which each article can have been published."""
        return self.memo(_published, self.dates, self.articles.published)

    def mentions(self, role: str) -> tuple[Mentions, Numbers]:
        """The actors or the recipients, with the claims' counts of them."""
        return (self.acting, self.claims.actors) if role == "actor" else (self.receiving, self.claims.recipients)

    @property
    def article_ids(self) -> tuple[str, ...]:
        """Ids of the articles, in order."""
        return self.memo(_decoded, self.tables["head"], self.articles.article_id)

    def text(self, table: str, code: int) -> str | None:
        """What a code means."""
        return self.tables[table][code] if code else None


def _decoded(table: Texts, codes: Codes) -> tuple[str, ...]:
    return tuple(table[code] for code in codes.tolist())


def owners(counts: Numbers) -> Codes:
    """For each row below, the row that it belongs to."""
    return np.repeat(np.arange(len(counts), dtype=np.int32), counts)


def starts(counts: Numbers) -> NDArray[np.int64]:
    """For each row, where its rows below begin; at the end, how many those are."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])


def _atlas(table: Texts) -> Atlas:
    decoder = msgspec.json.Decoder(Known)
    known = (None, *(decoder.decode(text) for number, text in enumerate(table) if number))
    ids, countries = Coder(), Coder()
    return Atlas(
        known=known,
        place_id=ids.codes((place.place_id if place else None for place in known), len(known)),
        country=countries.codes((place.country if place else None for place in known), len(known)),
        ids=ids.texts(),
        names=Texts.of((place and place.name) or "" for place in known),
        countries=countries.texts(),
        lat=np.array([place.lat if place else None for place in known], np.float64),
        lon=np.array([place.lon if place else None for place in known], np.float64),
    )


def _published(dates: Texts, codes: Codes) -> tuple[Numbers, Numbers]:
    first, last = days.firsts(), days.lasts()
    known = [text or None for text in dates]
    firsts, lasts = (np.array([of[text] for text in known], np.int32) for of in (first, last))
    return firsts[codes], lasts[codes]
