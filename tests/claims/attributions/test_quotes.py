"""Quotations across paragraphs, and headlines."""

from __future__ import annotations

from sayso.claims import code
from tests.claims.build import build
from tests.claims.oneline import read
from tests.claims.test_voices import claim, voices

INTRODUCTION = """
The    -     DET DT 2 det 1:source
report -     NOUN NN 3 nsubj 1:source
notes  note  VERB VBZ 0 root 1:cue
:      -     PUNCT : 3 punct
"""

BLOCK = """
Troops troop NOUN NNS 2 nsubj
left   leave VERB VBD 0 root
Raqqa  -     PROPN NNP 2 obj
.      -     PUNCT . 2 punct
"""

SECOND_BLOCK = """
Nobody -     PRON NN 2 nsubj
returned return VERB VBD 0 root
.      -     PUNCT . 2 punct
"""

OPEN_QUOTATION = """
Hasan  -     PROPN NNP 2 nsubj 1:source @person
said   say   VERB VBD 0 root 1:cue
:      -     PUNCT : 2 punct
“      -     PUNCT `` 6 punct 1:content
We     -     PRON PRP 6 nsubj 1:content
waited wait  VERB VBD 2 ccomp 1:content
.      -     PUNCT . 2 punct 1:content
"""

CONTINUED = """
“      -     PUNCT `` 3 punct
Troops troop NOUN NNS 3 nsubj
left   leave VERB VBD 0 root
.      -     PUNCT . 3 punct
”      -     PUNCT '' 3 punct
"""


def test_a_line_introduces_a_block_quote_over_several_paragraphs() -> None:
    after = "Tanks tank NOUN NNS 2 nsubj\nfired fire VERB VBD 0 root"
    built = build(f"¶\n{INTRODUCTION}\n¶ quote\n{BLOCK}\n¶ quote\n{SECOND_BLOCK}\n¶\n{after}")
    assert voices(built, "left") == ["The report", None]
    assert voices(built, "returned") == ["The report", None]
    assert voices(built, "fired") == [None]


def test_a_colon_introduces_a_paragraph_in_quotation_marks() -> None:
    assert voices(build(f"¶\n{INTRODUCTION}\n¶\n{CONTINUED}"), "left") == ["The report", None]


def test_an_introduction_that_the_model_missed_is_found_by_its_verb() -> None:
    plain = "\n".join(line.split("1:")[0] for line in INTRODUCTION.splitlines())
    assert voices(build(f"¶\n{plain}\n¶ quote\n{BLOCK}"), "left") == ["The report", None]


def test_a_quotation_goes_on_in_the_next_paragraph_without_a_new_cue() -> None:
    built = build(f"¶\n{OPEN_QUOTATION}\n¶\n{CONTINUED}")
    assert voices(built, "left") == ["Hasan", None]
    assert claim(built, "left").confidence < claim(built, "waited").confidence


def test_a_quotation_that_was_closed_does_not_reach_plain_text() -> None:
    closed = OPEN_QUOTATION + "”      -     PUNCT '' 6 punct 1:content\n"
    assert voices(build(f"¶\n{closed}\n¶\n{BLOCK}"), "left") == [None]


def test_a_paragraph_all_in_quotation_marks_belongs_to_who_spoke_last() -> None:
    closed = OPEN_QUOTATION + "”      -     PUNCT '' 6 punct 1:content\n"
    assert voices(build(f"¶\n{closed}\n¶\n{CONTINUED}"), "left") == ["Hasan", None]


def test_a_new_cue_takes_the_quotation() -> None:
    own = """
        “      -     PUNCT `` 3 punct 2:content
        Troops troop NOUN NNS 3 nsubj 2:content
        left   leave VERB VBD 6 ccomp 2:content
        ,      -     PUNCT . 3 punct 2:content
        ”      -     PUNCT '' 3 punct 2:content
        said   say   VERB VBD 0 root 2:cue
        Nasser -     PROPN NNP 6 nsubj 2:source
        .      -     PUNCT . 6 punct
    """
    assert voices(build(f"¶\n{OPEN_QUOTATION}\n¶\n{own}"), "left") == ["Nasser", None]


def test_a_signed_quotation() -> None:
    signed = """
        “      -     PUNCT `` 3 punct
        Troops troop NOUN NNS 3 nsubj
        left   leave VERB VBD 0 root
        the    -     DET DT 6 det
        old    -     ADJ JJ 6 amod
        town   -     NOUN NN 3 obj
        of     -     ADP IN 8 case
        Raqqa  -     PROPN NNP 6 nmod
        at     -     ADP IN 10 case
        night  -     NOUN NN 3 obl
        .      -     PUNCT . 3 punct
        ”      -     PUNCT '' 3 punct
        —      -     PUNCT : 14 punct
        Hasan  -     PROPN NNP 3 parataxis @person
    """
    assert voices(build(signed), "left") == ["Hasan", None]


def test_an_embedded_post_is_signed_with_an_account() -> None:
    posted = """
        Troops troop NOUN NNS 2 nsubj
        left   leave VERB VBD 0 root
        —      -     PUNCT : 4 punct
        Hasan  -     PROPN NNP 2 parataxis @person
        (      -     PUNCT -LRB- 7 punct
        @      -     SYM SYM 7 punct
        hasan  -     PROPN NNP 4 appos
        )      -     PUNCT -RRB- 7 punct
    """
    assert voices(build(posted), "left") == ["Hasan", None]


def test_a_headline_speaks_in_the_articles_own_voice() -> None:
    assert voices(build(f"¶ title\n{BLOCK}"), "left") == [None]


def test_a_headline_names_its_source_before_a_colon() -> None:
    built = build("""
        ¶ title
        Damascus - PROPN NNP 4 parataxis @place
        :      -   PUNCT : 1 punct
        Jets   jet NOUN NNS 4 nsubj
        hit    hit VERB VBD 0 root
        airport -  NOUN NN 4 obj
    """)
    assert voices(built, "hit") == ["Damascus", None]


def test_a_headlines_topic_is_no_source() -> None:
    built = build("""
        ¶ title
        Damascus - PROPN NNP 2 compound @place
        battle -   NOUN NN 5 parataxis
        :      -   PUNCT : 2 punct
        Jets   jet NOUN NNS 5 nsubj
        hit    hit VERB VBD 0 root
        airport -  NOUN NN 5 obj
    """)
    assert voices(built, "hit") == [None]


def test_a_country_before_a_headlines_colon_is_where_it_was() -> None:
    headline = """
        ¶ title
        {0}    -   PROPN NNP 4 parataxis @place
        :      -   PUNCT : 1 punct
        Dams   dam NOUN NNS 4 nsubj
        burst  -   VERB VBD 0 root
        again  -   ADV RB 4 advmod
    """
    assert voices(build(headline.format("Nepal")), "burst") == [None]
    assert voices(build(headline.format("Kathmandu")), "burst") == ["Kathmandu", None]


def test_a_headline_names_its_source_after_a_colon() -> None:
    built = build("""
        ¶ title
        Jets   jet NOUN NNS 2 nsubj
        hit    hit VERB VBD 0 root
        airport -  NOUN NN 2 obj
        :      -   PUNCT : 5 punct
        monitor -  NOUN NN 2 parataxis
    """)
    assert voices(built, "hit") == ["monitor", None]


def test_a_hyphen_within_a_name_is_no_dash() -> None:
    built = build("""
        ¶ title
        Jets    jet  NOUN  NNS 2 nsubj
        hit     hit  VERB  VBD 0 root
        Maarat  -    PROPN NNP 2 obj   @place
        al~     al   PROPN NNP 3 flat  @place
        -~      -    PUNCT HYPH 6 punct @place
        Numan   -    PROPN NNP 3 flat  @place
    """)
    assert voices(built, "hit") == [None]


def test_a_byline_claims_nothing() -> None:
    assert voices(build(f"¶\n{BLOCK}"), "left") == [None]
    assert code(*build(f"¶ byline\n{BLOCK}")) == []


def test_a_colon_introduces_unmarked_paragraphs_as_long_as_they_say_we() -> None:
    ours = "We we PRON PRP 2 nsubj\nwaited wait VERB VBD 0 root\n. - PUNCT . 2 punct"
    said = f"¶\n{INTRODUCTION.replace('report', 'mayor')}\n¶\n{BLOCK}\n¶\n{ours}\n¶\n{SECOND_BLOCK}"
    built = build(f"{said}\n¶\n{OPEN_QUOTATION.replace('waited wait', 'stayed stay').replace('1:', '2:')}")
    assert voices(built, "left") == voices(built, "waited") == ["The mayor", None]
    assert voices(built, "returned") == [None]


def test_a_colon_introduces_all_that_follows_where_nobody_else_speaks() -> None:
    said = f"¶\n{INTRODUCTION.replace('report', 'mayor')}\n¶\n{BLOCK}\n¶\n{SECOND_BLOCK}"
    assert voices(build(said), "returned") == ["The mayor", None]
    heading = "Further further ADJ JJ 2 amod\nnotes note NOUN NNS 0 root"
    after = BLOCK.replace("left   leave", "fled flee")
    assert voices(build(f"{said}\n¶\n{heading}\n¶\n{after}"), "fled") == [None]


def test_a_deed_that_was_marked_as_a_cue_says_nothing() -> None:
    deed = """
Hasan  -     PROPN NNP 2 nsubj 1:source @person
used   use   VERB VBD 0 root 1:cue
the    -     DET DT 4 det 1:content
delay  -     NOUN NN 2 obj 1:content
to     -     PART TO 6 mark 1:content
leave  -     VERB VB 4 acl 1:content
.      -     PUNCT . 2 punct
"""
    article, analysis = build(deed)
    assert all(len(made.voices) == 1 for made in code(article, analysis))
    assert any(made.predicate.text == "used" for made in code(article, analysis))


SPOKEN = """
    ¶ Hasan/NNP/2/nsubj@person+1:source said=say/VBD/0/root+1:cue :/:/2/punct
    Troops=troop/NNS/2/nsubj+1:content left=leave/VBD/0/root+1:content Raqqa/NNP/2/obj@place+1:content ././2/punct
    We/PRP/2/nsubj waited=wait/VBD/0/root ././2/punct
"""
WE = "¶ We/PRP/2/nsubj fought=fight/VBD/0/root ././2/punct"
TOWNS = "¶ Towns=town/NNS/2/nsubj fell=fall/VBD/0/root ././2/punct"


def test_a_colon_in_a_paragraph_gives_its_speaker_the_rest_and_what_goes_on_in_the_first_person() -> None:
    built = read(f"{SPOKEN}\n{WE}\n{TOWNS}")
    assert voices(built, "waited") == voices(built, "fought") == ["Hasan", None]
    assert voices(built, "fell") == [None]


def test_a_colon_in_one_sentence_reaches_the_next() -> None:
    built = read("""
        ¶ Hasan/NNP/2/nsubj@person said=say/VBD/0/root :/:/5/punct They/PRP/5/nsubj left=leave/VBD/2/ccomp ././2/punct
        We/PRP/2/nsubj waited=wait/VBD/0/root ././2/punct
    """)
    assert voices(built, "left") == voices(built, "waited") == ["Hasan", None]


def test_a_list_after_a_colon_is_no_speech() -> None:
    built = read("""
        ¶ Hasan/NNP/2/nsubj+1:source named=name/VBD/0/root+1:cue one/CD/2/obj :/:/2/punct Hama/NNP/3/appos ././2/punct
        Troops=troop/NNS/2/nsubj left=leave/VBD/0/root ././2/punct
    """)
    assert voices(built, "left") == [None]


def test_giving_out_a_statement_introduces_it() -> None:
    given = """
        ¶ Oxfam/NNP/2/nsubj@organisation released=release/VBD/0/root the/DT/5/det following=follow/VBG/5/amod
    """.rstrip()
    given += " statement/NN/2/obj :/:/2/punct"
    assert voices(read(f"{given}\n{TOWNS}"), "fell") == ["Oxfam", None]
    thing = given.replace("statement", "teapot")
    assert voices(read(f"{thing}\n{TOWNS}"), "fell") == [None]
