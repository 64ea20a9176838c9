from __future__ import annotations

from sayso.world.actors.countries import Countries


def test_the_nearest_country_is_spoken_of_and_one_before_counts_more_than_one_after() -> None:
    countries = Countries([(0, "SY"), (1_000, "IQ")])
    assert countries.at(50)[0] == "SY"
    assert countries.at(1_100)[0] == "IQ"
    assert countries.at(500)[0] == "SY"


def test_the_share_says_how_clear_it_is() -> None:
    assert Countries([(0, "SY"), (10, "SY")]).at(20) == ("SY", 1.0)
    mixed = Countries([(0, "SY"), (10, "IQ")])
    assert 0.4 < mixed.at(20)[1] < 0.6
    assert mixed.around(20, 0.9) is None
    assert mixed.share("SY") == 0.5


def test_an_article_of_no_country_has_none() -> None:
    assert Countries([]).at(5) == (None, 0.0)
    assert Countries([]).share("SY") == 0.0
