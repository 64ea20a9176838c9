"""A ledger for the tests of columns: few claims, but every kind of voice, place, date and decision among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from sayso.ledger import Ledger
from sayso.ledger.review.records import Edit
from sayso.words.records import (
    Article,
    Candidate,
    Claim,
    Event,
    Factuality,
    Mention,
    Moment,
    Paragraph,
    Place,
    Reading,
    Resolution,
    Span,
    Voice,
)

T = TypeVar("T")
MODEL = "en-1"
OWN = Voice(None, None, None, None, "says", None, named=False)
TEXT = (
    "The Ministry of Défence told the Daily Wire that the Northern Front had shelled Ramal, a resident denied it and "
    "they said troops may withdraw heavy weapons from the Long River by Friday, the ministry wrote again. "
)
OUTLETS = ("Daily Wire", "Le Courrier", None, "The daily wire", "Évening Post")
PUBLISHED = ("2018-10-16", "2018-12", "2019", None, "2019-03-01")
LANGUAGES = ("en", None, "fr")
MOMENTS = (
    None,
    ("Friday", "2018-10-19", "2018-10-19", False),
    ("again", "2018-09-01", "2018-09-30", True),
    None,
    ("Friday", "2020-02-29", "2020-02-29", False),
    ("again", "2019-01-01", "2019-12-31", False),
)
PLACES = (
    (),
    (("Ramal", "geonames:1", "Ramal", "SY", "exact", 35.5, 36.7, None),),
    (("Long River", "region:long-river", "Long River", None, "region", None, None, (170.0, 10.0, -170.0, 20.0)),),
    (
        ("Ramal", "geonames:1", "Ramal", "SY", "near", 35.6, 36.8, None),
        ("Northern", None, None, "IQ", None, None, None, None),
    ),
)
SOURCES = (
    (),
    (("The Ministry of Défence", "told", "official", True, "says", "ministry", None),),
    (
        ("a resident", "denied", "witness", False, "denies", None, None),
        ("the ministry", "wrote", "official", True, "says", "ministry", "The Ministry of Défence"),
    ),
    (("they", "said", None, False, "says", None, "troops"),),
    (("troops", "said", "military", False, "predicts", "front", None),),
)
ACTORS = ((), (("Northern Front", "front"),), (("troops", None), ("they", "front")), (("a resident", None),))
RECIPIENTS = ((), (("Ramal", None),), (("the ministry", "ministry"), ("the ministry", "ministry")))
EVENTS = (None, ("ASSAULT", "artillery"), ("AGREE", None), None, ("ASSAULT", None))
LABELS = ("happened", "did_not_happen", "possible", "will")
CONTENTS = (
    ("the Northern Front had shelled Ramal",),
    ("troops may withdraw", "heavy weapons from the Long River"),
    ("a resident denied it",),
)
CONFIDENCES = (0.1, 0.3, 0.55, 0.7, 0.9, 1.0, 0.3)
NAMES = {"ministry": "Ministry of Defence", "front": "Northern Front"}


def fill(ledger: Ledger, count: int = 12) -> Ledger:
    """So many articles of seven claims, some of which people decided about and commented on; returns the ledger."""
    ledger.add_many(ledger.start_run(MODEL, "0.1"), readings(count))
    decide(ledger)
    return ledger


def readings(count: int) -> Iterator[Reading]:
    """So many articles, in each of which other things come together."""
    for number in range(count):
        article = an_article(number)
        found = tuple(
            Resolution(*at(TEXT, text), "actor", Candidate(actor_id, NAMES[actor_id], "military", "SY", 0.9), 0.9)
            for text, actor_id in (("The Ministry", "ministry"), ("Northern Front", "front"))
        )
        yield Reading(article, tuple(a_claim(article, number * 7 + i) for i in range(7)), (), MODEL, found)


def an_article(number: int) -> Article:
    return Article(
        article_id=f"{number * 7919 % 1000:04d}{'a' * 12}",
        title=f"Report {number}" if number % 3 else None,
        outlet=of(OUTLETS, number),
        authors=("A. Writer",),
        published=of(PUBLISHED, number),
        language=of(LANGUAGES, number),
        address=None,
        path=f"{number}.txt",
        part=None,
        text=TEXT,
        paragraphs=(Paragraph(0, len(TEXT)),),
    )


def a_claim(article: Article, number: int) -> Claim:
    voices = tuple(map(a_voice, of(SOURCES, number)))
    event = an_event(number) if of(EVENTS, number) else None
    return Claim(
        claim_id=f"claim-{article.article_id}-{number}",
        article_id=article.article_id,
        kind="event" if event else "statement",
        content=tuple(Span(*at(TEXT, text)) for text in of(CONTENTS, number)),
        predicate=Span(number % 7, number % 7 + 1, TEXT[number % 7]),
        voices=(*voices, OWN),
        factuality=Factuality(2.0, of(LABELS, number)),
        event=event,
        confidence=of(CONFIDENCES, number),
        model=MODEL,
    )


def a_voice(told: tuple[str, str, str | None, bool, str, str | None, str | None]) -> Voice:
    text, cue, kind, named, stance, actor_id, same_as = told
    earlier = Span(*at(TEXT, same_as)) if same_as else None
    return Voice(*at(TEXT, text), Span(*at(TEXT, cue)), stance, kind, named, actor_id, earlier)


def an_event(number: int) -> Event:
    told = of(EVENTS, number)
    assert told is not None
    return Event(
        type=told[0],
        mode=told[1],
        actors=tuple(Mention(*at(TEXT, text), actor_id) for text, actor_id in of(ACTORS, number)),
        recipients=tuple(Mention(*at(TEXT, text), actor_id) for text, actor_id in of(RECIPIENTS, number)),
        places=tuple(map(a_place, of(PLACES, number))),
        time=a_moment(number),
        quantities=(),
    )


def a_place(
    told: tuple[
        str, str | None, str | None, str | None, str | None, float | None, float | None, tuple[float, ...] | None
    ],
) -> Place:
    text, place_id, name, country, precision, lat, lon, extent = told
    west, south, east, north = extent or (0.0, 0.0, 0.0, 0.0)
    return Place(
        *at(TEXT, text),
        country=country,
        name=name,
        lat=lat,
        lon=lon,
        precision=precision,
        place_id=place_id,
        extent=(west, south, east, north) if extent else None,
    )


def a_moment(number: int) -> Moment | None:
    told = of(MOMENTS, number)
    if told is None:
        return None
    text, first, last, deadline = told
    return Moment(*at(TEXT, text), first, "day", "date", None, first, last, deadline)


def decide(ledger: Ledger) -> None:
    """Every state of review, a decision that was taken back, and comments."""
    review = ledger.review
    for number, claim in enumerate(ledger.claims()):
        turn = number % 14
        if turn in (2, 6, 9):
            review.decide(claim.claim_id, "accept", reviewer="ann")
        if turn in (3, 6):
            review.decide(claim.claim_id, "reject", reviewer="ben")
        if turn == 5:
            review.decide(claim.claim_id, "edit", edit=Edit(stance="orders"), reviewer="ann")
            review.comment(claim.article_id, "Is it?", reviewer="cid", claim_id=claim.claim_id)
        if turn == 11:
            review.undo(review.decide(claim.claim_id, "reject", reviewer="ben").decision.number)


def of(things: tuple[T, ...], number: int) -> T:
    """One of them; different numbers of things go through their combinations."""
    return things[number % len(things)]


def at(text: str, part: str) -> tuple[int, int, str]:
    start = text.index(part)
    return start, start + len(part), part
