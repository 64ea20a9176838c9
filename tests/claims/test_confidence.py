"""Confidence: what the model gives, less what is doubtful in the sentence's shape."""

from __future__ import annotations

from tests.claims.build import build
from tests.claims.test_voices import ACCORDING, CHAIN, DIRECT, NOBODY, OWN, claim


def test_it_follows_the_models() -> None:
    low, high = (claim(build(ACCORDING, confidence=sure), "left").confidence for sure in (0.5, 0.9))
    assert low < high


def test_each_voice_can_be_wrong() -> None:
    assert claim(build(CHAIN), "left").confidence < claim(build(ACCORDING), "left").confidence


def test_a_voice_without_a_source_is_doubtful() -> None:
    assert claim(build(NOBODY), "left").confidence < claim(build(ACCORDING), "left").confidence


def test_a_quotation_whose_voice_was_not_found_is_doubtful() -> None:
    unheard = "\n".join(
        line.split("1:")[0] for line in DIRECT.splitlines() if "said" not in line and "Hasan" not in line
    )
    unheard = unheard.replace("7 ccomp", "0 root").replace("7 punct", "3 punct")
    assert claim(build(unheard), "left").confidence < 0.5


def test_the_articles_own_voice_needs_no_attribution() -> None:
    assert claim(build(OWN, confidence=0.2), "left").confidence > 0.9
