"""STIX 2.1: claims as notes and opinions on reports, for threat intelligence platforms. Needs `sayso[stix]`.

An article is a report (a grouping, where the day of its publication isn't known), a claim a note that refers to the
article, to who speaks, acts and is acted upon, and to the places. What a voice makes of it is an opinion. A claim is
never an incident: what somebody denies would be in the bundle as if it had happened.

Ids are hashes (UUID 5): of the article for a report, else of all that an object holds. So the same ledger gives the
same bytes, and a note that changes gets a new id. STIX demands a time of creation: the day of publication where that is
known, else 1970-01-01.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import BinaryIO
from uuid import UUID, uuid5

import msgspec

from sayso.exports import actors
from sayso.exports.extract import Extract
from sayso.ledger.errors import LedgerError
from sayso.words import lines
from sayso.words.records import Article, Claim, Mention, Place, Voice

Object = dict[str, object]

_NAMESPACE = UUID("8a3c2f0e-6d5b-5c1e-9d0f-2b7e4a91c6d3")
_UNKNOWN = "1970-01-01"
_OPINIONS = {"says": "agree", "accuses": "agree", "doubts": "disagree", "denies": "strongly-disagree"}
"""What a voice of that stance makes of the content. Who asks, orders or predicts doesn't say that it is so."""
_CLASSES = {"person": "individual", "group": "group", "people": "group", "unlisted": "unknown"}
"""Identity classes by kind of actor; every other kind is an organization."""
_SCHEMA = (
    "Properties of a note that is a claim: claim_id; predicate_start and predicate_end, characters of the article's "
    "text; factuality_label and factuality_score (-3 certainly not, 3 certainly), as the nearest voice presents it; "
    "event_type (PLOVER) and event_mode; event_earliest and event_latest, ISO dates; model; review. Sayso's codebook "
    "defines the labels."
)


def write(extract: Extract, out: BinaryIO) -> int:
    """Write one bundle; returns how many objects are in it. LedgerError where stix2 isn't installed."""
    try:
        import stix2
    except ImportError as error:
        raise LedgerError('STIX needs stix2: pip install "sayso[stix]"') from error
    seen: set[str] = set()
    out.write(b'{"type":"bundle","objects":[')
    for one in _Objects(extract).all():
        if one["id"] not in seen:
            # stix2 checks each object against the standard before it is written.
            out.write((b",\n" if seen else b"\n") + stix2.parse(one, version="2.1").serialize().encode())
            seen.add(str(one["id"]))
    out.write(f'\n],"id":"{_id("bundle", *sorted(seen))}"}}\n'.encode())
    return len(seen)


class _Objects:
    """The objects of a bundle, each article's after it."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._actors = actors.read(extract.ledger)
        self._sayso = _made("identity", _UNKNOWN, name="Sayso", identity_class="system")
        self._extension = _made(
            "extension-definition",
            _UNKNOWN,
            name="Claim",
            schema=_SCHEMA,
            version="1.0.0",
            extension_types=["property-extension"],
            created_by_ref=self._sayso["id"],
        )

    def all(self) -> Iterator[Object]:
        yield from (self._sayso, self._extension)
        for article, pairs in groupby(self._extract.sourced(), key=lambda pair: pair[1]):
            found = [one for claim, _ in pairs for one in self._claim(claim, article)]
            yield self._report(article, sorted({str(one["id"]) for one in found}))
            yield from found

    def _report(self, article: Article, refs: list[str]) -> Object:
        day = _day(article)
        origin = {"source_name": article.outlet or "unknown", "external_id": article.article_id}
        return _known(
            {
                **_common("report" if day else "grouping", day or _UNKNOWN),
                "id": _report_id(article),
                "created_by_ref": self._sayso["id"],
                "name": lines.one_line(article.title or "") or article.article_id,
                "published": day and f"{day}T00:00:00Z",
                "context": None if day else "unspecified",
                "description": article.text,
                "lang": article.language,
                "external_references": [_known({**origin, "url": article.address})],
                "object_refs": refs,
            }
        )

    def _claim(self, claim: Claim, article: Article) -> Iterator[Object]:
        """The note, after what it refers to and before the opinions on it."""
        about = list(self._about(claim, article))
        yield from about
        day = _day(article) or _UNKNOWN
        note = _made(
            "note",
            day,
            created_by_ref=self._sayso["id"],
            abstract=lines.content(claim),
            content=str(claim),
            authors=[_speaker(voice, article) for voice in claim.voices],
            confidence=round(100 * claim.confidence),
            lang=article.language,
            labels=[claim.factuality.label, *([claim.event.type] if claim.event else [])],
            object_refs=[_report_id(article), *dict.fromkeys(str(one["id"]) for one in about)],
            extensions={self._extension["id"]: {"extension_type": "property-extension", **_properties(claim)}},
        )
        yield note
        for voice in claim.voices[:-1]:
            if voice.stance in _OPINIONS:
                yield _made(
                    "opinion",
                    day,
                    created_by_ref=self._sayso["id"],
                    opinion=_OPINIONS[voice.stance],
                    authors=[_speaker(voice, article)],
                    object_refs=[note["id"]],
                )

    def _about(self, claim: Claim, article: Article) -> Iterator[Object]:
        event = claim.event
        parties: tuple[Voice | Mention, ...] = (*event.actors, *event.recipients) if event else ()
        for party in (*claim.voices[:-1], *parties):
            identity = self._identity(party, article)
            if identity:
                yield identity
        for place in event.places if event else ():
            location = _location(place)
            # STIX knows none that lies in no country and has no coordinates.
            if "country" in location or "latitude" in location:
                yield location

    def _identity(self, party: Voice | Mention, article: Article) -> Object | None:
        actor = self._actors.get(party.actor_id or "")
        if actor:
            return _identity(actor.name, _CLASSES.get(actor.type, "organization"), actor.actor_id)
        name = lines.one_line(party.text or "")
        if isinstance(party, Voice) and party.named and name:
            # A name that nothing is known of may be somebody else's in the next article.
            return _identity(name, "unknown", article.article_id)
        return None


def _identity(name: str, kind: str, key: str) -> Object:
    known = [{"source_name": "Sayso", "external_id": key}]
    return _made("identity", _UNKNOWN, name=name, identity_class=kind, external_references=known)


def _location(place: Place) -> Object:
    lat, lon = place.lat, place.lon
    on_earth = lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180
    return _made(
        "location",
        _UNKNOWN,
        name=lines.one_line(place.name or place.text),
        latitude=lat if on_earth else None,
        longitude=lon if on_earth else None,
        country=place.country,
        administrative_area=place.admin1,
        external_references=place.place_id and [{"source_name": "Sayso", "external_id": place.place_id}],
    )


def _properties(claim: Claim) -> Object:
    event = claim.event
    return _known(
        {
            "claim_id": claim.claim_id,
            "predicate_start": claim.predicate.start,
            "predicate_end": claim.predicate.end,
            "factuality_label": claim.factuality.label,
            "factuality_score": claim.factuality.score,
            "event_type": event and event.type,
            "event_mode": event and event.mode,
            "event_earliest": event and event.time and event.time.earliest,
            "event_latest": event and event.time and event.time.latest,
            "model": claim.model,
            "review": claim.review,
        }
    )


def _speaker(voice: Voice, article: Article) -> str:
    named = voice.same_as.text if voice.same_as else voice.text
    return lines.one_line(named or article.outlet or article.title or article.article_id)


def _day(article: Article) -> str | None:
    """The day of publication; None where only the month or year is known."""
    try:
        return date.fromisoformat(article.published or "").isoformat()
    except ValueError:
        return None


def _report_id(article: Article) -> str:
    return _id("report" if _day(article) else "grouping", article.article_id)


def _made(kind: str, day: str, **properties: object) -> Object:
    """An object whose id is a hash of all that it holds."""
    held = _known({**_common(kind, day), **properties})
    return {**held, "id": _id(kind, msgspec.json.encode(held, order="sorted").decode())}


def _common(kind: str, day: str) -> Object:
    time = f"{day}T00:00:00Z"
    return {"type": kind, "spec_version": "2.1", "created": time, "modified": time}


def _id(kind: str, *parts: Iterable[str]) -> str:
    return f"{kind}--{uuid5(_NAMESPACE, ' '.join(map(str, parts)))}"


def _known(held: Object) -> Object:
    return {key: value for key, value in held.items() if value not in (None, [], "")}
