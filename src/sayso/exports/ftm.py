"""FollowTheMoney: articles, actors and events as entities, one a line, for Aleph. Needs `sayso[ftm]`.

An event claim is an Event only where it is presented as having happened; a denial, a plan or a rumour is a Note on the
actors, so that nobody searching for events finds what somebody denies. Actors that the list of actors or the ledger
knows are Persons, PublicBodies, Organizations or Companies by their kind; a source that is named but not known is a
Mention in its article. Ids are hashes, so the same ledger gives the same bytes and another export adds to the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO

import msgspec

from sayso.exports import actors
from sayso.exports.extract import Extract
from sayso.ledger.errors import LedgerError
from sayso.words import lines
from sayso.words.records import Article, Claim, Event, Voice

Values = dict[str, str | Sequence[str | None] | None]

_PUBLIC = "government ministry military police intelligence legislature court office international alliance"
_SCHEMATA = {
    **dict.fromkeys(_PUBLIC.split(), "PublicBody"),
    **dict.fromkeys(("armed_group", "party", "outlet", "aid", "rights", "research", "religious"), "Organization"),
    "person": "Person",
    "company": "Company",
}
"""Schemata by kind of actor; of every other kind is a LegalEntity."""


def write(extract: Extract, out: BinaryIO) -> int:
    """Write the entities; returns how many. LedgerError where followthemoney isn't installed."""
    try:
        from followthemoney import model
    except ImportError as error:
        raise LedgerError('FollowTheMoney needs its library: pip install "sayso[ftm]"') from error
    seen: set[str] = set()
    for schema, key, values in _Entities(extract).all():
        if key not in seen:
            seen.add(key)
            entity = model.make_entity(schema)
            entity.id = key
            for name, value in values.items():
                # The library leaves out a value that isn't of the property's type, such as a country it doesn't know.
                entity.add(name, value)
            out.write(msgspec.json.encode(entity.to_dict(), order="deterministic") + b"\n")
    return len(seen)


class _Entities:
    """The entities of an extract as schema, id and values, each before the first that refers to it."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._actors = actors.read(extract.ledger)

    def all(self) -> Iterator[tuple[str, str, Values]]:
        for claim, article in self._extract.sourced():
            document = _id("article", article.article_id)
            yield "Article", document, self._article(article)
            for voice in claim.voices[:-1]:
                yield from self._source(voice, article, document)
            yield from self._claim(claim, document)

    def _article(self, article: Article) -> Values:
        return {
            "title": article.title,
            "fileName": article.path or article.article_id,
            "author": article.authors,
            "publisher": article.outlet,
            "publishedAt": article.published,
            "language": article.language,
            "sourceUrl": article.address,
            "bodyText": article.text,
        }

    def _source(self, voice: Voice, article: Article, document: str) -> Iterator[tuple[str, str, Values]]:
        actor = self._actors.get(voice.actor_id or "")
        if actor:
            yield from self._known([actor.actor_id])
            entity = _id("actor", actor.actor_id)
            told: Values = {"document": document, "entity": entity, "role": "source", "date": article.published}
            yield "Documentation", _id("source", document, entity), told
        elif voice.named and (name := lines.one_line(voice.text or "")):
            yield "Mention", _id("mention", document, name), {"document": document, "name": name}

    def _known(self, actors: Iterable[str | None]) -> Iterator[tuple[str, str, Values]]:
        for key in actors:
            actor = self._actors.get(key or "")
            if actor:
                values: Values = {"name": actor.name, "country": actor.country}
                yield _SCHEMATA.get(actor.type, "LegalEntity"), _id("actor", actor.actor_id), values

    def _claim(self, claim: Claim, document: str) -> Iterator[tuple[str, str, Values]]:
        event = claim.event
        parties = [party.actor_id for party in (*event.actors, *event.recipients)] if event else []
        known = list(self._known(parties))
        yield from known
        told: Values = {
            "name": lines.content(claim),
            "description": str(claim),
            "keywords": [claim.factuality.label, *([event.type] if event else [])],
            "proof": document,
        }
        involved = list(dict.fromkeys(key for _, key, _ in known))
        key = _id("claim", claim.claim_id)
        if event and claim.factuality.label == "happened":
            yield "Event", key, {**told, **_circumstances(event), "involved": involved, "recordId": claim.claim_id}
        else:
            yield "Note", key, {**told, "entity": involved}


def _circumstances(event: Event) -> Values:
    """When and where."""
    time = event.time
    return {
        "startDate": time.earliest if time else None,
        "endDate": time.latest if time else None,
        "location": [lines.one_line(place.name or place.text) for place in event.places],
        "country": [place.country for place in event.places],
    }


def _id(*parts: str) -> str:
    return f"sayso-{sha256(' '.join(parts).encode()).hexdigest()[:40]}"
