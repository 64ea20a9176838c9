"""The parts that need torch; `.ci/run` installs it."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the tests of training/ need torch: training/requirements.txt")
pytest.importorskip("transformers", reason="the tests of training/ need transformers: training/requirements.txt")

from sayso.language import tasks  # noqa: E402
from sayso.language.model import Model  # noqa: E402
from sayso.language.pieces import Pieces  # noqa: E402
from training import base, export, fit, losses, smoothing  # noqa: E402
from training.batches import IGNORED, UNSAID, collate, cut  # noqa: E402
from training.corpora import conllu, spans  # noqa: E402
from training.documents import Attributed, Document, divide  # noqa: E402
from training.network import Network  # noqa: E402


def documents(folder: Path) -> list[Document]:
    from tests.training.test_corpora import CONLLU

    (folder / "x.conllu").write_text(CONLLU, encoding="utf-8")
    return conllu.read(folder / "x.conllu")


def small(folder: Path) -> dict[str, tasks.Task]:
    return fit.collected(documents(folder))


def test_labels_are_collected_and_rare_lemma_rules_left_out(tmp_path: Path) -> None:
    found = small(tmp_path)
    assert set(found["syntax"].labels) == {"nsubj", "aux", "advmod", "root", "punct", "det", "case", "nmod"}
    assert found["lemma"].labels == ("-0+", "-1+")


def test_an_o_of_a_corpus_that_marks_places_only_leaves_persons_open(tmp_path: Path) -> None:
    table = small(tmp_path)
    document = spans.labelled("a", "Halabi left Homs", [(12, 16, "place")], frozenset({"place"}))
    (example,) = cut(document, Pieces(base.default() / "tokenizer.json"), table)
    begin = table["entity"].classes.index("B-place")
    assert example.tags["entity"] == [UNSAID, UNSAID, begin]
    batch = collate([example], table)
    sure = torch.full((1, 3, len(table["entity"].classes)), -20.0)
    sure[0, 0, table["entity"].classes.index("B-person")] = 20.0
    sure[0, 1, 0] = 20.0
    sure[0, 2, begin] = 20.0
    assert float(losses.total({"entity": sure}, batch, table)["entity"]) < 1e-3
    sure[0, 0, begin] = 60.0
    assert float(losses.total({"entity": sure}, batch, table)["entity"]) > 1


def test_every_word_of_a_cue_has_the_roles_of_its_attribution(tmp_path: Path) -> None:
    words, paragraphs = divide("The mayor has said that they left")
    document = Document("a", "The mayor has said that they left", words, paragraphs)
    document.attributions = [Attributed([2, 3], [(0, 2)], [(4, 7)])]
    (example,) = cut(document, Pieces(base.default() / "tokenizer.json"), small(tmp_path))
    assert example.rows["role"] == [2, 3]
    assert example.roles["role"][0] == [1, 2, 0, 0, 3, 4, 4]


def test_heads_are_those_of_the_window_and_the_root_is_zero(tmp_path: Path) -> None:
    (document,) = documents(tmp_path)
    (example,) = cut(document, Pieces(base.default() / "tokenizer.json"), small(tmp_path))
    assert example.heads is not None
    assert example.heads[:5] == [4, 4, 4, 0, 4]
    assert IGNORED not in example.heads


def test_the_exported_graph_says_what_the_network_says(tmp_path: Path) -> None:
    """One step of training, then 32-bit ONNX beside torch on the same window."""
    table = small(tmp_path)
    run, out = tmp_path / "run", tmp_path / "out"
    run.mkdir()
    torch.manual_seed(1)
    network = Network(base.default(), table)
    (document,) = documents(tmp_path)
    (example,) = cut(document, Pieces(base.default() / "tokenizer.json"), table)
    batch = collate([example], table)
    scores = network(batch.pieces, batch.shapes, batch.mask, batch.firsts, batch.heads)
    torch.stack(list(losses.total(scores, batch, table).values())).sum().backward()
    assert all(p.grad is not None for name, p in network.named_parameters() if "heads.upos" in name)
    tasks.save(table, run / "tasks.json")
    torch.save(network.state_dict(), run / "weights.pt")
    export.export(run, base.default(), out, "en-test")
    model = Model.load(str(out))
    text = model.prepare(document.text, [(0, len(document.text))])
    given = model.run(text, text.windows()[0], [0] * len(text.forms))
    network.eval()
    with torch.no_grad():
        expected = network(batch.pieces, batch.shapes, batch.mask, batch.firsts)
    assert given["upos"].tolist() == expected["upos"][0].argmax(-1).tolist()
    assert abs(given["role"] - expected["role"][0].numpy()).max() < 1e-3
    assert abs(given["attribution"] - expected["attribution"][0].log_softmax(-1).numpy()).max() < 1e-3


def test_smoothing_changes_nothing_but_the_ranges(tmp_path: Path) -> None:
    network = Network(base.default(), small(tmp_path)).eval()
    (document,) = documents(tmp_path)
    examples = list(cut(document, Pieces(base.default() / "tokenizer.json"), network.tasks))
    batch = collate(examples[:1], network.tasks)
    with torch.no_grad():
        before, _ = network.words(batch.pieces, batch.shapes, batch.mask, batch.firsts)
        smoothing.smooth(network, examples)
        after, _ = network.words(batch.pieces, batch.shapes, batch.mask, batch.firsts)
    assert torch.allclose(before, after, atol=1e-3)
    assert all(isinstance(layer.output.dense, smoothing.Smoothed) for layer in network.encoder.encoder.layer)
