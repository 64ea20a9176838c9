from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.words.records import Correction, Entity
from sayso.world import moments
from tests.world.moments.build import article, moment


@pytest.mark.parametrize(
    ("text", "value", "type"),
    [
        ("on «October 15, 2016»", "2016-10-15", "date"),
        ("on «15 October 2016»", "2016-10-15", "date"),
        ("on «the 15th of October, 2016»", "2016-10-15", "date"),
        ("on «2016-10-15»", "2016-10-15", "date"),
        ("on «10/15/2016»", "2016-10-15", "date"),
        ("in «October 2016»", "2016-10", "date"),
        ("in «2016»", "2016", "date"),
        ("in «the 1990s»", "199", "date"),
        ("in «the nineties»", "199", "date"),
        ("in «the 20th century»", "19", "date"),
        ("in «264 BC»", "BC0264", "date"),
        ("in «the summer of 2015»", "2015-SU", "date"),
        ("in «the third quarter of 2015»", "2015-Q3", "date"),
        ("in «the first half of 2015»", "2015-H1", "date"),
        ("in «the latter half of 2015»", "2015-H2", "date"),
        ("in «the spring» and early summer of 2015", "2015-SP", "date"),
        ("in «nineteen ninety-seven»", "1997", "date"),
        ("at «9:30 p.m. on October 15, 2016»", "2016-10-15T21:30", "time"),
        ("on «October 15, 2016 9:30PM»", "2016-10-15T21:30", "time"),
        ("on «the night of October 15, 2016»", "2016-10-15TNI", "time"),
        ("on «Christmas Day, 2016»", "2016-12-25", "date"),
        ("for «three days»", "P3D", "duration"),
        ("for «two and a half years»", "P2Y6M", "duration"),
        ("for «48 hours»", "PT48H", "duration"),
        ("held «for about a week before» moving on", "P1W", "duration"),
        ("in «the last week» of the siege", "P1W", "duration"),
        ("profit for «the year» ended March 31", "P1Y", "duration"),
        ("Peace will «one day» come", "FUTURE_REF", "date"),
        ("quiet for «the time being»", "PRESENT_REF", "date"),
        ("for «years»", "PXY", "duration"),
        ("«every Friday»", "XXXX-WXX-5", "set"),
        ("«each July»", "XXXX-07", "set"),
        ("«every two weeks»", "P2W", "set"),
        ("killed «daily»", "P1D", "set"),
    ],
)
def test_what_needs_no_other_date(text: str, value: str, type: str) -> None:  # noqa: A002
    found = moment(text, None)
    assert (found.value, found.type) == (value, type)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left «yesterday».", "2018-10-16"),
        ("They left «today».", "2018-10-17"),
        ("They left «last week».", "2018-W41"),
        ("They left «last month».", "2018-09"),
        ("They will leave «next month».", "2018-11"),
        ("They left «two months ago».", "2018-08"),
        ("They left «nearly four years ago».", "2014"),
        ("They met «over the weekend».", "2018-W41-WE"),
        ("It stops by «the end of the year».", "2018"),
        ("They struck on «Saturday night».", "2018-10-13TNI"),
        ("They met at «9 a.m. Tuesday».", "2018-10-16T09:00"),
        ("They met at «9:30 a.m.» (0630 GMT) Tuesday.", "2018-10-16T09:30"),
        ("They met at «4 in the afternoon».", "2018-10-17T16:00"),
        ("«Now» they are gone.", "PRESENT_REF"),
        ("They have «recently» left.", "PAST_REF"),
        ("Sales fell in «the third quarter».", "2018-Q3"),
    ],
)
def test_what_is_told_from_the_date_of_publication(text: str, value: str) -> None:
    assert moment(text).value == value


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("The army shelled the town on «Tuesday».", "2018-10-16", "2018-10-23"),
        ("Talks will resume on «Tuesday».", "2018-10-23", "2018-10-16"),
        ("The court is to hear them «Tuesday».", "2018-10-23", "2018-10-16"),
        ("The truce had been due to end on «Tuesday».", "2018-10-16", "2018-10-23"),
        ("The vote is scheduled for «Tuesday».", "2018-10-23", "2018-10-16"),
        ("He said on «Wednesday».", "2018-10-17", None),
        ("He arrived «last Wednesday».", "2018-10-10", None),
        ("The truce began on «April 30».", "2018-04-30", "2019-04-30"),
        ("The truce will end on «April 30».", "2019-04-30", "2018-04-30"),
        ("It ran out in «September».", "2018-09", "2019-09"),
    ],
)
def test_the_verb_beside_a_weekday_or_a_date_decides_and_the_other_reading_is_kept(
    text: str, value: str, other: str | None
) -> None:
    clean = text.replace("«", "").replace("»", "")
    [(found, resolution)] = moments.link(article(clean), [(text.index("«"), text.index("»") - 1)])
    assert found.value == value
    assert [one.id for one in resolution.others] == ([other] if other else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On October 3 they came. «The next day» they left.", "2018-10-04"),
        ("On October 3 they came. «Three days later» they left.", "2018-10-06"),
        ("In March they came. «That month» ten died.", "2018-03"),
        ("In 2015 they came. «The following year» they left.", "2016"),
        ("They came on October 3, 2015. «That night» they left.", "2015-10-03TNI"),
        ("In 2012 and in 2011, «16 years later», they left.", "2027"),
        ("On October 3, the fifth «day» of the siege, they left.", "2018-10-03"),
        ("They came in 264 BC. In «the following decade» they left.", "BC025"),
    ],
)
def test_what_is_told_from_the_date_named_last(text: str, value: str) -> None:
    assert moment(text).value == value


def test_a_distance_from_an_event_is_told_from_the_date_that_stands_with_it() -> None:
    dated = (
        "The ceasefire took effect on 3 October. On 9 October talks began. «Three days after» the ceasefire he left."
    )
    assert moment(dated).value == "2018-10-06"


def test_a_distance_from_an_event_of_an_unknown_day_is_a_length() -> None:
    found = moment("On 9 October talks began. «Three days after» the ceasefire he left.")
    assert (found.value, found.type, found.earliest, found.latest) == ("P3D", "duration", None, None)
    assert moment("They fled. «A few days later» he left.").value == "PXD"
    assert moment("On 9 October talks began. «The day after» the ceasefire he left.").value is None


def test_in_a_story_without_a_date_of_its_own_the_year_is_that_of_the_dates_before() -> None:
    assert moment("War came in June 1951. In «August» it went on.", None).value == "1951-08"
    assert moment("War came in December 1951. In «January» it went on.", None).value == "1952-01"
    assert moment("It went on in «March» and April 1918.", None).value == "1918-03"


def test_a_history_with_a_date_of_publication_is_told_from_its_own_dates() -> None:
    history = "In 1914 war came. In 1915 it grew. In 1916 it grew. In 1917 it grew. In March 1918 it ebbed."
    assert moment(f"{history} In «July» it ended.", "2009-12-19").value == "1918-07"


def test_an_undated_article_leaves_the_year_open() -> None:
    found = moment("On «October 15» troops entered.", None)
    assert (found.value, found.precision, found.earliest) == ("XXXX-10-15", "yearless", None)
    assert moment("On «Tuesday» troops entered.", None).value == "XXXX-WXX-2"
    assert moment("They left «last week».", None).value is None


def test_years_that_stand_in_undated_news_are_not_those_of_its_other_dates() -> None:
    assert moment("The crisis of 1998 is back. Shelling began on «October 15», police said Friday.", None).value == (
        "XXXX-10-15"
    )


def test_undated_news_is_told_from_the_day_that_heads_it() -> None:
    assert moment("TYRE, October 17, 2018 - Shelling began on «Tuesday».", None).value == "2018-10-16"
    assert moment("The army came on October 17, 2018. On «Tuesday» it left.", None).value == "XXXX-WXX-2"


@pytest.mark.parametrize(
    ("text", "mod", "earliest", "latest"),
    [
        ("in «early March 2016»", "START", "2016-03-01", "2016-03-16"),
        ("in «mid-2014»", "MID", "2014-04-02", "2014-10-01"),
        ("at «the end of March 2016»", "END", "2016-03-16", "2016-03-31"),
        ("in «2016»", None, "2016-01-01", "2016-12-31"),
        ("They fought in «recent weeks».", None, None, "2018-10-17"),
        ("They fought in «the past three days».", None, "2018-10-14", "2018-10-17"),
        ("They will fight in «the coming days».", None, "2018-10-17", None),
        ("for «three days»", None, None, None),
    ],
)
def test_the_days_that_a_moment_can_mean(text: str, mod: str | None, earliest: str | None, latest: str | None) -> None:
    found = moment(text)
    assert (found.mod, found.earliest, found.latest) == (mod, earliest, latest)


@pytest.mark.parametrize(
    ("text", "deadline", "latest"),
    [
        ("They must leave by «Friday».", True, "2018-10-19"),
        ("They agreed to leave before «the end of the month».", True, "2018-10-31"),
        ("They must leave within «48 hours».", True, "2018-10-19"),
        ("They must leave on «Friday».", False, "2018-10-19"),
        ("By «Friday» the town was empty.", False, "2018-10-12"),
    ],
)
def test_a_deadline_is_what_is_to_be_done_by_then(text: str, deadline: bool, latest: str) -> None:
    found = moment(text)
    assert (found.deadline, found.latest) == (deadline, latest)


def test_a_span_over_two_joined_dates_is_a_range() -> None:
    found = moment("They held it «from 2011 to 2014».")
    assert (found.value, found.precision, found.earliest, found.latest) == (
        "2011/2014",
        "range",
        "2011-01-01",
        "2014-12-31",
    )


def test_a_figure_takes_the_month_and_the_era_of_the_date_beside_it() -> None:
    assert moment("From «22»-25 April 1951 they fought.").value == "1951-04-22"
    assert moment("On April 22 and «25» they fought.").value == "2018-04-25"
    assert moment("The war («240»-238 BC) was long.").value == "BC0240"


def test_a_day_that_could_be_a_month_is_not_guessed() -> None:
    assert moment("on «03/04/2016»").value == "2016"


def test_a_holiday_whose_day_is_announced_has_no_value() -> None:
    assert moment("They fought during «Ramadan».").value is None


def test_why_a_value_was_chosen() -> None:
    [(_, resolution)] = moments.link(article("They left on Tuesday."), [(13, 20)])
    assert resolution.why == ("Read as a day.", "Counted from 2018-10-17.", "The verb beside it points there.")
    assert resolution.chosen is not None
    assert (resolution.chosen.id, resolution.chosen.precision, resolution.kind) == ("2018-10-16", "day", "moment")


def test_what_no_rule_reads_stays_without_a_value() -> None:
    [(found, resolution)] = moments.link(article("at that difficult juncture"), [(3, 26)])
    assert (found.value, resolution.chosen) == (None, None)


def test_a_person_decides_for_one_article_or_for_all() -> None:
    spans = [(10, 19)]
    told = article("They left last week.")
    here = Correction("moment", "Last Week", "2018-10-11", "a1")
    [(found, resolution)] = moments.link(told, spans, [here])
    assert (found.value, found.precision, found.earliest) == ("2018-10-11", "day", "2018-10-11")
    assert resolution.decided
    assert moments.resolve(told, spans, [Correction("moment", "last week", None)])[0].value is None
    assert moments.resolve(told, spans, [here, Correction("moment", "last week", None)])[0].value == "2018-10-11"
    assert moments.resolve(told, spans, [Correction("moment", "last week", None, "other")])[0].value == "2018-W41"


def test_entities_are_spans_too() -> None:
    assert moments.resolve(article("in 2016"), [Entity(3, 7, "2016", "time", 0.9)])[0].value == "2016"


TEXTS = st.lists(
    st.sampled_from(
        "the of in last next three days Friday May February 15 29 30 2018 2.5 9999 1990s early - , ago BC . q".split()
    ),
    max_size=25,
).map(" ".join)


@given(TEXTS, st.sampled_from([None, "2018", "2018-10", "2018-10-17", "0001-01-01", "9999-12-31"]))
def test_any_text_is_read_without_an_error_and_twice_alike(text: str, published: str | None) -> None:
    spans = moments.mend(text, [(0, len(text))] if text else [])
    found = moments.resolve(article(text, published), spans)
    assert found == moments.resolve(article(text, published), spans)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert (one.value is None) == (one.precision is None)
        assert not (one.earliest and one.latest) or one.earliest <= one.latest
        if one.precision == "day" and one.value and one.value[0].isdigit():
            assert date.fromisoformat(one.value).isoformat() == one.value


def test_a_day_that_the_calendar_lacks_is_no_value() -> None:
    assert moment("on «2016-02-31»").value is None
    assert moment("on «February 31, 2016»").value == "2016-02"
    assert moment("on «February 29»", "2018-10-17").value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nine nurses have been held since «January», though they were told to go home.", "2018-01"),
        ("The road has been closed since «late November».", "2017-11"),
        ("In «January», three villages fell.", "2018-01"),
        ("In «January», three villages that fell will vote.", "2019-01"),
        ("By «the end of the year», the front had moved.", "2017"),
        ("By «the end of the year», the front will have moved.", "2018"),
    ],
)
def test_what_has_lasted_since_a_month_or_opens_the_past_lies_behind(text: str, value: str) -> None:
    assert moment(text).value == value


def test_the_same_day_is_the_one_told_and_not_one_told_back_from_it() -> None:
    told = "On May 5, the depot burned; it had been emptied two days earlier."
    assert moment(f"{told} On «the same day», a mill was hit.").value == "2018-05-05"
    assert moment(f"{told} On the same day, a mill was hit at «2:32 p.m.».").value == "2018-05-05T14:32"


def test_a_time_is_not_counted_from_before_a_later_month() -> None:
    told = "On May 5, the depot burned.\nHer son was taken in February."
    assert moment(f"{told} «A week later», he was let go.").value == "P1W"
    assert moment("On May 5, the depot burned.\nIt had smouldered since February. «A week later», a mill burned.").value


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("It fired in «the last two weeks» of September.", "P2W", ("2018-09-17", "2018-09-30")),
        ("It fired in «the first three days» of October.", "P3D", ("2018-10-01", "2018-10-03")),
        ("It fired in «the last week» of August 2017.", "P1W", ("2017-08-25", "2017-08-31")),
        ("It fired in «the first week» of the siege.", "P1W", (None, None)),
    ],
)
def test_the_first_or_last_part_of_a_month_has_its_days(text: str, value: str, days: tuple[str, str]) -> None:
    found = moment(text)
    assert (found.value, (found.earliest, found.latest)) == (value, days)


def test_a_weapon_s_number_is_no_decade() -> None:
    assert moment("The S-«300s» were off.").value is None
    assert moment("The circa-«1790s» walls fell.").value == "179"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rockets fell on 27 December 2016. Crowds broke in on 31 December.", "2016-12-31"),
        ("Rockets fell on 27 December 2016.\nCrowds broke in on 31 December.", "2018-12-31"),
        ("Rockets fell on 27 December 2016. Crowds will march on 31 December.", "2018-12-31"),
        ("Rockets fell on 27 January 2016. Crowds broke in on 31 December.", "2018-12-31"),
    ],
)
def test_a_day_of_the_past_goes_on_from_the_one_named_before_it(text: str, value: str) -> None:
    """The article is of October 2018, so that December of that year is by far the nearest."""
    spans = [(text.index("27"), text.index("2016") + 4), (text.index("31"), text.rindex("December") + len("December"))]
    assert [found.value for found in moments.resolve(article(text), spans)][-1] == value
