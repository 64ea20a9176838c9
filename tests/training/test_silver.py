"""Trees that the network reads itself, paragraph by paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.language.model import Model
from training import silver
from training.documents import UNKNOWN, Document, divide

TEXT = "The mayor closed the bridge.\nShe reopened it on Friday. Nobody was hurt."


def document() -> Document:
    made = Document("one", TEXT, *divide(TEXT))
    made.tags["attribution"] = ["O"] * len(made.words)
    return made


def test_every_word_of_the_text_is_read_and_none_of_the_lead() -> None:
    read = silver.read(Model.load(), document())
    words = len(document().words)
    assert [len(tags) for tags in read.tags.values()] == [words] * 4
    assert len(read.heads) == len(read.relations) == words
    assert read.sentences == [(0, 6), (6, 12), (12, 16)]
    assert all(head in (-1, UNKNOWN) or 0 <= head < words for head in read.heads)
    assert (read.relations[2], read.heads[2], read.tags["upos"][2]) == ("root", -1, "VERB")


def test_of_a_word_that_is_not_sure_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silver, "SURE", 2.0)
    read = silver.read(Model.load(), document())
    assert set(read.heads) == {UNKNOWN}
    assert set(read.relations) == {""}
    assert set(read.tags["upos"]) == {None}
    assert read.tags["sentence"][0] == "start"


def test_what_is_written_is_added_beside_a_documents_own_annotation(tmp_path: Path) -> None:
    shipped = Path("src/sayso/models/en")
    silver.write([document(), document()], shipped, tmp_path / "silver.jsonl")
    (found,) = silver.add([document()], tmp_path / "silver.jsonl")
    assert found.tree is not None
    assert found.tree.relations[2] == "root"
    assert set(found.tags) == {"attribution", "sentence", "upos", "xpos", "lemma"}
