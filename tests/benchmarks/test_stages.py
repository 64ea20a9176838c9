from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.stages import STAGES, measure


def test_every_stage_is_timed_and_the_shares_make_up_the_whole(tmp_path: Path) -> None:
    for number in range(5):
        text = f"The ministry said that rebels had attacked {number} convoys near Homs on Monday.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    stages = measure(tmp_path)
    assert [stage.name for stage in stages] == list(STAGES)
    assert all(stage.microseconds > 0 for stage in stages)
    assert sum(stage.share for stage in stages) == pytest.approx(1)
