from __future__ import annotations

import json
from pathlib import Path

from sayso.words.records import Claim, Factuality, Span, Voice
from training.evaluation.speakers import Mark, Score, find, read

HE = Mark("polnear", "d", 20, 22, "he", ((0, 5),))
HASAN, NASSER = (0, 5), (10, 16)


def voice(start: int, end: int, same_as: tuple[int, int] | None = None) -> Voice:
    tie = None if same_as is None else Span(*same_as, "x")
    return Voice(start, end, "x", None, "says", "person", named=False, same_as=tie)


def claim(*voices: Voice) -> Claim:
    span = Span(30, 35, "x")
    return Claim("c", "a", "statement", (span,), span, voices, Factuality(0.0, "statement"), None, 0.9, "en-test")


def test_ties_are_counted_of_all_sources_and_of_the_voices() -> None:
    score = Score()
    score.add(HE, voice(20, 22, HASAN), [HASAN])
    score.add(HE, voice(20, 22, NASSER), [NASSER])
    score.add(HE, voice(20, 22), [])
    score.add(HE, None, [])
    figures = score.figures()
    assert figures["no voice of any claim"] == 1
    assert (figures["right"], figures["right of the voices"], figures["right of the tied"]) == (25.0, 33.33, 50.0)
    assert figures["he"] == {"sources": 4, "voices": 3, "tied": 2, "right": 1}


def test_a_voice_that_names_its_speaker_itself_needs_no_tie() -> None:
    score = Score()
    score.add(HE, voice(0, 22), [HASAN])
    assert score.figures()["right of the tied"] == 100.0


def test_a_source_is_the_shortest_voice_that_overlaps_it() -> None:
    wide, narrow, other = voice(0, 22), voice(20, 22), voice(40, 45)
    assert find(HE, [claim(wide, other), claim(narrow)]) == narrow
    assert find(HE, [claim(other)]) is None


def test_a_file_of_marks_is_read(tmp_path: Path) -> None:
    row = {"corpus": "polnear", "document": "d", "start": 20, "end": 22, "kind": "he", "antecedents": [[0, 5]]}
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    assert read(tmp_path / "x.jsonl") == [HE]
