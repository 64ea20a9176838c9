"""Whom a line introduces, and how far."""

from __future__ import annotations

from tests.claims.oneline import read
from tests.claims.test_voices import voices

BLOCK = """
    ¶ Convoys=convoy/NNS/2/nsubj stalled=stall/VBD/0/root ././2/punct
    ¶ Bridges=bridge/NNS/2/nsubj fell=fall/VBD/0/root ././2/punct
"""
SAID = "¶ The/DT/2/det+1:source minister/NN/3/nsubj+1:source said=say/VBD/0/root+1:cue :/:/3/punct"
HEADING = "¶ Prospects=prospect/NNS/0/root\n¶ Prices=price/NNS/2/nsubj rose=rise/VBD/0/root ././2/punct"


def test_whoever_says_it_right_before_the_colon_says_the_rest_up_to_a_heading_of_one_word() -> None:
    built = read(f"{SAID}\n{BLOCK}\n{HEADING}")
    assert voices(built, "stalled") == voices(built, "fell") == ["The minister", None]
    assert voices(built, "rose") == [None]


def test_a_line_that_names_a_text_introduces_one_paragraph() -> None:
    line = "¶ {who} judged=judge/VBD/0/root it/PRP/2/obj in/IN/6/case a/DT/6/det study/NN/2/obl :/:/2/punct"
    for who in ("Oxfam/NNP/2/nsubj@organisation", "We/PRP/2/nsubj"):
        built = read(f"{line.format(who=who)}\n{BLOCK}")
        assert voices(built, "stalled") == [who.split("/", maxsplit=1)[0], None]
        assert voices(built, "fell") == [None]


def test_a_passive_line_speaks_for_the_text_it_names() -> None:
    built = read(
        "¶ They/PRP/3/nsubj:pass were=be/VBD/3/aux:pass sketched=sketch/VBN/0/root in/IN/6/case a/DT/6/det"
        f" letter/NN/3/obl :/:/3/punct\n{BLOCK}"
    )
    assert voices(built, "stalled") == ["a letter", None]


def test_a_line_that_says_how_a_text_is_quoted_speaks_for_the_text() -> None:
    built = read(
        "¶ They/PRP/3/nsubj:pass were=be/VBD/3/aux:pass sketched=sketch/VBN/0/root in/IN/6/case a/DT/6/det"
        " letter/NN/3/obl ,/,/8/punct which/WDT/9/nsubj deserves=deserve/VBZ/6/acl:relcl to/TO/12/mark"
        " be/VB/12/aux:pass"
        f" quoted=quote/VBN/9/xcomp :/:/3/punct\n{BLOCK}"
    )
    assert voices(built, "stalled") == ["a letter", None]


def test_the_writers_own_we_does_not_go_on() -> None:
    line = "¶ We/PRP/2/nsubj+1:source warned=warn/VBD/0/root+1:cue in/IN/5/case a/DT/5/det memo/NN/2/obl :/:/2/punct"
    built = read(f"{line}\n{BLOCK}\n¶ We/PRP/2/nsubj erred=err/VBD/0/root ././2/punct")
    assert voices(built, "stalled") == ["We", None]
    assert voices(built, "fell") == voices(built, "erred") == [None]
