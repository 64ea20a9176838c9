"""Sayso's encoder alone: the same weights, windows and processes. All is prepared before the clock starts."""

from __future__ import annotations

import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.encoding import Encode, cut, windows
from sayso.workers import Here, Workers

# About as much text as a batch of articles in `sayso.reading`.
_BATCH = 12


def main(folder: str, processes: int) -> None:
    """Encode the folder and print the seconds."""
    rest = iter(list(windows(Path(folder))))
    batches = iter(lambda: list(islice(rest, _BATCH)), [])
    with TemporaryDirectory() as scratch:
        graph = Path(scratch) / "encoder.onnx"
        cut(graph)
        start = time.perf_counter()
        team = Here(Encode, str(graph)) if processes == 1 else Workers(processes, Encode, str(graph))
        with team as workers:
            for _ in workers.map(batches, in_order=False):
                pass
        print(time.perf_counter() - start)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
