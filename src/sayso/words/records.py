"""The records: what Sayso reads, what it finds, and the order in which each field is written.

Every `start` and `end` is a character offset into the article's unaltered text, end excluded, and
`text[start:end]` is what stands there. Records are immutable; sequences are tuples. An unknown is `None`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.words import lines

ParagraphKind = Literal["title", "byline", "text", "quote"]
ClaimKind = Literal["event", "statement"]
ResolutionKind = Literal["place", "actor", "moment"]
UNLISTED_ID = "x:"
"""Begins the id of an actor that no list holds."""
MERGED = "id:"
"""Begins the `text` of a correction that says of an actor, by its id, that it is another."""
Box = tuple[float, float, float, float]
"""West, south, east and north in decimal degrees (WGS 84); west is greater than east across the antimeridian."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text, word for word."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of `Article.text` that is read. What no paragraph covers is boilerplate or white space.

    `kind` says what it is in the layout: the `title`, a `byline` or dateline that stands alone, running `text`,
    or a block `quote` that the file itself marks as one (`<blockquote>`, `>` in Markdown).
    """

    start: int
    end: int
    kind: ParagraphKind = "text"


@dataclass(frozen=True, slots=True)
class Article:
    """One published text with what its file says about it.

    `published` is an ISO prefix of the precision that the file gives: "2018-10-15", "2018-10" or "2018".
    `language` is an ISO 639-1 code. `path` is where it was read from, `part` its number (from 1) where one file
    holds several articles. Neither is part of `article_id`, which is a hash of the content.
    """

    article_id: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    address: str | None
    path: str | None
    part: int | None
    text: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, a noun phrase or a pronoun that stands for an actor. `country` is an ISO 3166-1 alpha-2 code."""

    start: int
    end: int
    text: str
    actor_id: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place. Coordinates are decimal degrees (WGS 84), never finer than `precision`.

    `precision` is a key of the vocabulary `place_precisions`; a country or a region has no coordinates. `place_id` is
    the gazetteer's id: `geonames:170654`, `region:sahel`, or the user's own. `admin1` is the name of the first-level
    region that it lies in. `extent` is a region's box: west, south, east, north, in degrees.
    """

    start: int
    end: int
    text: str
    actor_id: str | None = None
    country: str | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: str | None = None
    place_id: str | None = None
    admin1: str | None = None
    extent: Box | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression. `value` is an ISO prefix of the known precision, never a padded day.

    Beside dates ("2018-10-15", "2018-10", "2018-W41", "2018-Q3", "2018-SU", "XXXX-10-15" where the year is unknown)
    a value may be a duration ("P3D") or a set ("P1D" with `type` "set"): the values of TIMEX3. `precision` is a key of
    the vocabulary `moment_precisions`, `type` one of "date", "time", "duration", "set". `mod` is TIMEX3's: "START"
    (early), "MID", "END", "APPROX", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN". `earliest` and `latest` are the first
    and the last day (ISO) that it can mean. `deadline` says that something is to be done by then.
    """

    start: int
    end: int
    text: str
    value: str | None = None
    precision: str | None = None
    type: str | None = None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; `low`, `best` and `high` as UCDP gives them.

    `unit` is the counted thing or the unit as the text has it, in its dictionary form ("fighter", "km"); `kind` a key
    of the vocabulary `quantity_kinds` ("killed", "troops", "money"), where one fits.
    """

    start: int
    end: int
    text: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """What an article's own date says of an event without a date: `side` is "until" (it had happened by `value`) or
    "from" (it had not). `value` is an ISO prefix.
    """

    value: str
    side: Literal["until", "from"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One source with its cue. The article's own voice has no offsets, no text and no cue.

    `stance`, `source_kind` are keys of the vocabulary of that name. `same_as` is the earlier mention that a
    pronoun or a phrase such as "the source" stands for.
    """

    start: int | None
    end: int | None
    text: str | None
    cue: Span | None
    stance: str
    source_kind: str | None
    named: bool
    actor_id: str | None = None
    same_as: Span | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Factuality:
    """How the innermost voice presents the event: −3 (certainly not) … +3 (certainly), and a label."""

    score: float
    label: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened in PLOVER's terms: `type` and `mode` are keys of the vocabulary `event_types`."""

    type: str
    mode: str | None
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    places: tuple[Place, ...]
    time: Moment | None
    quantities: tuple[Quantity, ...]
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One predicate as one chain of voices presents it.

    `content` are the fragments of what is claimed, in order. `voices` is the chain, nearest first; the last is
    always the article's own. `review` is a key of the vocabulary `review_states`, None where nobody decided.
    """

    claim_id: str
    article_id: str
    kind: ClaimKind
    content: tuple[Span, ...]
    predicate: Span
    voices: tuple[Voice, ...]
    factuality: Factuality
    event: Event | None
    confidence: float
    model: str
    incident_id: str | None = None
    review: str | None = None

    def __str__(self) -> str:
        """“withdrew its heavy weapons” — the National Liberation Front, via Reuters; happened (+2.6) [0.91]."""
        return lines.line(self)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the model marked, with its label (vocabulary `entity_labels`) and its confidence, 0 … 1."""

    start: int
    end: int
    text: str
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a mention may mean: `id` and `name` of a place, an actor or a moment, with its score, 0 … 1.

    `type` is a GeoNames feature code ("PPLA"), a kind of actor (vocabulary `actor_kinds`) or of moment ("date").
    Coordinates and `precision` are a place's (vocabulary `place_precisions`) or, the latter, a moment's.
    """

    id: str
    name: str
    type: str
    country: str | None
    score: float
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    admin1: str | None = None
    extent: Box | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one mention was taken to mean, what else it could mean, and why: for the person who corrects it.

    `chosen` is None where nothing known fits. `score` is the probability, 0 … 1, that the choice, none included, is
    right. `others` are the runners-up, best first. `why` holds short sentences. `decided` says that a person chose.
    """

    start: int
    end: int
    text: str
    kind: ResolutionKind
    chosen: Candidate | None
    score: float
    others: tuple[Candidate, ...] = ()
    why: tuple[str, ...] = ()
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word that a name means something: `id` of a place or actor, or None for nothing of the kind.

    `article_id` is the article for which it holds, None for all. Names match without regard to case and accents. With
    `start` it holds for the one mention that begins there. A `text` of "id:" and an id says that this actor is `id`.
    """

    kind: ResolutionKind
    text: str
    id: str | None
    article_id: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as one model read it: what goes into a ledger whole or not at all.

    `model` is the name and version of the weights, as each claim's `model` holds it. `world` is the version of what
    names were looked up in, with the corrections that held; empty before they were. `revision` is that of the article
    in the ledger that it was taken from, None for one that comes from a file.
    """

    article: Article
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    model: str
    resolutions: tuple[Resolution, ...] = ()
    world: str = ""
    revision: int | None = None
