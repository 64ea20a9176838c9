"""Confidence: what the model gives, less what is doubtful in the sentence's shape."""

from __future__ import annotations

from tests.claims.build import build
from tests.claims.test_voices import ACCORDING, CHAIN, NOBODY, OWN, claim


def test_it_follows_the_models() -> None:
    low, high = (claim(build(ACCORDING, confidence=sure), "left").confidence for sure in (0.5, 0.9))
    assert low < high


def test_each_voice_can_be_wrong() -> None:
    assert claim(build(CHAIN), "left").confidence < claim(build(ACCORDING), "left").confidence


def test_a_voice_without_a_source_is_doubtful() -> None:
    assert claim(build(NOBODY), "left").confidence < claim(build(ACCORDING), "left").confidence


def test_the_articles_own_voice_needs_no_attribution() -> None:
    assert claim(build(OWN, confidence=0.2), "left").confidence > 0.9
