from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.language.model import Model
from tests.training.test_corpora import CONLLU
from training.documents import spans
from training.evaluation import syntax
from training.evaluation.counts import Counts
from training.evaluation.links import _match


def test_f1_of_counts() -> None:
    counts = Counts()
    counts.add(gold=["a", "b"], predicted=["b", "c", "d"])
    assert counts.figures() == {"precision": 33.33, "recall": 50.0, "f1": 40.0, "gold": 2, "predicted": 3}


def test_nothing_to_find_and_nothing_found_is_zero_not_an_error() -> None:
    assert Counts().figures()["f1"] == 0.0


def test_an_inside_label_that_follows_nothing_begins_a_span() -> None:
    assert spans(["I-cue", "I-cue", "B-cue", "O", "I-source"]) == [(0, 2, "cue"), (2, 3, "cue"), (4, 5, "source")]


def test_triples_overlap_if_each_part_shares_half_of_either_and_each_gold_one_is_matched_once() -> None:
    gold = [(frozenset({1, 2}), frozenset({3}), frozenset({4, 5, 6, 7}))]
    near = (frozenset({2}), frozenset({3}), frozenset({4, 5}))
    far = (frozenset({2}), frozenset({3}), frozenset({4}))
    counts = Counts()
    _match(counts, gold, [far, near, near], (0, 1, 2))
    assert (counts.gold, counts.predicted, counts.right) == (1, 3, 1)


def test_a_source_that_nobody_marked_must_be_absent() -> None:
    counts = Counts()
    nobody: frozenset[int] = frozenset()
    gold = [(nobody, frozenset({3}), frozenset({4}))]
    _match(counts, gold, [(frozenset({1}), frozenset({3}), frozenset({4}))], (0, 1, 2))
    assert counts.right == 0


def evaluate(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "training", "evaluate", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_scores_a_file_given_by_path_and_prints_one_object(tmp_path: Path) -> None:
    (tmp_path / "x.conllu").write_text(CONLLU, encoding="utf-8")
    done = evaluate("syntax", str(tmp_path / "x.conllu"))
    figures = json.loads(done.stdout)
    assert figures["task"] == "syntax"
    assert figures["gold words"]["words"] == 11
    assert figures["raw text"]["words"] == 100.0


def test_of_marked_trees_the_marked_sentences_alone_are_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The raid began at dawn. It failed."
    (tmp_path / "time/tbaq").mkdir(parents=True)
    (tmp_path / "time/tbaq/one.tml").write_text(f"<TEXT>{text}</TEXT>", encoding="utf-8")
    right = {"heads": "2 0 2", "relations": "nsubj root punct", "upos": "PRON VERB PUNCT", "xpos": "PRP VBD ."}
    row = {"corpus": "time/tbaq", "document": "one", "start": 24, "end": 34} | right
    monkeypatch.setattr(syntax, "CORPORA", tmp_path)
    scores = []
    for marked in (row, row | {"heads": "0 1 2"}):
        (tmp_path / "trees.jsonl").write_text(json.dumps(marked) + "\n", encoding="utf-8")
        figures = syntax.score(Model.load(), [tmp_path / "trees.jsonl"])
        assert set(figures) == {"gold words"}
        assert isinstance(figures["gold words"], dict)
        assert "lemma" not in figures["gold words"]
        scores.append((figures["gold words"]["words"], figures["gold words"]["uas"]))
    assert scores == [(3, 100.0), (3, 33.33)]


@pytest.mark.parametrize(
    ("arguments", "message"), [(("dance", "x"), "no task 'dance'"), (("links", "x"), "nothing at x")]
)
def test_what_is_wrong_is_said(arguments: tuple[str, str], message: str) -> None:
    assert message in evaluate(*arguments).stderr


def test_certainty_is_that_of_the_arcs_of_texts_that_have_no_tree(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text/a.txt").write_text("The mayor said that the road was open.\n", encoding="utf-8")
    (tmp_path / "attributions/a_0000.ann").write_text("", encoding="utf-8")
    (tmp_path / "attributions/a_ffff.ann").write_text("", encoding="utf-8")
    figures = json.loads(evaluate("certainty", str(tmp_path)).stdout)
    assert figures["words"] == 9
    assert 80 < figures["mean"] <= 100
    assert figures["under a half"] == 0
