from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the tests of training/ need torch: training/requirements.txt")
pytest.importorskip("transformers", reason="the tests of training/ need transformers: training/requirements.txt")

import torch

from training import fit
from training.batches import Example, collate


def test_each_corpus_is_read_as_often_as_the_mixture_says() -> None:
    long = [Example([1] * 200, [], []) for _ in range(40)]
    short = [Example([1] * 20, [], []) for _ in range(10)]
    made = fit.batches([(2.0, 1.0, long), (0.5, 0.25, short)], random.Random(1))
    assert sum(len(batch) for batch in made) == 85
    assert all(len(batch) * max(len(e.pieces) for e in batch) <= fit.PIECES for batch in made)
    assert all(len({len(e.pieces) for e in batch}) == 1 for batch in made)


def test_the_learning_rate_rises_and_falls_to_zero() -> None:
    rates = [fit.rate(step, 100) for step in range(101)]
    assert rates[0] == 0
    assert max(rates) == 1
    assert rates[100] == 0


def test_weights_are_brought_back_towards_those_before(tmp_path: Path) -> None:
    torch.save({"a": torch.zeros(2), "b": torch.zeros(3)}, tmp_path / "old")
    torch.save({"a": torch.ones(2), "b": torch.ones(4)}, tmp_path / "new")
    fit.average(tmp_path / "old", tmp_path / "new", 0.25)
    found = torch.load(tmp_path / "new", weights_only=True)
    assert found["a"].tolist() == [0.75, 0.75]
    assert found["b"].tolist() == [1, 1, 1, 1]


def test_word_pieces_are_hidden_and_signs_of_the_encoder_are_not() -> None:
    torch.manual_seed(1)
    pieces, shapes = torch.arange(100, 300).repeat(4, 1), torch.ones(4, 200, dtype=torch.long)
    shapes[:, 0] = shapes[:, -1] = 0
    batch = collate([Example([0] * 200, [1] * 200, [1])], {})
    batch = replace(batch, pieces=pieces, shapes=shapes, mask=torch.ones(4, 200, dtype=torch.long))
    seen = fit.hide(batch, 0.5, 103).pieces
    changed = (seen != pieces).float().mean()
    assert 0.4 < changed < 0.6
    assert set(seen[seen != pieces].tolist()) == {103}
    assert torch.equal(seen[:, 0], pieces[:, 0])
    assert fit.hide(batch, 0.0, 103) is batch
