"""What is compared, each under the same rules: the same texts, the same number of processes, the same clock."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import spacy_peer

SUBJECT = "Sayso, end to end"


@dataclass(frozen=True, slots=True)
class Peer:
    """One program to run, as the command line that folder and number of processes are added to."""

    name: str
    does: str
    command: tuple[str, ...]

    def on(self, folder: Path, processes: int) -> list[str]:
        """The command line for one run."""
        return [*self.command, str(folder), str(processes)]


def peers() -> list[Peer]:
    """Sayso first. spaCy is left out where it can't be installed."""
    found = [
        Peer(SUBJECT, "files → claims → ledger on disk", (sys.executable, "-m", "benchmarks.jobs.reading")),
        Peer(
            "its encoder alone", "the same weights, nothing decoded", (sys.executable, "-m", "benchmarks.jobs.encoder")
        ),
    ]
    if python := spacy_peer.python():
        job = Path(__file__).parent / "jobs" / "spacy_small.py"
        found.append(Peer("spaCy en_core_web_sm", "tags, parse, lemmas, entities", (str(python), str(job))))
    return found
