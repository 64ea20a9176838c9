"""Clauses that go on from the verb that says, not from what is said."""

from __future__ import annotations

from tests.claims.oneline import read
from tests.claims.test_voices import voices

SAID = "Hasan/NNP/2/nsubj+1:source{other}@person said=say/VBD/0/root+1:cue that/IN/6/mark"
BLAMED = (
    f"{SAID} his/PRP$/5/nmod:poss troops=troop/NNS/6/nsubj+1:content left=leave/VBD/2/ccomp+1:content"
    " and/CC/8/cc+1:content blamed=blame/VBD/6/conj+1:content+2:cue rebels=rebel/NNS/8/obj+1:content+2:content"
)


def test_a_second_verb_of_the_same_speaker_goes_on_from_the_first() -> None:
    own = read(BLAMED.format(other="+2:source"))
    assert voices(own, "left") == ["Hasan", None]
    assert voices(own, "blamed") == [None]
    theirs = BLAMED.format(other="").replace("nsubj+1:content", "nsubj+1:content+2:source")
    assert voices(read(theirs), "blamed") == ["Hasan", None]


def test_what_happened_next_is_not_what_was_told() -> None:
    text = (
        "Hasan/NNP/3/nsubj:pass was=be/VBD/3/aux:pass told=tell/VBN/0/root+1:cue that/IN/7/mark"
        " they/PRP/7/nsubj+1:content {had}/7/aux+1:content left=leave/VBN/3/ccomp+1:content ,/,/11/punct+1:content"
        " but/CC/11/cc+1:content"
        " nobody/NN/11/nsubj+1:content came=come/{came}/7/conj+1:content"
    )
    assert voices(read(text.format(had="had/VBD", came="VBD")), "came") == [None]
    assert voices(read(text.format(had="have/VBP", came="VBD")), "came") == [None, None]
    assert voices(read(text.format(had="had/VBD", came="VBN")), "came") == [None, None]
