"""Voices inside what somebody says."""

from __future__ import annotations

import pytest

from sayso.claims import code
from sayso.words.records import Voice
from tests.claims.oneline import read

SAID = "Hasan/NNP/2/nsubj+1:source@person said=say/VBD/0/root+1:cue"


def chain(text: str, predicate: str) -> list[Voice]:
    """The voices of the claim on this predicate, without the article's own."""
    (found,) = [claim for claim in code(*read(text)) if claim.predicate.text == predicate]
    return list(found.voices[:-1])


def told(text: str, predicate: str) -> list[tuple[str | None, str | None, str]]:
    voices = chain(text, predicate)
    return [(voice.text, None if voice.cue is None else voice.cue.text, voice.stance) for voice in voices]


def test_a_belief_inside_what_somebody_says() -> None:
    text = (
        f"{SAID} he/PRP/4/nsubj+1:content believes=believe/VBZ/2/ccomp+1:content that/IN/7/mark+1:content"
        " troops=troop/NNS/7/nsubj+1:content left=leave/VBD/4/ccomp+1:content"
    )
    assert told(text, "left") == [("he", "believes", "says"), ("Hasan", "said", "says")]
    inner = chain(text, "left")[0]
    assert inner.same_as is not None
    assert inner.same_as.text == "Hasan"


def test_what_somebody_has_come_to_believe() -> None:
    text = (
        "Aides=aide/NNS/3/nsubj have/VBP/3/aux come/VBN/0/root to/TO/5/mark believe/VB/3/xcomp that/IN/8/mark"
        " troops=troop/NNS/8/nsubj left=leave/VBD/5/ccomp"
    )
    assert told(text, "left") == [("Aides", "believe", "says")]


def test_a_fear_and_a_denied_belief_keep_their_stance() -> None:
    feared = f"{SAID} aides=aide/NNS/4/nsubj+1:content fear/VBP/2/ccomp+1:content troops=troop/NNS/6/nsubj+1:content"
    assert told(f"{feared} left=leave/VBD/4/ccomp+1:content", "left")[0] == ("aides", "fear", "predicts")
    doubted = (
        f"{SAID} aides=aide/NNS/6/nsubj+1:content do/VBP/6/aux+1:content not/RB/6/advmod+1:content"
        " believe/VB/2/ccomp+1:content troops=troop/NNS/8/nsubj+1:content left=leave/VBD/6/ccomp+1:content"
    )
    assert told(doubted, "left")[0] == ("aides", "do not believe", "denies")


def test_an_order_inside_what_somebody_says() -> None:
    text = (
        f"{SAID} soldiers=soldier/NNS/4/nsubj+1:content ordered=order/VBD/2/ccomp+1:content"
        " them=they/PRP/4/obj+1:content"
        " to/TO/7/mark+1:content leave/VB/4/xcomp+1:content"
    )
    assert told(text, "leave") == [("soldiers", "ordered", "orders"), ("Hasan", "said", "says")]


def test_a_noun_with_a_clause_speaks_for_its_owner() -> None:
    text = (
        "Iran/NNP/3/nmod:poss@place 's/POS/1/case claim/NN/8/nsubj that/IN/7/mark ships=ship/NNS/7/nsubj"
        " were=be/VBD/7/cop"
        " empty/JJ/3/acl angered=anger/VBD/0/root London/NNP/8/obj@place"
    )
    assert told(text, "empty") == [("Iran", "claim", "says")]
    assert told(text, "angered") == []


def test_a_noun_without_an_owner_is_a_voice_without_a_name() -> None:
    fears = (
        "There/EX/2/expl were=be/VBD/0/root fears=fear/NNS/2/nsubj that/IN/6/mark troops=troop/NNS/6/nsubj"
        " left=leave/VBD/3/acl"
    )
    assert told(fears, "left") == [(None, "fears", "predicts")]


def test_who_denies_a_report_speaks_alone() -> None:
    text = (
        "Hasan/NNP/2/nsubj+1:source@person denied=deny/VBD/0/root+1:cue reports=report/NNS/2/obj+1:content"
        " that/IN/6/mark+1:content troops=troop/NNS/6/nsubj+1:content left=leave/VBD/3/acl+1:content"
    )
    assert told(text, "left") == [("Hasan", "denied", "denies")]


def test_a_rumour_tells_of_its_subject() -> None:
    text = (
        "The/DT/2/det general/NN/4/nsubj:pass is=be/VBZ/4/aux:pass said=say/VBN/0/root to/TO/7/mark"
        " have/VB/7/aux fled=flee/VBN/4/xcomp"
    )
    assert told(text, "fled") == [(None, "is said", "says")]
    (claim,) = [claim for claim in code(*read(text)) if claim.predicate.text == "fled"]
    assert [span.text for span in claim.content] == ["The general", "to have fled"]


NAMES = {
    "The/DT/2/det king/NN/3/nsubj called=call/VBD/0/root the/DT/5/det vote/NN/3/obj farce/NN/3/xcomp": [
        "the vote farce"
    ],
    "The/DT/2/det king/NN/3/nsubj described=describe/VBD/0/root it/PRP/3/obj as/IN/6/case farce/NN/3/obl": [
        "it as farce"
    ],
    "It/PRP/3/nsubj:pass was=be/VBD/3/aux:pass called=call/VBN/0/root farce/NN/3/xcomp by/IN/7/case the/DT/7/det "
    "king/NN/3/obl:agent": ["It", "farce"],
}


@pytest.mark.parametrize(("text", "content"), NAMES.items(), ids=["called", "described as", "was called"])
def test_what_somebody_calls_something_is_the_claim(text: str, content: list[str]) -> None:
    (claim,) = code(*read(text))
    voice = claim.voices[0]
    assert (claim.predicate.text, voice.text and voice.text.lower()) == ("farce", "the king")
    assert [span.text for span in claim.content] == content


@pytest.mark.parametrize(
    "text",
    [
        "Please/RB/2/advmod tell/VB/0/root me=i/PRP/2/iobj troops=troop/NNS/5/nsubj left=leave/VBD/2/ccomp",
        "You=you/PRP/2/nsubj think/VBP/0/root troops=troop/NNS/4/nsubj left=leave/VBD/2/ccomp",
        "Hasan/NNP/2/nsubj@person knew=know/VBD/0/root troops=troop/NNS/4/nsubj left=leave/VBD/2/ccomp",
        "Hasan/NNP/2/nsubj@person said=say/VBD/0/root what/WP/5/obj troops=troop/NNS/5/nsubj took=take/VBD/2/ccomp",
    ],
    ids=["imperative", "you", "knowing", "question"],
)
def test_no_voice_is_invented(text: str) -> None:
    assert all(len(claim.voices) == 1 for claim in code(*read(text)))


def test_what_is_said_ends_with_the_quotation() -> None:
    """The tree runs on behind the closing mark; the voice does not."""
    text = (
        "“/``/3/punct I=i/PRP/3/nsubj+1:content think/VBP/8/ccomp+1:content troops=troop/NNS/5/nsubj+1:content"
        " left=leave/VBD/3/ccomp+1:content ”/''/3/punct Hasan/NNP/8/nsubj+1:source@person said=say/VBD/0/root+1:cue"
        " as/IN/11/mark jets=jet/NNS/11/nsubj circled=circle/VBD/5/advcl"
    )
    assert told(text, "left") == [("I", "think", "says"), ("Hasan", "said", "says")]
    assert told(text, "circled") == []


def test_a_number_that_somebody_gives() -> None:
    line = "Hasan/NNP/2/nsubj@person {verb}/VBD/0/root the/DT/4/det toll/NN/2/obj at/IN/6/case {number}/2/obl"
    assert told(line.format(verb="put", number="13/CD"), "13") == [("Hasan", "put", "says")]
    dollars = "$/$/2/obl 9/CD/6/nummod"
    assert told(line.format(verb="put", number="$/$").replace("$/$/2/obl", dollars), "$") == [("Hasan", "put", "says")]
    (laid,) = code(*read(line.format(verb="put", number="home/NN")))
    assert laid.predicate.text == "put"
    assert len(laid.voices) == 1


def test_a_noun_that_a_cue_governs_adds_no_voice_where_the_model_gives_one() -> None:
    denied = (
        "Hasan/NNP/2/nsubj+1:source@person denied=deny/VBD/0/root+1:cue {of}reports=report/NNS/2/obj+1:content+2:cue"
        " that/IN/{clause}/mark+1:content+2:content troops=troop/NNS/{clause}/nsubj+1:content+2:content"
        " left=leave/VBD/{noun}/acl+1:content+2:content"
    )
    assert told(denied.format(of="", noun=3, clause=6), "left") == [("Hasan", "denied", "denies")]
    theirs = denied.format(of="Iran/NNP/5/nmod:poss+2:source@place 's/POS/3/case ", noun=5, clause=8)
    assert told(theirs, "left") == [("Iran", "reports", "says"), ("Hasan", "denied", "denies")]
