from __future__ import annotations

import sys

import pytest

from benchmarks.process import PeerError, measure


def test_a_run_has_the_seconds_that_the_peer_printed_and_the_memory_that_its_children_held() -> None:
    hold = "import time; held = b'x' * 60_000_000; time.sleep(1)"
    job = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}]); print(1.25)"

    run = measure([sys.executable, "-c", job])

    assert run.work == 1.25
    assert run.wall > 1
    assert run.peak > 60_000_000


def test_a_peer_that_fails_is_an_error_that_shows_what_it_wrote() -> None:
    with pytest.raises(PeerError, match="status 3:\nno model here"):
        measure([sys.executable, "-c", "import sys; print('no model here', file=sys.stderr); sys.exit(3)"])
