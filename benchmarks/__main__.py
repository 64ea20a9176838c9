"""`python -m benchmarks FOLDER`: run the peers in turns over the texts of a folder and write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import machine, stages
from benchmarks.peers import Peer, peers
from benchmarks.process import PeerError, Run, measure
from benchmarks.report import DESK, Result, Setting, page

_SENTENCE = "Two officials said on Monday that the convoy had crossed the border.\n"


def main() -> int:
    """Measure, write the page, print it. 1 where there is nothing to read or a peer fails."""
    arguments = _parser().parse_args()
    folder: Path = arguments.folder
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    if not texts:
        print(f"no .txt files under {folder}; name a folder of articles: make bench CORPUS=folder", file=sys.stderr)
        return 1
    setting = Setting(
        folder="/".join(folder.resolve().parts[1:][-3:]),
        articles=len(texts),
        words=sum(len(text.split()) for text in texts),
        processes=arguments.processes,
        rounds=arguments.rounds,
        machine=machine.describe(),
    )
    try:
        results = compare(peers(), folder, setting)
    except PeerError as error:
        print(error, file=sys.stderr)
        return 1
    written = page(setting, results, stages.measure(folder))
    written += "".join(arguments.output.read_text(encoding="utf-8").partition(DESK)[1:])
    arguments.output.write_text(written, encoding="utf-8")
    print(written)
    return 0


def compare(contestants: list[Peer], folder: Path, setting: Setting) -> list[Result]:
    """Every peer once a round, so that whatever slows the machine for a while slows all of them."""
    results = [Result(peer.name, peer.does, [], []) for peer in contestants]
    with TemporaryDirectory() as scratch:
        (Path(scratch) / "sentence.txt").write_text(_SENTENCE, encoding="utf-8")
        for turn in range(setting.rounds):
            for peer, result in zip(contestants, results, strict=True):
                result.starts.append(measure(peer.on(Path(scratch), 1)))
                result.runs.append(measure(peer.on(folder, setting.processes)))
                _say(turn, peer, result.runs[-1], setting)
    return results


def _say(turn: int, peer: Peer, run: Run, setting: Setting) -> None:
    speed = setting.words / run.work
    print(f"round {turn + 1} of {setting.rounds}: {peer.name}, {speed:,.0f} words a second", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of .txt files, one article each")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="for every peer alike")
    parser.add_argument("--rounds", type=int, default=3, help="how often each peer runs")
    parser.add_argument("--output", type=Path, default=Path("docs/benchmarks.md"), help="the page to write")
    return parser


if __name__ == "__main__":
    sys.exit(main())
