"""Kinds of source that whole titles, names of bodies and ordinary jobs tell."""

from __future__ import annotations

import pytest

from sayso.claims.grammar import syntax
from sayso.claims.sources import kinds
from tests.claims.build import build


def describe(table: str, words: int | None = None) -> tuple[str | None, bool]:
    analysis = build(table).analysis
    found = kinds.describe(syntax.index(analysis), ((0, words or len(analysis.starts)),))
    return found.kind, found.named


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("attorney", "general", "official"),
        ("inspector", "general", "official"),
        ("duty", "officer", "official"),
        ("police", "officer", "official"),
        ("army", "officer", "military"),
        ("private", "detective", "person"),
        ("county", "detective", "official"),
        ("chief", "executive", "organisation"),
        ("head", "chef", "organisation"),
        ("county", "agency", "official"),
        ("aid", "agency", "organisation"),
        ("city", "council", "official"),
        ("parish", "council", "organisation"),
    ],
)
def test_a_whole_title_tells_more_than_its_last_noun(first: str, second: str, kind: str) -> None:
    assert describe(f"the - DET DT 3 det\n{first} - NOUN NN 3 compound\n{second} - NOUN NN 0 root") == (kind, False)


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("councillor", "official"),
        ("investigator", "official"),
        ("store", "organisation"),
        ("school", "organisation"),
        ("wife", "person"),
        ("owner", "person"),
        ("cashier", "witness"),
        ("caller", "witness"),
    ],
)
def test_a_job_or_kinship_tells_the_kind(noun: str, kind: str) -> None:
    assert describe(f"the - DET DT 2 det\n{noun} - NOUN NN 0 root") == (kind, False)


@pytest.mark.parametrize(("noun", "kind"), [("cashiers", "witness"), ("readers", "media")])
def test_the_models_tag_is_not_asked_where_an_ordinary_job_stands(noun: str, kind: str) -> None:
    table = "one - NUM CD 0 root ?News_Report\nof - ADP IN 4 case ?News_Report\nthe - DET DT 4 det ?News_Report\n"
    assert describe(f"{table}{noun} {noun[:-1]} NOUN NNS 1 nmod ?News_Report")[0] == kind


@pytest.mark.parametrize(("body", "kind"), [("police", "official"), ("army", "military")])
def test_police_with_a_soldiers_rank_are_no_soldiers(body: str, kind: str) -> None:
    before = f"{body} - NOUN NN 2 compound\nspokesman - NOUN NN 4 nmod:desc\nCapt. - PROPN NNP 4 nmod:desc\n"
    assert describe(f"{before}Omar - PROPN NNP 0 root @person\nHasan - PROPN NNP 4 flat @person") == (kind, True)


@pytest.mark.parametrize(("title", "kind"), [("Senator", "politician"), ("Mr.", "person")])
def test_kin_with_an_office_speak_as_who_holds_it(title: str, kind: str) -> None:
    table = "his - PRON PRP$ 2 nmod:poss\nbrother - NOUN NN 0 root\n, - PUNCT , 5 punct\n"
    assert describe(f"{table}{title} - PROPN NNP 5 nmod:desc\nHasan - PROPN NNP 2 appos @person")[0] == kind


@pytest.mark.parametrize(("label", "kind"), [("organisation", "organisation"), ("place", "official")])
@pytest.mark.parametrize("role", ["president", "spokesman", "director"])
def test_who_holds_an_office_in_a_named_body_speaks_for_it(role: str, label: str, kind: str) -> None:
    assert describe(f"a - DET DT 3 det\nHasanco - PROPN NNP 3 compound @{label}\n{role} - NOUN NN 0 root")[0] == kind


def test_a_president_of_a_named_body_before_a_name_speaks_for_it() -> None:
    table = "Hasanco - PROPN NNP 3 nmod:desc @organisation\nPresident - PROPN NNP 3 nmod:desc\n"
    assert describe(f"{table}Omar - PROPN NNP 0 root @person\nMarlowe - PROPN NNP 3 flat @person")[0] == "organisation"
    assert describe("President - PROPN NNP 2 nmod:desc\nMarlowe - PROPN NNP 0 root @person")[0] == "official"


def test_a_secretary_general_is_of_the_body_before() -> None:
    table = "United - PROPN NNP 2 compound @organisation\nNations nation PROPN NNP 6 compound @organisation\n"
    table += "Secretary - PROPN NNP 6 nmod:desc\n- - PUNCT HYPH 6 punct\nGeneral - PROPN NNP 6 nmod:desc\n"
    assert describe(f"{table}Marlowe - PROPN NNP 0 root @person")[0] == "organisation"
    plain = "Secretary - PROPN NNP 4 nmod:desc\n- - PUNCT HYPH 4 punct\nGeneral - PROPN NNP 4 nmod:desc\n"
    assert describe(f"{plain}Marlowe - PROPN NNP 0 root @person")[0] == "official"


def test_a_museum_is_named_by_its_whole_name() -> None:
    table = "the - DET DT 3 det\nHasanton - PROPN NNP 3 compound{mark}\nMuseum - PROPN NNP 0 root{mark}"
    assert describe(table.format(mark=" @facility")) == ("organisation", True)
    assert describe("the - DET DT 2 det\nMuseum - PROPN NNP 0 root") == ("organisation", False)


@pytest.mark.parametrize(("label", "kind"), [("organisation", "organisation"), ("place", "official")])
def test_a_company_that_ends_in_a_country_is_no_state(label: str, kind: str) -> None:
    assert describe(f"Hasanco - PROPN NNP 2 compound @{label}\nMalta - PROPN NNP 0 root @{label}")[0] == kind
    assert describe("Malta - PROPN NNP 0 root @organisation")[0] == "official"


@pytest.mark.parametrize(("last", "kind"), [("FC", "organisation"), ("Road", "official")])
def test_a_club_goes_by_the_name_of_its_town(last: str, kind: str) -> None:
    table = "Hasanton - PROPN NNP 2 nsubj @place\nwon win VERB VBD 0 root\n"
    table += "as - ADP IN 5 case\nHasanton - PROPN NNP 5 compound @organisation\n"
    table += f"{last} - PROPN NNP 2 obl @organisation"
    assert describe(table, 1)[0] == kind


@pytest.mark.parametrize(("determiner", "named"), [("the", True), ("a", False)])
def test_a_newspaper_is_named_by_the_name_before_it(determiner: str, named: bool) -> None:
    table = f"{determiner} - DET DT 3 det\nAdvocate - PROPN NNP 3 compound @organisation\nnewspaper - NOUN NN 0 root"
    assert describe(table) == ("media", named)


@pytest.mark.parametrize(("verb", "kind"), [("report", "media"), ("sleep", "person")])
def test_who_reports_as_a_bodys_own_is_an_outlets(verb: str, kind: str) -> None:
    table = "Voice - PROPN NNP 3 nmod:poss @organisation\n's - PART POS 1 case\n"
    table += f"Omar - PROPN NNP 5 nsubj @person\nMarlowe - PROPN NNP 3 flat @person\n{verb}s {verb} VERB VBZ 0 root"
    analysis = build(table).analysis
    assert kinds.of_name(syntax.index(analysis), 2, 4) == (kind if kind == "media" else None)


@pytest.mark.parametrize(
    ("name", "kind"), [("Y.P.G.", "armed_group"), ("F.A.A.", "official"), ("Q.R.G.", "organisation")]
)
def test_a_listed_name_may_have_stops(name: str, kind: str) -> None:
    assert describe(f"{name} - PROPN NNP 0 root @organisation")[0] == kind


@pytest.mark.parametrize(("last", "kind"), [("Army", "armed_group"), ("Fund", "organisation")])
def test_initials_have_the_kind_of_the_name_that_the_article_gives_in_full(last: str, kind: str) -> None:
    table = "Syrian - PROPN NNP 3 compound @organisation\nNational - PROPN NNP 3 compound @organisation\n"
    table += f"{last} - PROPN NNP 4 nsubj @organisation\nmet meet VERB VBD 0 root\n"
    short = "S" + "N" + last[0]
    table += f"said say VERB VBD 4 conj\na - DET DT 8 det\n{short} - PROPN NNP 8 compound @organisation\n"
    assert describe(f"{table}spokesman - NOUN NN 5 nsubj", 3)[0] == kind


@pytest.mark.parametrize(("noun", "named"), [("agency", True), ("conference", False)])
def test_a_news_agency_is_named_by_the_name_before_it(noun: str, named: bool) -> None:
    table = "the - DET DT 4 det\nHasanpress - PROPN NNP 4 compound @organisation\nnews - NOUN NN 4 compound\n"
    assert describe(f"{table}{noun} - NOUN NN 0 root")[1] == named
