"""Words that somebody passes on: two voices, the one who said it nearer than the one who carries it."""

from __future__ import annotations

import pytest

from tests.claims.build import build
from tests.claims.test_voices import voices

QUOTED_BY = """
Officials official NOUN NNS 5 nsubj 1:source
quoted quote VERB VBN 1 acl 1:source
by     -     ADP IN 4 case 1:source
Tasnim -     PROPN NNP 2 obl:agent 1:source @organisation
said   say   VERB VBD 0 root 1:cue
troops troop NOUN NNS 7 nsubj 1:content
left   leave VERB VBD 5 ccomp 1:content
.      -     PUNCT . 5 punct
"""

CITING = """
Troops troop NOUN NNS 2 nsubj 1:content
left   leave VERB VBD 0 root 1:content
,      -     PUNCT , 2 punct
according accord VERB VBG 8 case 1:cue
to     -     ADP  IN 4 fixed 1:cue
a      -     DET  DT 8 det 1:source
Tasnim -     PROPN NNP 8 compound 1:source @organisation
report -     NOUN NN 2 obl 1:source
citing cite  VERB VBG 8 acl 1:source
two    -     NUM CD 11 nummod 1:source
officials official NOUN NNS 9 obj 1:source
.      -     PUNCT . 2 punct
"""

QUOTING = """
Tasnim  -     PROPN NNP 2 nsubj 1:source @organisation
said    say   VERB VBD 0 root
,       -     PUNCT , 4 punct
quoting quote VERB VBG 2 advcl 1:cue
two     -     NUM CD 6 nummod
officials official NOUN NNS 4 obj
,       -     PUNCT , 10 punct
that    -     SCONJ IN 10 mark
troops  troop NOUN NNS 10 nsubj 1:content
left    leave VERB VBD 2 ccomp 1:content
.       -     PUNCT . 2 punct
"""

CARRIED_BY = """
The    -     DET DT 2 det 1:source
ministry -   NOUN NN 3 nsubj 1:source
said   say   VERB VBD 0 root 1:cue
in     -     ADP IN 6 case
a      -     DET DT 6 det
statement -  NOUN NN 3 obl
carried carry VERB VBN 6 acl
by     -     ADP IN 9 case
SANA   -     PROPN NNP 7 obl:agent @organisation
that   -     SCONJ IN 12 mark 1:content
troops troop NOUN NNS 12 nsubj 1:content
left   leave VERB VBD 3 ccomp 1:content
.      -     PUNCT . 3 punct
"""

QUOTED_AS_SAYING = """
Hasan  -     PROPN NNP 3 nsubj:pass 1:source @person
was    be    AUX VBD 3 aux:pass 1:cue
quoted quote VERB VBN 0 root 1:cue
by     -     ADP IN 5 case
SANA   -     PROPN NNP 3 obl:agent @organisation
as     -     SCONJ IN 7 mark 1:cue
saying say   VERB VBG 3 advcl 1:cue
troops troop NOUN NNS 9 nsubj 1:content
left   leave VERB VBD 7 ccomp 1:content
.      -     PUNCT . 3 punct
"""


@pytest.mark.parametrize(
    ("table", "chain"),
    [
        (QUOTED_BY, ["Officials", "Tasnim", None]),
        (CITING, ["two officials", "a Tasnim report", None]),
        (CARRIED_BY, ["The ministry", "SANA", None]),
        (QUOTING, ["two officials", "Tasnim", None]),
        (QUOTED_AS_SAYING, ["Hasan", "SANA", None]),
    ],
    ids=["quoted by", "citing", "carried by", "said, quoting", "quoted as saying"],
)
def test_a_relay_adds_an_outer_voice(table: str, chain: list[str | None]) -> None:
    assert voices(build(table), "left") == chain
