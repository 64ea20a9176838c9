"""Which mentions mean the same: sure rules first, and nothing joined that disagrees."""

from __future__ import annotations

from sayso.language.chains import chains
from tests.claims.build import build


def told(table: str) -> list[list[str]]:
    """The chains of more than one mention."""
    analysis = build(table).analysis
    found = [[analysis.slice(one.first, one.end) for one in chain] for chain in chains(analysis)]
    return [chain for chain in found if len(chain) > 1]


def left(subject: str) -> str:
    """ "SUBJECT left.": the subject's words with their columns."""
    count = len(subject.strip().splitlines())
    return f"{subject}\nleft leave VERB VBD 0 root\n.~ . PUNCT . {count + 1} punct\n\n"


OMAR_HASAN = "Omar - PROPN NNP 3 nsubj @person ^1\nHasan - PROPN NNP 1 flat @person"
ALI_HASAN = "Ali - PROPN NNP 3 nsubj @person\nHasan - PROPN NNP 1 flat @person"
RANA_AMIN = "Rana - PROPN NNP 3 nsubj @person\nAmin - PROPN NNP 1 flat @person"
HASAN = "Hasan - PROPN NNP 2 nsubj @person"
HE = "He he PRON PRP 2 nsubj"


def test_a_name_means_the_same_all_over_an_article() -> None:
    assert told(left(HASAN + " ^1") + left("Safira - PROPN NNP 2 nsubj") * 40 + left(HASAN))[0] == ["Hasan", "Hasan"]


def test_a_last_or_first_name_is_the_only_person_who_has_it() -> None:
    assert told(left(OMAR_HASAN) + left(HASAN)) == [["Omar Hasan", "Hasan"]]
    assert told(left(OMAR_HASAN) + left("Omar - PROPN NNP 2 nsubj @person")) == [["Omar Hasan", "Omar"]]
    assert told(left(OMAR_HASAN) + left(ALI_HASAN) + left(HASAN)) == []


def test_a_title_is_nobodys_last_name_and_a_body_none_of_its_members() -> None:
    chairman = "the - DET DT 2 det\nChairman - PROPN NNP 3 nsubj @person"
    mister = "Mr. - PROPN NNP 2 compound\nHasan - PROPN NNP 3 nsubj @person"
    assert told(left(OMAR_HASAN) + left(chairman) + left(mister)) == [["Omar Hasan", "Mr. Hasan"]]


def test_an_abbreviation_is_the_name_with_these_initials() -> None:
    council = "the - DET DT 3 det\nRelief - PROPN NNP 3 compound\nCouncil - PROPN NNP 4 nsubj ^3"
    assert told(left(council) + left("RC - PROPN NNP 2 nsubj")) == [["the Relief Council", "RC"]]


def test_the_models_links_count_unless_two_names_share_no_word() -> None:
    assert told(left(HASAN + " ^1") + left(HE + " ^1")) == [["Hasan", "He"]]
    assert told(left(HASAN + " ^1") + left("Nasser - PROPN NNP 2 nsubj @person ^1")) == []


def test_no_link_joins_he_and_she_or_he_and_a_thing() -> None:
    she = "She she PRON PRP 2 nsubj ^1"
    assert told(left(HE + " ^1") + left(she)) == []
    truck = "The - DET DT 2 det\ntruck - NOUN NN 3 nsubj ^2"
    assert told(left(truck) + left(HE + " ^2")) == []


def test_no_link_joins_two_persons_by_way_of_a_pronoun() -> None:
    met = left(OMAR_HASAN) + left("I - PRON PRP 2 nsubj ^1")
    assert told(met + left(RANA_AMIN.replace("\n", " ^5\n"))) == [["Omar Hasan", "I"]]


def test_a_definite_phrase_is_the_only_one_before_it_that_says_as_much() -> None:
    tribal = "A - DET DT 3 det\ntribal - ADJ JJ 3 amod\ncouncil - NOUN NN 4 nsubj ^3"
    council = "The - DET DT 2 det\ncouncil - NOUN NN 3 nsubj ^{0}"
    assert told(left(tribal) + left(council.format(7))) == [["A tribal council", "The council"]]
    local = "A - DET DT 3 det\nlocal - ADJ JJ 3 amod\ncouncil - NOUN NN 4 nsubj ^8"
    assert told(left(tribal) + left(local) + left(council.format(12))) == []
    assert told(left(council.format(2)) + left(tribal.replace("^3", "^7").replace("A ", "The "))) == []


def test_officials_are_others_each_time() -> None:
    officials = "Officials official NOUN NNS 2 nsubj"
    assert told(left(officials + " ^1") + left(officials + " ^4")) == []


def test_who_writes_is_i_outside_of_what_others_say() -> None:
    wrote = "I i PRON PRP 2 nsubj ^{0}"
    quoted = """
        Hasan - PROPN NNP 2 nsubj @person 1:source
        said  say VERB VBD 0 root 1:cue
        I     i PRON PRP 4 nsubj 1:content ^6
        left  leave VERB VBD 2 ccomp 1:content

    """
    assert told(left(wrote.format(1)) + quoted + left(wrote.format(8))) == [["I", "I"]]


def test_he_is_the_only_person_near_that_fits_in_another_window_too() -> None:
    far = left("Shells shell NOUN NNS 2 nsubj") * 4
    assert told(left(OMAR_HASAN) + left(HE + " ^5")) == [["Omar Hasan", "He"]]
    assert told(left(OMAR_HASAN) + left(RANA_AMIN) + left(HE + " ^9")) == []
    assert told(left(OMAR_HASAN) + far + left(HE + " ^17")) == []


def test_there_are_no_chains_where_the_weights_say_nothing_of_mentions() -> None:
    assert chains(build(left(HASAN)).analysis) == []
