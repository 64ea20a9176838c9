from __future__ import annotations

from sayso.world.places import countries


def test_names_and_peoples_are_the_country() -> None:
    assert countries.named("the United States") == "US"
    assert countries.demonym("Syrians") == "SY"
    assert countries.demonym("Syria") is None
    assert countries.nation("Syria's") == "SY"


def test_a_text_speaks_of_a_country_by_name_or_people() -> None:
    counted = countries.counted("Russian jets flew over Syria. The United States and Syrian officials said so.")
    assert counted == {"RU": 1, "SY": 2, "US": 1}


def test_a_country_has_a_name_and_a_capital() -> None:
    assert (countries.name("SY"), countries.capital("SY")) == ("Syria", "Damascus")
    assert countries.name("ZZ") is None
