from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the tests of training/ need torch: training/requirements.txt")
pytest.importorskip("transformers", reason="the tests of training/ need transformers: training/requirements.txt")

import torch

from sayso.language.pieces import Pieces
from tests.training.test_network import small
from training import base
from training.batches import Batch, collate, cut
from training.documents import Document, divide
from training.fit import start
from training.network import Network
from training.teacher import Lesson, Teacher, learned, vocabulary, within


@pytest.fixture
def plain(tmp_path: Path) -> tuple[Network, Batch]:
    """A network and a batch of a text that nobody annotated."""
    tasks = small(tmp_path)
    torch.manual_seed(1)
    words, paragraphs = divide("Officials said it rained. Then it stopped.")
    document = Document("d", "Officials said it rained. Then it stopped.", words, paragraphs)
    network = Network(base.default(), tasks).eval()
    network.joint = True
    (example,) = cut(document, Pieces(base.default() / "tokenizer.json"), tasks)
    return network, collate([example], tasks)


def test_who_says_what_the_teacher_says_has_nothing_to_learn(plain: tuple[Network, Batch], tmp_path: Path) -> None:
    network, batch = plain
    torch.save(network.state_dict(), tmp_path / "weights.pt")
    other = Network(base.default(), network.tasks, vocabulary(base.default(), base.default()))
    torch.save(other.state_dict() | network.state_dict(), tmp_path / "teacher.pt")
    lesson = Teacher.load(base.default(), base.default(), network.tasks, tmp_path / "teacher.pt", "cpu").lesson(batch)
    scores = network(batch.pieces, batch.shapes, batch.mask, batch.firsts, lesson.heads)
    same = learned(scores, lesson, batch, network.tasks)
    assert all(abs(float(loss.detach())) < 1e-5 for loss in same.values())
    assert {"syntax", "syntax_relation", "upos", "entity", "role"} <= set(same)
    bent = Lesson({name: score.flip(-1) for name, score in lesson.scores.items()}, lesson.sentences, lesson.heads)
    assert float(learned(scores, bent, batch, network.tasks)["upos"].detach()) > 0


def test_heads_are_sought_within_the_sentence_and_at_the_root() -> None:
    allowed = within(torch.tensor([[1, 1, 2]]), torch.tensor([[True, True, True]]))
    assert allowed[0].tolist() == [[True, True, True, False], [True, True, True, False], [True, False, False, True]]


def test_an_earlier_run_gives_what_has_the_same_shape(plain: tuple[Network, Batch], tmp_path: Path) -> None:
    network, _ = plain
    earlier = network.state_dict() | {"word_shapes.weight": torch.zeros(1, 1), "root": torch.zeros(3)}
    earlier["shapes.weight"] = torch.ones_like(earlier["shapes.weight"])
    torch.save(earlier, tmp_path / "first.pt")
    before = network.word_shapes.weight.clone()
    start(network, tmp_path / "first.pt")
    assert bool((network.shapes.weight == 1).all())
    assert torch.equal(network.word_shapes.weight, before)


def test_the_teachers_encoder_is_put_together_from_its_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("all-mpnet-base-v2/model.safetensors", "weights")
        file.writestr("elsewhere.txt", "not wanted")
    data, size = archive.getvalue(), len(archive.getvalue()) // base.PARTS + 1
    parts = [tmp_path / f"all-mpnet-base-v2.zip.{number + 1:03}" for number in range(base.PARTS)]
    for number, part in enumerate(parts):
        part.write_bytes(data[number * size : (number + 1) * size])
    monkeypatch.setattr(base, "_installed", lambda: parts[1:])
    assert base.teacher(tmp_path / "run") is None
    monkeypatch.setattr(base, "_installed", lambda: [*reversed(parts), tmp_path / "__init__.py"])
    assert base.teacher(tmp_path / "run") == tmp_path / "run" / "all-mpnet-base-v2"
    assert [path.name for path in (tmp_path / "run").rglob("*") if path.is_file()] == ["model.safetensors"]
