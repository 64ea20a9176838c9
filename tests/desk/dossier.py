"""The ledger that the browser's tests look at: five short articles of our own wording, one of them hostile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.ledger.ledger import Ledger
from sayso.linking import relink
from sayso.words.records import (
    Article,
    Claim,
    Entity,
    Event,
    Mention,
    Moment,
    Paragraph,
    Place,
    Reading,
    Span,
    Voice,
)
from sayso.world.linking import World
from tests.ledger.build import OWN, at, make_article, make_claim, reading, voice

SHELLING = (
    "Shells fall on Hama\n\n"
    "The defence ministry said government forces had shelled Hama on Monday.\n\n"
    "A resident denied that anyone was killed. “We heard two blasts,” she told the agency. "
    "An aid group reported that trucks reached Binnish on Tuesday.\n\n"
    "The governor warned that the road to Idlib may close next week."
)
CONVOY = (
    "Convoy turned back\n\n"
    "Villagers said a convoy left Tripoli at dawn. A commander rejected the report. "
    "“Nobody moved,” he told the paper. Drivers claimed that soldiers had stopped a doctor near the dam.\n\n"
    "Officials expect the bridge to open in March."
)
TALKS = (
    "Envoys meet again\n\n"
    "Envoys met in Amman on 3 March 2019. A diplomat said the sides had agreed to a truce. "
    "Rebels said they rejected the truce. The envoy will visit Damascus in April."
)
ARABIC = "بيان عن القصف\n\nقالت الوزارة إن القوات قصفت حماة يوم الاثنين. نفى شاهد سقوط قتلى."
HOSTILE_TITLE = "<script>document.title='owned'</script><img src=http://example.org/x onerror=alert(1)>\u202eevil"
HOSTILE = (
    f"{HOSTILE_TITLE}\n\n"
    "😀 <b>Bold</b> <script>fetch('http://example.org/')</script> claims were made. "
    "A spokesman said <img src=x onerror=alert(1)> troops fired. \u202eتم\u202c {{7*7}} ${7*7}"
)


def build(path: Path) -> Path:
    """A ledger at `path` with the five articles, their names looked up as `sayso read` does it."""
    with Ledger.open(path) as ledger:
        run = ledger.start_run("en-1", "test")
        ledger.add_many(run, [shelling(), convoy(), talks(), arabic(), hostile()])
        ledger.finish_run(run)
        relink(ledger, World.open())
    return path


def shelling() -> Reading:
    article = _article("a" * 32, SHELLING, "Shells fall on Hama", "Wire", "2018-10-16")
    ministry = voice(SHELLING, "The defence ministry", "said", "official", named=True)
    resident = voice(SHELLING, "A resident", "denied", "witness", named=False, stance="denies")
    woman = voice(SHELLING, "she", "told", "witness", named=False)
    group = voice(SHELLING, "An aid group", "reported", "expert", named=False)
    governor = voice(SHELLING, "The governor", "warned", "official", named=False, stance="predicts")
    forces = Mention(*at(SHELLING, "government forces"), country="SY")
    hama = Place(*_within(SHELLING, "Hama on", "Hama"))
    attack = Event("ASSAULT", "artillery", (forces,), (), (hama,), Moment(*at(SHELLING, "Monday")), ())
    close = Event("COERCE", None, (), (), (), Moment(*at(SHELLING, "next week")), ())
    return _reading(
        article,
        _claim(article, "government forces had shelled Hama on Monday", "shelled", ministry, attack, certain=0.52),
        _claim(article, "anyone was killed", "killed", resident, label="did_not_happen", certain=0.61),
        _claim(article, "We heard two blasts", "heard", woman, certain=0.93),
        _claim(article, "trucks reached Binnish on Tuesday", "reached", group, certain=0.78),
        _claim(article, "the road to Idlib may close next week", "close", governor, close, "possible", 0.44),
    )


def convoy() -> Reading:
    article = _article("b" * 32, CONVOY, "Convoy turned back", "Le Courrier", "2019-02")
    villagers = voice(CONVOY, "Villagers", "said", "witness", named=False)
    commander = voice(CONVOY, "he", "told", "military", named=False)
    drivers = voice(CONVOY, "Drivers", "claimed", "witness", named=False)
    officials = voice(CONVOY, "Officials", "expect", "official", named=False, stance="predicts")
    left = Event(
        "MOBILIZE", "troops", (Mention(*at(CONVOY, "a convoy")),), (), (Place(*at(CONVOY, "Tripoli")),), None, ()
    )
    soldiers = Mention(*at(CONVOY, "soldiers"))
    stopped = Event("COERCE", None, (soldiers,), (Mention(*at(CONVOY, "a doctor")),), (), None, ())
    return _reading(
        article,
        _claim(article, "a convoy left Tripoli at dawn", "left", villagers, left, certain=0.66),
        _claim(article, "Nobody moved", "moved", commander, label="did_not_happen", certain=0.58),
        _claim(article, "soldiers had stopped a doctor near the dam", "stopped", drivers, stopped, certain=0.71),
        _claim(article, "the bridge to open in March", "open", officials, label="will", certain=0.86),
    )


def talks() -> Reading:
    article = _article("c" * 32, TALKS, "Envoys meet again", "Post", "2019-03-05")
    diplomat = voice(TALKS, "A diplomat", "said", "official", named=False)
    rebels = Voice(
        *at(TALKS, "Rebels"), Span(*_within(TALKS, "Rebels said", "said")), "says", "armed_group", named=True
    )
    envoys = Mention(*_within(TALKS, "Envoys met", "Envoys"))
    met = Event("CONSULT", "meet", (envoys,), (), (), Moment(*at(TALKS, "3 March 2019")), ())
    agreed = Event("AGREE", None, (Mention(*at(TALKS, "the sides")),), (), (), None, ())
    return _reading(
        article,
        _claim(article, "Envoys met in Amman on 3 March 2019", "met", None, met, certain=0.97),
        _claim(article, "the sides had agreed to a truce", "agreed", diplomat, agreed, certain=0.83),
        _claim(article, "they rejected the truce", "rejected", rebels, certain=0.74),
        _claim(article, "The envoy will visit Damascus in April", "visit", None, label="will", certain=0.69),
    )


def arabic() -> Reading:
    article = replace(_article("d" * 32, ARABIC, "بيان عن القصف", "الوكالة", "2018-10-17"), language="ar")
    ministry = voice(ARABIC, "الوزارة", "قالت", "official", named=True)
    return _reading(
        article,
        _claim(article, "القوات قصفت حماة يوم الاثنين", "قصفت", ministry, certain=0.63),
        _claim(article, "سقوط قتلى", "سقوط", None, label="did_not_happen", certain=0.57),
    )


def hostile() -> Reading:
    article = _article("e" * 32, HOSTILE, HOSTILE_TITLE, "\u202eWire</td>", "2018-10-18")
    article = replace(article, address="javascript:alert(1)", path="../../etc/<b>passwd</b>")
    spokesman = voice(HOSTILE, "A spokesman", "said", "official", named=False)
    return _reading(
        article,
        _claim(article, "<script>fetch('http://example.org/')</script> claims were made", "made", None, certain=0.59),
        _claim(article, "<img src=x onerror=alert(1)> troops fired", "fired", spokesman, certain=0.64),
    )


def _article(article_id: str, text: str, title: str, outlet: str, published: str) -> Article:
    article = make_article(article_id, text, title, outlet, published)
    return replace(article, paragraphs=_paragraphs(text))


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    start = 0
    for part in text.split("\n\n"):
        found.append(Paragraph(start, start + len(part), "text" if found else "title"))
        start += len(part) + 2
    return tuple(found)


def _claim(
    article: Article,
    content: str,
    predicate: str,
    said_by: Voice | None,
    event: Event | None = None,
    label: str = "happened",
    certain: float = 0.9,
) -> Claim:
    voices = (OWN,) if said_by is None else (said_by, OWN)
    return make_claim(article, content, predicate, voices, event, factuality=label, confidence=certain)


def _reading(article: Article, *claims: Claim) -> Reading:
    """What a reader of files and a coder would make of it: claims in order, place names as entities."""
    places = [place for claim in claims if claim.event for place in claim.event.places]
    entities = tuple(Entity(place.start, place.end, place.text, "place", 0.9) for place in places)
    found = reading(article, *sorted(claims, key=lambda claim: claim.predicate.start))
    return replace(found, entities=entities)


def _within(text: str, phrase: str, part: str) -> tuple[int, int, str]:
    """Where `part` stands in the first `phrase` of the text."""
    start = text.index(phrase) + phrase.index(part)
    return start, start + len(part), part
