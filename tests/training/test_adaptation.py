"""Exported weights taken back into torch, and trained on with what people decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

pytest.importorskip("torch", reason="the tests of training/ need torch: training/requirements.txt")
pytest.importorskip("transformers", reason="the tests of training/ need transformers: training/requirements.txt")

import torch

from sayso.language.model import Model
from sayso.language.pieces import Pieces
from sayso.ledger.review.examples import Example
from tests.training import encoders
from tests.training.test_corrections import CLAIM, STRUCK, TEXT
from tests.training.test_network import small
from training import adaptation, base, export, restoration, smoothing
from training.batches import IGNORED, collate, cut
from training.batches import Example as Window
from training.corpora import corrections
from training.documents import Document, divide
from training.network import Network

SHIPPED = Path(__file__).parents[2] / "src/sayso/models/en"
OWN = "[The ministry|a.source:official] [said|a.cue] [rebels|1.actor] [left|1=RETREAT:happened] [Homs|1.place]."


def windows(network: Network, encoder: Path, text: str) -> list[Window]:
    words, paragraphs = divide(text)
    return list(cut(Document("x", text, words, paragraphs), Pieces(encoder / "tokenizer.json"), network.tasks))


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    return encoders.write(tmp_path / "encoder")


@pytest.fixture
def weights(tmp_path: Path, encoder: Path) -> tuple[Network, Path]:
    """A network that knows nothing, and its weights in 8 bits. No two of its vectors are equal: so after training."""
    torch.manual_seed(1)
    network = Network(encoder, small(tmp_path)).eval()
    before = {name: value + torch.randn_like(value) / 50 for name, value in network.state_dict().items()}
    network.load_state_dict(before)
    smoothing.smooth(network, windows(network, encoder, TEXT))
    export.write(network, encoder, tmp_path / "weights", "small-0.1", whole=False)
    network = Network(encoder, network.tasks)
    network.load_state_dict(before)
    return network.eval(), tmp_path / "weights"


def test_what_comes_back_of_8_bits_is_what_went_in_but_for_rounding(
    weights: tuple[Network, Path], encoder: Path
) -> None:
    network, folder = weights
    found = restoration.restore(folder, encoder).state_dict()
    for name, value in network.state_dict().items():
        used = slice(1) if "token_type" in name else slice(None)
        assert float((found[name] - value)[used].abs().max()) <= float(value.abs().max()) / 50, name


def test_weights_of_another_encoder_are_refused(weights: tuple[Network, Path], tmp_path: Path) -> None:
    other = encoders.write(tmp_path / "other", layers=3)
    with pytest.raises(ValueError, match=r"weren't trained from the encoder .*layer\.2\..* --base"):
        restoration.restore(weights[1], other)


def test_the_shipped_weights_say_the_same_in_torch_and_in_the_runtime() -> None:
    """But for a word or two in a hundred, of which 8 bits leave it open."""
    model = Model(SHIPPED)
    network = restoration.restore(SHIPPED, base.default())
    text = model.prepare(TEXT, [(0, len(TEXT))])
    given = model.run(text, text.windows()[0], [0] * len(text.forms))
    batch = collate(windows(network, SHIPPED, TEXT), network.tasks)
    with torch.no_grad():
        expected = network(batch.pieces, batch.shapes, batch.mask, batch.firsts)
    assert given["upos"].tolist() == expected["upos"][0].argmax(-1).tolist()
    assert np.abs(np.exp(given["attribution"]) - expected["attribution"][0].softmax(-1).numpy()).max() < 0.2


def test_a_claim_leaves_open_where_what_is_said_begins(tmp_path: Path, encoder: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(msgspec.json.encode(Example("a", "en", 0, TEXT, True, "edited", 1, CLAIM, None)))
    (document,) = corrections.read(tmp_path / "x.jsonl")
    table = small(tmp_path)
    (window,) = cut(document, Pieces(encoder / "tokenizer.json"), table)
    (row,) = window.roles["role"]
    classes = [table["role"].classes[number] if number != IGNORED else "" for number in row]
    assert classes[:2] == ["B-source", "I-source"]
    assert classes[2:10] == ["", "", "", *["I-content"] * 5]
    assert set(classes[10:]) == {""}


def test_a_correction_moves_the_weights_towards_what_was_decided(
    weights: tuple[Network, Path], encoder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/own.txt").write_text(OWN + "\n", encoding="utf-8")
    monkeypatch.setattr(adaptation, "OWN", tmp_path / "own")
    monkeypatch.setattr(adaptation, "PASSES", 60)
    claim = replace(CLAIM, event=replace(STRUCK, type="AID"))
    line = Example("a", "en", 0, TEXT, True, "edited", 1, claim, CLAIM)
    (tmp_path / "x.jsonl").write_bytes(msgspec.json.encode(line))
    adaptation.adapt([tmp_path / "x.jsonl"], weights[1], encoder, tmp_path / "adapted", "mine-1")

    def aid(folder: Path) -> float:
        model = Model(folder)
        meaning = model.read(model.prepare(TEXT, [(0, len(TEXT))])).meaning
        assert meaning is not None
        return meaning.probability("event_type", 7, "AID")

    assert Model(tmp_path / "adapted").name == "mine-1"
    assert aid(tmp_path / "adapted") > 1.2 * aid(weights[1])


def test_nothing_to_learn_from_is_said(weights: tuple[Network, Path], encoder: Path, tmp_path: Path) -> None:
    line = Example("a", "en", 0, TEXT, False, "rejected", 1, CLAIM, CLAIM)
    (tmp_path / "x.jsonl").write_bytes(msgspec.json.encode(line))
    with pytest.raises(ValueError, match="no claim that somebody kept"):
        adaptation.adapt([tmp_path / "x.jsonl"], weights[1], encoder, tmp_path / "adapted", "mine-1")
