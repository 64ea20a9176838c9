"""JSON-LD: claims as linked data, with a context of its own, so that nobody need fetch one to read it.

A claim is a `schema:Claim` that appears in a `schema:Article`. PROV-O says whose it is: one qualified attribution for
each voice, nearest first. Web Annotation selectors say where each part stands. What happened is a `schema:Action`, with
agent, object and location, that the claim is about. No `schema:ClaimReview`: that would rate a claim as true or false.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import BinaryIO
from urllib.parse import quote

import msgspec

from sayso.exports import actors
from sayso.exports.actors import Actors
from sayso.exports.extract import Extract
from sayso.words.records import Article, Claim, Event, Mention, Moment, Place, Quantity, Span, Voice

Node = dict[str, object]

CONTEXT: Node = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "sayso": "urn:x-sayso:term:",
}
"""The prefixes. `sayso:` is for what no shared vocabulary names: keys of our own vocabularies, and scores."""

_AROUND = 32
"""How many characters before and after a quotation help to find it again in a text that has changed."""


def write(extract: Extract, out: BinaryIO) -> int:
    """Write one document whose graph holds each article followed by its claims; returns how many claims."""
    encoder, known, written = msgspec.json.Encoder(), actors.read(extract.ledger), 0
    out.write(b'{"@context":' + encoder.encode(CONTEXT) + b',\n"@graph":[')
    for article, pairs in groupby(extract.sourced(), key=lambda pair: pair[1]):
        part = _Part(article, known)
        nodes = [part.article(), *(part.claim(claim) for claim, _ in pairs)]
        out.write((b",\n" if written else b"\n") + b",\n".join(map(encoder.encode, nodes)))
        written += len(nodes) - 1
    out.write(b"\n]}\n")
    return written


class _Part:
    """One article and its claims as nodes."""

    def __init__(self, article: Article, known: Actors) -> None:
        self._article, self._actors = article, known
        self._id: Node = {"@id": _name("article", article.article_id)}

    def article(self) -> Node:
        article = self._article
        return _known(
            {
                **self._id,
                "@type": ["schema:Article", "prov:Entity"],
                "schema:headline": article.title,
                "schema:publisher": article.outlet and {"@type": "schema:Organization", "schema:name": article.outlet},
                "schema:author": [{"@type": "prov:Agent", "schema:name": author} for author in article.authors],
                "schema:datePublished": article.published,
                "schema:inLanguage": article.language,
                # A literal, not a link: the address is what a file said.
                "schema:url": article.address,
                "schema:articleBody": article.text,
            }
        )

    def claim(self, claim: Claim) -> Node:
        return _known(
            {
                "@id": _name("claim", claim.claim_id),
                "@type": ["schema:Claim", "prov:Entity"],
                "schema:text": " … ".join(span.text for span in claim.content),
                "schema:appearance": self._id,
                "sayso:content": [self._at(span) for span in claim.content],
                "sayso:predicate": self._at(claim.predicate),
                "prov:qualifiedAttribution": list(self._voices(claim)),
                "sayso:factuality": claim.factuality.label,
                "sayso:factualityScore": claim.factuality.score,
                "schema:about": claim.event and self._event(claim.event),
                "sayso:confidence": claim.confidence,
                "sayso:model": claim.model,
                "sayso:incident": claim.incident_id,
                "sayso:review": claim.review,
            }
        )

    def _voices(self, claim: Claim) -> Iterator[Node]:
        for position, voice in enumerate(claim.voices, 1):
            yield _known(
                {
                    "@type": "prov:Attribution",
                    "prov:agent": self._agent(voice),
                    "sayso:position": position,
                    "sayso:stance": voice.stance,
                    "sayso:sourceKind": voice.source_kind,
                    "sayso:named": voice.named,
                    "sayso:source": self._words(voice),
                    "sayso:cue": voice.cue and self._at(voice.cue),
                }
            )

    def _words(self, voice: Voice) -> Node | None:
        if voice.start is None or voice.end is None or voice.text is None:
            return None
        return self._at(Span(voice.start, voice.end, voice.text))

    def _agent(self, voice: Voice) -> Node:
        if voice.text is None:
            name = self._article.outlet or self._article.title or self._article.article_id
            return {"@type": "prov:Agent", "schema:name": name, "sayso:voice": "own"}
        return self._actor(voice.same_as.text if voice.same_as else voice.text, voice.actor_id, voice.country)

    def _actor(self, words: str, actor_id: str | None, country: str | None) -> Node:
        """Who is known has an id and one name throughout the graph; who isn't is as the article has it."""
        actor = self._actors.get(actor_id or "")
        if actor is None:
            return _known({"@type": "prov:Agent", "schema:name": words, "sayso:country": country})
        node = {"@id": _name("actor", actor.actor_id), "@type": "prov:Agent", "schema:name": actor.name}
        return _known({**node, "sayso:actorKind": actor.type, "sayso:country": actor.country})

    def _event(self, event: Event) -> Node:
        time = event.time
        return _known(
            {
                "@type": "schema:Action",
                "sayso:eventType": event.type,
                "sayso:eventMode": event.mode,
                "schema:agent": [self._role("schema:agent", mention) for mention in event.actors],
                "schema:object": [self._role("schema:object", mention) for mention in event.recipients],
                "schema:location": [self._place(place) for place in event.places],
                "schema:startTime": time and time.earliest,
                "schema:endTime": time and time.latest,
                "sayso:time": time and self._at(time),
                "sayso:quantity": [_quantity(quantity) for quantity in event.quantities],
            }
        )

    def _role(self, role: str, mention: Mention) -> Node:
        """schema.org's way to say more of a relation: who, and where this claim names them."""
        who = self._actor(mention.text, mention.actor_id, mention.country)
        return {"@type": "schema:Role", role: who, "sayso:mention": self._at(mention)}

    def _place(self, place: Place) -> Node:
        geo = {"@type": "schema:GeoCoordinates", "schema:latitude": place.lat, "schema:longitude": place.lon}
        return _known(
            {
                "@type": "schema:Place",
                "schema:name": place.name or place.text,
                "schema:identifier": place.place_id,
                "schema:sameAs": place.geonames_id and {"@id": f"https://sws.geonames.org/{place.geonames_id}/"},
                "schema:addressCountry": place.country,
                "schema:geo": geo if place.lat is not None else None,
                "sayso:precision": place.precision,
                "sayso:mention": self._at(place),
            }
        )

    def _at(self, span: Span | Mention | Place | Moment) -> Node:
        """Where it stands: the offsets, the words, and a little of what is around them."""
        text = self._article.text
        words = {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": span.text,
            "oa:prefix": text[max(0, span.start - _AROUND) : span.start],
            "oa:suffix": text[span.end : span.end + _AROUND],
        }
        offsets = {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end}
        return {"@type": "oa:SpecificResource", "oa:hasSource": self._id, "oa:hasSelector": [offsets, _known(words)]}


def _quantity(quantity: Quantity) -> Node:
    return _known(
        {
            "@type": "schema:QuantitativeValue",
            "schema:minValue": quantity.low,
            "schema:value": quantity.best,
            "schema:maxValue": quantity.high,
            "schema:unitText": quantity.kind or quantity.unit,
        }
    )


def _name(kind: str, value: str) -> str:
    return f"urn:x-sayso:{kind}:{quote(value, safe='')}"


def _known(node: Mapping[str, object]) -> Node:
    """The node without what is unknown."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}
