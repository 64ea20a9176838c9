"""Letters and signed statements."""

from __future__ import annotations

from sayso.claims import code
from tests.claims.oneline import read
from tests.claims.test_voices import claim, voices

BODY = "¶ Buses=bus/NNS/2/nsubj stopped=stop/VBD/0/root ././2/punct"
SECOND = "¶ Schools=school/NNS/2/nsubj closed=close/VBD/0/root ././2/punct"
NAME = "¶ Karim/NNP/0/root@person Haddad/NNP/1/flat@person ,/,/4/punct Homs/NNP/1/appos@place"
EDITOR = "¶ To/IN/3/case the/DT/3/det editor/NN/0/root :/:/3/punct"
CLOSE = "¶ Yours=your/PRP/0/root faithfully/RB/1/advmod ,/,/1/punct"


def test_a_letter_is_its_writers() -> None:
    built = read("\n".join((EDITOR, BODY, SECOND, NAME)))
    assert voices(built, "stopped") == voices(built, "closed") == ["Karim Haddad", None]
    assert claim(built, "stopped").voices[0].cue is None


def test_a_close_makes_a_letter_without_a_salutation() -> None:
    built = read("\n".join((BODY, CLOSE, NAME)))
    voice = claim(built, "stopped").voices[0]
    assert (voice.text, voice.named, voice.cue and voice.cue.text) == ("Karim Haddad", True, "Yours faithfully")


def test_a_body_signs_a_statement() -> None:
    signed = "¶ Signed=sign/VBN/0/root ,/,/1/punct"
    union = "¶ The/DT/2/det Union/NNP/0/root@organisation of/IN/4/case Nurses=nurse/NNS/2/nmod"
    built = read("\n".join((BODY, signed, union)))
    assert voices(built, "stopped") == ["The Union of Nurses", None]
    assert [made.predicate.text for made in code(*built)] == ["stopped"], "“Signed” claims nothing"


def test_each_of_several_letters_is_its_own_writers() -> None:
    other = "¶ Amal/NNP/0/root@person Saleh/NNP/1/flat@person"
    built = read("\n".join((EDITOR, BODY, NAME, EDITOR, SECOND, other)))
    assert voices(built, "stopped") == ["Karim Haddad", None]
    assert voices(built, "closed") == ["Amal Saleh", None]


def test_a_name_below_an_article_signs_nothing() -> None:
    assert voices(read("\n".join((BODY, NAME))), "stopped") == [None]


def test_whoever_is_cited_in_a_letter_is_nearer_than_its_writer() -> None:
    said = (
        "¶ Doctors=doctor/NNS/2/nsubj+1:source say/VBP/0/root+1:cue water/NN/4/nsubj+1:content"
        " stinks=stink/VBZ/2/ccomp+1:content"
    )
    assert voices(read("\n".join((EDITOR, said, NAME))), "stinks") == ["Doctors", "Karim Haddad", None]


def test_on_a_page_of_letters_a_name_is_enough() -> None:
    heading = "¶ LETTERS=letter/NNS/0/root ././1/punct"
    handle = "¶ @homs_1999/NN/0/root"
    built = read("\n".join((heading, BODY, NAME, SECOND, handle)))
    assert voices(built, "stopped") == ["Karim Haddad", None]
    assert voices(built, "closed") == ["@homs_1999", None]
