from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="the tests of training/ need torch: training/requirements.txt")
pytest.importorskip("transformers", reason="the tests of training/ need transformers: training/requirements.txt")

from training import fit
from training.examples import Example


def test_each_corpus_is_read_as_often_as_the_mixture_says() -> None:
    long = [Example([1] * 200, [], []) for _ in range(40)]
    short = [Example([1] * 20, [], []) for _ in range(10)]
    made = fit.batches([(2.0, long), (0.5, short)], random.Random(1))
    assert sum(len(batch) for batch in made) == 85
    assert all(len(batch) * max(len(e.pieces) for e in batch) <= fit.PIECES for batch in made)
    assert all(len({len(e.pieces) for e in batch}) == 1 for batch in made)


def test_the_learning_rate_rises_and_falls_to_zero() -> None:
    rates = [fit.rate(step, 100) for step in range(101)]
    assert rates[0] == 0
    assert max(rates) == 1
    assert rates[100] == 0
