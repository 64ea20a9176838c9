"""Chains of voices: who says it, nearest first, the article's own voice last."""

from __future__ import annotations

from sayso.claims import code
from sayso.words.records import Claim
from tests.claims.build import Built, build

DIRECT = """
“      -     PUNCT `` 3 punct 1:content
Troops troop NOUN NNS 3 nsubj 1:content
left   leave VERB VBD 7 ccomp 1:content
Raqqa  -     PROPN NNP 3 obj 1:content @place
,      -     PUNCT , 3 punct 1:content
”      -     PUNCT '' 3 punct 1:content
said   say   VERB VBD 0 root 1:cue
Hasan  -     PROPN NNP 7 nsubj 1:source @person
.      -     PUNCT . 7 punct
"""

INDIRECT = """
Officials official NOUN NNS 2 nsubj 1:source
said   say   VERB VBD 0 root 1:cue
that   -     SCONJ IN 5 mark 1:content
troops troop NOUN NNS 5 nsubj 1:content
left   leave VERB VBD 2 ccomp 1:content
.      -     PUNCT . 2 punct
"""

MIXED = """
Moscow -     PROPN NNP 2 nsubj 1:source @place
called call  VERB VBD 0 root 1:cue
the    -     DET  DT 4 det 1:content
raid   -     NOUN NN 2 obj 1:content
“      -     PUNCT `` 7 punct 1:content
a      -     DET  DT 7 det 1:content
provocation - NOUN NN 2 xcomp 1:content
”      -     PUNCT '' 7 punct 1:content
that   -     PRON WDT 10 nsubj 1:content
breached breach VERB VBD 7 acl:relcl 1:content
the    -     DET  DT 12 det 1:content
truce  -     NOUN NN 10 obj 1:content
.      -     PUNCT . 2 punct
"""

ACCORDING = """
Troops troop NOUN NNS 2 nsubj 1:content
left   leave VERB VBD 0 root 1:content
Raqqa  -     PROPN NNP 2 obj 1:content @place
,      -     PUNCT , 2 punct
according accord VERB VBG 8 case 1:cue
to     -     ADP  IN 5 fixed 1:cue
a      -     DET  DT 8 det 1:source
monitor -    NOUN NN 2 obl 1:source
.      -     PUNCT . 2 punct
"""

CHAIN = """
The    -     DET DT 2 det 1:source
Herald -     PROPN NNP 3 nsubj 1:source @organisation
wrote  write VERB VBD 0 root 1:cue
that   -     SCONJ IN 6 mark 1:content
officials official NOUN NNS 6 nsubj 1:content 2:source
denied deny  VERB VBD 3 ccomp 1:content 2:cue
that   -     SCONJ IN 9 mark 1:content 2:content
troops troop NOUN NNS 9 nsubj 1:content 2:content
left   leave VERB VBD 6 ccomp 1:content 2:content
.      -     PUNCT . 3 punct
"""

DOCUMENT = """
The    -     DET DT 2 det 1:source
memo   -     NOUN NN 3 nsubj 1:source
says   say   VERB VBZ 0 root 1:cue
troops troop NOUN NNS 5 nsubj 1:content
left   leave VERB VBD 3 ccomp 1:content
.      -     PUNCT . 3 punct
"""

SCARE = """
The    -     DET DT 6 det
so-called -  ADJ JJ 6 amod 1:cue
“      -     PUNCT `` 6 punct
safe   -     ADJ JJ 5 amod 1:content
zone   -     NOUN NN 6 nsubj 1:content
fell   fall  VERB VBD 0 root
.      -     PUNCT . 6 punct
"""

NOBODY = """
It     -     PRON PRP 3 expl
is     be    AUX VBZ 3 aux:pass 1:cue
believed believe VERB VBN 0 root 1:cue
that   -     SCONJ IN 6 mark 1:content
troops troop NOUN NNS 6 nsubj 1:content
left   leave VERB VBD 3 csubj 1:content
.      -     PUNCT . 3 punct
"""

OWN = """
Troops troop NOUN NNS 2 nsubj
left   leave VERB VBD 0 root
Raqqa  -     PROPN NNP 2 obj @place
.      -     PUNCT . 2 punct
"""


def claim(built: Built, predicate: str) -> Claim:
    return next(claim for claim in code(*built) if claim.predicate.text == predicate)


def voices(built: Built, predicate: str) -> list[str | None]:
    return [voice.text for voice in claim(built, predicate).voices]


def test_direct_quotation() -> None:
    found = claim(build(DIRECT), "left")
    assert [voice.text for voice in found.voices] == ["Hasan", None]
    assert [span.text for span in found.content] == ["Troops left Raqqa"]


def test_indirect_quotation() -> None:
    assert voices(build(INDIRECT), "left") == ["Officials", None]


def test_mixed_quotation() -> None:
    found = claim(build(MIXED), "provocation")
    assert [voice.text for voice in found.voices] == ["Moscow", None]
    assert [span.text for span in found.content] == ["the raid “a provocation” that breached the truce"]
    assert found.voices[0].source_kind == "official", "a place that speaks is its government"


def test_according_to() -> None:
    assert voices(build(ACCORDING), "left") == ["a monitor", None]


def test_a_chain_goes_from_the_nearest_voice_to_the_article() -> None:
    found = claim(build(CHAIN), "left")
    assert [(voice.text, voice.stance) for voice in found.voices] == [
        ("officials", "denies"),
        ("The Herald", "says"),
        (None, "says"),
    ]


def test_a_document_speaks() -> None:
    voice = claim(build(DOCUMENT), "left").voices[0]
    assert (voice.text, voice.source_kind, voice.named) == ("The memo", "document", False)


def test_scare_quotes_are_no_quotation() -> None:
    assert voices(build(SCARE), "fell") == [None]


def test_a_cue_without_a_source_is_a_voice_without_a_name() -> None:
    found = claim(build(NOBODY), "left").voices
    assert [(voice.text, voice.cue and voice.cue.text) for voice in found] == [(None, "is believed"), (None, None)]


def test_the_articles_own_voice_is_last_and_named_after_its_outlet() -> None:
    (own,) = claim(build(OWN, outlet="The Herald"), "left").voices
    assert (own.start, own.end, own.text, own.cue, own.stance, own.source_kind) == (
        None,
        None,
        None,
        None,
        "says",
        "media",
    )
    assert own.named
    assert not claim(build(OWN), "left").voices[-1].named


def test_who_is_told_is_no_voice() -> None:
    built = build("""
        A      -     DET DT 2 det 1:source
        source -     NOUN NN 3 nsubj 1:source
        told   tell  VERB VBD 0 root 1:cue
        Reuters -    PROPN NNP 3 iobj @organisation
        that   -     SCONJ IN 7 mark 1:content
        troops troop NOUN NNS 7 nsubj 1:content
        left   leave VERB VBD 3 ccomp 1:content
        .      -     PUNCT . 3 punct
    """)
    assert voices(built, "left") == ["A source", None]
