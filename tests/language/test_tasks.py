from __future__ import annotations

from pathlib import Path

from sayso.language import tasks
from sayso.words import vocabulary


def test_spans_have_a_begin_and_an_inside_class_for_each_label() -> None:
    assert tasks.table()["role"].classes == ("O", "B-source", "I-source", "B-content", "I-content")


def test_labels_that_corpora_give_are_filled_in() -> None:
    names = ("upos", "xpos", "lemma", "syntax")
    assert tasks.resolve(dict.fromkeys(names, ("x",)))["upos"].labels == ("x",)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    found = tasks.resolve(dict.fromkeys(("upos", "xpos", "lemma", "syntax"), ("x", "y")))
    tasks.save(found, tmp_path / "tasks.json")
    assert tasks.load(tmp_path / "tasks.json") == found


def test_every_entity_label_is_in_the_vocabulary() -> None:
    assert set(tasks.table()["entity"].labels) <= set(vocabulary.load("entity_labels"))
