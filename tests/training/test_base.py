from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the tests of training/ need torch: training/requirements.txt")
pytest.importorskip("transformers", reason="the tests of training/ need transformers: training/requirements.txt")

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece

from sayso.language.model import Model
from sayso.language.pieces import Pieces
from tests.training import encoders
from tests.training.test_corpora import CONLLU
from training import base, export, fit
from training.batches import collate, cut
from training.corpora import conllu, examples
from training.documents import Document, divide
from training.mixture import OWN, Part
from training.network import Network, chosen


def parts(folder: Path) -> tuple[Part, ...]:
    """Three sentences of a treebank, which bring the labels that corpora give, and some of our own examples."""
    (folder / "x.conllu").write_text(CONLLU, encoding="utf-8")

    def own(_: Path) -> list[Document]:
        return examples.read(OWN / "moods.txt")

    return (
        Part("treebank", "ours", (1,), lambda root: conllu.read(root / "x.conllu")),
        Part("examples", "ours", (1,), own),
    )


def trained(kind: str, folder: Path) -> Model:
    """Weights from one pass over a few texts with an encoder of that kind."""
    encoder = base.checked(encoders.write(folder / "encoder", kind))
    run, plan = folder / "run", fit.Plan(1e-3)
    tasks, order = fit.prepared(folder, encoder, run, plan, 1.0, parts(folder))
    fit.learn(Network(encoder, tasks), order, tasks, run, plan, resume=False)
    (run / "joint.pt").rename(run / "weights.pt")
    export.export(run, encoder, folder / "weights", "small-0.1")
    return Model.load(str(folder / "weights"))


@pytest.mark.parametrize("kind", ["bert", "roberta"])
def test_an_encoder_of_another_size_and_vocabulary_is_trained_exported_and_read_with(kind: str, tmp_path: Path) -> None:
    model = trained(kind, tmp_path)
    text = "The rebels left. Officials denied it."
    analysis = model.read(model.prepare(text, [(0, len(text))]))
    assert analysis.model == "small-0.1"
    assert len(analysis.heads) == len(analysis.starts) == 8
    assert analysis.meaning is not None
    assert analysis.meaning.factuality.shape == (8,)


@pytest.mark.parametrize("kind", base.KINDS)
def test_a_graph_says_of_each_word_what_the_network_says(kind: str, tmp_path: Path) -> None:
    encoder = encoders.write(tmp_path / "encoder", kind)
    network = Network(encoder, {}).eval()
    text = "The rebels left; officials denied it in vain."
    words, paragraphs = divide(text)
    (window,) = cut(Document("x", text, words, paragraphs), Pieces(encoder / "tokenizer.json"), {})
    batch = collate([window], {})
    with torch.no_grad():
        expected = network.words(batch.pieces, batch.shapes, batch.mask, batch.firsts)
        layers = export.Graph(network, whole=True).eval().encode(batch.pieces, batch.shapes)
    given = [layer[:, batch.firsts[0]] for layer in layers]
    last = given[-1] + network.word_shapes(batch.shapes[:, batch.firsts[0]])
    assert torch.allclose(last, expected[0], atol=1e-5)
    assert torch.allclose(torch.cat([given[number] for number in chosen(given)], dim=-1), expected[1], atol=1e-5)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"model_type": "t5"}, "has the model_type 't5'; there are bert, roberta"),
        ({"hidden_act": "relu"}, "has the hidden_act 'relu', not 'gelu'"),
        ({"max_position_embeddings": 128}, "has 128 positions, and windows have 256"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, changed: dict[str, object], reason: str) -> None:
    encoder = encoders.write(tmp_path / "encoder")
    config = json.loads((encoder / "config.json").read_text(encoding="utf-8"))
    (encoder / "config.json").write_text(json.dumps(config | changed), encoding="utf-8")
    with pytest.raises(SystemExit, match=reason):
        base.checked(encoder)


def test_files_and_signs_that_are_missing_are_named(tmp_path: Path) -> None:
    encoder = encoders.write(tmp_path / "encoder")
    Tokenizer(WordPiece({"[CLS]": 0, "[UNK]": 1}, unk_token="[UNK]")).save(str(encoder / "tokenizer.json"))
    with pytest.raises(SystemExit, match=r"no \[SEP\] or </s>; tokenizer\.json has no \[PAD\]"):
        base.checked(encoder)
    (encoder / "model.safetensors").unlink()
    with pytest.raises(SystemExit, match=r"model\.safetensors or pytorch_model\.bin is missing"):
        base.checked(encoder)
