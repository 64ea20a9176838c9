"""The figures as the page docs/benchmarks.md."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from benchmarks.process import Run
from benchmarks.stages import Stage

DESK = "\n## The desk\n"
"""Where the section begins that `python -m benchmarks.desk` writes at the end of the page."""
_PAGE = """\
# Benchmarks

*Written by `make bench`; never edited by hand.*

{folder}: {articles} articles, {words:,} words (split at white space). {processes} processes each, {rounds} rounds in
which the peers take turns, medians. Machine: {machine}.

| | does | words a second | {subject} is | peak memory, MB | one sentence, s |
|---|---|--:|--:|--:|--:|
{rows}

- **Words a second** counts from the first call to the last result: the start of the processes and the loading of the
  model are in it.
- **{subject} is** its speed as a share of the peer's, the median over the rounds: what else the machine does at the
  time slows both.
- **Peak memory** is that of all processes of a peer together, sampled five times a second; what they share counts once
  on Linux.
- **One sentence** is the time on the clock from an empty process to its end, for a text of one sentence in one process.

## Where the time goes

The stages one after another, in one process on the same texts, each name looked up for the first time.

| | does | µs a word | share |
|---|---|--:|--:|
{stages}
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """What was measured, where, and how often."""

    folder: str
    articles: int
    words: int
    processes: int
    rounds: int
    machine: str


@dataclass(frozen=True, slots=True)
class Result:
    """A peer's runs over the folder and over one sentence, a run a round."""

    name: str
    does: str
    runs: list[Run]
    starts: list[Run]


def page(setting: Setting, results: list[Result], stages: list[Stage]) -> str:
    """The page in Markdown. The first result is the one that the others are compared with."""
    return _PAGE.format(
        folder=f"`{setting.folder}`",
        articles=setting.articles,
        words=setting.words,
        processes=setting.processes,
        rounds=setting.rounds,
        machine=setting.machine,
        subject=results[0].name,
        rows="\n".join(_row(setting, result, results[0]) for result in results),
        stages="\n".join(f"| {s.name} | {s.does} | {s.microseconds:.1f} | {s.share:.0%} |" for s in stages),
    )


def _row(setting: Setting, result: Result, subject: Result) -> str:
    speed = median(setting.words / run.work for run in result.runs)
    share = median(peer.work / own.work for peer, own in zip(result.runs, subject.runs, strict=True))
    memory = median(run.peak for run in result.runs) / 1_000_000
    start = median(run.wall for run in result.starts)
    compared = "" if result is subject else f"{share:.0%}"
    return f"| {result.name} | {result.does} | {speed:,.0f} | {compared} | {memory:,.0f} | {start:.1f} |"
