"""What kind of source speaks, and whether it is named."""

from __future__ import annotations

import pytest

from sayso.claims.grammar import syntax
from sayso.claims.sources import kinds
from sayso.words import vocabulary
from tests.claims.build import build
from tests.claims.oneline import parse


def describe(table: str) -> tuple[str | None, bool]:
    analysis = build(table).analysis
    index = syntax.index(analysis)
    found = kinds.describe(index, ((0, len(analysis.starts)),))
    return found.kind, found.named


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", "official"),
        ("general", "military"),
        ("rebel", "armed_group"),
        ("analyst", "expert"),
        ("resident", "witness"),
        ("newspaper", "media"),
        ("letter", "document"),
        ("accord", "document"),
        ("battalion", "military"),
        ("ombudsman", "official"),
        ("charity", "organisation"),
        ("senator", "politician"),
        ("man", "person"),
        ("teapot", None),
    ],
)
def test_the_head_noun_decides_the_kind(noun: str, kind: str | None) -> None:
    assert describe(f"a - DET DT 2 det\n{noun} - NOUN NN 0 root") == (kind, False)


def test_a_spokesman_is_of_the_kind_that_he_speaks_for() -> None:
    assert describe("a - DET DT 3 det\nrebel - NOUN NN 3 compound\nspokesman - NOUN NN 0 root") == (
        "armed_group",
        False,
    )


@pytest.mark.parametrize(("over", "kind"), [("bank", "organisation"), ("council", "organisation"), ("sea", "official")])
def test_a_president_is_of_the_kind_that_he_presides_over(over: str, kind: str) -> None:
    table = f"the - DET DT 2 det\npresident - NOUN NN 0 root\nof - ADP IN 4 case\n{over} - NOUN NN 2 nmod"
    assert describe(table) == (kind, False)


@pytest.mark.parametrize(("noun", "to", "kind"), [
    ("envoy", "to", "official"), ("aide", "to", "armed_group"), ("envoy", "of", "armed_group"),
])  # fmt: skip
def test_an_envoy_to_a_body_is_none_of_it(noun: str, to: str, kind: str) -> None:
    table = f"the - DET DT 2 det\n{noun} - NOUN NN 0 root\n{to} - ADP IN 5 case\nthe - DET DT 5 det\n"
    assert describe(f"{table}rebels rebel NOUN NNS 2 nmod")[0] == kind


@pytest.mark.parametrize(
    ("before", "noun", "kind"),
    [
        ("Kurdish", "commander", "armed_group"),
        ("Turkish", "commander", "military"),
        ("diplomatic", "source", "official"),
    ],
)
def test_the_word_before_an_office_tells_whose_it_is(before: str, noun: str, kind: str) -> None:
    assert describe(f"a - DET DT 3 det\n{before} - ADJ JJ 3 amod\n{noun} - NOUN NN 0 root")[0] == kind


def test_a_party_before_a_president_makes_no_politician() -> None:
    assert describe("a - DET DT 3 det\nRepublican - ADJ JJ 3 amod\npresident - NOUN NN 0 root") == ("official", False)


@pytest.mark.parametrize(("rest", "kind"), [
    ("is be AUX VBZ 4 cop\na - DET DT 4 det\ncandidate - NOUN NN 0 root", "politician"),
    ("is be AUX VBZ 4 cop\nno - DET DT 4 det\ncandidate - NOUN NN 0 root", "person"),
    ("( - PUNCT ( 3 punct\nD-Ohio - PROPN NNP 1 appos\n) - PUNCT ) 3 punct", "politician"),
])  # fmt: skip
def test_what_is_said_of_a_name_gives_its_kind(rest: str, kind: str) -> None:
    head = "4 nsubj" if "cop" in rest else "0 root"
    index = syntax.index(build(f"Hasan - PROPN NNP {head} @person\n{rest}").analysis)
    assert kinds.describe(index, ((0, 1),)).kind == kind


def test_a_last_name_has_the_kind_of_its_fuller_name() -> None:
    table = """
        General - PROPN NNP 2 compound
        Ali     - PROPN NNP 4 nsubj @person
        Hasan   - PROPN NNP 2 flat @person
        left    leave VERB VBD 0 root

        Mr      - PROPN NNP 2 compound @person
        Hasan   - PROPN NNP 3 nsubj @person
        smiled  smile VERB VBD 0 root
    """
    index = syntax.index(build(table).analysis)
    assert kinds.describe(index, ((4, 6),)).kind == "military"


def test_a_persons_name_before_a_noun_makes_no_person() -> None:
    assert describe("the - DET DT 3 det\nHasan - PROPN NNP 3 compound @person\nteapot - NOUN NN 0 root")[0] is None


def test_a_listed_name_decides_before_its_label() -> None:
    assert describe("Hezbollah - PROPN NNP 0 root @organisation") == ("armed_group", True)


def test_a_name_of_several_words() -> None:
    table = "White - PROPN NNP 2 compound @organisation\nHelmets helmet PROPN NNPS 0 root @organisation"
    assert describe(table) == ("organisation", True)


def test_a_country_that_speaks_is_its_government() -> None:
    assert describe("Jordan - PROPN NNP 0 root @place") == ("official", True)


def test_a_title_says_more_than_a_name() -> None:
    table = "General - PROPN NNP 2 compound\nHasan - PROPN NNP 0 root @person"
    assert describe(table) == ("military", True)


def test_a_name_in_apposition_names_the_source() -> None:
    table = "spokesman - NOUN NN 0 root\nHasan - PROPN NNP 1 appos @person"
    assert describe(table) == ("official", True)


def test_whose_official_it_is_doesnt_name_him() -> None:
    table = "a - DET DT 3 det\nSyrian - ADJ JJ 3 amod @nationality\nofficial - NOUN NN 0 root"
    assert describe(table) == ("official", False)


def test_every_term_has_nouns_or_names() -> None:
    for term in vocabulary.load("source_kinds").values():
        assert term.words["noun"] or term.words["name"], term.key


def test_a_title_may_be_short_for_one() -> None:
    table = "Gov. - PROPN NNP 2 compound\nHasan - PROPN NNP 0 root @person"
    assert describe(table) == ("official", True)


def test_a_first_name_is_no_noun() -> None:
    table = "Bill - PROPN NNP 2 compound @person\nHasan - PROPN NNP 0 root @person"
    assert describe(table) == ("person", True)


def test_a_plural_at_the_start_is_no_name() -> None:
    assert describe("Demonstrators demonstrator PROPN NNPS 0 root") == ("witness", False)


@pytest.mark.parametrize("paper", ["Herald", "Times", "Review", "Journal"])
def test_a_newspapers_last_name_makes_it_media(paper: str) -> None:
    table = f"the - DET DT 3 det\nHama - PROPN NNP 3 compound @organisation\n{paper} - PROPN NNP 0 root @organisation"
    assert describe(table) == ("media", True)


def test_a_person_may_bear_a_newspapers_name() -> None:
    assert describe("Leila - PROPN NNP 2 compound @person\nPost - PROPN NNP 0 root @person") == ("person", True)


@pytest.mark.parametrize("party", ["Republicans republican", "Democrats democrat", "Republicans Republican"])
def test_parties_are_of_one_kind(party: str) -> None:
    assert describe(f"{party} PROPN NNPS 0 root")[0] == "politician"


@pytest.mark.parametrize("country", ["US", "Turkey", "Yemen"])
def test_a_country_is_its_government_without_a_label(country: str) -> None:
    table = f"{country} - PROPN NNP 2 nsubj\nobjected - VERB VBD 0 root"
    analysis = build(table).analysis
    assert kinds.describe(syntax.index(analysis), ((0, 1),)).kind == "official"


def test_a_person_may_bear_a_countrys_name() -> None:
    assert describe("Chad - PROPN NNP 0 root @person") == ("person", True)


def test_where_no_word_says_the_models_tag_does_if_it_is_likelier_right_than_wrong() -> None:
    row = "teapots teapot NOUN NNS 0 root {}"
    assert describe(row.format("?Witness")) == ("witness", False)
    assert describe(row.format("?Witness=0.4")) == (None, False)
    assert describe("She she PRON PRP 0 root ?Witness") == (None, False)
    assert describe("generals general NOUN NNS 0 root ?Witness") == ("military", False)


@pytest.mark.parametrize(("owned", "kind"), [("campaign", "politician"), ("garden", "person")])
def test_who_has_a_campaign_is_a_politician(owned: str, kind: str) -> None:
    table = f"""
        Hasan - PROPN NNP 2 nsubj @person
        spoke speak VERB VBD 0 root

        Hasan - PROPN NNP 3 nmod:poss @person
        's - PART POS 1 case
        {owned} - NOUN NN 4 nsubj
        grew grow VERB VBD 0 root
    """
    index = syntax.index(build(table).analysis)
    assert kinds.describe(index, ((0, 1),)).kind == kind


def test_who_is_an_outlets_is_media_and_named() -> None:
    table = """
        the - DET DT 2 det
        Herald - PROPN NNP 0 root @organisation
        's - PART POS 2 case
        Omar - PROPN NNP 2 nmod @person
        Hasan - PROPN NNP 4 flat @person
    """
    assert describe(table) == ("media", True)


def test_a_spokeswoman_of_a_candidate_is_of_the_candidates_kind() -> None:
    built = build(
        """
        Candidate   candidate   NOUN  NN  2 compound
        Marlowe     -           PROPN NNP 3 nsubj @person
        left        leave       VERB  VBD 0 root

        Marlowe     -           PROPN NNP 2 compound @person
        spokeswoman -           NOUN  NN  3 nmod:desc
        Ada         -           PROPN NNP 5 nsubj @person
        Quist       -           PROPN NNP 3 flat @person
        left        leave       VERB  VBD 0 root
        """
    )
    assert kinds.describe(syntax.index(built.analysis), ((3, 7),)).kind == "politician"


def test_the_other_words_before_a_name_say_what_its_office_is_of() -> None:
    party = "Harbour - PROPN NNP 2 compound\nParty party PROPN NNP 4 nmod:desc\n"
    assert describe(f"{party}Chairman - PROPN NNP 4 nmod:desc\nAda - PROPN NNP 0 root @person")[0] == "politician"
    office = "Rules rule PROPN NNPS 2 compound\nCommittee - PROPN NNP 4 nmod:desc\n"
    assert describe(f"{office}Chairman - PROPN NNP 4 nmod:desc\nAda - PROPN NNP 0 root @person")[0] == "official"


def test_a_description_in_front_of_the_clause_tells_who_its_subject_is() -> None:
    built = build(
        """
        Now      -        ADV   RB  3 advmod
        the      -        DET   DT  3 det
        governor -        NOUN  NN  6 advcl
        ,        -        PUNCT ,   3 punct
        Marlowe  -        PROPN NNP 6 nsubj @person
        left     leave    VERB  VBD 0 root
        """
    )
    assert kinds.describe(syntax.index(built.analysis), ((4, 5),)).kind == "official"


def test_the_captain_of_a_team_is_no_soldier() -> None:
    captain = "the - DET DT 2 det\ncaptain - NOUN NN 0 root\nof - ADP IN 5 case\nthe - DET DT 5 det\n"
    assert describe(f"{captain}squad - NOUN NN 2 nmod")[0] == "person"
    assert describe(f"{captain}guard - NOUN NN 2 nmod")[0] == "military"


def test_investigators_are_of_the_body_that_sends_them() -> None:
    assert describe("police - NOUN NN 2 compound\ninvestigators investigator NOUN NNS 0 root")[0] == "official"
    assert describe("company - NOUN NN 2 compound\ninvestigators investigator NOUN NNS 0 root")[0] == "organisation"
    assert describe("investigators investigator NOUN NNS 0 root")[0] == "official"


@pytest.mark.parametrize(("place", "kind"), [("stop", "politician"), ("office", "person")])
def test_who_speaks_where_candidates_do_is_a_politician(place: str, kind: str) -> None:
    built = build(
        f"""
        Marlowe  -    PROPN NNP 2 nsubj @person 1:source
        said     say  VERB  VBD 0 root 1:cue
        at       -    ADP   IN  6 case
        a        -    DET   DT  6 det
        campaign -    NOUN  NN  6 compound
        {place}  -    NOUN  NN  2 obl
        troops   troop NOUN NNS 8 nsubj 1:content
        left     leave VERB VBD 2 ccomp 1:content
        """
    )
    assert kinds.describe(syntax.index(built.analysis), ((0, 1),)).kind == kind


def test_a_persons_camp_is_a_campaign() -> None:
    camp = "the - DET DT 3 det\nMarlowe - PROPN NNP 3 compound @person\ncamp - NOUN NN 0 root"
    assert describe(camp)[0] == "politician"
    assert describe(camp.replace("@person", "@place"))[0] != "politician"


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [("chargé", "d'affaires", "official"), ("confidential", "paper", "document"), ("local", "paper", "media")],
)
def test_two_words_tell_more_than_the_second(first: str, second: str, kind: str) -> None:
    syntax = parse(f"The/DT/3/det {first}/JJ/3/amod {second}/NN/0/root")
    assert kinds.describe(syntax, ((0, 3),)).kind == kind


@pytest.mark.parametrize(
    ("unit", "kind"), [("Infantry", "military"), ("Airborne", "military"), ("Toys", "organisation")]
)
def test_a_division_of_troops_is_military(unit: str, kind: str) -> None:
    syntax = parse(
        f"Ninth/NNP/3/compound@organisation {unit}/NNP/3/compound@organisation Division/NNP/0/root@organisation"
    )
    assert kinds.describe(syntax, ((0, 3),)).kind == kind


def test_a_movement_that_looks_like_a_place_is_an_armed_group() -> None:
    assert kinds.describe(parse("M23/NNP/0/root@place"), ((0, 1),)).kind == "armed_group"


@pytest.mark.parametrize(("verb", "kind"), [("fled=flee", "witness"), ("ran=run", "person")])
@pytest.mark.parametrize("noun", ["", "a/DT/4/det mother/NN/1/appos "])
def test_who_fled_is_a_witness_with_a_name(noun: str, verb: str, kind: str) -> None:
    behind = 1 + 2 * bool(noun)
    table = f"Ali/NNP/0/root@person Hasan/NNP/1/flat@person {noun}who/WP/{3 + behind}/nsubj"
    table = f"{table} {verb}/VBD/{4 if noun else 1}/acl:relcl"
    analysis = parse(table).analysis
    found = kinds.describe(syntax.index(analysis), ((0, len(analysis.starts)),))
    assert (found.kind, found.named) == (kind, True)


@pytest.mark.parametrize(("tag", "kind"), [("Witness", "witness"), ("Expert", "expert")])
def test_whether_a_surgeon_is_a_witness_the_tag_tells(tag: str, kind: str) -> None:
    table = f"A a DET DT 2 det ?{tag}\nsurgeon surgeon NOUN NN 0 root ?{tag}"
    assert describe(table) == (kind, False)
