"""Readings for the ledger's tests: any that the records allow, and a small dossier of our own wording."""

from __future__ import annotations

import hashlib
from typing import TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from sayso.words.records import (
    Article,
    Bound,
    Candidate,
    Claim,
    Entity,
    Event,
    Factuality,
    Mention,
    Moment,
    Paragraph,
    Place,
    Quantity,
    Reading,
    Resolution,
    ResolutionKind,
    Span,
    Voice,
)

MODEL = "en-1"
OWN = Voice(None, None, None, None, "says", None, named=False)

T = TypeVar("T")
# What UTF-8 and PostgreSQL can hold, and the readers of articles leave.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(CHARACTERS, max_size=6)
SOME = st.none() | WORDS
NUMBERS = st.floats(allow_nan=False)
DEGREES = st.floats(-180, 180)
KINDS: tuple[ResolutionKind, ...] = get_args(ResolutionKind)
BOXES = st.none() | st.tuples(DEGREES, DEGREES, DEGREES, DEGREES)
CANDIDATES = st.builds(
    Candidate,
    *(WORDS, WORDS, WORDS, SOME, st.floats(0, 1), st.none() | DEGREES, st.none() | DEGREES, SOME, SOME, BOXES),
)


@composite
def readings(draw: DrawFn) -> Reading:
    """A reading of which only one thing is sure: what its spans quote stands in its text."""
    text = draw(st.text(CHARACTERS, max_size=30))
    article = Article(
        article_id=draw(st.uuids()).hex,
        title=draw(SOME),
        outlet=draw(SOME),
        authors=tuple(draw(st.lists(WORDS, max_size=2))),
        published=draw(SOME),
        language=draw(SOME),
        address=draw(SOME),
        path=draw(SOME),
        part=draw(st.none() | st.integers(1, 9)),
        text=text,
        paragraphs=tuple(Paragraph(s.start, s.end, "quote") for s in draw(many(spans(text)))),
    )
    claims = draw(st.lists(claims_of(article), max_size=3, unique_by=lambda claim: claim.claim_id))
    entities = draw(many(st.builds(lambda s: Entity(s.start, s.end, s.text, "person", 0.5), spans(text))))
    found = draw(many(resolutions(spans(text))))
    return Reading(article, tuple(sorted(claims, key=place)), entities, MODEL, found, draw(WORDS))


def place(claim: Claim) -> tuple[int, int, str]:
    """What the ledger sorts an article's claims by."""
    return claim.predicate.start, claim.predicate.end, claim.claim_id


def spans(text: str) -> SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    return ends.map(lambda pair: Span(pair[0], pair[1], text[pair[0] : pair[1]]))


def many(items: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(items, max_size=2).map(tuple)


@composite
def voices(draw: DrawFn, span: SearchStrategy[Span]) -> Voice:
    source, cue, same_as = draw(span), draw(st.none() | span), draw(st.none() | span)
    stance, kind, actor, land = draw(WORDS), draw(SOME), draw(SOME), draw(SOME)
    return Voice(source.start, source.end, source.text, cue, stance, kind, draw(st.booleans()), actor, same_as, land)


@composite
def moments(draw: DrawFn, span: SearchStrategy[Span]) -> Moment:
    where, deadline = draw(span), draw(st.booleans())
    value, precision, kind, mod, earliest, latest = (draw(SOME) for _ in range(6))
    return Moment(where.start, where.end, where.text, value, precision, kind, mod, earliest, latest, deadline)


@composite
def events(draw: DrawFn, span: SearchStrategy[Span]) -> Event:
    number = st.none() | NUMBERS
    mention = st.builds(lambda s, actor, land: Mention(s.start, s.end, s.text, actor, land), span, SOME, SOME)
    moment = moments(span)
    return Event(
        type=draw(WORDS),
        mode=draw(SOME),
        actors=draw(many(mention)),
        recipients=draw(many(mention)),
        places=draw(many(places(span))),
        time=draw(st.none() | moment),
        quantities=draw(
            many(
                st.builds(
                    lambda s, numbers, known: Quantity(s.start, s.end, s.text, *numbers, *known),
                    *(span, st.tuples(number, number, number), st.tuples(SOME, SOME)),
                )
            )
        ),
        bound=draw(st.none() | st.builds(Bound, WORDS, st.sampled_from(["until", "from"]))),
    )


@composite
def places(draw: DrawFn, span: SearchStrategy[Span]) -> Place:
    where, lat, lon = draw(span), draw(st.none() | NUMBERS), draw(st.none() | NUMBERS)
    actor, country, name, precision = (draw(SOME) for _ in range(4))
    number = draw(st.none() | st.integers(0, 2**31 - 1))
    more = draw(SOME), draw(SOME), draw(BOXES)
    return Place(where.start, where.end, where.text, actor, country, name, lat, lon, number, precision, *more)


@composite
def resolutions(draw: DrawFn, span: SearchStrategy[Span]) -> Resolution:
    where, kind = draw(span), draw(st.sampled_from(KINDS))
    chosen, others = draw(st.none() | CANDIDATES), draw(many(CANDIDATES))
    score, why = draw(st.floats(0, 1)), draw(many(WORDS))
    return Resolution(where.start, where.end, where.text, kind, chosen, score, others, why, draw(st.booleans()))


@composite
def claims_of(draw: DrawFn, article: Article) -> Claim:
    span = spans(article.text)
    return Claim(
        claim_id=f"{article.article_id}-{draw(st.uuids()).hex}",
        article_id=article.article_id,
        kind=draw(st.sampled_from(["event", "statement"])),
        content=draw(many(span)),
        predicate=draw(span),
        voices=(*draw(many(voices(span))), OWN),
        factuality=Factuality(draw(st.floats(-3, 3)), draw(WORDS)),
        event=draw(st.none() | events(span)),
        confidence=draw(st.floats(0, 1)),
        model=MODEL,
        incident_id=draw(SOME),
    )


# The dossier: three articles, told as an agency, a newspaper and an undated leaflet would tell them.

AGENCY = (
    "Shelling near Idlib\n"
    "The Turkish defence ministry said government forces had shelled Sarmin on Monday. "
    "A resident denied that anyone was killed. President Erdoğan visited Sochi in September."
)
PAPER = "“We will leave the town,” a fighter told the paper. Troops may return to Manbij next year."
LEAFLET = "=The army took the hill yesterday."


def dossier() -> tuple[Reading, Reading, Reading]:
    """The three, by article_id."""
    return agency(), paper(), leaflet()


def agency() -> Reading:
    article = make_article("a" * 16, AGENCY, title="Shelling near Idlib", outlet="Wire", published="2018-10-16")
    ministry = voice(AGENCY, "The Turkish defence ministry", "said", "official", named=True)
    resident = voice(AGENCY, "A resident", "denied", "witness", named=False, stance="denies")
    return reading(
        article,
        make_claim(
            article,
            "government forces had shelled Sarmin on Monday",
            "shelled",
            voices=(ministry, OWN),
            event=Event(
                "ASSAULT",
                "artillery",
                actors=(Mention(*at(AGENCY, "government forces"), "Q1", "SY"),),
                recipients=(),
                places=(
                    Place(
                        *at(AGENCY, "Sarmin"),
                        name="Sarmin",
                        country="SY",
                        lat=35.9,
                        lon=36.73,
                        precision="exact",
                        place_id="geonames:1",
                    ),
                ),
                time=Moment(*at(AGENCY, "Monday"), "2018-10-15", "day"),
                quantities=(),
            ),
        ),
        make_claim(article, "anyone was killed", "killed", voices=(resident, OWN), factuality="did_not_happen"),
        make_claim(
            article,
            "President Erdoğan visited Sochi in September",
            "visited",
            event=Event(
                "CONSULT",
                "visit",
                actors=(Mention(*at(AGENCY, "President Erdoğan")),),
                recipients=(Mention(*at(AGENCY, "Sochi")),),
                places=(),
                time=Moment(*at(AGENCY, "September"), "2018-09", "month"),
                quantities=(),
            ),
        ),
    )


def paper() -> Reading:
    article = make_article("b" * 16, PAPER, title="Leaving", outlet="Le Courrier", published="2018-12")
    fighter = voice(PAPER, "a fighter", "told", "armed_group", named=False)
    return reading(
        article,
        make_claim(article, "We will leave the town", "leave", voices=(fighter, OWN), factuality="will"),
        make_claim(article, "Troops may return to Manbij next year", "return", factuality="possible", confidence=0.4),
    )


def leaflet() -> Reading:
    article = make_article("c" * 16, LEAFLET, title="=cmd()", outlet=None, published=None)
    return reading(article, make_claim(article, "=The army took the hill", "took"))


def reading(article: Article, *claims: Claim, model: str = MODEL) -> Reading:
    return Reading(article, claims, (Entity(*at(article.text, article.text[:4]), "place", 0.8),), model)


def make_article(article_id: str, text: str, title: str | None, outlet: str | None, published: str | None) -> Article:
    path = f"dossier/{article_id[:3]}.txt"
    paragraphs = (Paragraph(0, len(text)),)
    return Article(article_id, title, outlet, ("A. Writer",), published, "en", None, path, None, text, paragraphs)


def make_claim(
    article: Article,
    content: str,
    predicate: str,
    voices: tuple[Voice, ...] = (OWN,),
    event: Event | None = None,
    factuality: str = "happened",
    confidence: float = 0.9,
) -> Claim:
    span = Span(*at(article.text, content))
    return Claim(
        claim_id=hashlib.sha256(f"{article.article_id} {span.start}".encode()).hexdigest()[:16],
        article_id=article.article_id,
        kind="event" if event else "statement",
        content=(span,),
        predicate=Span(*at(article.text, predicate)),
        voices=voices,
        factuality=Factuality(-2.5 if factuality == "did_not_happen" else 2.5, factuality),
        event=event,
        confidence=confidence,
        model=MODEL,
    )


def voice(text: str, source: str, cue: str, kind: str, *, named: bool, stance: str = "says") -> Voice:
    return Voice(*at(text, source), Span(*at(text, cue)), stance, kind, named)


def at(text: str, part: str) -> tuple[int, int, str]:
    start = text.index(part)
    return start, start + len(part), part
