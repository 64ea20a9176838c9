"""One run of one peer in processes of its own: its seconds, the time on the clock, and its peak memory."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import psutil

# Often enough to see a batch, seldom enough to cost less than a hundredth of a core.
_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took. `work` is what the peer timed itself, `wall` goes from its start to its end."""

    work: float
    wall: float
    peak: int
    """Bytes held at once by the process and its children; what they share counts once where the system can tell."""


class PeerError(Exception):
    """A peer ended with an error; the message is what it wrote."""


def measure(command: Sequence[str]) -> Run:
    """Run a peer to its end. Raises PeerError if it fails."""
    start = time.perf_counter()
    process = psutil.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _held(process))
        with suppress(psutil.TimeoutExpired):
            process.wait(_PAUSE)
    wall = time.perf_counter() - start
    printed, complaint = process.communicate()
    if process.returncode != 0:
        raise PeerError(f"{' '.join(command)} ended with status {process.returncode}:\n{complaint}")
    return Run(work=float(printed.split()[-1]), wall=wall, peak=peak)


def _held(process: psutil.Process) -> int:
    total = 0
    with suppress(psutil.Error):
        for one in [process, *process.children(recursive=True)]:
            with suppress(psutil.Error):
                total += _size(one)
    return total


def _size(process: psutil.Process) -> int:
    memory = process.memory_full_info()
    return int(getattr(memory, "pss", memory.rss))
