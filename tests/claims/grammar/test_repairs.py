"""Slips of the model that are mended before the arcs are read."""

from __future__ import annotations

from tests.claims.oneline import parse, word


def relation(line: str, form: str) -> str:
    syntax = parse(line)
    return syntax.analysis.relations[word(syntax, form)]


def test_what_a_preposition_introduces_is_no_object() -> None:
    line = "Troops=troop/NNS/2/nsubj fired=fire/VBD/0/root {0} Hama/NNP/2/obj"
    assert relation(line.format("on/IN/4/case"), "Hama") == "obl"
    assert relation(line.format("over/IN/4/case"), "Hama") == "obj"
    assert relation("They/PRP/2/nsubj spent=spend/VBD/0/root a/DT/4/det lot/NN/2/obj", "lot") == "obj"


def test_nor_a_clause_unless_it_has_a_subject_or_copula() -> None:
    line = "He/PRP/2/nsubj called=call/VBD/0/root for/IN/4/case talks=talk/NNS/2/xcomp"
    assert relation(line, "talks") == "obl"
    assert relation(line + " are=be/VBP/4/cop", "talks") == "xcomp"


def test_a_verb_with_an_object_and_no_be_is_no_passive() -> None:
    active = "Strikes=strike/NNS/2/nsubj:pass destroyed=destroy/VBD/0/root tanks=tank/NNS/2/obj"
    passive = "Strikes=strike/NNS/3/nsubj:pass were=be/VBD/3/aux:pass stopped=stop/VBN/0/root"
    assert relation(active, "Strikes") == "nsubj"
    assert relation(passive, "Strikes") == "nsubj:pass"


def test_what_was_done_to_the_first_of_two_was_done_to_the_other() -> None:
    line = (
        "Two/CD/3/nsubj:pass were=be/VBD/3/aux:pass wounded=wound/VBN/0/root and/CC/6/cc rebels=rebel/NNS/6/nsubj "
        "{0}/VBD/3/conj"
    )
    assert relation(line.format("killed=kill"), "rebels") == "nsubj:pass"
    assert relation(line.format("fled=flee"), "rebels") == "nsubj"
    assert relation(line.format("killed=kill") + " six/CD/6/obj", "rebels") == "nsubj"


def test_a_second_subject_after_the_verb_is_its_object() -> None:
    line = "They/PRP/2/nsubj inflicted=inflict/VBD/0/root losses=loss/NNS/2/nsubj:pass"
    assert relation(line, "losses") == "obj"


def test_a_range_right_after_the_verb_is_its_object() -> None:
    line = (
        "Raids=raid/NNS/2/nsubj killed=kill/VBD/0/root between/IN/4/case 20/CD/7/nummod and/CC/6/cc 30/CD/4/conj "
        "people/NNS/2/obl"
    )
    assert relation(line, "people") == "obj"


def test_both_numbers_of_a_range_count_the_noun() -> None:
    line = (
        "Between/IN/2/case 20/CD/7/obl and/CC/4/cc 30/CD/2/conj people/NNS/7/nsubj:pass "
        "were=be/VBD/7/aux:pass killed=kill/VBN/0/root"
    )
    syntax = parse(line)
    people = word(syntax, "people")
    assert syntax.analysis.heads[word(syntax, "20")] == people
    assert relation(line, "20") == "nummod"
    assert relation(line.replace("people/NNS/7", "people/NNS/2"), "20") == "obl"


def test_a_known_verb_gets_its_dictionary_form() -> None:
    for form, given, expected in (
        ("carried", "carrie", "carry"),
        ("averted", "avery", "avert"),
        ("displaced", "display", "displace"),
        ("stopping", "stopping", "stop"),
        ("attacks", "attacks", "attack"),
        ("need", "nee", "need"),
        ("frolicked", "frolick", "frolick"),
        ("bombing", "bomb", "bomb"),
    ):
        assert parse(f"{form}={given}/VBD/0/root").analysis.lemmas == [expected]
