"""Claims and articles as rows, one each. `CLAIM_COLUMNS` and `ARTICLE_COLUMNS` define each column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from sayso.exports.extract import ArticleRecord, Extract
from sayso.exports.tables import Cell, csv_lines
from sayso.words.records import Article, Claim, Event, Mention, Place, Quantity, Voice

Columns = Mapping[str, str]

CLAIM_COLUMNS: Columns = {
    "claim_id": "hash of the content",
    "article_id": "hash of the article",
    "title": "of the article",
    "outlet": "that published it",
    "published": "ISO prefix",
    "kind": "`event` or `statement`",
    "content": "what is claimed, its fragments joined by ` … `",
    "predicate": "the word that claims it",
    "predicate_start": "character offset into the article's text",
    "predicate_end": "offset after it",
    "source": "words of the nearest voice; empty where the article speaks for itself",
    "source_is": "the earlier mention that the source stands for",
    "source_kind": "vocabulary `source_kinds`, of the nearest voice",
    "named": "`true` or `false`, of the nearest voice",
    "cue": "the words that attribute it",
    "stance": "vocabulary `stances`, of the nearest voice",
    "chain": "all sources but the article's own voice, nearest first, joined by ` < `",
    "factuality_score": "−3 (certainly not) … 3 (certainly)",
    "factuality_label": "vocabulary `factuality`",
    "event_type": "vocabulary `event_types`",
    "event_mode": "mode of the event",
    "actors": "who did it, joined by `; `",
    "recipients": "to whom, joined by `; `",
    "places": "where, joined by `; `",
    "time": "the time expression",
    "time_value": "its value, where known: ISO prefix",
    "quantities": "numbers with what they count, joined by `; `",
    "confidence": "0 … 1",
    "model": "name and version of the weights",
    "incident_id": "claims of one happening share it",
    "source_id": "who the nearest voice is: id of the actor",
    "source_country": "whose it is: ISO 3166-1 alpha-2",
    "actor_ids": "ids of `actors`, joined by `; `; empty where unknown",
    "actor_countries": "countries of `actors`, joined by `; `",
    "recipient_ids": "ids of `recipients`",
    "recipient_countries": "countries of `recipients`",
    "place_ids": "ids of `places`",
    "place_countries": "countries of `places`",
    "lat": "of the first place that is located, decimal degrees (WGS 84)",
    "lon": "of the same",
    "place_precision": "of the same: vocabulary `place_precisions`",
    "time_earliest": "the first day that the time can mean",
    "time_latest": "the last day",
    "deadline": "`true` where something is to be done by the time",
    "bound": "the article's date, where the event has none: `until` or `from`, and the date",
    "quantity_ranges": "of `quantities`: kind, low, best and high, such as `killed 10/12/`",
    "review": "vocabulary `review_states`: what people decided; empty where nobody did",
}

VOICE_COLUMNS: Columns = {
    "claim_id": "of the claim whose chain it is in",
    "number": "from 1, the nearest voice, to the article's own, the last",
    "source": "words that name it; empty for the article's own voice",
    "source_is": "the earlier mention that the source stands for",
    "source_kind": "vocabulary `source_kinds`",
    "named": "`true` or `false`",
    "cue": "the words that attribute it",
    "stance": "vocabulary `stances`",
    "source_id": "who it is: id of the actor",
    "source_country": "whose it is: ISO 3166-1 alpha-2",
}

ARTICLE_COLUMNS: Columns = {
    "article_id": "hash of the content",
    "title": "as the file gives it",
    "outlet": "that published it",
    "authors": "joined by `; `",
    "published": "ISO prefix",
    "language": "ISO 639-1",
    "address": "on the web",
    "path": "the file it was read from",
    "text": "unaltered, but for the apostrophe before a formula; empty where texts are left out",
    "part": "from 1, where one file holds several articles",
}


def write(extract: Extract, out: BinaryIO) -> int:
    """Write the claims or articles as CSV; returns how many."""
    written = -1  # the heading is no record
    for line in csv_lines(columns(extract), rows(extract)):
        out.write(line)
        written += 1
    return written


def columns(extract: Extract) -> Columns:
    """The columns of what is exported."""
    return CLAIM_COLUMNS if extract.what == "claims" else ARTICLE_COLUMNS


def rows(extract: Extract) -> Iterator[list[Cell]]:
    """The claims or articles, each in the order of its columns."""
    if extract.what == "claims":
        return (claim_cells(claim, article) for claim, article in extract.sourced())
    return map(article_cells, extract.articles())


def claim_cells(claim: Claim, article: Article) -> list[Cell]:
    """The row of a claim, in the order of `CLAIM_COLUMNS`."""
    return [
        claim.claim_id,
        claim.article_id,
        article.title,
        article.outlet,
        article.published,
        claim.kind,
        " … ".join(span.text for span in claim.content),
        claim.predicate.text,
        claim.predicate.start,
        claim.predicate.end,
        *_voice_cells(claim.voices),
        claim.factuality.score,
        claim.factuality.label,
        *_event_cells(claim.event),
        claim.confidence,
        claim.model,
        claim.incident_id,
        *_meant(claim),
        claim.review,
    ]


def _meant(claim: Claim) -> list[Cell]:
    """What the names of a claim mean."""
    nearest, event = claim.voices[0] if claim.voices else None, claim.event
    source: list[Cell] = [nearest.actor_id, nearest.country] if nearest else [None, None]
    if event is None:
        return [*source, *[None] * 14]
    located = next((place for place in event.places if place.lat is not None), None)
    time = event.time
    return [
        *source,
        *(_each(m.actor_id for m in event.actors), _each(m.country for m in event.actors)),
        *(_each(m.actor_id for m in event.recipients), _each(m.country for m in event.recipients)),
        *(_each(p.place_id for p in event.places), _each(p.country for p in event.places)),
        *((located.lat, located.lon, located.precision) if located else (None, None, None)),
        *((time.earliest, time.latest, "true" if time.deadline else "false") if time else (None, None, None)),
        f"{event.bound.side} {event.bound.value}" if event.bound else None,
        "; ".join(_range(quantity) for quantity in event.quantities),
    ]


def _each(values: Iterable[str | None]) -> str:
    return "; ".join(value or "" for value in values)


def _range(quantity: Quantity) -> str:
    figures = ("" if figure is None else f"{figure:g}" for figure in (quantity.low, quantity.best, quantity.high))
    return f"{quantity.kind or quantity.unit or ''} {'/'.join(figures)}".strip()


def voice_rows(claim: Claim) -> Iterator[list[Cell]]:
    """A row for each voice of a claim, in the order of `VOICE_COLUMNS`."""
    for number, voice in enumerate(claim.voices, 1):
        yield [claim.claim_id, number, *_told(voice), voice.actor_id, voice.country]


def article_cells(article: ArticleRecord) -> list[Cell]:
    """The row of an article, in the order of `ARTICLE_COLUMNS`."""
    return [
        article.article_id,
        article.title,
        article.outlet,
        "; ".join(article.authors),
        article.published,
        article.language,
        article.address,
        article.path,
        article.text,
        article.part,
    ]


def _voice_cells(voices: tuple[Voice, ...]) -> list[Cell]:
    if not voices:
        return [None] * 7
    return [*_told(voices[0]), " < ".join(voice.text for voice in voices if voice.text is not None)]


def _told(voice: Voice) -> list[Cell]:
    return [
        voice.text,
        voice.same_as.text if voice.same_as else None,
        voice.source_kind,
        "true" if voice.named else "false",
        voice.cue.text if voice.cue else None,
        voice.stance,
    ]


def _event_cells(event: Event | None) -> list[Cell]:
    if event is None:
        return [None] * 8
    return [
        event.type,
        event.mode,
        _joined(event.actors),
        _joined(event.recipients),
        _joined(event.places),
        event.time.text if event.time else None,
        event.time.value if event.time else None,
        _joined(event.quantities),
    ]


def _joined(spans: Iterable[Mention | Place | Quantity]) -> str:
    return "; ".join(span.text for span in spans)
