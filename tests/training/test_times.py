from __future__ import annotations

from pathlib import Path

import pytest

from sayso.words.records import Moment
from training.evaluation import times

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2018-10-17">2018-10-17</TIMEX3></DCT>
<TEXT>
A &amp; B left <TIMEX3 tid="t1" type="DATE" value="2018-10-16">yesterday</TIMEX3>.
They <EVENT eid="e1">fought</EVENT> for <TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>
at <TIMEX3 tid="t3" type="DATE" value="null">that time</TIMEX3>.
</TEXT></TimeML>
"""


def test_a_file_is_read_with_its_date_and_the_moments_at_their_places(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    [timed] = times.read(tmp_path)
    assert timed.article.published == "2018-10-17"
    assert [(one.text, one.value, one.type) for one in timed.gold] == [
        ("yesterday", "2018-10-16", "date"),
        ("three days", "P3D", "duration"),
        ("that time", None, "date"),
    ]
    assert all(timed.article.text[one.start : one.end] == one.text for one in timed.gold)


def test_a_part_of_a_folder_is_asked_for_after_a_colon(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.tml").write_text(TIMEML, encoding="utf-8")
    assert 0 < len(times.read(Path(f"{tmp_path}:held-out"))) < 15
    with pytest.raises(SystemExit, match="no part 'test'"):
        times.read(Path(f"{tmp_path}:test"))


def test_values_count_where_spans_meet() -> None:
    gold = [Moment(0, 9, "", "2018", type="date"), Moment(20, 29, "", "P3D", type="duration"), Moment(40, 44, "")]
    found = [Moment(4, 9, "", "2018", type="date"), Moment(20, 29, "", "P2D", type="duration"), Moment(60, 61, "")]
    tally = times.Tally()
    tally.add(gold, found)
    figures = tally.figures()
    assert (figures["strict"], figures["relaxed"], figures["value accuracy"]) == (33.33, 66.67, 50.0)
    assert (figures["value"], figures["type"]) == (33.33, 66.67)
