"""What stands behind a quotation and its cue without marks."""

from __future__ import annotations

from sayso.claims import code
from tests.claims.oneline import read
from tests.claims.test_voices import voices

QUOTATION = (
    "“/``/3/punct+1:content Troops=troop/NNS/3/nsubj+1:content left=leave/VBD/7/ccomp+1:content ,/,/3/punct+1:content"
    " ”/''/3/punct+1:content she/PRP/7/nsubj+1:source said=say/VBD/0/root+1:cue"
)


def test_an_aside_is_the_articles() -> None:
    built = read(f"{QUOTATION} after/IN/10/mark Karim/NNP/10/nsubj+1:content@person fled=flee/VBD/7/advcl+1:content")
    assert voices(built, "left") == ["she", None]
    assert voices(built, "fled") == [None]


def test_a_quotation_that_goes_on_is_the_speakers() -> None:
    more = (
        "and/CC/11/cc “/``/11/punct+1:content Karim/NNP/11/nsubj+1:content@person"
        " fled=flee/VBD/7/conj+1:content ”/''/11/punct+1:content"
    )
    assert voices(read(f"{QUOTATION} {more}"), "fled") == ["she", None]


def test_words_in_marks_inside_a_sentence_end_nothing() -> None:
    built = read(
        "The/DT/2/det+1:content “/``/3/punct+1:content victory/NN/8/nsubj+1:content ”/''/3/punct+1:content ,/,/7/punct"
        " he/PRP/7/nsubj+1:source said=say/VBD/8/parataxis+1:cue emptied=empty/VBD/0/root+1:content"
        " it/PRP/8/obj+1:content"
    )
    assert voices(built, "emptied") == ["he", None]


def test_a_mark_that_closes_anothers_words_before_opens_nothing() -> None:
    built = read(
        'She/PRP/2/nsubj+2:source shrugged=shrug/VBD/0/root+2:cue :/:/2/punct "/``/5/punct+2:content'
        " Nobody/NN/6/nsubj+2:content slept=sleep/VBD/2/ccomp+2:content \"/''/6/punct+2:content\n"
        'Troops=troop/NNS/2/nsubj+1:content left=leave/VBD/8/ccomp+1:content "/``/4/punct+1:content'
        " soon/RB/2/advmod+1:content \"/''/4/punct+1:content ,/,/2/punct he/PRP/8/nsubj+1:source"
        " said=say/VBD/0/root+1:cue ,/,/11/punct and/CC/12/cc+1:content Karim/NNP/12/nsubj+1:content@person"
        " fled=flee/VBD/8/conj+1:content"
    )
    assert voices(built, "fled") == ["he", None]


RELATIVE = (
    "They/PRP/2/nsubj+1:source {cue}/VBD/0/root+1:cue {to} Karim/NNP/{head}/{role}+1:content ,/,/8/punct+1:content "
    "who/WP/8/nsubj+1:content was=be/VBD/8/aux:pass+1:content born=bear/VBN/4/acl:relcl+1:content "
    "in/IN/10/case+1:content Hama/NNP/8/obl+1:content ,/,/8/punct+1:content {rest} ././2/punct"
)


def test_a_relative_clause_set_off_is_no_part_of_an_accusation() -> None:
    line = RELATIVE.format(
        cue="accused=accuse",
        to="Senator/NNP/4/nmod:desc+1:content",
        head=2,
        role="obj",
        rest="of/IN/13/mark+1:content stealing=steal/VBG/2/advcl+1:content grain/NN/13/obj+1:content",
    )
    assert voices(read(line), "born") == [None]
    assert voices(read(line), "stealing") == ["They", None]


def test_what_somebody_asserts_may_hold_one() -> None:
    line = RELATIVE.format(
        cue="said=say",
        to="that/IN/12/mark+1:content",
        head=12,
        role="nsubj",
        rest="fled=flee/VBD/2/ccomp+1:content",
    )
    assert voices(read(line), "born") == ["They", None]


def test_a_relative_clause_about_no_more_than_a_noun_is_the_writers() -> None:
    line = (
        "Karim/NNP/2/nsubj+1:source acknowledged=acknowledge/VBD/0/root+1:cue the/DT/4/det+1:content "
        "loss/NN/2/obj+1:content ,/,/7/punct+1:content which/WDT/7/nsubj+1:content "
        "angered=anger/VBD/4/acl:relcl+1:content miners=miner/NNS/7/obj+1:content ././2/punct"
    )
    claim = next(claim for claim in code(*read(line)) if claim.predicate.text == "angered")
    assert len(claim.voices) == 1
