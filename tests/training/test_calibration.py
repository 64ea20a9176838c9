"""How confidences are measured against accuracy, and fitted to it."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import Analysis, Attribution
from sayso.language.calibration import Scale
from sayso.language.meaning import Meaning
from sayso.language.model import Model
from training import calibration
from training.corpora import cofenet, examples
from training.evaluation.calibration import Told, error, figures, meant, told, write

SHIPPED = Path(__file__).parents[2] / "src/sayso/models/en"
ROWS = {"id": "a_1f2e", "tokens": ["He", "said", "so"], "labels": ["B-source", "B-cue", "O"]}
EXAMPLE = "[Police|a.source:official] [said|a.cue] that they had [left|1=RETREAT:happened] and [slept|2=none:happened]"
NOTHING = Analysis("", [], [], [], [], [], [], [], [], [], [], [], [], "")


def answers(scale: Scale, count: int = 4000) -> list[Told]:
    """Answers that are as often right as a scale makes of their confidence."""
    dice = random.Random(1)
    told_with = [dice.uniform(0.3, 0.999) for _ in range(count)]
    return [Told("cue", f"article {n // 40}", sure, dice.random() < scale.of(sure)) for n, sure in enumerate(told_with)]


def test_confidences_that_match_accuracy_have_no_error() -> None:
    assert error(([(0.8, True)] * 8 + [(0.8, False)] * 2) * 10) == 0.0


def test_errors_of_different_bins_do_not_cancel() -> None:
    assert error([(0.3, True)] * 50 + [(0.7, False)] * 50) == 0.7


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_the_error_is_a_share(pairs: list[tuple[float, bool]]) -> None:
    assert 0 <= error(pairs) <= 1


def test_figures_tell_what_abstaining_brings() -> None:
    found = figures([Told("cue", "", 0.9, True), Told("cue", "", 0.4, False)])
    assert (found["answers"], found["right"], found["confidence"]) == (2, 50.0, 65.0)
    assert (found["given"], found["right of those given"]) == (1, 100.0)


def test_a_fit_finds_the_scale_and_lowers_the_error_on_other_documents() -> None:
    found = calibration.fit(answers(Scale(0.8, -1.2)))
    assert found.slope == pytest.approx(0.8, abs=0.1)
    assert found.shift == pytest.approx(-1.2, abs=0.1)
    figures = calibration.tried(answers(Scale(0.8, -1.2)))
    before, after = figures["before"], figures["after"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after["error"] < 0.03 < before["error"]


@pytest.mark.parametrize("right", [True, False])
def test_answers_that_are_all_of_one_sort_have_a_scale_too(right: bool) -> None:
    scale = calibration.fit([Told("cue", "a", 0.9, right)] * 50)
    assert scale.of(0.9) == pytest.approx(51 / 52 if right else 1 / 52, abs=0.01)


def test_an_article_that_two_people_annotated_has_one_name(tmp_path: Path) -> None:
    rows = [ROWS, ROWS | {"id": "a_77aa"}]
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert [article.name for article in cofenet.read(tmp_path / "x.jsonl")] == ["a", "a"]


def test_a_part_is_right_if_its_words_are_and_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps(ROWS) + "\n", encoding="utf-8")
    said = [
        Attribution(((1, 2),), ((0, 1),), ((2, 3),), 0.9, 0.8, 0.6),
        Attribution(((0, 1),), ((0, 1),), (), 0.2, 0.7, 0.0),
    ]
    model = Model(SHIPPED)
    monkeypatch.setattr(model, "read", lambda _: replace(NOTHING, attributions=said))
    assert sorted((one.task, one.confidence, one.right) for one in told(model, [tmp_path / "x.jsonl"])) == [
        ("content", 0.6, False),
        ("cue", 0.2, False),
        ("cue", 0.9, True),
        ("source", 0.8, True),
    ]


def test_heads_of_meaning_answer_where_a_document_is_annotated(monkeypatch: pytest.MonkeyPatch) -> None:
    document = examples.document(examples.parse(EXAMPLE, "x:1"))
    left, slept = document.forms().index("left"), document.forms().index("slept")
    types = np.full((len(document.words), 3), 0.1, dtype=np.float32)
    types[:, 0] = 0.8
    types[[left, slept]] = [0.1, 0.8, 0.1]
    classes = {"event_type": ("none", "RETREAT", "AID"), "manner": ("will", "happened"), "source_kind": ("Official",)}
    tables = {
        "event_type": np.log(types),
        "manner": np.log(np.full((len(types), 2), [0.4, 0.6], dtype=np.float32)),
        "source_kind": np.zeros((len(types), 1), dtype=np.float32),
    }
    meaning = Meaning(classes, np.zeros(len(types), dtype=np.float32), tables)
    model = Model(SHIPPED)
    monkeypatch.setattr(model, "read", lambda _: replace(NOTHING, meaning=meaning))
    assert [(one.task, round(one.confidence, 2), one.right) for one in meant(model, [document])] == [
        ("event_type", 0.8, True),
        ("event_type", 0.8, False),
        ("manner", 0.6, True),
        ("manner", 0.6, True),
        ("source_kind", 1.0, True),
    ]


def test_weights_without_these_heads_answer_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model(SHIPPED)
    monkeypatch.setattr(model, "read", lambda _: NOTHING)
    assert list(meant(model, [examples.document(examples.parse(EXAMPLE, "x:1"))])) == []


def test_scales_are_written_beside_the_weights_and_those_of_other_tasks_stay(tmp_path: Path) -> None:
    for file in ("model.onnx", "tasks.json", "tokenizer.json"):
        (tmp_path / file).symlink_to(SHIPPED / file)
    other = {"slope": 0.9, "shift": 0.1, "least": 0.6}
    known = {"name": "en-test", "language": "en", "confidence": {"manner": other, "cue": other}}
    (tmp_path / "model.json").write_text(json.dumps(known), encoding="utf-8")
    few = [Told("manner", "a", 0.9, True)] * (calibration.FEWEST - 1)
    write([*answers(Scale(0.8, -1.2)), *few], tmp_path / "told.json")
    assert set(calibration.calibrate(tmp_path, [tmp_path / "told.json"])) == {"cue"}
    scales = Model(tmp_path).scales
    assert scales["manner"] == Scale(**other)
    assert scales["cue"].least == 0.6
    assert scales["cue"].shift == pytest.approx(-1.2, abs=0.1)
