"""Clauses that the tree hangs on the wrong word."""

from __future__ import annotations

from sayso.claims import code
from tests.claims.oneline import parse, read, word


def contents(text: str) -> dict[str, str]:
    return {claim.predicate.text: " … ".join(span.text for span in claim.content) for claim in code(*read(text))}


def head(line: str, form: str) -> str:
    analysis = parse(line).analysis
    above = analysis.heads[word(parse(line), form)]
    return analysis.form(above) if above >= 0 else ""


def test_a_second_clause_has_the_noun_before_its_verb_for_its_subject() -> None:
    text = (
        "No/DT/2/det lamps=lamp/NNS/3/nsubj burn/VBP/0/root in/IN/5/case town/NN/3/obl and/CC/8/cc no/DT/8/det"
        " shops=shop/NNS/3/conj sell/VBP/3/advcl bread/NN/9/obj ./.../3/punct"
    )
    assert contents(text) == {"burn": "No lamps burn in town", "sell": "no shops sell bread"}


def test_so_has_the_second_of_two_passives() -> None:
    text = (
        "Cars=car/NNS/3/nsubj:pass were=be/VBD/3/aux:pass burnt=burn/VBN/0/root and/CC/5/cc shops=shop/NNS/3/conj"
        " looted=loot/VBN/3/conj in/IN/8/case Homs/NNP/6/obl@place ./.../3/punct"
    )
    assert contents(text) == {"burnt": "Cars were burnt", "looted": "shops looted in Homs"}


def test_and_those_who_are_coordinated_with_another_clauses_place() -> None:
    text = (
        "They/PRP/2/nsubj went=go/VBD/0/root to/IN/4/case court/NN/2/obl and/CC/6/cc those/DT/4/conj who/WP/8/nsubj"
        " stayed=stay/VBD/6/acl:relcl would/MD/11/aux be/VB/11/aux:pass fined=fine/VBN/2/conj ./.../2/punct"
    )
    found = contents(text)
    assert found["went"] == "They went to court"
    assert found["fined"] == "those who stayed would be fined"


def test_verbs_listed_behind_a_relative_clause_go_on_with_it() -> None:
    text = (
        "He/PRP/3/nsubj:pass was=be/VBD/3/aux:pass hurt=hurt/VBN/0/root in/IN/6/case the/DT/6/det blast/NN/3/obl"
        " ,/,/9/punct which/WDT/9/nsubj damaged=damage/VBD/6/acl:relcl shops=shop/NNS/9/obj ,/,/3/punct"
        " shattered=shatter/VBD/3/conj windows=window/NNS/12/obj and/CC/15/cc toppled=topple/VBD/12/conj a/DT/17/det"
        " wall/NN/15/obj ./.../3/punct"
    )
    found = contents(text)
    assert found["damaged"] == "the blast, which damaged shops"
    assert found["shattered"] == "the blast … shattered windows"
    assert found["toppled"] == "the blast … toppled a wall"


def test_a_participle_before_a_noun_ends_a_list_of_nouns() -> None:
    line = (
        "They/PRP/2/nsubj found=find/VBD/0/root unrest/NN/2/obj ,/,/5/punct anger/NN/3/conj ,/,/8/punct and/CC/8/cc"
        " growing=grow/VBG/2/conj local=local/JJ/10/amod fears=fear/NNS/8/obj"
    )
    assert head(line, "growing") == "fears"
    assert head(line, "fears") == "unrest"
    assert head(line.replace("local=local/JJ/10/amod", "the/DT/10/det"), "growing") == "found"


def test_a_tensed_verb_is_said_of_the_whole_list() -> None:
    text = (
        "Karim/NNP/0/root@person ,/,/4/punct his/PRP$/4/nmod:poss aunt/NN/1/conj and/CC/7/cc some/DT/7/det"
        " boys=boy/NNS/1/conj planned=plan/VBD/7/acl to/TO/10/mark leave/VB/8/xcomp Homs/NNP/10/obj@place ./.../1/punct"
    )
    assert contents(text) == {"leave": "Karim, his aunt and some boys planned to leave Homs"}


def test_what_killed_is_the_attack() -> None:
    line = (
        "bombings=bombing/NNS/0/root of/IN/3/case shops=shop/NNS/1/nmod last/JJ/5/amod year/NN/3/nmod that/WDT/7/nsubj"
        " killed=kill/VBD/3/acl:relcl nine/CD/7/obj"
    )
    assert head(line, "killed") == "bombings"
    assert head(line.replace("bombings=bombing", "owners=owner"), "killed") == "shops"
    below = "shops=shop/NNS/0/root bombings=bombing/NNS/4/obl that/WDT/4/nsubj killed=kill/VBD/1/acl:relcl it/PRP/4/obj"
    assert head(below, "killed") == "shops"


def test_which_is_no_person_that_who_is_said_of() -> None:
    line = (
        "a/DT/2/det man/NN/0/root who/WP/4/nsubj owns=own/VBZ/2/acl:relcl a/DT/6/det shop/NN/4/obj ,/,/9/punct"
        " which/WDT/9/nsubj sells=sell/VBZ/2/acl:relcl bread/NN/9/obj"
    )
    assert head(line, "sells") == "shop"


def test_a_question_about_a_measure_has_one_predicate() -> None:
    text = (
        "They/PRP/2/nsubj asked=ask/VBD/0/root+1:cue how/WRB/4/advmod+1:content close/JJ/2/ccomp+1:content"
        " the/DT/6/det+1:content army/NN/4/nsubj+1:content was=be/VBD/9/cop+1:content to/IN/9/case+1:content"
        " Homs/NNP/2/ccomp@place+1:content ./.../2/punct"
    )
    assert contents(text)["close"] == "how close the army was to Homs"
    assert "Homs" not in contents(text)


def test_an_adverb_before_a_comma_is_of_the_clause_that_it_ends() -> None:
    line = (
        "since/IN/4/mark he/PRP/4/nsubj has/VBZ/4/aux waited=wait/VBN/9/advcl long/RB/9/advmod ,/,/5/punct"
        " he/PRP/9/nsubj may/MD/9/aux leave/VB/0/root"
    )
    assert head(line, "long") == "waited"


def test_what_and_adds_without_a_preposition_goes_with_the_phrase_before() -> None:
    line = "A/DT/2/det deal/NN/0/root between/IN/4/case Oman/NNP/2/nmod and/CC/6/cc Iran/NNP/2/nmod"
    assert head(line, "Iran") == "Oman"
    assert head(line.replace("Iran", "to/IN/7/case Iran").replace("and/CC/6", "and/CC/7"), "Iran") == "deal"


def test_a_bare_noun_that_and_adds_to_a_verb_is_another_object() -> None:
    line = "Jets=jet/NNS/2/nsubj hit/VBD/0/root a/DT/4/det truck/NN/2/obj and/CC/7/cc a/DT/7/det depot/NN/2/conj"
    assert head(line, "depot") == "truck"
    assert head(line + " was=be/VBD/7/cop", "depot") == "hit"
