"""Ledgers for the tests of exports, and an article that tries everything a text can try."""

from __future__ import annotations

import io
from dataclasses import replace

from sayso.exports import Format, What, export
from sayso.ledger import EVERYTHING, Filter, Ledger
from sayso.words.records import Event, Mention, Moment, Place, Quantity, Reading, Span
from tests.ledger.build import MODEL, OWN, at, make_article, make_claim, reading, voice

MARKUP = '</script><img src=x onerror="alert(1)">'
FORMULA = '=HYPERLINK("http://example.org","open")'
ENDING = "]]></data>&amp;"
CONTROL = "bell\x07 start\x01 noncharacter\uffff turned\u202etxet"
HOSTILE = (
    f"{FORMULA} said that {MARKUP} attacked {ENDING} on {CONTROL}. "
    "قال المتحدث إن القوات انسحبت من المدينة. That was all."
)


def filled(*readings: Reading) -> Ledger:
    ledger = Ledger.open(":memory:")
    ledger.add_many(ledger.start_run(MODEL, "0.1"), readings)
    return ledger


def exported(
    ledger: Ledger, what: What, file_format: Format, which: Filter = EVERYTHING, *, texts: bool = True
) -> bytes:
    out = io.BytesIO()
    export(ledger, what, file_format, out, which, texts=texts)
    return out.getvalue()


def hostile() -> Reading:
    """Every field that an article fills holds a formula, markup, the end of an element or control characters."""
    article = replace(
        make_article("d" * 16, HOSTILE, title=f"{MARKUP}{CONTROL}", outlet=FORMULA, published="2018-10-16"),
        authors=(MARKUP, FORMULA),
        address="javascript:alert(1)",
        path=f"/secret folder/{MARKUP}",
    )
    source = replace(voice(HOSTILE, FORMULA, "said", "official", named=True), same_as=Span(*at(HOSTILE, MARKUP)))
    event = Event(
        "ASSAULT",
        "artillery",
        actors=(Mention(*at(HOSTILE, FORMULA), "x:1", "SY"),),
        recipients=(Mention(*at(HOSTILE, ENDING), "x:2", "TR"),),
        places=(Place(*at(HOSTILE, MARKUP), name=MARKUP, country="SY", lat=35.9, lon=36.7, place_id=ENDING),),
        time=Moment(*at(HOSTILE, CONTROL), value=MARKUP),
        quantities=(Quantity(*at(HOSTILE, ENDING), unit=MARKUP),),
    )
    return reading(
        article,
        make_claim(article, f"{MARKUP} attacked {ENDING} on {CONTROL}", "attacked", (source, OWN), event),
        make_claim(article, "القوات انسحبت من المدينة", "انسحبت"),
    )
