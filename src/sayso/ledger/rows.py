"""Records to rows of the tables, and rows back to the same records.

Rows of claims, voices, spans and entities are plain tuples in the order of the table's columns: a ledger takes in
tens of thousands a second, and a dictionary each would double the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import cast

import msgspec
from sqlalchemy import Row

from sayso.words.records import (
    Article,
    Bound,
    Box,
    Candidate,
    Claim,
    ClaimKind,
    Entity,
    Event,
    Factuality,
    Mention,
    Moment,
    Paragraph,
    ParagraphKind,
    Place,
    Quantity,
    Reading,
    Resolution,
    ResolutionKind,
    Span,
    Voice,
)

Cell = str | int | float | None
Cells = tuple[Cell, ...]
Marked = Span | Mention | Place | Moment | Quantity | Entity | Resolution
"""Whatever stands in the text with offsets."""
Stored = Row[*tuple[object, ...]]

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SPAN_KEY = ("article_id", "position", "role", "number")
_OFFSETS = ("start", "end", "text")
_SPAN_COLUMNS: dict[type[Marked], tuple[str, ...]] = {
    Span: (),
    Mention: ("actor_id", "country"),
    Place: (
        *("actor_id", "country", "name", "lat", "lon", "geonames_id", "precision"),
        *("place_id", "admin1", "extent"),
    ),
    Moment: ("precision", "value", "type", "mod", "earliest", "latest", "deadline"),
    Quantity: ("low", "best", "high", "unit", "kind"),
}
"""What each kind of span has beside its offsets and text; columns of `spans` of the same names and order."""
_SPAN_CELLS = {kind: attrgetter(*_OFFSETS, *columns) for kind, columns in _SPAN_COLUMNS.items()}


def article_values(reading: Reading, run_id: str) -> dict[str, object]:
    """The columns of `articles`."""
    article = reading.article
    return {
        "article_id": article.article_id,
        "title": article.title,
        "outlet": article.outlet,
        "authors": article.authors,
        "published": article.published,
        "language": article.language,
        "address": article.address,
        "path": article.path,
        "part": article.part,
        "text": article.text,
        "paragraphs": [(p.start, p.end, p.kind) for p in article.paragraphs],
        "words": count_words(article),
        "model": reading.model,
        "run_id": run_id,
        "world": reading.world or None,
    }


def count_words(article: Article) -> int:
    """Words as the ledger counts them: what white space separates."""
    return len(article.text.split())


def article_of(row: Stored) -> Article:
    """The article of a row of `articles`."""
    return Article(
        article_id=row.article_id,
        title=row.title,
        outlet=row.outlet,
        authors=tuple(row.authors),
        published=row.published,
        language=row.language,
        address=row.address,
        path=row.path,
        part=row.part,
        text=row.text,
        paragraphs=tuple(Paragraph(start, end, cast("ParagraphKind", kind)) for start, end, kind in row.paragraphs),
    )


def by_position(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order of their predicates; the id decides between two of one predicate."""
    return sorted(claims, key=lambda claim: (claim.predicate.start, claim.predicate.end, claim.claim_id))


def claim_cells(claim: Claim, position: int) -> Cells:
    """A row of `claims`."""
    event = claim.event
    return (
        claim.article_id,
        position,
        claim.claim_id,
        claim.kind,
        *_cells(claim.predicate),
        claim.factuality.score,
        claim.factuality.label,
        event.type if event else None,
        event.mode if event else None,
        *_when(event),
        claim.confidence,
        claim.model,
        claim.incident_id,
        claim.review,
    )


def _when(event: Event | None) -> Cells:
    time, bound = (event.time, event.bound) if event else (None, None)
    date = time.value if time and time.value and _DATE.fullmatch(time.value) else None
    return (
        time.value if time else None,
        (time.earliest if time else None) or date,
        (time.latest if time else None) or date,
        bound.value if bound else None,
        bound.side if bound else None,
    )


def voice_cells(claim: Claim, position: int) -> Iterator[Cells]:
    """The rows of `voices` of one claim."""
    for number, voice in enumerate(claim.voices):
        yield (
            claim.article_id,
            position,
            number,
            voice.start,
            voice.end,
            voice.text,
            *_cells(voice.cue),
            voice.stance,
            voice.source_kind,
            voice.named,
            voice.actor_id,
            *_cells(voice.same_as),
            voice.country,
        )


def span_cells(claims: Iterable[tuple[int, Claim]]) -> Iterator[tuple[tuple[str, ...], list[Cells]]]:
    """The rows of `spans` of claims with their positions: columns and cells, for each kind of span by itself.

    A content fragment has 12 columns fewer than a place has, and filling them with nulls would take most of the time.
    """
    rows: dict[type[Marked], list[Cells]] = {kind: [] for kind in _SPAN_COLUMNS}
    for position, claim in claims:
        for role, spans in roles(claim):
            for number, span in enumerate(spans):
                kind = type(span)
                rows[kind].append((claim.article_id, position, role, number, *_span_cells(span)))
    for kind, columns in _SPAN_COLUMNS.items():
        yield (*_SPAN_KEY, "start_char", "end_char", "text", *columns), rows[kind]


def _span_cells(span: Marked) -> Cells:
    cells: Cells = _SPAN_CELLS[type(span)](span)
    if isinstance(span, Place) and span.extent is not None:
        return (*cells[:-1], _json(span.extent))
    return cells


def roles(claim: Claim) -> Iterator[tuple[str, Sequence[Marked]]]:
    """The spans of a claim by what they are to it, the column `role`."""
    yield "content", claim.content
    if event := claim.event:
        yield "actor", event.actors
        yield "recipient", event.recipients
        yield "place", event.places
        yield "time", (event.time,) if event.time else ()
        yield "quantity", event.quantities


def entity_cells(article_id: str, number: int, entity: Entity) -> Cells:
    """A row of `entities`."""
    return (article_id, number, entity.start, entity.end, entity.text, entity.label, entity.confidence)


def resolution_cells(article_id: str, number: int, found: Resolution) -> Cells:
    """A row of `resolutions`."""
    chosen = found.chosen
    known = (None,) * 7 if chosen is None else _CANDIDATE_CELLS(chosen)
    return (
        article_id,
        number,
        found.start,
        found.end,
        found.text,
        found.kind,
        *known,
        found.score,
        None if chosen is None else _json(chosen),
        _json(found.others),
        _json(found.why),
        found.decided,
    )


_CANDIDATE_CELLS = attrgetter("id", "name", "type", "country", "lat", "lon", "precision")


def resolution_of(row: Stored) -> Resolution:
    """The resolution of a row of `resolutions`."""
    return Resolution(
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        kind=cast("ResolutionKind", row.kind),
        chosen=None if row.chosen is None else msgspec.convert(row.chosen, Candidate),
        score=row.score,
        others=msgspec.convert(row.others, tuple[Candidate, ...]),
        why=tuple(row.why),
        decided=row.decided,
    )


def _json(value: object) -> str:
    return _ENCODE(value).decode()


_ENCODE = msgspec.json.Encoder().encode


def entity_of(row: Stored) -> Entity:
    """The entity of a row of `entities`."""
    return Entity(row.start_char, row.end_char, row.text, row.label, row.confidence)


def claim_of(row: Stored, voices: Iterable[Stored], spans: Iterable[Stored]) -> Claim:
    """The claim of a row of `claims` with its rows of `voices` and `spans`, each in the order of `number`."""
    by_role: dict[str, list[Stored]] = {}
    for span in spans:
        by_role.setdefault(span.role, []).append(span)
    return Claim(
        claim_id=row.claim_id,
        article_id=row.article_id,
        kind=cast("ClaimKind", row.kind),
        content=tuple(Span(s.start_char, s.end_char, s.text) for s in by_role.get("content", ())),
        predicate=Span(row.predicate_start, row.predicate_end, row.predicate_text),
        voices=tuple(map(_voice, voices)),
        factuality=Factuality(row.factuality_score, row.factuality_label),
        event=None if row.event_type is None else _event(row, by_role),
        confidence=row.confidence,
        model=row.model,
        incident_id=row.incident_id,
        review=row.review,
    )


def _voice(row: Stored) -> Voice:
    return Voice(
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        cue=_span(row.cue_start, row.cue_end, row.cue_text),
        stance=row.stance,
        source_kind=row.source_kind,
        named=row.named,
        actor_id=row.actor_id,
        same_as=_span(row.same_as_start, row.same_as_end, row.same_as_text),
        country=row.country,
    )


def _event(row: Stored, by_role: dict[str, list[Stored]]) -> Event:
    return Event(
        type=row.event_type,
        mode=row.event_mode,
        actors=tuple(map(_mention, by_role.get("actor", ()))),
        recipients=tuple(map(_mention, by_role.get("recipient", ()))),
        places=tuple(map(_place, by_role.get("place", ()))),
        time=next(map(_moment, by_role.get("time", ())), None),
        quantities=tuple(map(_quantity, by_role.get("quantity", ()))),
        bound=None if row.bound_value is None else Bound(row.bound_value, row.bound_side),
    )


def _mention(s: Stored) -> Mention:
    return Mention(s.start_char, s.end_char, s.text, s.actor_id, s.country)


def _place(s: Stored) -> Place:
    extent: Box | None = None if s.extent is None else tuple(s.extent)
    known = s.actor_id, s.country, s.name, s.lat, s.lon, s.geonames_id, s.precision, s.place_id, s.admin1
    return Place(s.start_char, s.end_char, s.text, *known, extent)


def _moment(s: Stored) -> Moment:
    known = s.value, s.precision, s.type, s.mod, s.earliest, s.latest
    return Moment(s.start_char, s.end_char, s.text, *known, bool(s.deadline))


def _quantity(s: Stored) -> Quantity:
    return Quantity(s.start_char, s.end_char, s.text, s.low, s.best, s.high, s.unit, s.kind)


def _span(start: int | None, end: int | None, text: str | None) -> Span | None:
    return None if start is None or end is None or text is None else Span(start, end, text)


def _cells(span: Span | None) -> Cells:
    return (span.start, span.end, span.text) if span else (None, None, None)
