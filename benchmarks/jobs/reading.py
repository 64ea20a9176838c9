"""Sayso from end to end: files → articles → analysis → claims → a ledger on disk."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory


def main(folder: str, processes: int) -> None:
    """Read the folder into a new ledger and print the seconds."""
    with TemporaryDirectory() as scratch:
        start = time.perf_counter()
        from sayso.ledger import Ledger
        from sayso.reading import read_into

        with Ledger.open(Path(scratch) / "bench.db") as ledger:
            read_into(ledger, folder, processes=processes)
        print(time.perf_counter() - start)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
