from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.analysis import Analysis
from sayso.language.model import Model

TEXT = (
    "Rebel fighters pulled their tanks out of the valley on Monday, a spokesman for the group said. "
    "“We have kept our promise,” he told reporters in Damascus.\n"
    "The government denied that its aircraft had struck the town."
)


@cache
def model() -> Model:
    return Model.load("en")


def read(text: str) -> Analysis:
    found = model()
    return found.read(found.prepare(text, [(0, len(text))] if "\n" not in text else _lines(text)))


def _lines(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def test_sentences_tags_and_arcs() -> None:
    analysis = read(TEXT)
    assert [analysis.slice(*sentence).split()[0] for sentence in analysis.sentences] == ["Rebel", "“We", "The"]
    words = {analysis.form(word): word for word in reversed(range(len(analysis.starts)))}
    pulled, fighters, said = words["pulled"], words["fighters"], words["said"]
    assert (analysis.upos[pulled], analysis.xpos[pulled], analysis.lemmas[pulled]) == ("VERB", "VBD", "pull")
    assert (analysis.heads[fighters], analysis.relations[fighters]) == (pulled, "nsubj")
    assert analysis.heads[said] == -1 or analysis.heads[pulled] == -1


def test_attributions_link_each_cue_with_its_source_and_content() -> None:
    analysis = read(TEXT)
    found = {analysis.slice(*a.cue[0]).split()[0]: a for a in analysis.attributions}
    assert analysis.slice(*found["said"].source[0]) == "a spokesman for the group"
    assert analysis.slice(*found["told"].content[0]) == "“We have kept our promise,”"
    assert analysis.slice(*found["denied"].source[0]) == "The government"
    assert analysis.slice(*found["denied"].content[0]) == "that its aircraft had struck the town"
    analysis = read("Rebel fighters pulled their tanks out on Monday, a spokesman for the group said.")
    (before,) = analysis.attributions
    assert analysis.slice(*before.content[0]) == "Rebel fighters pulled their tanks out on Monday"


def test_entities_have_labels_and_confidence() -> None:
    analysis = read(TEXT)
    found = {analysis.slice(e.first, e.end): e for e in analysis.entities}
    assert found["Damascus"].label == "place"
    assert all(0 < e.confidence <= 1 for e in analysis.entities)


def test_what_stands_in_other_texts_changes_nothing() -> None:
    before = read(TEXT)
    read("Something else. " * 200)
    after = read(TEXT)
    assert after == before
    assert before.meaning is not None
    assert after.meaning is not None
    assert after.meaning.antecedents == before.meaning.antecedents
    for name, table in before.meaning.tables.items():
        assert np.array_equal(after.meaning.tables[name], table)


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_any_text_gives_a_whole_analysis(text: str) -> None:
    analysis = read(text)
    count = len(analysis.starts)
    tags = (analysis.ends, analysis.lemmas, analysis.upos, analysis.xpos, analysis.heads, analysis.relations)
    assert all(len(column) == count for column in tags)
    assert [word for first, end in analysis.sentences for word in range(first, end)] == list(range(count))
    for first, end in analysis.sentences:
        heads = analysis.heads[first:end]
        assert heads.count(-1) == 1
        assert all(head == -1 or first <= head < end for head in heads)


def test_a_paragraph_longer_than_any_window_is_read_whole() -> None:
    text = "The army said that its men had left the town. " * 60
    analysis = read(text.strip())
    assert len(analysis.attributions) >= 50
    assert len(analysis.upos) == len(analysis.starts)


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no model: model\.onnx is missing"):
        Model.load(str(tmp_path))


@pytest.mark.parametrize("sentence", ['"It was quiet in the town." ', "The men left ' ' \" ", "He said so .\" ' ) "])
def test_the_sentences_of_a_long_paragraph_leave_no_word_out(sentence: str) -> None:
    analysis = read(sentence * 150)
    assert [first for first, _ in analysis.sentences] == [0, *(end for _, end in analysis.sentences[:-1])]
    assert analysis.sentences[-1][1] == len(analysis.starts)
