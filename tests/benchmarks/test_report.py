from __future__ import annotations

from benchmarks.process import Run
from benchmarks.report import Result, Setting, page
from benchmarks.stages import Stage

SETTING = Setting(folder="dev/text", articles=2, words=1000, processes=2, rounds=3, machine="2 cores, a processor")

STAGES = [Stage("language", "tags and arcs", 180.04, 0.8), Stage("world", "names", 45.0, 0.2)]


def result(name: str, *seconds: float) -> Result:
    runs = [Run(work=each, wall=each + 1, peak=300_000_000) for each in seconds]
    return Result(name, "reads", runs, [Run(work=0.5, wall=1.5, peak=1)] * len(runs))


def row(written: str, name: str) -> list[str]:
    (line,) = [line for line in written.splitlines() if line.startswith(f"| {name} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_row_holds_the_medians_of_the_rounds() -> None:
    written = page(SETTING, [result("ours", 1.0, 2.0, 10.0), result("peer", 2.0, 2.0, 2.0)], STAGES)

    assert row(written, "ours")[2:] == ["500", "", "300", "1.5"]


def test_the_share_is_taken_round_by_round() -> None:
    # In the second round the whole machine was ten times slower: the share doesn't show it.
    written = page(SETTING, [result("ours", 2.0, 20.0, 2.0), result("peer", 1.0, 10.0, 1.0)], STAGES)

    assert row(written, "peer")[3] == "50%"


def test_the_page_says_on_what_it_was_measured() -> None:
    written = page(SETTING, [result("ours", 1.0)], STAGES)

    assert "`dev/text`: 2 articles, 1,000 words" in written
    assert "2 cores, a processor" in written


def test_each_stage_has_its_time_a_word_and_its_share() -> None:
    written = page(SETTING, [result("ours", 1.0)], STAGES)

    assert row(written, "language") == ["language", "tags and arcs", "180.0", "80%"]
    assert row(written, "world")[3] == "20%"
