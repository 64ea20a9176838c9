from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.world.places.naming import Name, expand, read
from tests.world.places.marking import marked


def name_of(text: str) -> Name:
    article, [mention] = marked(text)
    return read(article.text, mention.start, mention.end)


@pytest.mark.parametrize(
    ("text", "bare", "kind"),
    [
        ("Fighting in [Aleppo province] went on.", "Aleppo", "first"),
        ("the city of [Homs]", "Homs", "settlement"),
        ("[Homs] governorate", "Homs", "first"),
        ("[Clarke] County", "Clarke", "second"),
        ("[Platte Co.]", "Platte", "second"),
        ("[the northern city of Raqqa]", "Raqqa", "settlement"),
        ("[Aleppo International Airport]", "Aleppo", "facility"),
        ("[Mount Hermon]", "Hermon", "relief"),
        ("[al-Hol camp]", "al-Hol", "facility"),
        ("[Idlib], Aleppo and Hama provinces", "Idlib", "first"),
        ("[Idlib] and northern Hama provinces", "Idlib", "first"),
        ("the coast of [Latakia]", "Latakia", None),
        ("[Kan.]", "Kansas", "first"),
        ("[Syria's] north", "Syria", None),
        ("[European]", "Europe", None),
        ("[the city]", "", "settlement"),
    ],
)
def test_words_around_a_name_are_taken_off_and_say_what_it_is(text: str, bare: str, kind: str | None) -> None:
    name = name_of(text)
    assert (name.bare, name.kind) == (bare, kind)


@pytest.mark.parametrize(
    "text",
    [
        "near [Tal Afar]",
        "off [Tartus]",
        "rural [Idlib]",
        "the outskirts of [Damascus]",
        "[Aleppo] countryside",
        "[Aleppo]’s countryside",
        "between Homs and [Hama]",
        "[a village in the eastern countryside of Deir ez-Zor]",
    ],
)
def test_what_is_only_close_to_a_place_is_near_it(text: str) -> None:
    assert name_of(text).near


def test_a_stated_distance_is_kilometres_and_degrees_from_north() -> None:
    assert name_of("15 km south of [Palmyra]").offset == (15.0, 180.0)
    assert name_of("10 miles (16 km) north-east of the town of [Mosul]").offset == (16.09344, 45.0)
    assert name_of("15 people of [Palmyra]").offset is None


def test_a_country_named_before_the_place_is_kept() -> None:
    assert name_of("the Syrian city of [Homs]").country == "SY"
    assert name_of("the Syrian border with [Turkey]").country is None


def test_what_stands_after_a_comma_is_what_it_lies_in() -> None:
    assert name_of("[Brussels, Belgium]").within == "Belgium"


def test_a_part_of_a_country_is_told_from_the_whole() -> None:
    assert name_of("northern [Syria]").part
    assert not name_of("in [Syria]").part


def test_a_kind_stated_once_holds_for_all_of_a_list() -> None:
    assert name_of("in [Camden] and Charlton counties").kind == "second"
    assert name_of("in Barrow, [Jackson] or Madison counties").kind == "second"
    assert name_of("in [Homs] and Aleppo on Monday").kind is None


def test_short_names_need_their_full_stop_where_they_are_words() -> None:
    assert expand("Ind.") == "Indiana, US"
    assert expand("Ind") is None
    assert expand("W. Va.") == "West Virginia, US"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_can_be_read(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    assert len(read(text, start, end).bare) <= 120
