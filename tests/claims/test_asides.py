"""What stands behind a quotation and its cue without marks."""

from __future__ import annotations

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
