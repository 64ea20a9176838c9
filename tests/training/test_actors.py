from __future__ import annotations

import json
from pathlib import Path

from sayso.words.records import Candidate, Resolution
from training.evaluation.actors import Mark, Score, read


def mark(start: int, actor_id: str | None, country: str | None, entity: str) -> Mark:
    return Mark("re3d", "d", start, start + 1, actor_id, country, entity)


def found(start: int, actor_id: str | None, country: str | None = None) -> Resolution:
    chosen = None if actor_id is None else Candidate(actor_id, "x", "group", country, 0.9)
    return Resolution(start, start + 1, "x", "actor", chosen, 0.9)


def test_countries_actors_and_merges_are_counted() -> None:
    marks = [mark(0, "IQ.MIL", "IQ", "army"), mark(2, None, None, "rebels"), mark(4, "nato", None, "nato")]
    score = Score()
    score.add(marks, [found(0, "IQ.MIL", "IQ"), found(2, "IQ.MIL", "IQ"), found(4, None)])
    figures = score.figures()
    assert figures["country"] == 66.67
    assert figures["actor of those"] == 50.0
    assert figures["wrong merges"] == ["d: army = rebels (IQ.MIL)"]


def test_one_actor_with_two_ids_is_no_wrong_merge() -> None:
    score = Score()
    score.add([mark(0, None, None, "a"), mark(2, None, None, "a")], [found(0, "x:1"), found(2, "x:2")])
    assert score.figures()["wrong merges"] == []
    assert score.figures()["pairs of one actor with two ids"] == 100.0


def test_a_file_of_marks_is_read(tmp_path: Path) -> None:
    row = {"corpus": "re3d", "document": "d", "start": 1, "end": 2, "actor_id": None, "country": "SY", "entity": "e"}
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    assert read(tmp_path / "x.jsonl") == [Mark("re3d", "d", 1, 2, None, "SY", "e")]
