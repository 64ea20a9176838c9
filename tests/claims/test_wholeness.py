"""Claims whose content or voice a slip of the tree or of the model would cut or mix up."""

from __future__ import annotations

import pytest

from sayso.claims import code
from sayso.words.records import Claim
from tests.claims.oneline import read


def claim(text: str, predicate: str) -> Claim:
    (found,) = [claim for claim in code(*read(text)) if claim.predicate.text == predicate]
    return found


def content(text: str, predicate: str) -> list[str]:
    return [span.text for span in claim(text, predicate).content]


def cues(text: str, predicate: str) -> list[str | None]:
    return [None if voice.cue is None else voice.cue.text for voice in claim(text, predicate).voices[:-1]]


def test_a_straight_single_mark_closes_what_it_opened_inside() -> None:
    text = (
        "Crews=crew/NNS/3/nsubj will/MD/3/aux return/VB/0/root '/``/6/punct in/IN/6/case"
        " weeks=week/NNS/3/obl '/''/6/punct ./.../3/punct"
    )
    assert content(text, "return") == ["Crews will return ' in weeks '"]


@pytest.mark.parametrize("mark", ["'", "''"])
def test_straight_single_marks_around_all_of_it_are_left_out(mark: str) -> None:
    text = f"{mark}/``/3/punct Crews=crew/NNS/3/nsubj left=leave/VBD/0/root {mark}/''/3/punct"
    assert content(text, "left") == ["Crews left"]


def test_a_doubled_mark_inside_is_closed_by_a_doubled_one() -> None:
    text = (
        "They/PRP/2/nsubj wrote=write/VBD/0/root '/``/5/punct '/``/5/punct poems=poem/NNS/2/obj"
        " '/''/5/punct '/''/5/punct"
    )
    built = content(text, "wrote")
    assert built == ["They wrote ' ' poems ' '"]


def test_that_before_a_noun_opens_nothing() -> None:
    text = (
        "It/PRP/2/nsubj expects=expect/VBZ/0/root+1:cue that/DT/4/det+1:content sum/NN/6/nsubj+1:content"
        " to/TO/6/mark+1:content double/VB/2/ccomp+1:content"
    )
    built = read(text)
    built.analysis.upos[2] = "SCONJ"
    (found,) = [claim for claim in code(*built) if claim.predicate.text == "double"]
    assert [span.text for span in found.content] == ["that sum to double"]


def test_the_start_of_a_time_is_none_of_the_cue() -> None:
    text = (
        "Hasan/NNP/2/nsubj+1:source@person said=say/VBD/0/root+1:cue last/JJ/4/amod+1:cue@time month/NN/2/obl@time"
        " that/IN/7/mark+1:content crews=crew/NNS/7/nsubj+1:content left=leave/VBD/2/ccomp+1:content"
    )
    assert cues(text, "left") == ["said"]


PROMISED = (
    "She/PRP/2/nsubj+1:source said=say/VBD/0/root+1:cue that/IN/5/mark+1:content he/PRP/5/nsubj+1:content"
    " {verb}/VBD/2/ccomp+1:content that/IN/9/mark+1:content he/PRP/9/nsubj+1:content would/MD/9/aux+1:content"
    " leave/VB/5/ccomp+1:content but/CC/14/cc+1:content that/IN/14/mark+1:content nobody/NN/14/nsubj+1:content"
    " {aux}+1:content moved=move/VBN/9/conj+1:content"
)


def test_what_had_not_come_about_was_not_promised() -> None:
    text = PROMISED.format(verb="vowed=vow", aux="had=have/VBD/14/aux")
    assert cues(text, "leave") == ["vowed", "said"]
    assert cues(text, "moved") == ["said"]


@pytest.mark.parametrize(
    ("verb", "aux"), [("vowed=vow", "would/MD/14/aux"), ("claimed=claim", "had=have/VBD/14/aux")], ids=["ahead", "said"]
)
def test_what_may_be_promised_or_said_stays_so(verb: str, aux: str) -> None:
    assert cues(PROMISED.format(verb=verb, aux=aux), "moved") == [verb.split("=")[0], "said"]


def test_the_end_of_a_reason_is_not_what_somebody_asks() -> None:
    text = (
        "He/PRP/2/nsubj+1:source asked=ask/VBD/0/root+1:cue to/TO/4/mark+1:content leave/VB/2/xcomp+1:content"
        " because/IN/7/mark nobody/NN/7/nsubj wanted=want/VBD/2/advcl to/TO/9/mark+1:content"
        " stay/VB/7/xcomp+1:content"
    )
    assert cues(text, "leave") == ["asked"]
    assert cues(text, "stay") == []


@pytest.mark.parametrize(
    "on", ["on/IN/4/mark shelling=shell/VBG/2/advcl", "on/RP/2/compound:prt shelling=shell/VBG/2/xcomp"]
)
@pytest.mark.parametrize("verb", ["went=go", "carried=carry", "kept=keep"])
def test_who_goes_on_doing_something_does_one_thing(verb: str, on: str) -> None:
    text = f"Troops=troop/NNS/2/nsubj {verb}/VBD/0/root {on} Hama/NNP/4/obj@place"
    (found,) = code(*read(text))
    assert found.predicate.text == "shelling"
    assert [span.text for span in found.content] == [f"Troops {verb.split('=')[0]} on shelling Hama"]


@pytest.mark.parametrize(
    ("text", "predicate", "whole"),
    [
        (
            "They/PRP/2/nsubj focus/VBP/0/root on/IN/4/case whether/IN/6/mark we/PRP/6/nsubj won=win/VBD/2/advcl",
            "focus",
            "They focus on whether we won",
        ),
        (
            "We/PRP/2/nsubj run/VBP/0/root as/RB/4/advmod soon/RB/2/advmod as/IN/7/mark we/PRP/7/nsubj go/VBP/2/advcl",
            "run",
            "We run as soon as we go",
        ),
        (
            "It/PRP/3/nsubj was=be/VBD/3/cop harder/JJR/0/root than/IN/6/mark we/PRP/6/nsubj hoped=hope/VBD/3/advcl",
            "harder",
            "It was harder than we hoped",
        ),
    ],
)
def test_a_clause_that_ends_in_an_opened_one_goes_on(text: str, predicate: str, whole: str) -> None:
    assert content(text, predicate) == [whole]


def test_a_phrase_between_subject_and_verb_belongs_to_the_subject() -> None:
    text = (
        "They/PRP/2/nsubj left=leave/VBD/0/root as/IN/4/case parties=party/NNS/2/obl in/IN/6/case"
        " Europe/NNP/5/nmod@place are/VBP/8/aux growing=grow/VBG/2/advcl"
    )
    assert content(text, "growing") == ["parties in Europe are growing"]


def test_a_clause_with_that_is_about_no_noun_before_it() -> None:
    text = (
        "He/PRP/2/nsubj argued=argue/VBD/0/root in/IN/4/case court/NN/2/obl that/IN/7/mark they/PRP/7/nsubj"
        " lied=lie/VBD/2/ccomp"
    )
    built = read(text)
    built.analysis.upos[4] = "SCONJ"
    (found,) = [claim for claim in code(*built) if claim.predicate.text == "lied"]
    assert [span.text for span in found.content] == ["they lied"]


def test_a_noun_with_a_copula_leaves_it_to_its_own_claim() -> None:
    text = (
        "Voting=vote/VBG/6/csubj will/MD/6/aux be/VB/6/cop the/DT/6/det only/JJ/6/amod way/NN/0/root to/TO/8/mark"
        " prevent/VB/6/acl it/PRP/8/obj"
    )
    assert content(text, "prevent") == ["the only way to prevent it"]


def test_a_relative_clause_has_the_noun_that_the_tree_gives_it() -> None:
    text = (
        "Jets=jet/NNS/2/nsubj hit/VBD/0/root the/DT/4/det mayor/NN/2/obj of/IN/6/case Hama/NNP/4/nmod@place"
        " ,/,/9/punct who/WP/9/nsubj died=die/VBD/4/acl:relcl"
    )
    assert content(text, "died") == ["the mayor of Hama, who died"]


def test_a_word_that_leads_on_ends_nothing() -> None:
    text = (
        "We/PRP/2/nsubj left=leave/VBD/0/root them/PRP/2/obj even/RB/7/advmod as/IN/7/mark they/PRP/7/nsubj"
        " stayed=stay/VBD/2/advcl"
    )
    assert content(text, "left") == ["We left them"]
    assert content("They/PRP/2/nsubj did=do/VBD/0/root so/RB/2/advmod", "did") == ["They did so"]


def test_a_question_after_a_preposition_belongs_to_it() -> None:
    text = (
        "They/PRP/2/nsubj set/VBD/0/root rules=rule/NNS/2/obj for/IN/7/case when/WRB/7/advmod we/PRP/7/nsubj"
        " act/VBP/2/advcl"
    )
    assert content(text, "set") == ["They set rules for when we act"]


@pytest.mark.parametrize(
    "text",
    [
        "It/PRP/3/nsubj is=be/VBZ/3/cop cheaper/JJR/0/root than/IN/5/mark renting=rent/VBG/3/advcl it/PRP/5/obj",
        "It/PRP/4/nsubj is=be/VBZ/4/cop as/RB/4/advmod cheap/JJ/0/root as/IN/6/mark renting=rent/VBG/4/advcl",
        "It/PRP/3/nsubj is=be/VBZ/3/cop full/JJ/0/root to/TO/5/mark begin/VB/3/advcl with/IN/5/obl ./.../3/punct",
        "It/PRP/3/nsubj is=be/VBZ/3/cop full/JJ/0/root ,/,/3/punct believe/VB/3/parataxis me/PRP/5/obj ./.../3/punct",
        "It/PRP/3/nsubj is=be/VBZ/3/cop full/JJ/0/root as/IN/5/mark defined=define/VBN/3/advcl here/RB/5/advmod",
    ],
    ids=["than", "as", "to begin with", "believe me", "as defined"],
)
def test_what_compares_or_addresses_claims_nothing(text: str) -> None:
    assert [claim.predicate.text for claim in code(*read(text))] == [text.split("/0/root")[0].split()[-1].split("/")[0]]


def test_who_believes_me_claims_it() -> None:
    assert content("They/PRP/2/nsubj believe/VBP/0/root me/PRP/2/obj", "believe") == ["They believe me"]


def test_what_somebody_says_of_a_report_has_the_report() -> None:
    text = (
        "Hasan/NNP/2/nsubj+1:source rejected=reject/VBD/0/root+1:cue the/DT/4/det+1:content"
        " report/NN/2/obj+1:content as/IN/6/mark+1:content forged=forge/VBN/2/advcl+1:content"
    )
    assert content(text, "forged") == ["the report as forged"]
    assert [voice.stance for voice in claim(text, "forged").voices] == ["says", "says"]
