"""What a clause shares with others: verbs above it, an object behind it, and whom a demand is made of."""

from __future__ import annotations

import pytest

from sayso.claims import code
from tests.claims.oneline import read


def content(line: str, predicate: str) -> list[str]:
    found = next(claim for claim in code(*read(line)) if claim.predicate.text == predicate)
    return [span.text for span in found.content]


def test_a_second_infinitive_has_the_verbs_and_the_negation_above_the_first() -> None:
    line = (
        "Hasan/NNP/4/nsubj was=be/VBD/4/aux n't=not/RB/4/advmod going=go/VBG/0/root to/TO/6/mark resign/VB/4/xcomp "
        "and/CC/8/cc back/VB/6/conj Karim/NNP/8/obj ././4/punct"
    )
    assert content(line, "back") == ["Hasan wasn't going to", "back Karim"]


def test_but_does_not_hand_a_negation_on() -> None:
    line = (
        "Troops=troop/NNS/4/nsubj did=do/VBD/4/aux not/RB/4/advmod shell/VB/0/root Hama/NNP/4/obj but/CC/7/cc "
        "encircle/VB/4/conj it/PRP/7/obj ././4/punct"
    )
    assert content(line, "encircle") == ["Troops did", "encircle it"]


def test_another_form_shares_the_subject_alone() -> None:
    line = (
        "Miners=miner/NNS/3/nsubj are=be/VBP/3/aux:pass paid=pay/VBN/0/root weekly/RB/3/advmod and/CC/6/cc "
        "rent/VBP/3/conj rooms=room/NNS/6/obj ././3/punct"
    )
    assert content(line, "rent") == ["Miners", "rent rooms"]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("robbed=rob", ["They robbed and shot eleven drivers"]), ("came=come", ["They came"])],
)
def test_what_stands_behind_two_verbs_is_the_object_of_both(verb: str, expected: list[str]) -> None:
    line = (
        f"They/PRP/2/nsubj {verb}/VBD/0/root and/CC/4/cc shot=shoot/VBD/2/conj eleven/CD/6/nummod "
        "drivers=driver/NNS/4/obj ././2/punct"
    )
    assert content(line, verb.split("=")[0]) == expected


@pytest.mark.parametrize(
    ("on", "whom"), [("on/IN/5/case", "obl"), ("on/IN/2/compound:prt", "obl")], ids=["preposition", "particle"]
)
def test_whoever_is_called_on_stands_with_what_is_demanded(on: str, whom: str) -> None:
    line = (
        f"Ankara/NNP/2/nsubj+1:source called=call/VBD/0/root+1:cue {on}+1:cue the/DT/5/det rebels=rebel/NNS/2/{whom} "
        "to/TO/7/mark+1:content leave/VB/2/xcomp+1:content and/CC/9/cc+1:content "
        "disarm/VB/7/conj+1:content ././2/punct"
    )
    assert content(line, "leave") == ["the rebels to leave"]
    assert content(line, "disarm") == ["the rebels to", "disarm"]


def test_what_is_expected_of_somebody_has_them_too_where_the_verb_is_passive() -> None:
    line = (
        "Talks=talk/NNS/3/nsubj:pass are=be/VBP/3/aux:pass+1:cue expected=expect/VBN/0/root+1:cue "
        "to/TO/5/mark+1:content fail/VB/3/xcomp+1:content ././3/punct"
    )
    assert content(line, "fail") == ["Talks", "to fail"]


def test_a_relative_clause_gives_its_noun() -> None:
    line = (
        "The/DT/2/det strike/NN/9/nsubj ,/,/6/punct which/WDT/6/nsubj:pass is=be/VBZ/6/aux:pass+1:cue "
        "expected=expect/VBN/2/acl:relcl+1:cue to/TO/8/mark+1:content begin/VB/6/xcomp+1:content "
        "worries=worry/VBZ/0/root Ankara/NNP/9/obj ././9/punct"
    )
    assert content(line, "begin") == ["The strike", "to begin"]


def test_who_promises_is_the_source_and_no_part_of_the_promise() -> None:
    line = (
        "Ankara/NNP/2/nsubj+1:source promised=promise/VBD/0/root+1:cue to/TO/4/mark+1:content "
        "withdraw/VB/2/xcomp+1:content ././2/punct"
    )
    assert content(line, "withdraw") == ["to withdraw"]


def test_what_is_coordinated_in_an_embedded_clause_belongs_to_all_that_holds_it() -> None:
    line = (
        "Miners=miner/NNS/2/nsubj left=leave/VBD/0/root ,/,/2/punct blaming=blame/VBG/2/advcl Karim/NNP/4/obj "
        "and/CC/7/cc praising=praise/VBG/4/conj Hasan/NNP/7/obj ././2/punct"
    )
    assert content(line, "left") == ["Miners left, blaming Karim and praising Hasan"]


def test_a_clause_with_its_own_subject_is_another_though_it_seems_embedded() -> None:
    line = (
        "Miners=miner/NNS/2/nsubj left=leave/VBD/0/root because/IN/5/mark rent/NN/5/nsubj rose=rise/VBD/2/advcl "
        ",/,/9/punct and/CC/9/cc weavers=weaver/NNS/9/nsubj stayed=stay/VBD/5/conj ././2/punct"
    )
    assert "stayed" not in content(line, "left")[0]


def test_an_infinitive_has_the_whole_of_a_coordinated_subject() -> None:
    line = (
        "Miners=miner/NNS/4/nsubj and/CC/3/cc weavers=weaver/NNS/1/conj met=meet/VBD/0/root yesterday/NN/4/obl@time "
        "in/IN/7/case Hama/NNP/4/obl to/TO/9/mark elect/VB/4/advcl Karim/NNP/9/obj ././4/punct"
    )
    assert content(line, "elect") == ["Miners and weavers", "to elect Karim"]


def test_whoever_is_accused_stands_with_the_charge() -> None:
    line = (
        "Ankara/NNP/2/nsubj+1:source accused=accuse/VBD/0/root+1:cue Karim/NNP/2/obj of/IN/5/mark+1:content "
        "robbing=rob/VBG/2/advcl+1:content weavers=weaver/NNS/5/obj+1:content ././2/punct"
    )
    assert content(line, "robbing") == ["Karim of robbing weavers"]


def test_whoever_is_invited_has_the_infinitive_though_it_seems_to_tell_why() -> None:
    line = (
        "Ankara/NNP/2/nsubj invited=invite/VBD/0/root Karim/NNP/2/obj yesterday/RB/2/advmod to/TO/6/mark "
        "speak/VB/2/advcl in/IN/8/case Hama/NNP/6/obl ././2/punct"
    )
    assert content(line, "speak")[0].startswith("Karim")


def test_clauses_that_open_with_the_same_word_go_together() -> None:
    line = (
        "Karim/NNP/2/nsubj proved=prove/VBD/0/root that/IN/5/mark rents=rent/NNS/5/nsubj rose=rise/VBD/2/ccomp "
        "and/CC/9/cc that/IN/9/mark wages=wage/NNS/9/nsubj fell=fall/VBD/5/conj ././2/punct"
    )
    assert content(line, "proved") == ["Karim proved that rents rose and that wages fell"]
