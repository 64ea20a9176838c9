from __future__ import annotations

import pytest

from sayso.articles import languages

ENGLISH = (
    "The ministry said that the convoy had left the town before the shelling began, and that none of its drivers were "
    "hurt. Officials of the council have denied it; for them the road to the north has been closed since Monday."
)
PIDGIN = (
    "Di govment don tok say di soldiers dey plan to enter di north sake of di attack wey happen for di village, and "
    "people of di place comot go another town from there dem dey wait for help to come as e be so for their mind."
)
DUTCH = "Het ministerie zei dat het konvooi de stad had verlaten voordat de beschietingen begonnen waren."


def test_a_paragraph_tells_its_language() -> None:
    assert [languages.guess(text) for text in (ENGLISH, DUTCH)] == ["en", "nl"]
    assert languages.guess(PIDGIN) != "en"


def test_plain_english_costs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert languages.guess(ENGLISH) == languages._identifier().classify(ENGLISH)[0]
    monkeypatch.setattr(languages, "_identifier", lambda: pytest.fail("asked about plain English"))
    assert languages.guess(ENGLISH) == "en"


def test_too_little_text_has_no_language() -> None:
    assert languages.guess("Quiet on the river") is None


def test_a_tag_states_a_language() -> None:
    assert [languages.stated(tag) for tag in ("en-GB", "AR", "deu", "", None)] == ["en", "ar", None, None, None]
