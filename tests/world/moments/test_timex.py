from __future__ import annotations

from sayso.words.records import Moment
from sayso.world.moments import timex3
from tests.world.moments.build import moment


def test_a_date_with_its_mod() -> None:
    found = moment("in «early March 2016»")
    assert timex3(found, 3) == '<TIMEX3 tid="t3" type="DATE" value="2016-03" mod="START">early March 2016</TIMEX3>'


def test_a_length_of_time_with_the_days_that_it_reaches_over() -> None:
    written = timex3(moment("in «the past three days»"))
    assert written.startswith(
        '<TIMEX3 tid="t1" type="DURATION" value="P3D" beginPoint="2018-10-14" endPoint="2018-10-17">'
    )


def test_text_of_an_article_is_no_markup() -> None:
    assert timex3(Moment(0, 8, 'a < b & "')) == '<TIMEX3 tid="t1" type="DATE" value="null">a &lt; b &amp; "</TIMEX3>'
