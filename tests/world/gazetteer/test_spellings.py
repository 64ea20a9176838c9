from __future__ import annotations

from sayso.world.gazetteer import spellings


def test_the_more_alike_the_likelier_and_never_as_good_as_the_name_itself() -> None:
    found = spellings.transliterated("sarakab", [("saraqib", "sarakib"), ("sariqub", "sirikub")], 5)
    assert [name for name, _ in found] == ["saraqib"]
    assert found[0][1] < spellings.FOLDED


def test_an_article_written_together_may_be_one() -> None:
    assert spellings.written("Albukamal") == ("albukamal", "bukamal")
    assert spellings.written("Aleppo") == ("alapu",)
