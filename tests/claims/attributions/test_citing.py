"""Whom a voice cites."""

from __future__ import annotations

import pytest

from tests.claims.oneline import read
from tests.claims.test_voices import voices

CITED = {
    "reported, citing": "The/DT/2/det+1:source Herald/NNP/3/nsubj+1:source@organisation"
    " reported=report/VBD/0/root+1:cue ,/,/5/punct"
    " citing=cite/VBG/3/advcl officials=official/NNS/5/obj ,/,/9/punct troops=troop/NNS/9/nsubj+1:content"
    " left=leave/VBD/3/ccomp+1:content",
    "the model's own cue": "The/DT/2/det+1:source+2:source Herald/NNP/3/nsubj+1:source+2:source@organisation"
    " reported=report/VBD/0/root+1:cue ,/,/5/punct citing=cite/VBG/3/advcl+2:cue officials=official/NNS/5/obj+2:content"
    " ,/,/9/punct troops=troop/NNS/9/nsubj+2:content left=leave/VBD/3/ccomp+2:content",
    "quoted as saying": "The/DT/2/det+1:source Herald/NNP/3/nsubj+1:source@organisation quoted=quote/VBD/0/root+1:cue"
    " officials=official/NNS/3/obj+1:content as/IN/6/mark+1:content saying=say/VBG/3/advcl+1:content"
    " troops=troop/NNS/8/nsubj+1:content left=leave/VBD/6/ccomp+1:content",
    "according to, citing": "Troops=troop/NNS/2/nsubj+1:content left=leave/VBD/0/root+1:content ,/,/2/punct"
    " according=accord/VBG/7/case+1:cue to/IN/4/fixed+1:cue the/DT/7/det+1:source"
    " Herald/NNP/2/obl+1:source@organisation"
    " ,/,/9/punct citing=cite/VBG/7/acl officials=official/NNS/9/obj",
}

CITED["was quoted as saying"] = (
    "Officials=official/NNS/3/nsubj:pass+1:content were=be/VBD/3/aux:pass+1:cue quoted=quote/VBN/0/root+1:cue"
    " by/IN/6/case the/DT/6/det+1:source+2:source Herald/NNP/3/obl:agent+1:source+2:source@organisation as/IN/8/mark"
    " saying=say/VBG/3/advcl+2:cue troops=troop/NNS/10/nsubj+2:content left=leave/VBD/8/ccomp+2:content"
)
CITED["quoting what it called"] = (
    "The/DT/2/det Herald/NNP/10/nsubj@organisation ,/,/4/punct quoting=quote/VBG/10/advcl what/WP/4/obj"
    " it/PRP/7/nsubj called=call/VBD/5/acl:relcl officials=official/NNS/7/obj+1:source ,/,/4/punct"
    " reported=report/VBD/0/root+1:cue troops=troop/NNS/12/nsubj+1:content left=leave/VBD/10/ccomp+1:content"
)


@pytest.mark.parametrize("line", CITED.values(), ids=CITED)
def test_whoever_is_cited_is_nearer_than_whoever_cites(line: str) -> None:
    chain = [text and text.lower() for text in voices(read(line), "left")]
    assert chain == ["officials", "the herald", None]


def test_a_reason_is_no_voice() -> None:
    line = CITED["reported, citing"].replace("officials=official", "concerns=concern")
    assert voices(read(line), "left") == ["The Herald", None]


def test_a_release_of_prisoners_is_no_document() -> None:
    line = CITED["according to, citing"].replace("officials=official", "releases=release")
    assert voices(read(line), "left")[0] == "releases"
    assert voices(read(f"{line} of/IN/12/case prisoners=prisoner/NNS/10/nmod"), "left") == ["the Herald", None]


def test_a_pronoun_that_a_relative_clause_quotes_is_no_speech_of_the_verb_above() -> None:
    line = (
        "Karim/NNP/2/nsubj+1:source@person told=tell/VBD/0/root+1:cue the/DT/4/det Herald/NNP/2/obj@organisation"
        " ,/,/7/punct which/WDT/7/nsubj+2:source quoted=quote/VBD/4/acl:relcl+2:cue him=he/PRP/7/obj as/IN/10/mark"
        " saying=say/VBG/7/advcl troops=troop/NNS/12/nsubj left=leave/VBD/10/ccomp"
    )
    assert voices(read(line), "left") == ["him", "which", None]
