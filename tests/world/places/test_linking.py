from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.words.records import Article, Correction, Entity, Resolution
from sayso.world.gazetteer import Gazetteer
from sayso.world.places import link
from tests.world.places.marking import marked


def linked(gazetteer: Gazetteer, text: str, **given: str) -> list[Resolution]:
    article, mentions = marked(text, **given)
    return link(article, mentions, gazetteer)


def countries(found: list[Resolution]) -> list[str | None]:
    return [one.chosen.country if one.chosen else None for one in found]


def test_what_follows_a_name_decides_it(gazetteer: Gazetteer) -> None:
    assert countries(linked(gazetteer, "Gunmen fought in [Tripoli], [Lebanon], overnight.")) == ["LB", "LB"]
    assert countries(linked(gazetteer, "Gunmen fought in [Tripoli], [Libya], overnight.")) == ["LY", "LY"]


def test_the_other_places_of_the_article_decide_a_name(gazetteer: Gazetteer) -> None:
    text = "The Texan court sat in [Paris]. Roads from [Dallas] and [Sherman], [Texas], were closed."
    assert countries(linked(gazetteer, text))[0] == "US"
    assert countries(linked(gazetteer, "French police closed roads from [Lyon] to [Paris]."))[1] == "FR"


def test_a_name_means_one_place_in_one_article(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "[Tripoli] was calm. Syrian traders in [Beirut], [Lebanon], said [Tripoli] was open.")
    assert found[0].chosen == found[3].chosen


def test_two_places_of_one_name_are_kept_apart_where_the_text_does(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "The mayors of [Paris], Texas, and [Paris], France, met in [Lyon].")
    assert countries(found[:2]) == ["US", "FR"]


@pytest.mark.parametrize(
    ("text", "feature"),
    [("troops in [Aleppo province], Syria", "ADM1"), ("troops in the Syrian city of [Aleppo]", "PPL")],
)
def test_a_province_and_its_seat_share_a_name(gazetteer: Gazetteer, text: str, feature: str) -> None:
    [found] = linked(gazetteer, text)
    assert found.chosen
    assert found.chosen.type == feature


def test_transliterations_are_found_where_the_article_is_about_their_country(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Syrian troops moved from [Deir-ezzour] to [Raqqah] and [Homs].")
    assert countries(found) == ["SY", "SY", "SY"]


def test_a_town_comes_before_the_district_of_its_name(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Iraqi troops hold [Baghdad] and [Mosul].")
    assert [one.chosen.type for one in found if one.chosen] == ["PPL", "PPL"]


def test_a_county_is_told_by_its_word_also_where_that_stands_once(gazetteer: Gazetteer) -> None:
    text = "Deputies of [Clarke] and Oconee counties in [Georgia], [US], met in [Athens], Georgia."
    clarke = linked(gazetteer, text)[0].chosen
    assert clarke
    assert (clarke.name, clarke.admin1, clarke.precision) == ("Clarke County", "Georgia", "second-level")


def test_a_name_that_the_text_calls_a_county_elsewhere_may_be_it(gazetteer: Gazetteer) -> None:
    text = "Clarke County closed its schools, the sheriff said. [Clarke] has fifteen, [Athens], [Georgia], has most."
    known = [linked(gazetteer, text)[0].chosen, *linked(gazetteer, text)[0].others]
    assert "Clarke County" in [one.name for one in known if one]


def test_initials_are_no_town(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Ministers of the [EU] met in [Brussels].")[0]
    assert found.chosen
    assert found.chosen.id == "geonames:6695072"


def test_the_gulf_is_the_one_between_iran_and_arabia(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Tankers crossed [the Gulf] as [Iran] and [Saudi Arabia] traded threats.")[0]
    assert found.chosen
    assert found.chosen.id == "geonames:235616"


def test_palmyra_is_in_syria_where_the_article_is(gazetteer: Gazetteer) -> None:
    text = "Islamic State left [Palmyra]. The Syrian army entered [Tadmur], the Syrian Observatory said."
    assert {one.chosen.id for one in linked(gazetteer, text) if one.chosen} == {"geonames:163808"}


def test_a_name_a_little_alike_is_none_without_context(gazetteer: Gazetteer) -> None:
    assert countries(linked(gazetteer, "Gunmen attacked [Rabiyah] on Monday, an official said.")) == [None]


def test_a_country_has_no_coordinates(gazetteer: Gazetteer) -> None:
    [found] = linked(gazetteer, "[Syria] is at war.")
    assert found.chosen
    assert (found.chosen.precision, found.chosen.lat) == ("country", None)


def test_peoples_are_their_country(gazetteer: Gazetteer) -> None:
    assert countries(linked(gazetteer, "[Syrian] and [Iraqi] towns were hit.")) == ["SY", "IQ"]
    assert countries(linked(gazetteer, "[South Korean] and [South Sudanese] ships sailed.")) == ["KR", "SS"]


def test_a_bearing_in_the_name_of_a_people_belongs_to_it(gazetteer: Gazetteer) -> None:
    assert countries(linked(gazetteer, "[South Korean] and [North Korean] officers met.")) == ["KR", "KP"]
    assert countries(linked(gazetteer, "[North American] and [American] trade fell.")) == [None, "US"]


def test_what_names_nothing_is_no_place(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "They left [the city] for [Qzxvland].")
    assert countries(found) == [None, None]
    assert found[1].why == ("The gazetteer holds no place of the name.",)


def test_a_choice_says_how_sure_it_is_what_else_it_could_be_and_why(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Gunmen fought in [Tripoli], [Lebanon].")[0]
    assert found.chosen
    assert 0 < found.score <= 1
    assert all(other.score <= found.score for other in found.others)
    assert "The text names what it lies in right after it." in found.why


def test_a_person_wins(gazetteer: Gazetteer) -> None:
    article, mentions = marked("Fighting in [Homs] and [Hama].")
    corrections = [
        Correction("place", "HOMS", None),
        Correction("place", "hama", "geonames:1854028", article.article_id),
        Correction("place", "Hama", None),
        Correction("actor", "Hama", "x"),
    ]
    homs, hama = link(article, mentions, gazetteer, corrections)
    assert homs.decided
    assert homs.chosen is None
    assert hama.chosen
    assert (hama.chosen.id, hama.chosen.country, hama.score) == ("geonames:1854028", "JP", 1.0)


def test_mentions_keep_their_order_and_a_run_its_result(gazetteer: Gazetteer) -> None:
    article, mentions = marked("From [Homs] to [Hama] and [Idlib].")
    forward = link(article, mentions, gazetteer)
    assert [one.text for one in link(article, mentions[::-1], gazetteer)] == ["Idlib", "Hama", "Homs"]
    assert link(article, mentions, gazetteer) == forward


def test_thousands_of_mentions_are_taken_in_stretches(gazetteer: Gazetteer) -> None:
    article, mentions = marked("[Homs] " * 1000)
    assert {one.chosen.id for one in link(article, mentions, gazetteer) if one.chosen} == {"geonames:169577"}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=5))
def test_any_text_and_any_spans_give_one_resolution_each(
    gazetteer: Gazetteer, text: str, spans: list[tuple[int, int]]
) -> None:
    article = Article("a", None, None, (), None, None, None, None, None, text, ())
    mentions = [Entity(min(a, b), max(a, b), "", "place", 1.0) for a, b in spans]
    found = link(article, mentions, gazetteer)
    assert [(one.start, one.end) for one in found] == [(mention.start, mention.end) for mention in mentions]
    assert all(0 <= one.score <= 1 for one in found)


def test_a_place_s_name_within_a_longer_name_may_be_meant_but_never_exactly(gazetteer: Gazetteer) -> None:
    [found] = linked(gazetteer, "Crowds filled the [Beirut Book Hall] on Friday.")
    meant = [one for one in (found.chosen, *found.others) if one]
    assert {one.name for one in meant} == {"Beirut"}
    assert "exact" not in {one.precision for one in meant}


@pytest.mark.parametrize("text", ["across [Deir el-Zour] province in Syria", "Syrian troops in [Hassakeh province]"])
def test_a_province_is_none_of_its_towns_in_whatever_spelling(gazetteer: Gazetteer, text: str) -> None:
    [found] = linked(gazetteer, text)
    assert found.chosen
    assert (found.chosen.country, found.chosen.type) == ("SY", "ADM1")


def test_a_name_that_is_only_like_it_lies_in_no_country_that_the_article_is_not_about(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Planes bombed [Maarat Misrin] and [al-Habit] in northern [Syria], near [Idlib].")
    assert countries(found) == ["SY", "SY", "SY", "SY"]
    assert [one.chosen and one.chosen.precision for one in found[:2]] == ["exact", "country"]


def test_a_river_is_no_town_of_its_name_elsewhere(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "They dug in on the [Zarqun] river, the [Hudson] river and in [Manbij], [Syria].")
    assert countries(found) == [None, None, "SY", "SY"]
    [sajur] = linked(gazetteer, "Syrian troops crossed the [Sajur] river.")
    assert sajur.chosen
    assert (sajur.chosen.id, sajur.chosen.precision) == ("region:sajur", "region")


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("They were held in the Syrian [Saydnaya] prison.", "site:sednaya-prison"),
        ("Syrian flights left the [Damascus] airport.", "site:damascus-airport"),
        ("Ukrainian crews left the [Zaporizhzhia] nuclear power plant.", "site:zaporizhzhia-npp"),
        ("Syrian rebels held [Jisr] ash-Shughur.", "geonames:169023"),
    ],
)
def test_a_name_that_the_model_cuts_short_goes_on(gazetteer: Gazetteer, text: str, place_id: str) -> None:
    [found] = linked(gazetteer, text)
    assert found.chosen
    assert found.chosen.id == place_id


def test_what_follows_a_name_counts_only_where_it_makes_one(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "In [Aleppo] al-Nusra fought; in [Homs] hospital wards were full; Syrians fled.")
    assert [one.chosen and one.chosen.name for one in found] == ["Aleppo", "Homs"]


def test_the_earth_is_no_town_but_where_the_text_says_so(gazetteer: Gazetteer) -> None:
    assert countries(linked(gazetteer, "They would wipe it off the face of the [Earth].")) == [None]
    assert countries(linked(gazetteer, "A storm hit [Earth, Texas], the sheriff said."))[0] == "US"


def test_the_west_is_no_town_but_where_the_text_says_so(gazetteer: Gazetteer) -> None:
    assert countries(linked(gazetteer, "They plotted attacks on the [West].")) == [None]


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Shells hit the village of [Qbxtara], in [Idlib] province in [Syria].", "Idlib", "first-level"),
        ("Shells hit [Qbxtara], near [Saraqib] in [Syria]. [Qbxtara] burns.", "Saraqib", "near"),
        ("Shells hit the [Qbxtara] quarter of [Homs] in [Syria].", "Homs", "near"),
        ("Shells hit [Qbxtara], [Syria].", "Syria", "country"),
        ("Shells hit [Qbxtara], [Saraqib] and [Homs].", None, None),
        ("Shells hit [Qbxtara] and in [Homs] in [Syria] a bus burnt.", "Syria", "country"),
        ("The [Qbxtara] river in [Syria] is dry.", None, None),
    ],
)
def test_a_name_that_no_place_bears_lies_where_the_text_puts_it(
    gazetteer: Gazetteer, text: str, name: str | None, precision: str | None
) -> None:
    for found in linked(gazetteer, text):
        if found.text == "Qbxtara":
            assert (found.chosen and found.chosen.name, found.chosen and found.chosen.precision) == (name, precision)
            assert name is None or found.why[-1] == f"The text puts it in {name}, or near it."


def test_a_name_that_no_place_bears_lies_so_far_from_where_the_text_puts_it(gazetteer: Gazetteer) -> None:
    near, homs, _ = linked(gazetteer, "Shells hit [Qbxtara], 50 km north of [Homs], in [Syria].")
    assert near.chosen is not None
    assert homs.chosen is not None
    assert near.chosen.precision == "near"
    assert near.chosen.lat == pytest.approx(34.73 + 0.45, abs=0.02)
    assert near.chosen.lon == pytest.approx(homs.chosen.lon, abs=0.05)


def test_a_town_and_its_province_do_not_outdo_each_other(gazetteer: Gazetteer) -> None:
    (found,) = linked(gazetteer, "A bus burnt in [Homs].")
    assert found.chosen is not None
    assert found.chosen.name == "Homs"


def test_a_village_is_not_the_city_in_its_name(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Shells fell on [Kafr Halab] and on [Homs] in [Syria].")
    assert countries(found) == [None, "SY", "SY"]


def test_a_side_of_a_town_that_could_be_its_province_s_is_only_near_it(gazetteer: Gazetteer) -> None:
    found = linked(gazetteer, "Jets struck northern [Homs] and [Idlib] in [Syria], and downtown [Mosul].")
    assert [one.chosen and one.chosen.precision for one in found] == ["near", "exact", "country", "exact"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Smoke rose over [Kharkiv]'s [Kyivskyi] district.", ["Kharkiv", "Kharkiv"]),
        ("A blast was heard in [Salha], south of [Omdurman].", ["Khartoum", "Khartoum"]),
        ("Jets struck [Sarmin], [Saraqib] and [Ariha] in [Idlib] province.", ["Idlib"] * 4),
        ("In [Mykolaiv] region, the village of [Oleksandrivka] lay in ruins.", ["Mykolaiv", "Mykolaiv"]),
    ],
)
def test_what_the_text_puts_in_a_region_lies_nowhere_else(
    gazetteer: Gazetteer, text: str, wanted: list[str | None]
) -> None:
    found = [one.chosen and one.chosen.admin1 for one in linked(gazetteer, text)]
    assert all(one is None or one == name for one, name in zip(found, wanted, strict=True))
    assert found[-1] == wanted[-1]
