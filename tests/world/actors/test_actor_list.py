from __future__ import annotations

from pathlib import Path

import pytest

from sayso.world.actors import ActorList, ActorListError, add
from tests.world.actors.making import shipped

HEADER = "id,name,kind,countries,code,parent,wikidata,since,until,aliases\n"
LINE = "lions-of-the-hill,Lions of the Hill,armed_group,SY,SYRREB,,,2013-02,2014,Usud al-Tall|the Lions?\n"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_an_actor_is_found_by_any_of_its_names_and_by_its_id() -> None:
    for name in ("ISIS", "Daesh", "the Islamic State", "ISIL"):
        assert shipped().find(name)[0].actor.id == "islamic-state"
    actor = shipped().get("islamic-state")
    assert actor is not None
    assert actor.kind == "armed_group"


def test_short_acronyms_are_found_only_in_capitals() -> None:
    assert shipped().find("US")[0].actor.id == "US"
    assert shipped().find("us") == ()


def test_a_part_that_every_state_has_needs_no_line_of_its_own() -> None:
    part = shipped().part("UZ", "INTEL")
    assert part is not None
    assert (part.id, part.name, part.kind, part.country) == (
        "UZ.INTEL",
        "intelligence services of Uzbekistan",
        "intelligence",
        "UZ",
    )
    assert shipped().part("XX", "MIL") is None


def test_what_is_no_countrys_has_no_country_wherever_it_acts() -> None:
    nato = shipped().get("nato")
    assert nato is not None
    assert nato.country is None


def test_who_acts_for_the_un_on_a_date_acts_for_no_country() -> None:
    assert shipped().country_on("ban-ki-moon", "2016-09-10") is None
    assert shipped().country_on("ban-ki-moon", "2005-06-01") == "KR"


def test_a_user_adds_a_file_and_its_names_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "actors"
    assert add(write(tmp_path / "My groups.csv", HEADER + LINE), folder) == 1
    opened = ActorList.open(folder)
    assert [(n.actor.id, n.doubtful) for n in opened.find("Usud al-Tall")] == [("lions-of-the-hill", False)]
    assert [(n.actor.id, n.doubtful) for n in opened.find("the Lions") if n.actor.countries == ("SY",)] == [
        ("lions-of-the-hill", True)
    ]
    assert opened.find("Usud al-Tall", "2016") == ()
    assert opened.fingerprint != ActorList.open().fingerprint


def test_a_users_line_wins_and_keeps_the_names_that_were_there(tmp_path: Path) -> None:
    line = "islamic-state,The Group,armed_group,SY,,,,,,Our Name For It\n"
    add(write(tmp_path / "own.csv", HEADER + line), tmp_path / "actors")
    opened = ActorList.open(tmp_path / "actors")
    assert opened.find("Our Name For It")[0].actor.name == "The Group"
    assert opened.find("Daesh")[0].actor.id == "islamic-state"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,id\n", r"x\.csv, line 1: the header must be id,name,kind"),
        (HEADER, "it holds no actor"),
        (HEADER + "a,b\n", "line 2: 2 fields, but 10 columns"),
        (HEADER + LINE + LINE, "line 3: the id 'lions-of-the-hill' stands here for the second time"),
        (HEADER + LINE.replace("armed_group", "army"), "'army' is no kind of actor"),
        (HEADER + LINE.replace(",SY,", ",Syria,"), "'Syria' is no ISO 3166-1"),
        (HEADER + LINE.replace("2013-02", "Feb 2013"), "'Feb 2013' is no ISO date"),
        (HEADER + LINE.replace("2014", "2012"), r"ends \(2012\) before it begins"),
        (HEADER + LINE.replace("lions-of-the-hill", "../x"), "is no id"),
        (HEADER + LINE.replace("Lions of the Hill", " "), "the name is missing"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_reason_and_nothing_is_kept(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(ActorListError, match=reason):
        add(write(tmp_path / "x.csv", text), tmp_path / "actors")
    assert not (tmp_path / "actors").exists()


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ActorListError, match="cannot be read"):
        add(tmp_path / "x.csv", tmp_path / "actors")
