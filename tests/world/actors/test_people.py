from __future__ import annotations

import pytest

from sayso.world.actors.people import People, person_key, same_name
from sayso.world.actors.phrase import read
from tests.world.actors.making import entities, shipped


def people(text: str, *names: str) -> People:
    labels = dict.fromkeys(names, "person")
    return People(text, entities(text, labels), shipped(), lambda part: read(part, shipped()))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Jordanian lawyer Omar Hasan left.", "JO"),
        ("Omar Hasan, a farmer from Jordan, left.", "JO"),
        ("Omar Hasan, who served as a judge in Jordan, left.", "JO"),
        ("Omar Hasan (D-N.Y.) left.", "US"),
        ("They came to Jordan. Omar Hasan left.", None),
        ("Omar Hasan, a farmer reached by telephone from Jordan, left.", None),
        ("Omar Hasan, reached by telephone from Jordan, left.", None),
    ],
)
def test_the_words_around_a_full_name_tell_the_country(text: str, country: str | None) -> None:
    assert [person.country for person in people(text, "Omar Hasan")] == [country]


def test_spellings_of_one_name_are_one_person() -> None:
    found = people("Omar Hasan spoke. Omar M. Hasan left.", "Omar Hasan", "Omar M. Hasan")
    assert [person.name for person in found] == ["Omar Hasan"]
    assert same_name("omar hasan", "omar ali hasan")
    assert not same_name("omar hasan", "rita hasan")


def test_a_last_name_that_is_anothers_first_name_is_nobodys() -> None:
    found = people("Omar Anas met Anas Khalil.", "Omar Anas", "Anas Khalil")
    assert found.called("anas") == []
    assert [person.name for person in found.called("khalil")] == ["Anas Khalil"]


def test_a_first_name_alone_is_the_one_who_bears_it_where_the_list_knows_no_such_name() -> None:
    found = people("Rezan Khalil met Omar Hasan and Omar Roe.", "Rezan Khalil", "Omar Hasan", "Omar Roe")
    assert [person.name for person in found.called("rezan")] == ["Rezan Khalil"]
    assert found.called("omar") == []
    assert people("Jordan Roe left.", "Jordan Roe").called("jordan") == []


def test_titles_and_initials_are_no_part_of_a_name() -> None:
    assert person_key("Lt. Gen. Omar M. Hasan") == "omar hasan"


def test_a_transliteration_of_a_full_name_is_the_person_of_the_list() -> None:
    person = next(iter(people("Bashar el-Asad left.", "Bashar el-Asad")))
    assert person.actor is not None
    assert person.actor.id == "bashar-al-assad"


def test_a_peoples_name_before_a_last_name_is_a_first_name() -> None:
    (person,) = people("Christian Andersson left. Andersson fell ill.", "Christian Andersson")
    assert (person.name, person.actor) == ("Christian Andersson", None)
