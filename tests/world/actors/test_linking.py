"""What mentions mean, by the ways in which reporters name those who act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.words.records import Correction, Span
from sayso.world.actors import Mentioned, link
from tests.spans import assert_quotes
from tests.world.actors.making import article, countries, entities, ids, linked, mention, one, shipped


@pytest.mark.parametrize(
    ("words", "actor_id"),
    [
        ("the Syrian Democratic Forces", "syrian-democratic-forces"),
        ("U.S.", "US"),
        ("Moscow", "RU"),
        ("the White House", "US.PRES"),
        ("Iraqi troops", "IQ.MIL"),
        ("Russian warplanes", "RU.MIL"),
        ("senior Uzbek diplomats", "UZ.MFA"),
        ("the Iraqi parliament", "IQ.LEG"),
        ("Taliban fighters", "taliban"),
        ("a spokesman for Hezbollah", "hezbollah"),
        ("Hezbollah spokesman", "hezbollah"),
        ("ISIL ammunition depots", "islamic-state"),
        ("Assad's army", "SY.MIL"),
    ],
)
def test_names_metonyms_demonyms_and_members(words: str, actor_id: str) -> None:
    assert one(f"On Monday {words} did so.", words) == actor_id


def test_who_is_backed_by_a_state_is_an_actor_of_its_own() -> None:
    (found,) = linked(
        "In Syria, Iranian-backed fighters left Homs in Syria.", "Iranian-backed fighters", places={"Syria": "SY"}
    )
    assert found.chosen is not None
    assert found.chosen.id.startswith("x:")
    assert found.chosen.country == "SY"


@pytest.mark.parametrize(
    ("published", "actor_id"),
    [("2014-05-02", "john-kerry"), ("2018-10-15", "mike-pompeo"), ("2022", "antony-blinken"), (None, "US.MFA")],
)
def test_an_office_is_its_holder_on_the_articles_date_or_else_its_body(published: str | None, actor_id: str) -> None:
    assert one("The U.S. secretary of state left.", "The U.S. secretary of state", published) == actor_id


def test_an_office_whose_holder_the_list_does_not_know_is_its_body() -> None:
    assert one("The Uzbek trade minister left.", "The Uzbek trade minister", "2015-02") == "UZ.GOV"


def test_a_former_holder_is_not_the_holder() -> None:
    (found,) = linked("A former Russian president spoke.", "A former Russian president", published="2018-10-15")
    assert found.chosen is not None
    assert found.chosen.id.startswith("x:")
    assert found.chosen.country == "RU"


def test_an_office_that_somebody_was_named_with_is_theirs_later() -> None:
    text = "Mayor Omar Hasan spoke. The mayor then left."
    found = linked(text, "Mayor Omar Hasan", "The mayor", labels={"Omar Hasan": "person"})
    assert ids(found)[0] == ids(found)[1]


def test_a_bare_army_is_that_of_the_country_of_which_the_text_speaks_and_less_sure() -> None:
    text = "Fighting went on in Yemen. The Yemeni capital is hit. The army withdrew."
    bare, named = linked(text, "The army", "Yemen", labels={"Yemen": "place", "Yemeni": "nationality"})
    assert ids([bare]) == ["YE.MIL"]
    assert bare.score < named.score


def test_a_bare_army_in_an_article_of_no_country_is_nobodys() -> None:
    (found,) = linked("The army withdrew.", "The army")
    assert countries([found]) == [None]


def test_a_last_name_is_whoever_the_article_names_in_full() -> None:
    text = "Omar Hasan spoke first. Later Hasan, and Mr. Hasan again, left."
    labels = {"Omar Hasan": "person"}
    found = linked(text, "Omar Hasan", mention(text, "Hasan", after=20), "Mr. Hasan", labels=labels)
    assert len(set(ids(found))) == 1


def test_a_last_name_of_the_list_is_another_persons_where_the_article_names_one() -> None:
    text = "Rita Kerry, a teacher from Oslo, spoke. Kerry left."
    (found,) = linked(text, mention(text, "Kerry", after=20), labels={"Rita Kerry": "person"}, published="2015-03")
    assert found.chosen is not None
    assert found.chosen.id.startswith("x:")


def test_who_stands_for_somebody_takes_their_meaning() -> None:
    text = "Vladimir Putin spoke, and he left."
    found = linked(
        text, "Vladimir Putin", mention(text, "he", same_as="Vladimir Putin"), labels={"Vladimir Putin": "person"}
    )
    assert ids(found) == ["vladimir-putin", "vladimir-putin"]
    assert "stands for" in found[1].why[-1]


def test_a_pronoun_that_stands_for_nobody_known_is_nobody_and_the_us_is_no_pronoun() -> None:
    assert ids(linked("I saw them with US aid.", "I", "them", "US")) == [None, None, "US"]


def test_an_apposition_is_the_person_beside_it() -> None:
    text = "The spokesman, Omar Hasan, left. Omar Hasan said so."
    found = linked(text, "The spokesman", "Omar Hasan", labels={"Omar Hasan": "person"})
    assert ids(found)[0] == ids(found)[1]


def test_an_acronym_means_what_the_article_says_it_does() -> None:
    text = "The Hill Farmers Union (HFU) met. The HFU left."
    labels = {"Hill Farmers Union": "organisation", "HFU": "organisation"}
    found = linked(text, "Hill Farmers Union", "The HFU", labels=labels)
    assert len(set(ids(found))) == 1


def test_a_body_is_taken_up_again_by_the_last_word_of_its_name() -> None:
    text = "The Justice Department sued. The department won."
    found = linked(text, "The Justice Department", "The department", labels={"The Justice Department": "organisation"})
    assert len(set(ids(found))) == 1


def test_whose_side_somebody_is_on_is_another() -> None:
    text = "Omar Hasan led. A trader linked to the commander Omar Hasan left. The commander Omar Hasan stayed."
    named, trader, commander = linked(
        text,
        "Omar Hasan",
        "A trader linked to the commander Omar Hasan",
        "The commander Omar Hasan",
        labels={"Omar Hasan": "person"},
    )
    assert ids([named]) == ids([commander]) != ids([trader])


def test_an_office_beside_a_name_is_not_that_persons() -> None:
    text = "Secretary Jane Roe met Omar Hasan. The secretary and Hasan agreed. The secretary left."
    labels = {"Jane Roe": "person", "Omar Hasan": "person", "Hasan": "person"}
    jane, both, she = linked(
        text, "Secretary Jane Roe", "The secretary and Hasan", mention(text, "The secretary", after=60), labels=labels
    )
    assert ids([she]) == ids([jane])
    assert len(both.others) == 2


def test_several_actors_in_one_phrase_are_a_group_with_its_members_beside_it() -> None:
    (found,) = linked("Russia, Iran and Turkey met.", "Russia, Iran and Turkey")
    assert found.chosen is not None
    assert found.chosen.id.startswith("x:")
    assert [other.id for other in found.others] == ["RU", "IR", "TR"]


def test_residents_are_of_the_country_of_which_the_text_speaks() -> None:
    found = linked("In Homs residents fled.", "residents", places={"Homs": "SY"})
    assert countries(found) == ["SY"]


def test_a_thing_is_no_actor() -> None:
    assert ids(linked("They hit two bridges.", "two bridges")) == [None]


@pytest.mark.parametrize(
    "words",
    ["an oil pump jack", "two VBIEDs", "four supply routes", "a tunnel entrance", "over 870 missions", "the data"],
)
def test_a_noun_is_an_actor_only_if_it_names_people_or_a_group(words: str) -> None:
    assert ids(linked(f"They saw {words}.", words)) == [None]


@pytest.mark.parametrize(
    "words", ["a haulier", "two smugglers", "militiamen", "hackers sanctioned by it", "a Kurdish beekeeper"]
)
def test_nouns_for_people_are_actors_of_their_article(words: str) -> None:
    (found,) = linked(f"They saw {words}.", words)
    assert found.chosen is not None
    assert found.chosen.id.startswith("x:")


def test_planes_without_an_owner_are_those_of_whoever_alone_had_some_before() -> None:
    text = "Russian warplanes came. The planes left. Three tanks stayed."
    assert ids(linked(text, "Russian warplanes", "The planes", "Three tanks")) == ["RU.MIL", "RU.MIL", None]
    assert ids(linked("The planes left.", "The planes")) == [None]


def test_a_place_is_no_actor_but_a_capital_stands_for_its_state() -> None:
    places = {"Morek": "SY", "Saraqib": "SY", "Damascus": "SY"}
    text = "They shelled Saraqib and the town of Morek, and Damascus denied it."
    assert ids(linked(text, "Saraqib", "the town of Morek", "Damascus", places=places)) == [None, None, "SY"]


@pytest.mark.parametrize(
    "words",
    [
        "the Iraqi foreign minister",
        "Iraq's foreign minister",
        "the foreign minister of Iraq",
        "the foreign minister in Baghdad",
    ],
)
def test_an_office_of_one_country_is_never_held_by_who_held_it_in_another(words: str) -> None:
    text = f"Turkish Foreign Minister Omar Hasan spoke, the Turkish foreign minister left, and {words} stayed."
    asked = ("Turkish Foreign Minister Omar Hasan", "the Turkish foreign minister", words)
    found = linked(text, *asked, labels={"Omar Hasan": "person"}, published="2019-08-24")
    assert countries(found)[2] == "IQ"


def test_a_ministry_is_of_the_country_in_whose_capital_it_is() -> None:
    assert one("Turkish troops left. The Foreign Ministry in Damascus said so.", "The Foreign Ministry") == "SY.MFA"
    assert (
        one("Syrian troops left. The defence ministry, based in Ankara, said so.", "The defence ministry") == "TR.MOD"
    )
    assert one("The army in Damascus left.", "The army") != "SY.MIL"


def test_a_regimes_ministry_is_of_the_country_of_which_the_text_speaks() -> None:
    text = "Syrian troops left Idlib in Syria. The regime's foreign ministry said so."
    labels = {"Syrian": "nationality", "Syria": "place"}
    assert ids(linked(text, "The regime's foreign ministry", labels=labels)) == ["SY.MFA"]


def test_a_western_diplomat_is_not_of_the_country_in_which_he_is() -> None:
    assert countries(linked("A Western diplomat in Beirut left.", "A Western diplomat in Beirut")) == [None]
    text = "In Iraq international forces in Iraq left."
    assert countries(linked(text, "international forces in Iraq", places={"Iraq": "IQ"})) == [None]


def test_most_governments_are_not_the_government_of_the_country_spoken_of() -> None:
    (found,) = linked("In Syria most governments left Syria.", "most governments", places={"Syria": "SY"})
    assert ids([found]) != ["SY.GOV"]


def test_a_relative_pronoun_is_whoever_stands_before_it() -> None:
    text = "Russian officials who left spoke."
    assert ids(linked(text, "Russian officials", "who")) == ["RU.GOV", "RU.GOV"]


def test_nobody_is_nobody() -> None:
    assert ids(linked("Nobody at the Pentagon left.", "Nobody at the Pentagon")) == [None]


def test_a_noun_before_a_name_takes_up_nobody_named_before() -> None:
    text = "The United Nations left. The agency Hillpress said so."
    found = linked(text, "The United Nations", "The agency", labels={"United Nations": "organisation"})
    assert ids(found)[0] != ids(found)[1]


def test_a_short_name_never_looks_forward() -> None:
    text = "The department left. The Water Department stayed. The department slept."
    labels = {"Water Department": "organisation"}
    before, named, behind = ids(
        linked(text, "The department", "The Water Department", mention(text, "The department", after=30), labels=labels)
    )
    assert before != named == behind


def _him(text: str, *, besides: bool = False, told_by: bool = False) -> list[str | None]:
    hasan = Span(0, len("Omar Hasan"), "Omar Hasan")
    at = text.index("him")
    him = Mentioned(at, at + 3, "him", besides=(hasan,) * besides, told_by=(hasan,) * told_by)
    return ids(linked(text, "Omar Hasan", him, labels={"Omar Hasan": "person"}))


def test_him_is_never_whoever_acts_on_him() -> None:
    hasan, him = _him("Omar Hasan left. They received him.")
    assert hasan == him is not None
    assert _him("Omar Hasan received him.", besides=True)[1] is None


def test_him_in_a_quotation_is_never_whoever_says_it() -> None:
    assert _him('Omar Hasan said, "They asked him."', told_by=True)[1] is None
    assert _him("Omar Hasan said they asked him.", told_by=True)[1] is not None


def test_the_army_is_no_armed_group_that_calls_itself_an_army() -> None:
    text = "In Syria the Free Syrian Army left Syria. The army stayed."
    labels = {"Free Syrian Army": "organisation"}
    assert ids(linked(text, "The army", labels=labels, places={"Syria": "SY"})) == ["SY.MIL"]


def test_a_comma_in_a_number_ends_no_phrase() -> None:
    assert one("The 2,000 American troops left.", "The 2,000 American troops") == "US.MIL"


def test_an_unknown_actor_has_an_id_of_its_article() -> None:
    text, labels = "Omar Hasan left.", {"Omar Hasan": "person"}
    here = ids(linked(text, "Omar Hasan", labels=labels))
    assert here == ids(linked(text, "Omar Hasan", labels=labels))
    assert here != ids(linked(text, "Omar Hasan", labels=labels, article_id="a2"))


def test_one_id_has_one_country_whichever_mention_tells_it() -> None:
    text = "Hasan spoke. The Jordanian lawyer Omar Hasan left."
    labels = {"Omar Hasan": "person", "Jordanian": "nationality"}
    assert countries(linked(text, "Hasan", "The Jordanian lawyer Omar Hasan", labels=labels)) == ["JO", "JO"]


def test_a_correction_wins_and_one_for_this_article_wins_over_one_for_all() -> None:
    everywhere = Correction("actor", "the army", "IQ.MIL")
    here = Correction("actor", "The Army", "SY.MIL", "a1")
    (found,) = linked("The army left.", "The army", corrections=[here, everywhere])
    assert (ids([found]), found.score, found.decided) == (["SY.MIL"], 1.0, True)
    (other,) = linked("The army left.", "The army", corrections=[here, everywhere], article_id="a2")
    assert ids([other]) == ["IQ.MIL"]
    (nobody,) = linked("The army left.", "The army", corrections=[Correction("actor", "the army", None)])
    assert (nobody.chosen, nobody.decided) == (None, True)


def test_an_actor_that_was_merged_into_another_is_that_one_under_every_name() -> None:
    text = "The lawyer Omar Hasan left. Hasan spoke, and he wept."
    asked, labels = ("The lawyer Omar Hasan", "Hasan spoke"[:5], "he wept"[:2]), {"Omar Hasan": "person"}
    (lawyer, *_) = before = linked(text, *asked, labels=labels)
    assert lawyer.chosen is not None
    assert len(set(ids(before))) == 1
    merged = Correction("actor", f"id:{lawyer.chosen.id}", "x:hasan")
    again = Correction("actor", "id:x:hasan", "SY.MOD")
    assert ids(linked(text, *asked, labels=labels, corrections=[merged])) == ["x:hasan"] * 3
    assert ids(linked(text, *asked, labels=labels, corrections=[merged, again])) == ["SY.MOD"] * 3
    (found, *_) = linked(text, *asked, labels=labels, corrections=[merged])
    assert (found.decided, found.chosen and found.chosen.name) == (True, lawyer.chosen.name)


def test_every_resolution_says_why_and_has_a_score() -> None:
    text = "The army, Omar Hasan, Russian officials and two bridges."
    for found in linked(text, "The army", "Omar Hasan", "Russian officials", "two bridges"):
        assert found.why
        assert 0 < found.score <= 1
        assert found.kind == "actor"
    assert_quotes(text, tuple(linked(text, "The army", "Omar Hasan")))


@given(st.text(alphabet="aA sS,.'-()T\n", max_size=80), st.integers(0, 70))
def test_any_words_of_any_text_are_looked_up(text: str, start: int) -> None:
    asked = [Mentioned(start, len(text), text[start:])] if start < len(text) else []
    assert len(link(article(text), asked, entities(text, {"A": "person"}), shipped())) == len(asked)


def test_absurd_input_is_looked_up_in_bounded_work() -> None:
    text = "Hasan " * 20_000
    asked = [Mentioned(at * 6, at * 6 + 5, "Hasan") for at in range(10_000)] + [Mentioned(0, len(text), text)]
    assert len(link(article(text), asked, entities(text, {"Hasan": "person"}), shipped())) == 10_001
