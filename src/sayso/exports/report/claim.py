"""One claim in the report: its words where they stand, its voices, and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.exports.actors import Actors
from sayso.exports.report.markup import name, safe, term
from sayso.exports.report.tally import named
from sayso.marks import Mark, Piece, marks, pieces
from sayso.words.records import Article, Claim, Event, Mention, Moment, Place, Quantity, Voice

CLASSES = {
    **dict.fromkeys(("happened", "statement"), "happened"),
    "did_not_happen": "denied",
    **dict.fromkeys(("will", "planned", "demanded"), "ahead"),
}
"""The coarse class of a factuality label, as the desk colours it; every other is open."""

# The full stop of an initial ("U.S.") ends nothing.
_SENTENCE = re.compile(r"(?:(?<![\s.(][A-Z])\.|[!?…۔؟。！？])[\"'”’»)\]]*\s+|\n+")
_NEAR = 300
"""How far, in characters, a source may stand from what it says to be shown in one piece with it."""


def markup(claim: Claim, article: Article, actors: Actors) -> str:
    """The claim as an HTML element; where the article's text is left out, its words without those around them."""
    words = _in_context(claim, article) if article.text else " … ".join(safe(span.text) for span in claim.content)
    voices = "".join(f"<li>{_voice(voice, actors)}</li>" for voice in claim.voices[:-1])
    own = f"<li>{name(article.outlet or 'The article')} <small>in its own voice</small></li>"
    facts = "".join(f"<div><dt>{what}</dt><dd>{told}</dd></div>" for what, told in _facts(claim))
    key = safe(claim.claim_id)
    return (
        f'<article class="claim" id="claim-{key}"><div class="said"><p class="words" dir="auto">{words}</p>'
        f'<ol class="voices">{voices}{own}</ol></div><dl class="facts">{facts}</dl>'
        f'<a class="anchor" href="#claim-{key}" aria-label="Link to this claim">#</a></article>\n'
    )


def sign(label: str) -> str:
    """How a claim is presented, as a shape and a colour."""
    return f'<svg class="sign {CLASSES.get(label, "open")}" aria-hidden="true"><use href="#sign-{safe(label)}"/></svg>'


def _in_context(claim: Claim, article: Article) -> str:
    own = tuple(Mark(span.start, span.end, "content", 1) for span in claim.content)
    found, (start, end) = marks((claim,)) or own, context(claim, article)
    verb = claim.predicate
    # Cut at the predicate, which is set off.
    before = _pieces(article.text, pieces(start, verb.start, found)) if start < verb.start else ""
    after = _pieces(article.text, pieces(verb.end, end, found)) if verb.end < end else ""
    within = _pieces(article.text, pieces(verb.start, verb.end, found)) if verb.start < verb.end else ""
    return f"{before}<b>{within}</b>{after}"


def context(claim: Claim, article: Article) -> tuple[int, int]:
    """The offsets of the sentence, or sentences, in which the claim and its sources stand."""
    spans = [(span.start, span.end) for span in (claim.predicate, *claim.content)]
    start, end = min(spans)[0], max(last for _, last in spans)
    for first, last in _of_voices(claim):
        if first > start - _NEAR and last < end + _NEAR:
            start, end = min(start, first), max(end, last)
    before = [match.end() for match in _SENTENCE.finditer(article.text, max(0, start - _NEAR), start)]
    after = _SENTENCE.search(article.text, max(start, end - 2), end + _NEAR)  # its full stop may be in the content
    first, last = before[-1] if before else start - _NEAR, after.end() if after else end + _NEAR
    read = [part for part in article.paragraphs if part.start < end and part.end > start]
    return (
        max(first, min((part.start for part in read), default=0)),
        max(end, min(last, max((part.end for part in read), default=len(article.text)))),
    )


def _of_voices(claim: Claim) -> Iterator[tuple[int, int]]:
    for voice in claim.voices:
        if voice.start is not None and voice.end is not None:
            yield voice.start, voice.end
        if voice.cue:
            yield voice.cue.start, voice.cue.end


def _pieces(text: str, found: Iterable[Piece]) -> str:
    return "".join(_piece(text, piece) for piece in found)


def _piece(text: str, piece: Piece) -> str:
    html = safe(text[piece.start : piece.end])
    for mark in reversed(piece.marks):
        label = f' data-label="{mark.number}"' if mark.start == piece.start and mark.kind != "content" else ""
        html = f'<span class="mark {mark.kind}"{label}>{html}</span>'
    return html


def _voice(voice: Voice, actors: Actors) -> str:
    meant = named(voice, actors) or (voice.same_as.text if voice.same_as else None)
    aka = f" <small>{name(meant)}</small>" if meant and meant != voice.text else ""
    kind = term("source_kinds", voice.source_kind) if voice.source_kind else "source"
    about = f'<span class="tag">{kind}{"" if voice.named else ", unnamed"}</span>'
    cue = f" <q>{name(voice.cue.text)}</q>" if voice.cue else ""
    return f"<strong>{name(voice.text or 'somebody')}</strong>{aka} {term('stances', voice.stance)}{cue} {about}"


def _facts(claim: Claim) -> Iterator[tuple[str, str]]:
    told = claim.factuality
    yield "Presented as", f"{sign(told.label)}{term('factuality', told.label)} <small>{_signed(told.score)}</small>"
    if claim.event:
        yield from _event(claim.event)
    yield "Confidence", f"{claim.confidence:.2f}"
    if claim.review:
        yield "Review", term("review_states", claim.review)


def _signed(score: float) -> str:
    return f"{score:+.1f}".replace("-", "−")


def _event(event: Event) -> Iterator[tuple[str, str]]:
    mode = f", {term('event_modes', event.mode)}" if event.mode else ""
    yield "Event", f"{term('event_types', event.type)}{mode}"
    for what, mentions in (("Actor", event.actors), ("Recipient", event.recipients)):
        if mentions:
            yield what, "; ".join(map(_mention, mentions))
    if event.places:
        yield "Place", "; ".join(map(_place, event.places))
    if event.time:
        yield "Time", _time(event.time)
    if event.quantities:
        yield "Numbers", "; ".join(map(_quantity, event.quantities))


def _mention(mention: Mention) -> str:
    return name(mention.text) + (f" <small>{safe(mention.country)}</small>" if mention.country else "")


def _place(place: Place) -> str:
    precision = term("place_precisions", place.precision) if place.precision else ""
    known = ", ".join(filter(None, (safe(place.country or ""), precision)))
    return name(place.name or place.text) + (f" <small>{known}</small>" if known else "")


def _time(time: Moment) -> str:
    deadline = "deadline" if time.deadline else ""
    known = ", ".join(filter(None, (safe(time.value or ""), deadline)))
    return name(time.text) + (f" <small>{known}</small>" if known else "")


def _quantity(quantity: Quantity) -> str:
    kind = f" <small>{term('quantity_kinds', quantity.kind)}</small>" if quantity.kind else ""
    return name(quantity.text) + kind
